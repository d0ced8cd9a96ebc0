"""Words are found where they stand whole, and the quick way finds the same ones."""

from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.readings.whole_words import Spelling, WholeWords

_SPELLINGS = [
    Spelling("can", False, False),
    Spelling("fool", True, False),
    Spelling("head", False, True),
    Spelling("you fool", False, False),
    Spelling("f-word", False, False),
    Spelling("дурак", False, False),
    Spelling("шут", True, False),
    Spelling("ばか", False, False),
    Spelling("a.", False, False),
    Spelling("☠", False, False),
]
_WORDS = WholeWords(_SPELLINGS)
_PIECES = st.sampled_from(
    str.split(
        "can,can't,fool,ish,egghead,you fool,you.fool,f-word,f word,дурак,и,шутник,このばかが,a.,a,☠, ,'", ","
    )
)


def test_each_kind_of_spelling_is_found() -> None:
    """Letters of any script, phrases, signs, and what may begin or end in any way."""
    found = {
        number for number, _, _ in _WORDS.find("you fool can foolish egghead f-word дурак шутник このばかが a. ☠")
    }

    assert found == set(range(len(_SPELLINGS)))


@given(st.lists(_PIECES, max_size=8).map("".join))
def test_numbers_are_those_of_what_is_found(text: str) -> None:
    """A backtest that does not find a word never reads its comment again."""
    assert _WORDS.numbers(text) == {number for number, _, _ in _WORDS.find(text)}
