"""Where somebody is meant who is neither here nor in the article: "he", "that woman", "Mrs. Alvarez"."""

from collections.abc import Sequence
from typing import Final

from moderation.domain.aim import addressing
from moderation.domain.aim.names import TITLES
from moderation.domain.aim.reading import SHORT_FORMS, Reading
from moderation.domain.aim.terms import MARKS

_TITLED: Final = TITLES | SHORT_FORMS
#: What goes before somebody scorned: "said the idiot" is about a commenter.
_SCORNFUL: Final = frozenset({"this", "that", "some"})


def somebody_else(reading: Reading, known: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Find somebody else, as half-open runs of words.

    A pronoun behind one of those `known`, in order, stands for them.
    """
    words = reading.words
    first = known[0][0] if known else len(words)
    taken = {i for start, end in known for i in range(start, end)}
    only_you = _is_object_of_you(words, known)
    places = [(i, i + 1) for i in reading.where(addressing.PRONOUNS) if i < first or only_you]
    places += [
        (i - 1, i + 1)
        for i in reading.where(addressing.SOMEBODY)
        if i
        and i not in taken
        and words[i - 1] in addressing.DETERMINERS
        and words[i - 1] != "your"
        and words[i + 1 : i + 3] not in (["who", "wrote"], ["who", "posted"], ["who", "writes"])
    ]
    places += [(i - 1, i + 1) for i in reading.where(addressing.SCORNED) if i and words[i - 1] in _SCORNFUL]
    return places + _titled(reading, taken)


def _is_object_of_you(words: Sequence[str], known: Sequence[tuple[int, int]]) -> bool:
    """Whether only a "you" is known so far, so that "he" is a third one."""
    return all(words[start] in addressing.YOU and end == start + 1 for start, end in known)


def _titled(reading: Reading, taken: set[int]) -> list[tuple[int, int]]:
    """Where a title goes before a name."""
    words, places = reading.words, []
    for i in reading.where(_TITLED):
        name = i + 1 + (words[i + 1 : i + 2] == ["."])
        if name < len(words) and i not in taken and name not in taken and _is_name(reading, name):
            places.append((i, name + 1))
    return places


def _is_name(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    return word not in MARKS and word not in addressing.OFFICES and reading.is_capital(i)
