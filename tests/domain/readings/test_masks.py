"""Words that censor themselves."""

import pytest

from moderation.domain.readings.masks import ANY_LETTER, ANY_VOWEL, masked, uncensored
from moderation.domain.readings.view import as_typed


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("f**k", "f??k"),
        ("f***", "f???"),
        ("sh-t", "sh^t"),
        ("f#ck you", "f?ck you"),
        ("s--t", "s??t"),
        ("fxck", "f^ck"),
        ("*diot", "?diot"),
        ("s🍆it", "s?it"),
        ("we 🍆 it", "we 🍆 it"),
        ("an *m*ni*n", "an ?m?ni?n"),
        ("an *almond* tree", "an *almond* tree"),
        ("f**k and sh-t", "f??k and sh^t"),
        ("idiot!", "idiot!"),
        ("he'll", "he'll"),
        ("up-to", "up-to"),
        ("R&D", "R&D"),
        ("a.b", "a.b"),
        ("**bold**", "**bold**"),
        ("plain words", "plain words"),
    ],
)
def test_masks_become_wildcards(typed: str, text: str) -> None:
    """A sign in place of a letter may be any letter, a common sign only a vowel."""
    expected = text.replace("?", ANY_LETTER).replace("^", ANY_VOWEL)

    assert masked(as_typed(typed)).text == expected


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("f**k", "fuck"),
        ("F**K", "FUCK"),
        ("what the f***?", "what the fuck?"),
        ("b*tch", "bitch"),
        ("bullsh*t", "bullshit"),
        ("5*4 and x*y", "5*4 and x*y"),
        ("a*b*c", "a*b*c"),
        ("g*rden", "g*rden"),
    ],
)
def test_commonest_masked_words_are_read_in_full(typed: str, text: str) -> None:
    """A model knows the word, not its mask."""
    assert uncensored(as_typed(typed)).text == text
