"""Disguise: how much a model finds by itself, and how much with what the service undoes."""

from moderation.testing.disguises import HEURISTIC, UNICODE, WRITTEN
from moderation.testing.scorers import WordScorer
from moderation.training.disguised import Survival, survivals


def found_by(scorer: WordScorer, *, threshold: float = 0.9) -> dict[str, Survival]:
    """Measure a scorer, by kind of disguise."""
    return {each.kind: each for each in survivals(scorer, attribute="insult", threshold=threshold)}


def test_every_disguise_is_tried_on_what_is_flagged_plainly() -> None:
    """Of twelve words this scorer knows one, in three sentences: the others say nothing about disguise."""
    found = found_by(WordScorer())

    assert set(found) == UNICODE.keys() | WRITTEN.keys() | HEURISTIC.keys()
    assert {each.sentences for each in found.values()} == {3}


def test_reading_undoes_what_a_list_of_words_cannot_see() -> None:
    """Capitals hide nothing from it, dots everything; the service reads the dots away."""
    found = found_by(WordScorer())

    assert (found["capitals"].as_typed, found["capitals"].as_read) == (1.0, 1.0)
    assert (found["dots"].as_typed, found["dots"].as_read) == (0.0, 1.0)


def test_reading_never_loses_what_was_found_as_typed() -> None:
    """The service takes the higher of both scores; a figure that fell would be a fault of the measuring."""
    found = found_by(WordScorer())

    assert all(each.as_typed <= each.as_read for each in found.values())


def test_share_is_of_the_sentences_that_were_flagged() -> None:
    """By hand: of "idiot" and "moron" in three sentences each, a list that knows the dotted one too keeps half."""
    words = {"idiot": {"insult": 0.95}, "moron": {"insult": 0.95}, "i.d.i.o.t": {"insult": 0.95}}

    found = found_by(WordScorer(words))

    assert (found["dots"].sentences, found["dots"].as_typed) == (6, 0.5)


def test_model_that_flags_nothing_plainly_is_not_measured() -> None:
    """A share of nothing would divide by zero, or praise it."""
    assert found_by(WordScorer({})) == {}
    assert found_by(WordScorer(), threshold=0.96) == {}
