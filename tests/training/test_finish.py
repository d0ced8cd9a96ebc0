"""The last step of a training: nothing is left that was not loaded and measured once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from moderation.domain.errors import ScorerUnavailable
from moderation.scoring import artefact
from moderation.scoring.loading import load_folder
from moderation.training import golden
from moderation.training.finish import finish
from moderation.training.linear import train


@pytest.fixture
def folder(data: Path, tmp_path: Path) -> Path:
    """Train a small model for Russian, and leave of it what a training hands over."""
    folder = train(data, tmp_path / "models", languages=["ru"], progress=False, version="1.0")
    for name in (artefact.GOLDEN, "CARD.md"):
        (folder / name).unlink()
    return folder


def told(folder: Path) -> dict[str, Any]:
    """Return what its training would say of a model: all but the checksums."""
    return {name: about for name, about in artefact.read_manifest(folder).items() if name != "files"}


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Return its files."""
    yield from ((path.name, path.read_bytes()) for path in sorted(folder.iterdir()))


def test_finished_model_is_whole(folder: Path) -> None:
    """Weights, golden scores and card belong together, and the manifest vouches for what makes scores."""
    assert finish(folder, told(folder)) == folder

    assert set(artefact.read_manifest(folder)["files"]) == {artefact.WEIGHTS, artefact.GOLDEN}
    assert list(golden.differences(folder, load_folder(folder))) == []
    assert (folder / "CARD.md").read_text("utf-8").startswith("# linear 1.0")


def test_finishing_again_changes_nothing(folder: Path) -> None:
    """Golden scores of an earlier time must not stay under weights that were made anew."""
    finish(folder, told(folder))
    once = dict(contents(folder))
    (folder / artefact.GOLDEN).write_text("[]", "utf-8")
    finish(folder, told(folder))

    assert dict(contents(folder)) == once


def test_model_that_does_not_load_gets_no_golden_scores(folder: Path) -> None:
    """What cannot serve must not look finished."""
    with pytest.raises(ScorerUnavailable):
        finish(folder, told(folder) | {"features": "unheard-1"})
    assert not (folder / artefact.GOLDEN).exists()
    assert not (folder / "CARD.md").exists()
