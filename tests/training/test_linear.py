"""Training, from a folder of data to a model that serves."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from moderation.domain.errors import Invalid
from moderation.scoring import artefact
from moderation.scoring.linear import load_folder
from moderation.training import golden
from moderation.training.linear import train

from .conftest import write_csv


@pytest.fixture
def trained(data: Path, tmp_path: Path) -> Path:
    """Return the folder of a model for Russian, which is the quickest."""
    return train(data, tmp_path / "models", languages=["ru"], progress=False, version="1.0")


def test_trained_model_serves(trained: Path) -> None:
    """The whole point: what training writes is what the service loads."""
    scorer = load_folder(trained)

    kind, harsh = scorer.score(["Хороший день, мост", "Ты идиот, мост"], languages=["ru", "ru"])

    assert kind["toxicity"] < 0.5 * harsh["toxicity"]


def test_manifest_tells_what_it_was_made_of(trained: Path) -> None:
    """A model whose data nobody can name cannot be trusted or repeated."""
    manifest = artefact.read_manifest(trained)

    assert manifest["training"]["sources"]["ru_toxic"]["rows"] > 100
    assert set(manifest["languages"]["ru"]["thresholds"]) == {"toxicity"}
    assert {"numpy", "scikit-learn"} <= set(manifest["libraries"])
    assert "ru_toxic" in (trained / "CARD.md").read_text("utf-8")


def test_same_data_and_seed_give_the_same_weights(trained: Path, data: Path, tmp_path: Path) -> None:
    """Otherwise nobody could check where a model came from."""
    again = train(data, tmp_path / "again", languages=["ru"], progress=False, version="1.0")

    assert artefact.read_manifest(again)["files"] == artefact.read_manifest(trained)["files"]


def test_english_is_learnt_with_own_comments(data: Path, tmp_path: Path) -> None:
    """A site's own labels stand beside the published ones."""
    own = [(f"Sell your {thing} at cheap.example{i}", "1") for i in range(30) for thing in ("car", "boat")]
    write_csv(data / "train/own/spam.csv", ("text", "spam"), own)

    scorer = load_folder(train(data, tmp_path / "models", languages=["en"], progress=False))

    spam, ham = scorer.score(["Sell your car at cheap.example", "The park was closed"], languages=["en"] * 2)
    assert spam["spam"] > ham["spam"]


@pytest.mark.parametrize("languages", [["xx"], ["tr"]])
def test_language_without_rows_is_named(data: Path, tmp_path: Path, languages: list[str]) -> None:
    """A model that silently lacks a language would leave it unmoderated."""
    with pytest.raises(Invalid, match=languages[0]):
        train(data, tmp_path / "models", languages=languages, progress=False)


def test_golden_scores_hold(trained: Path) -> None:
    """They are compared before a model is put to use."""
    assert list(golden.differences(trained, load_folder(trained))) == []


@pytest.fixture
def differing(trained: Path) -> Callable[[], list[str]]:
    """Alter a golden score."""
    entries = json.loads((trained / artefact.GOLDEN).read_text("utf-8"))
    entries[0]["scores"]["toxicity"] += 0.1
    (trained / artefact.GOLDEN).write_text(json.dumps(entries), "utf-8")
    artefact.write_manifest(trained, artefact.read_manifest(trained))
    return lambda: list(golden.differences(trained, load_folder(trained)))


def test_golden_scores_that_do_not_hold_are_named(differing: Callable[[], list[str]]) -> None:
    """Code and weights that do not belong together give plausible nonsense."""
    (difference,) = differing()

    assert "toxicity" in difference
