"""Data cards: no source without one."""

from moderation.training import cards, dataset
from moderation.training.benchmarks import READERS


def test_every_source_has_a_card() -> None:
    """What was learnt from data that nobody describes cannot be judged."""
    folders = {source.name.partition(":")[0] for source in dataset.SOURCES}

    assert folders == set(cards.TRAINING)


def test_every_set_that_is_measured_on_has_a_card() -> None:
    """A figure without its set's customs is no figure."""
    assert {name.partition(":")[0] for name in READERS} <= set(cards.EVALUATION)
