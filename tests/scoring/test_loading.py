"""From a folder to a scorer: each kind is read by its own code, and what stands in is found."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from moderation.domain.errors import ScorerUnavailable
from moderation.scoring import artefact
from moderation.scoring.cascade import CascadeScorer
from moderation.scoring.linear import LinearScorer
from moderation.scoring.loading import load, load_fallback, load_folder
from moderation.scoring.model import Model
from moderation.scoring.tuned import FEATURES, LABELS, TunedScorer
from moderation.testing.scorers import WordScorer


@pytest.fixture
def linear(models: Path) -> LinearScorer:
    """Return the tiny model."""
    found = load(models)
    assert isinstance(found, LinearScorer)
    return found


@pytest.fixture
def retold(models: Path) -> Callable[..., Path]:
    """Alter what the tiny model says of itself; returns its folder."""

    def retold(**changed: Any) -> Path:
        folder = models / "linear/1.0"
        manifest = json.loads((folder / artefact.MANIFEST).read_text("utf-8"))
        artefact.write_manifest(folder, manifest | changed)
        return folder

    return retold


def cascade_of(first: Model) -> CascadeScorer:
    """Join a model with one that stands for a transformer."""
    return CascadeScorer(
        name="cascade@1", first=first, second=WordScorer(), blends={}, doubtful_from=0.5, thresholds={}
    )


def head_on(base: Model) -> TunedScorer:
    """Put a head on a model."""
    return TunedScorer(
        name="north@1", base=base, language="en", attribute="insult", weights={"insult": 1.0}, offset=0.0
    )


@pytest.mark.parametrize("kind", ["linear", "transformer", "cascade", "detoxify", "tuned"])
def test_each_kind_is_read_by_its_own_code(retold: Callable[..., Path], kind: str) -> None:
    """Every reader names what it serves, here beside weights that it cannot know."""
    folder = retold(kind=kind, features="unheard-1")

    with pytest.raises(ScorerUnavailable, match=f"serves {kind} on "):
        load_folder(folder)


def test_unknown_kind_is_named_beside_the_known_ones(retold: Callable[..., Path]) -> None:
    """A model of a later release must say what it is, not fail in some loader."""
    folder = retold(kind="oracle")

    with pytest.raises(ScorerUnavailable, match=r"'oracle' is not one of linear, transformer, .*tuned"):
        load_folder(folder)


@pytest.mark.parametrize("name", [None, "linear", "linear/1.0", "linear@1.0"])
def test_model_is_found_by_default_and_by_name(models: Path, name: str | None) -> None:
    """Settings, logs and the file of the default write a model's name in their own ways."""
    assert load(models, name).name == "linear@1.0"


def test_head_is_loaded_with_its_model(models: Path) -> None:
    """A head names a model of any kind, so its base is read as any model is."""
    folder = models / "linear-north/1"
    folder.mkdir(parents=True)
    (folder / LABELS).write_text("[]", "utf-8")
    manifest = {"name": "linear-north", "version": "1", "kind": "tuned", "features": FEATURES, "languages": {}}
    manifest |= {"head": {"language": "en", "attribute": "insult", "weights": {}, "offset": 0.0}}
    artefact.write_manifest(folder, manifest | {"parts": {"base": artefact.part_of(models / "linear/1.0")}})

    found = load(models, "linear-north")

    assert isinstance(found, TunedScorer)
    assert isinstance(found.base, LinearScorer)


def test_linear_model_has_nothing_to_fall_back_on(models: Path, linear: LinearScorer) -> None:
    """The same model again would fail again; rules alone are left."""
    assert load_fallback(models, linear) is None
    assert load_fallback(models, head_on(linear)) is None


def test_cascade_falls_back_on_its_own_linear_model(models: Path, linear: LinearScorer) -> None:
    """It is in memory already, and the one that was measured with it."""
    assert load_fallback(models, cascade_of(linear)) is linear
    assert load_fallback(models, head_on(cascade_of(linear))) is linear


@pytest.mark.parametrize("model", [WordScorer(), head_on(WordScorer()), None], ids=["other", "its head", "none"])
def test_any_other_model_falls_back_on_the_newest_linear_one(
    models: Path, write_model: Callable[..., Path], model: Model | None
) -> None:
    """Worse scores are better than none, while somebody repairs the model."""
    write_model(version="1.10")

    found = load_fallback(models, model)

    assert found is not None
    assert found.name == "linear@1.10"


def test_without_a_linear_model_there_is_no_fallback(tmp_path: Path, retold: Callable[..., Path]) -> None:
    """A folder without one, or with one that was altered, must not keep the service from starting."""
    retold(features="unheard-1")

    assert load_fallback(tmp_path / "empty", WordScorer()) is None
    assert load_fallback(tmp_path, WordScorer()) is None
