"""Hiding words: what carries a score is found with few looks, and nothing is named that does not."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.scoring.occlusion import falls


def additive(weights: Sequence[float]) -> Callable[[Sequence[int]], float]:
    """Return what scores a text of words that each add their weight."""

    def without(places: Sequence[int]) -> float:
        return sum(weight for place, weight in enumerate(weights) if place not in set(places))

    return without


def found_in(weights: Sequence[float]) -> list[tuple[int, float]]:
    """Explain such a text."""
    return falls(len(weights), whole=sum(weights), without=additive(weights))


def test_words_of_a_short_text_are_each_weighed() -> None:
    """Up to eight words nothing is guessed: every word gets exactly what it adds."""
    assert found_in([0, 2, 0, 1]) == [(1, 2), (3, 1)]


def test_words_that_speak_against_the_score_are_left_out() -> None:
    """A moderator who asks why a comment scored high must not be shown its politeness."""
    assert found_in([3, -1, 0]) == [(0, 3)]


def test_text_without_words_has_no_explanation() -> None:
    """A comment may be an emoji, or empty."""
    assert found_in([]) == []


@pytest.mark.parametrize("words", [9, 60, 500])
def test_nothing_is_named_where_no_stretch_matters(words: int) -> None:
    """A score that rests on no word in particular must not be pinned on one."""
    assert found_in([0.0] * words) == []


@given(words=st.integers(1, 200), at=st.integers(0, 199))
def test_one_telling_word_is_found_wherever_it_stands(words: int, at: int) -> None:
    """The insult in an essay is the reason, be it the first word or the last."""
    weights = [0.0] * words
    weights[at % words] = 4.0

    assert found_in(weights) == [(at % words, 4.0)]


def test_two_insults_far_apart_are_both_found() -> None:
    """The first alone would explain half of the score."""
    weights = [0.0] * 60
    weights[3], weights[50] = 4.0, 3.0

    assert found_in(weights) == [(3, 4.0), (50, 3.0)]


def test_stretch_that_matters_little_is_not_searched() -> None:
    """Beside a threat a rude word is no reason, and looking for it costs time."""
    weights = [0.0] * 60
    weights[3], weights[50] = 4.0, 1.0

    assert found_in(weights) == [(3, 4.0)]


@given(st.lists(st.integers(-5, 5), max_size=200))
def test_falls_are_true_positive_and_heaviest_first(weights: list[int]) -> None:
    """Whatever is shown must be what hiding that word does, in the order of a reader's interest."""
    found = found_in(weights)

    assert all(fall == weights[word] > 0 for word, fall in found)
    assert found == sorted(found, key=lambda pair: -pair[1])


@given(st.lists(st.floats(0, 1), min_size=9, max_size=200))
def test_long_text_costs_a_third_of_the_looks(weights: list[float]) -> None:
    """Each look runs the encoder; sixty of them would be two seconds of somebody's waiting."""
    looks = []

    def without(places: Sequence[int]) -> float:
        looks.append(places)
        return additive(weights)(places)

    falls(len(weights), whole=sum(weights), without=without)

    assert len(looks) <= 8 + 2 * -(-len(weights) // 8)
