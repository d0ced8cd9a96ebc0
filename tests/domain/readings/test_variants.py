"""How a word may be misspelt on purpose, and which misspellings are words of their own."""

import pytest

from moderation.domain.readings.innocent import INNOCENT
from moderation.domain.readings.ordinary import ORDINARY
from moderation.domain.readings.variants import spellings, with_ending


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("fuck", "fu ck"),
        ("fuck", "kcuf"),
        ("fuck", "fcuk"),
        ("fuck", "phuck"),
        ("fuck", "fck"),
        ("fuck", "fvck"),
        ("idiot", "iddiot"),
        ("idiot", "youidiot"),
        ("stupid", "stuid"),
        ("idiot", "idiotyou"),
        ("kill yourself", "killyourself"),
        ("kill yourself", "flesruoy llik"),
        ("сука", "suka"),
        ("сука", "cyka"),
        ("мудак", "mudak"),
        ("на хуй", "na xuj"),
        ("чтоб ты сдох", "4tob ty sdox"),
        ("идиот", "toidi"[::-1]),
        ("հիմար", "himar"),
        ("շուն", "shun"[::-1][::-1] + "ik"[:0]),
    ],
)
def test_word_is_spelt_as_evaders_do(word: str, other: str) -> None:
    """What a list does not hold it cannot find."""
    spelt = dict(spellings(word, is_open=False))

    assert other in spelt or other in INNOCENT


@pytest.mark.parametrize(
    ("word", "innocent"),
    [
        ("penis", "pen is"),
        ("whore", "who re"),
        ("crap", "carp"),
        ("liar", "lair"),
        ("liar", "rail"),
        ("monkey", "money"),
        ("garbage", "garage"),
        ("raped", "rapped"),
        ("putain", "putin"),
        ("anal", "lana"),
        ("hell", "he ll"),
    ],
)
def test_spelling_that_is_an_ordinary_word_is_left_out(word: str, innocent: str) -> None:
    """Money is not a misspelt monkey."""
    assert innocent not in dict(spellings(word, is_open=False))


def test_misspelling_of_an_open_word_has_no_open_end() -> None:
    """`darkie*` would otherwise find Darien, and `turd*` Trudeau."""
    spelt = dict(spellings("turd", is_open=True))

    assert not any(is_open for other, is_open in spelt.items() if " " not in other)


@pytest.mark.parametrize("word", ["as", "ass", "🖕", "a1"])
def test_short_word_has_no_spellings(word: str) -> None:
    """Three letters in another order are another word more often than not."""
    assert dict(spellings(word, is_open=False)) == {}


def test_lists_of_ordinary_words_are_in_lower_case() -> None:
    """They are compared with folded text."""
    assert all(word == word.lower() for word in ORDINARY | INNOCENT)


@pytest.mark.parametrize(("word", "plural"), [("bitch", "bitches"), ("idiot", "idiots"), ("ass", "asses")])
def test_plural_is_formed_as_english_does(word: str, plural: str) -> None:
    """A list that writes the stem alone means its plural too."""
    assert with_ending(word, "s") == plural
