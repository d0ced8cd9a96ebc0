"""Scores alone: as the pipeline would give them, with nothing recorded."""

import pytest

from moderation.domain.errors import ScorerUnavailable
from moderation.rating import rate
from moderation.scoring.guard import NoScorer
from moderation.testing.policies import policy
from moderation.testing.scorers import OneLanguage, WordScorer


def test_texts_are_rated_in_their_order() -> None:
    """A span that got its neighbour's score would mark the wrong sentence."""
    first, second = rate(
        ["What an idiot.", "What a day."],
        language="en",
        policy=policy(),
        scorer=WordScorer(),
        languages=OneLanguage(),
    )

    assert max(first.values()) > max(second.values())


def test_no_scorer_is_no_score() -> None:
    """A score of nought would say that all is well."""
    with pytest.raises(ScorerUnavailable):
        rate(["A."], language="en", policy=policy(), scorer=NoScorer(), languages=OneLanguage())
