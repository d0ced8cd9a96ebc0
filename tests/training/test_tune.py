"""A site's head: fitted, compared and written so that it serves, and says what it was made of."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score

from moderation.domain.errors import Invalid
from moderation.learning import Comparison, Head, Labelled, Lesson, Proposal
from moderation.scoring import artefact
from moderation.scoring.loading import load_folder
from moderation.scoring.tuned import LABELS, TunedScorer
from moderation.training.linear import train
from moderation.training.tune import LogisticTrainer, logits_of, offset_for, scores_of, write


def labels_of(count: int = 300, *, seed: int = 0) -> list[Labelled]:
    """Make labels of which insult tells more than toxicity does."""
    generator = np.random.default_rng(seed)
    made = []
    for number in range(count):
        is_removed = number % 3 == 0
        noise = generator.uniform(0.01, 0.49, 2) + is_removed * np.array([0.1, 0.4])
        scores = {"toxicity": float(noise[0]), "insult": float(noise[1])}
        made.append(Labelled(id=f"{number:04x}", scores=scores, is_removed=is_removed, is_held=False))
    return made


def test_comparison_is_of_scikit_learns_areas() -> None:
    """The figures that decide must be the ones that everybody computes."""
    labels = labels_of()
    found = LogisticTrainer().compare(
        Head(attribute="toxicity", weights={"toxicity": 1.0, "insult": 2.0}, offset=0.0), labels
    )

    logits, removed = logits_of(labels, ["toxicity", "insult"]), [label.is_removed for label in labels]
    assert found.incumbent == pytest.approx(roc_auc_score(removed, logits[:, 0]), abs=1e-4)
    assert found.candidate == pytest.approx(roc_auc_score(removed, logits @ [1.0, 2.0]), abs=1e-4)
    assert found.low < found.candidate - found.incumbent < found.high
    assert (found.held, found.held_removed) == (300, 100)


def test_model_as_it_is_differs_from_itself_by_nothing() -> None:
    """Both are measured on the same resampled labels, so that luck cancels out; an offset ranks nothing anew."""
    unchanged = Head(attribute="toxicity", weights={"toxicity": 1.0, "insult": 0.0}, offset=3.0)

    found = LogisticTrainer().compare(unchanged, labels_of())

    assert (found.low, found.high, found.incumbent) == (0.0, 0.0, found.candidate)


def test_few_labels_move_the_model_little() -> None:
    """A newsroom's first ten rulings are an anecdote."""
    few = LogisticTrainer().fit(labels_of(10), attribute="toxicity")
    many = LogisticTrainer().fit(labels_of(3_000), attribute="toxicity")

    assert abs(few.weights["insult"]) < many.weights["insult"]
    assert few.weights["toxicity"] == pytest.approx(1, abs=0.5)


def test_attribute_itself_never_counts_against_itself() -> None:
    """What the model finds more toxic must not end up less so, whatever a site's people removed."""
    turned = [
        Labelled(id=each.id, scores=each.scores, is_removed=not each.is_removed, is_held=False)
        for each in labels_of(900)
    ]

    head = LogisticTrainer().fit(turned, attribute="toxicity")

    assert head.weights["toxicity"] == 0.1
    assert head.weights["insult"] < 0


@given(st.lists(st.floats(-10, 10), min_size=1, max_size=50), st.floats(0.01, 0.99))
def test_offset_gives_the_mean_that_is_asked_for(margins: list[float], mean: float) -> None:
    """How much is flagged stays as it was; only what is flagged changes."""
    given_ = np.array(margins)

    assert scores_of(given_ + offset_for(given_, mean)).mean() == pytest.approx(mean, abs=1e-9)


def test_logits_are_of_the_named_attributes_in_their_order() -> None:
    """By hand: odds of 1, 4 and, for an attribute without a score, a millionth."""
    label = Labelled(id="0", scores={"a": 0.5, "b": 0.8}, is_removed=True, is_held=False)

    (row,) = logits_of([label], ["b", "a", "c"])

    assert row == pytest.approx(np.log([4, 1, 1e-6]), abs=1e-5)


@pytest.fixture
def base(data: Path, tmp_path: Path) -> Path:
    """Train a small linear model for Russian, which is the quickest."""
    return train(data, tmp_path / "models", languages=["ru"], progress=False, version="1.0")


@pytest.fixture
def keep(base: Path) -> Callable[..., Path]:
    """Return what writes a head that multiplies the odds of toxicity by e."""
    labels = tuple(labels_of(3)[::-1])
    proposal = Proposal(
        lesson=Lesson(labels=labels, people={"eve": 2, "ada": 1}, left_out={}),
        head=Head(attribute="toxicity", weights={"toxicity": 1.0}, offset=1.0),
        comparison=Comparison(incumbent=0.7, candidate=0.8, low=0.05, high=0.15, held=100, held_removed=40),
        refusal=None,
    )

    def keep(**changed: Any) -> Path:
        return write(proposal, base.parents[1], base=base, site="north", language="ru", **changed)

    return keep


def test_written_head_serves(keep: Callable[..., Path], base: Path) -> None:
    """What was proposed is what is loaded, on the model that it was fitted on."""
    scorer = load_folder(keep())

    (was,), (found,) = (each.score(["Привет"], languages=["ru"]) for each in (load_folder(base), scorer))
    odds = [scores["toxicity"] / (1 - scores["toxicity"]) for scores in (was, found)]
    assert isinstance(scorer, TunedScorer)
    assert (scorer.name, scorer.base.name) == ("linear-north@1", "linear@1.0")
    assert odds[1] == pytest.approx(odds[0] * np.e, rel=1e-4)


def test_manifest_of_a_head_tells_whose_labels_it_saw(keep: Callable[..., Path], base: Path) -> None:
    """Whoever is to use it sees how many people taught it, and how sure the gain is; no comment is named."""
    folder = keep()
    manifest = artefact.read_manifest(folder)

    assert manifest["labels"] == {"count": 3, "people": 2}
    assert (manifest["comparison"]["low"], manifest["site"]) == (0.05, "north")
    assert manifest["parts"]["base"] == artefact.part_of(base)
    assert json.loads((folder / LABELS).read_text("utf-8")) == ["0000", "0001", "0002"]
    assert "# linear-north 1" in (folder / "CARD.md").read_text("utf-8")


def test_next_version_is_one_more_than_the_highest(keep: Callable[..., Path]) -> None:
    """Ten comes after nine, and a version with a name does not count."""
    versions = [keep(version=version).name for version in ("9", "trial", None, None)]

    assert versions == ["9", "trial", "10", "11"]


def test_head_is_not_overwritten(keep: Callable[..., Path]) -> None:
    """The one of that version may be the one in use."""
    keep(version="1")

    with pytest.raises(Invalid, match="give another --version"):
        keep(version="1")
