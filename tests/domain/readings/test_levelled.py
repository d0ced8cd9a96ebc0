"""However words stand apart, they are read as if one space did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.readings.levelled import evened, levelled

_PIECES = st.sampled_from(["you", "fool", "a", " ", "  ", "\n", "\x1e", "-", "_", "*", "#", "\u00a0", "é", "."])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("you  fool", "you fool"),
        ("you-\nfool", "you fool"),
        ("**you** #fool", "**you fool"),
        ("a*b, c", "a*b, c"),
        (" you\u00a0fool\n", "you fool"),
    ],
)
def test_words_stand_apart_by_one_space(text: str, words: str) -> None:
    """A phrase of a list is found over a line end, a hyphen and a sign that dresses a word up."""
    assert evened(text) == words


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_the_quick_way_reads_the_same(text: str) -> None:
    """A glance that reads otherwise than judging does would miss a word."""
    assert evened(text) == levelled(text).words.strip()


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_a_place_leads_back_to_its_character(text: str) -> None:
    """What a moderator is shown is where the word was typed."""
    level = levelled(text)

    assert all(text[level.place(at)] == sign for at, sign in enumerate(level.words) if sign != " ")
