"""What a word that censors itself stands for."""

import pytest

from moderation.domain.readings.masks import ANY_LETTER
from moderation.domain.readings.unmasking import Unmasking, masked_in
from moderation.domain.readings.view import View, as_typed
from moderation.domain.text import normalise
from tests.work import calls_of

_UNMASKING = Unmasking(["fuck", "bitch", "moron", "shit"], ["kill you", "die slowly"])


def _masked(typed: str) -> View:
    return next(view for view in normalise(typed).hard if view.name == "masked")


def _phrases(typed: str) -> list[View]:
    view = _masked(typed)
    return _UNMASKING.phrases(view, list(masked_in(view)))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("f**k", ["fuck"]),
        ("m#r#n", ["moron"]),
        ("f***", ["fuck"]),
        ("sh't", ["shit"]),
        ("b_tch", ["bitch"]),
        ("c**p", []),
        ("f1ck", ["fuck"]),
        ("c🍑nt f🍑ck", ["fuck"]),
    ],
)
def test_masked_words_are_told(typed: str, words: list[str]) -> None:
    """Everybody knows what the stars stand for, and so does the list."""
    assert [word for word, _, _ in _UNMASKING.words(masked_in(_masked(typed)))] == words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("b****d", []),
        ("bly**s", ["blyads"]),
        ("b*******h", []),
        ("b*****h", ["bitch"]),
        ("f**d", []),
        ("c*t", []),
        ("c**t", ["cunt"]),
        ("f*k", ["fuck"]),
    ],
)
def test_few_letters_stand_for_what_everybody_thinks_of(typed: str, words: list[str]) -> None:
    """Of two letters an ending that lists do not hold, or half a dozen stars too many, make no word."""
    words_with_endings = ["fuck", "fucked", "bitch", "cunt", "blyads", "blyaed"]
    unmasking = Unmasking(words_with_endings, [], bare={"fuck", "bitch", "cunt", "blyad"})

    assert [word for word, _, _ in unmasking.words(masked_in(_masked(typed)))] == words


def test_masked_words_of_a_phrase_are_read_in_place() -> None:
    """A threat is no less one with a star in it."""
    assert "i will kill you" in [view.text for view in _phrases("I will k*ll y*u")]


def test_nothing_is_read_where_nothing_fits() -> None:
    """Stars alone say nothing."""
    assert _phrases("zz**z q*q") == []


def test_a_word_without_its_first_letter_is_compared_with_few() -> None:
    """However many listed words have as many letters, most of them are ruled out by the last one."""
    letters = "bcdfghjklmnpqrstvwxyz"
    words = [f"{a}{b}a{c}" for a in letters for b in letters for c in letters]
    unmasking, typed = Unmasking(words, []), as_typed(f"{ANY_LETTER}bak")

    assert {word for word, _, _ in unmasking.words(masked_in(typed))} == {f"{a}bak" for a in letters}
    assert calls_of(lambda: list(unmasking.words(masked_in(typed)))) < len(words)
