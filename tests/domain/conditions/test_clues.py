"""What a condition needs, and how it is found by the rarest of that."""

from functools import reduce
from operator import or_

from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.conditions.clues import Clues, Guarded
from moderation.domain.conditions.expression import Terms, Word

_LISTS = {"you": ("you", "your"), "insults": ("moron", "imbecile"), "asked": ("please", "should")}
_CLUES = Clues(_LISTS)
_BITS = [_CLUES.needed(Word(terms=Terms(list=name))) for name in _LISTS]
_GROUPS = st.sets(st.sampled_from(_BITS)).map(lambda bits: reduce(or_, bits, 0))


@given(needs=st.lists(_GROUPS), clues=_GROUPS)
def test_what_is_open_has_all_that_it_needs(needs: list[int], clues: int) -> None:
    """Whatever is taken for rare: nothing is left out, nothing is asked in vain, and the order stays."""
    guarded = Guarded(_CLUES, ((each, at) for at, each in enumerate(needs)))

    assert guarded.open_to(clues) == [at for at, each in enumerate(needs) if each & clues == each]
    assert guarded.needs_clues == any(needs)


def test_a_word_that_nobody_needs_every_day_is_the_rarest() -> None:
    """A rule about "you" and an insult is looked at where an insult is, not in every comment."""
    you, insults, asked = _BITS

    assert _CLUES.rarest(you | insults | asked) == insults
    assert _CLUES.rarest(you | asked) == asked
