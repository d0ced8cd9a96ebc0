"""What a word would do before it is saved."""

import pytest

from moderation.domain.collisions import DISGUISES, collisions_of
from moderation.domain.matching import Entry


def test_word_that_is_in_others_is_told_with_those_that_it_catches() -> None:
    """An editor who adds `cock*` should see cockpit before the readers do."""
    told = collisions_of(
        Entry("new", "cock*", "hard"),
        dictionary=["cockpit", "cocktail", "peacock", "harbour"],
        comments=["The cockpit was small.", "Good morning."],
        names=["Ann Cockburn", "Ann Cockburn", "Bob"],
    )

    assert {"cockpit", "cocktail"} <= set(told.words)
    assert "peacock" not in told.words
    assert told.comments == ("The cockpit was small.",)
    assert told.names == ("Ann Cockburn",)
    assert (told.comments_checked, told.names_checked) == (2, 2)


def test_soft_word_tells_what_escapes_it() -> None:
    """`fold: soft` is a choice, and this is its price."""
    told = collisions_of(Entry("new", "idiot", "soft"))

    assert {"digits", "spaces", "dots", "a star"} <= set(told.escapes)
    assert not {"capitals", "invisible characters", "look-alikes", "full width"} & set(told.escapes)


def test_hard_word_lets_nothing_common_through() -> None:
    """Every disguise here is seen through for a word of some length."""
    assert collisions_of(Entry("new", "scoundrel", "hard")).escapes == ()


@pytest.mark.parametrize("word", ["", "*", "f", "ё", "\u0301", "sh it", "a" * 300])
def test_any_word_can_be_asked_about(word: str) -> None:
    """A page asks while the editor types."""
    told = collisions_of(Entry("new", word, "hard"))

    assert set(told.escapes) <= set(DISGUISES)
