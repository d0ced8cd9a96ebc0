"""The linear scorer: what the port asks of it, long texts, and explanations that add up."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from moderation.ports import Scorer
from moderation.scoring.features import codes_of
from moderation.scoring.linear import LinearScorer, head_logits, load_folder
from moderation.testing.contracts.scorers import ScorerContract

_POLITE = "I agree with much of what was said here, and I would add one thought about the new bridge. "


@pytest.fixture
def scorer(models: Path) -> LinearScorer:
    """Return the tiny model."""
    return load_folder(models / "linear/1.0")


class TestLinearScorer(ScorerContract):
    """It keeps the contract that every scorer keeps."""


def _insult(scorer: Scorer, text: str) -> float:
    return scorer.score([text], languages=["en"])[0]["insult"]


def test_weights_decide(scorer: LinearScorer) -> None:
    """Without this, everything else could pass on a constant."""
    assert _insult(scorer, "thanks") < 0.01 < 0.5 < _insult(scorer, "an idiot")


@pytest.mark.parametrize("tag", ["en", "EN", "en-GB"])
def test_region_does_not_matter(scorer: LinearScorer, tag: str) -> None:
    """Sites send `en-GB` where a model was measured on English."""
    assert scorer.score(["idiot"], languages=[tag])[0].keys() == {"insult"}


@pytest.mark.parametrize("before", [0, 400, 1_200])
@pytest.mark.parametrize("after", [0, 400])
def test_attack_is_found_wherever_it_stands(scorer: LinearScorer, before: int, after: int) -> None:
    """An essay of good manners is a known way to carry one insult past a filter."""
    polite = _POLITE * 60
    text = " ".join([*polite.split()[:before], "idiot " * 20, *polite.split()[:after]])

    assert _insult(scorer, text) > 10 * _insult(scorer, polite)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
@example("1\u00d5\u0308")  # a letter and a mark that are read as one
def test_explanation_adds_up(scorer: LinearScorer, text: str) -> None:
    """An explanation that does not sum to the score is a guess about it."""
    head = scorer.heads["en"]

    parts = scorer.explain(text, "insult", language="en")

    assert sum(weight for _, _, weight in parts) + float(head.intercepts[0]) == pytest.approx(
        float(head_logits(head, [text])[0, 0]), abs=1e-3
    )


def test_explanation_of_a_long_text_is_of_its_worst_window(scorer: LinearScorer) -> None:
    """Moderators must see the sentence that counted, not the essay around it."""
    text = _POLITE * 30 + "You idiot! " + _POLITE * 30

    start, end, weight = scorer.explain(text, "insult", language="en")[0]

    assert text[start:end] == "idiot"
    assert weight > 0


@pytest.mark.parametrize("typed", ["ＩＤＩＯＴ", "id\u200biot", "Idiot", "idiot"])
def test_explanation_marks_what_was_typed(scorer: LinearScorer, typed: str) -> None:
    """Spans are shown over the text as typed, disguise included."""
    text = f"«{typed}», 👍🏽 thanks"

    start, end, _ = scorer.explain(text, "insult", language="en")[0]

    assert text[start:end] == typed


@pytest.mark.parametrize(("attribute", "language"), [("insult", "xx"), ("spam", "en")])
def test_nothing_is_explained_that_was_not_scored(scorer: LinearScorer, attribute: str, language: str) -> None:
    """A reason without a score would be an invention."""
    assert scorer.explain("idiot", attribute, language=language) == []


def test_text_without_any_gram_gets_the_lowest_score(scorer: LinearScorer) -> None:
    """An empty comment says nothing, and certainly nothing bad."""
    assert codes_of("\u200b").tolist() == [32]
    assert _insult(scorer, "\u200b") == pytest.approx(1 / (1 + np.exp(4)), abs=1e-6)
