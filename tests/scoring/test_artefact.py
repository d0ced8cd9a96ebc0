"""Model files: found, checked, and refused with a word on what to do."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from moderation.domain.errors import ScorerUnavailable
from moderation.scoring import artefact
from moderation.scoring.loading import load, load_folder


@pytest.mark.parametrize("name", [None, "linear", "linear/1.0", "linear@1.0"])
def test_model_is_found_by_default_name_and_version(models: Path, name: str | None) -> None:
    """Settings, the command line and answers name a model in each of these ways."""
    assert load(models, name).name == "linear@1.0"


def test_name_alone_means_the_newest_version(models: Path, write_model: Callable[..., Path]) -> None:
    """Version 1.10 comes after 1.9, whatever their letters say."""
    write_model(version="1.9")
    newest = write_model(version="1.10")

    assert artefact.locate(models, "linear") == newest


@pytest.mark.parametrize("name", ["missing", "linear/9.9", "../elsewhere"])
def test_missing_model_is_named(models: Path, name: str) -> None:
    """Whoever starts the service must read which model is not there, and what to do."""
    with pytest.raises(ScorerUnavailable, match=r"there is no such model; restore .* train"):
        load(models, name)


def test_missing_default_is_named(tmp_path: Path) -> None:
    """An empty folder of models is the likeliest fault of a first start."""
    with pytest.raises(ScorerUnavailable, match=r"default: cannot be read"):
        load(tmp_path)


def _truncate(folder: Path) -> None:
    content = (folder / artefact.WEIGHTS).read_bytes()
    (folder / artefact.WEIGHTS).write_bytes(content[: len(content) // 2])


def _alter(folder: Path) -> None:
    content = bytearray((folder / artefact.WEIGHTS).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / artefact.WEIGHTS).write_bytes(bytes(content))


def _remove(folder: Path) -> None:
    (folder / artefact.WEIGHTS).unlink()


def _garble(folder: Path) -> None:
    (folder / artefact.WEIGHTS).write_bytes(b"PK\x03\x04 no archive")
    _sign(folder)


def _pickle(folder: Path) -> None:
    np.savez(folder / artefact.WEIGHTS, weights=np.array([{"code": 1}], dtype=object))
    _sign(folder)


def _sign(folder: Path) -> None:
    manifest = json.loads((folder / artefact.MANIFEST).read_bytes())
    artefact.write_manifest(folder, manifest)


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (_truncate, "was altered or cut short"),
        (_alter, "was altered or cut short"),
        (_remove, "cannot be read"),
        (_garble, "is no file of plain arrays"),
        (_pickle, "is no file of plain arrays"),
    ],
)
def test_damaged_weights_are_refused(models: Path, damage: Callable[[Path], None], message: str) -> None:
    """A model that is not the one that was measured must not judge anybody, and runs no code."""
    damage(models / "linear" / "1.0")

    with pytest.raises(ScorerUnavailable, match=rf"weights\.npz: {message}.*; restore"):
        load(models)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"en.weights": np.zeros((8, 2), dtype=np.int8)}, r"of shape \(8, 2\), expected \(4096, 2\)"),
        ({"en.slopes": np.array([np.nan], dtype=np.float32)}, "no finite number"),
        ({"en.offsets": np.array(["1"])}, "no finite number"),
        ({"en.scales": np.ones(2, dtype=np.float32)}, r"expected \(1,\)"),
    ],
)
def test_weights_that_do_not_fit_are_refused(
    write_model: Callable[..., Path], changed: dict[str, Any], message: str
) -> None:
    """A signed file can still be wrong: NaN would make every comparison false and let everything pass."""
    folder = write_model(arrays=changed)

    with pytest.raises(ScorerUnavailable, match=message):
        load_folder(folder)


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"name": "linear"}', "[" * 100_000, "\ud800"])
def test_manifest_that_is_none_is_refused(models: Path, content: str) -> None:
    """The manifest is the first thing that is read, and anything may be in it."""
    (models / "linear" / "1.0" / artefact.MANIFEST).write_bytes(content.encode("utf-8", "surrogatepass"))

    with pytest.raises(ScorerUnavailable, match=r"manifest\.json: "):
        load(models)


def test_features_of_another_release_are_refused(models: Path) -> None:
    """Weights for other n-grams would give plausible nonsense."""
    folder = models / "linear" / "1.0"
    manifest = json.loads((folder / artefact.MANIFEST).read_bytes())
    artefact.write_manifest(folder, manifest | {"features": "ngrams-0"})

    with pytest.raises(ScorerUnavailable, match="ngrams-0"):
        load(models)


def test_manifest_holds_the_checksums(models: Path) -> None:
    """Anybody can check a model with sha256sum alone."""
    folder = models / "linear" / "1.0"

    files = artefact.read_manifest(folder)["files"]

    assert files == {artefact.WEIGHTS: hashlib.sha256((folder / artefact.WEIGHTS).read_bytes()).hexdigest()}
