"""What a model costs: measured on comments as they come, one by one."""

import pytest

from moderation.benchmark.models import cost_of
from moderation.testing.scorers import WordScorer


@pytest.mark.parametrize("rounds", [1, 2, 9])
def test_cost_is_of_different_comments_of_sixty_words(rounds: int) -> None:
    """The same comment again could be answered from some cache; shorter ones would be cheaper."""
    scorer = WordScorer()
    cost_of(scorer, rounds=rounds)

    assert len(set(scorer.asked)) == len(scorer.asked) == rounds
    assert {len(text.split()) for text in scorer.asked} == {60}


def test_cost_names_its_model_and_how_long_it_took_to_load() -> None:
    """Figures of several models stand in one table."""
    found = cost_of(WordScorer(), load_seconds=1.234, rounds=3)

    assert (found.model, found.load_seconds) == ("words@1", 1.23)
    assert found.memory_mb > 0
