"""What a word would do before it is saved."""

import pytest

from moderation.domain.collisions import DISGUISES, Trial, collisions_among, collisions_of
from moderation.domain.matching import Entry

TEXTS = ["A cockpit.", "A cock.", "An idiot."]


def test_word_that_is_in_others_is_told_with_those_that_it_catches() -> None:
    """An editor who adds `cock*` should see cockpit before the readers do."""
    trial = Trial(
        dictionary=["cockpit", "cocktail", "peacock", "harbour"],
        comments=["The cockpit was small.", "Good morning."],
        names=["Ann Cockburn", "Ann Cockburn", "Bob"],
    )
    told = collisions_of(Entry("new", "cock*", "hard"), trial)

    assert {"cockpit", "cocktail"} <= set(told.words)
    assert "peacock" not in told.words
    assert told.comments == ("The cockpit was small.",)
    assert told.names == ("Ann Cockburn",)
    assert (told.comments_caught, told.comments_checked, told.names_checked) == (1, 2, 2)


def test_soft_word_tells_what_escapes_it() -> None:
    """`fold: soft` is a choice, and this is its price."""
    told = collisions_of(Entry("new", "idiot", "soft"), Trial())

    assert {"digits", "spaces", "dots", "a star"} <= set(told.escapes)
    assert not {"capitals", "invisible characters", "look-alikes", "full width"} & set(told.escapes)


def test_hard_word_lets_nothing_common_through() -> None:
    """Every disguise here is seen through for a word of some length."""
    assert collisions_of(Entry("new", "scoundrel", "hard"), Trial()).escapes == ()


@pytest.mark.parametrize("word", ["", "*", "f", "ё", "\u0301", "sh it", "a" * 300])
def test_any_word_can_be_asked_about(word: str) -> None:
    """A page asks while the editor types."""
    told = collisions_of(Entry("new", word, "hard"), Trial())

    assert set(told.escapes) <= set(DISGUISES)


def test_many_words_are_told_apart_in_one_reading() -> None:
    """A whole policy is tried in seconds; each word still answers for itself alone."""
    entries = [Entry("a", "Cock*", "hard"), Entry("b", "cock", "soft"), Entry("a", "İdiot", "soft")]

    told = dict(collisions_among(entries, Trial(dictionary=["cockpit"], comments=TEXTS)))

    assert [told[entry].comments_caught for entry in entries] == [2, 1, 1]
    assert "cockpit" in told[entries[0]].words
    assert told[entries[1]].words == ()
    assert "spaces" in told[entries[1]].escapes
