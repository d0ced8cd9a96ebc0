"""The folded readings that are kept beside a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.folded import BETWEEN, folded_of, soft_of
from moderation.domain.matching import Entry, Lexicon
from moderation.domain.readings.unmasking import MASK
from moderation.domain.text import normalise

LEXICON = Lexicon(
    [
        Entry(list="hard", word="idiot", fold="hard"),
        Entry(list="open", word="fool*"),
        Entry(list="phrase", word="shut up"),
        Entry(list="accent", word="göt", fold="hard"),
    ]
)


@pytest.mark.parametrize(
    "text",
    ["You IDIOT", "1d10t", "i.d.i.o.t", "id**t", "Foolish!", "shut\nup", "GÖT", "йdiot", "an id1ot, sh-t, f00l"],
)
def test_a_glance_misses_no_word(text: str) -> None:
    """A word that a glance overlooks would keep its comment out of the report."""
    read = normalise(text)
    folded = folded_of(read)

    assert folded is not None
    assert LEXICON.glance(folded) >= LEXICON.find(read).keys()


@given(st.text(alphabet="idotfoIDOT10!@*.-_ \n\x1e“”ушg", max_size=30))
def test_a_glance_never_misses(text: str) -> None:
    """Whatever the disguise."""
    read = normalise(text)

    assert LEXICON.glance(folded_of(read) or "") >= LEXICON.find(read).keys()


def test_a_glance_spares_what_has_no_such_word() -> None:
    """A glance that sees words everywhere is no glance."""
    assert LEXICON.glance(folded_of(normalise("The idiotic fool of a council shuts up.")) or "") == {"open"}


def test_a_sign_that_may_hide_a_letter_hides_no_word_that_does_not_fit() -> None:
    """Every “expert” and every text has an x between letters, and few comments are worth reading again."""
    folded = folded_of(normalise("The experts wrote a text; id*ot")) or ""

    assert MASK.search(folded)
    assert LEXICON.glance(folded_of(normalise("The experts wrote a text")) or "") == set()
    assert "hard" in LEXICON.glance(folded)


def test_the_plain_reading_comes_first() -> None:
    """Patterns look at the plain reading alone."""
    folded = folded_of(normalise("You 1d10t")) or ""

    assert BETWEEN in folded
    assert soft_of(folded) == "you 1d10t"


def test_what_is_nothing_but_disguise_is_not_kept() -> None:
    """A text of twenty readings would take twenty times its room; it is folded again when it is looked at."""
    assert folded_of(normalise("f.u.c.k 1d10t sh1iit b!tch " * 70)) is None
