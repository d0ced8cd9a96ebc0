"""The words of lists in all the ways in which they are written: each with a number, and what it stands for."""

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Final, Literal

from moderation.domain.readings.levelled import evened
from moderation.domain.readings.variants import spellings
from moderation.domain.readings.whole_words import Spelling
from moderation.domain.text import fold

#: Words short of this many letters are found without their accents only if they are written without.
_SHORT = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of a list; `*` at its end or start stands for any ending or beginning."""

    list: str
    word: str
    fold: Literal["soft", "hard"] = "soft"


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as it is looked for, in one of the ways in which it may be written."""

    list: str
    word: str
    folded: str
    is_hard: bool
    #: Whether another spelling of the word, which only counts as a disguise.
    is_variant: bool
    opens: bool
    closes: bool
    #: The word as it is written in the list.
    listed_as: str
    #: Whether it is too short to be found without its accents.
    needs_accents: bool = field(init=False)

    def __post_init__(self) -> None:
        """Tell once what is asked for every hit."""
        short = len(self.folded) < _SHORT and not self.word.isascii() and self.folded.isascii()
        object.__setattr__(self, "needs_accents", short)


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """What some spellings have in common: one object for all of them, told from others by its identity."""

    #: The lists that they are of, each once.
    lists: tuple[str, ...]


#: Whether a spelling opens, and whether it closes; one byte of a spelling is a place in here.
_EDGES: Final = tuple((opens, closes) for opens in (False, True) for closes in (False, True))


class Spelt:
    """Terms by the number of their spelling.

    There are some twenty spellings for each word, and hardly any is ever met: they are kept as bytes and numbers,
    and made terms when they are asked for.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Spell entries in every way; words are folded as texts are."""
        #: The terms of the entries as they are listed.
        self.listed = [term for entry in dict.fromkeys(entries) if (term := _listed(entry)) is not None]
        #: All spellings in one row, and where each ends.
        self._texts, self._ends = bytearray(), array("I", [0])
        #: By spelling: its edges, by their place in `_EDGES`.
        self._edges = bytearray()
        #: By spelling: the place of the first term in `listed`, negative (`~place`) where it is written otherwise.
        self._first: array[int] = array("i")
        self._listed: dict[tuple[str, ...], Listed] = {}
        #: How many characters the longest spelling has.
        self.longest = 0
        numbers: dict[tuple[bool, bool], dict[str, int]] = {each: {} for each in _EDGES}
        more: list[tuple[int, int]] = []
        for place, term in enumerate(self.listed):
            for text, edges, origin in _ways(term, place):
                number = numbers[edges].setdefault(text, len(self._edges))
                if number < len(self._edges):
                    more.append((number, origin))
                    continue
                self._texts += text.encode("utf-8", "surrogatepass")
                self._ends.append(len(self._texts))
                self._edges.append(_EDGES.index(edges))
                self._first.append(origin)
                self.longest = max(self.longest, len(text))
        #: The terms that share the spelling of another: the numbers of these spellings in order, and what `_first`
        #: holds of others.
        self._shared = array("i", sorted(number for number, _ in more))
        self._sharing = array("i", [origin for _, origin in sorted(more, key=itemgetter(0))])

    def spellings(self) -> Iterator[Spelling]:
        """Yield every spelling, in the order of their numbers."""
        return (Spelling(self._text(number), *_EDGES[edges]) for number, edges in enumerate(self._edges))

    def terms(self, number: int) -> list[Written]:
        """Return the terms that a spelling stands for."""
        low, high = bisect_left(self._shared, number), bisect_right(self._shared, number)
        return [self._term(number, origin) for origin in (self._first[number], *self._sharing[low:high])]

    def listed_at(self, number: int) -> Listed:
        """Return the lists of a spelling."""
        return self.listed_as(lists_of(self.terms(number)))

    def listed_as(self, lists: tuple[str, ...]) -> Listed:
        """Return the one object for some lists."""
        return self._listed.setdefault(lists, Listed(lists))

    def _term(self, number: int, origin: int) -> Written:
        if origin >= 0:
            return self.listed[origin]
        term, (opens, closes) = self.listed[~origin], _EDGES[self._edges[number]]
        text = self._text(number)
        return replace(term, word=term.listed_as, folded=text, is_variant=True, opens=opens, closes=closes)

    def _text(self, number: int) -> str:
        return self._texts[self._ends[number] : self._ends[number + 1]].decode("utf-8", "surrogatepass")


def lists_of(terms: Iterable[Written]) -> tuple[str, ...]:
    """Return the lists that terms are of, each once."""
    return tuple(dict.fromkeys(term.list for term in terms))


def accented(text: str) -> str:
    """Lower case, accents kept: `I` and `İ` as in Turkish or English alike."""
    return unicodedata.normalize("NFC", text[:200].replace("İ", "i").lower())


def _listed(entry: Entry) -> Written | None:
    word = entry.word.strip()
    opens, closes = len(word) > 1 and word.endswith("*"), len(word) > 1 and word.startswith("*")
    bare = word[1 if closes else 0 : -1 if opens else None].strip()
    folded = evened(fold(bare))
    if not folded:
        return None
    return Written(entry.list, accented(bare), folded, entry.fold == "hard", False, opens, closes, entry.word)


def _ways(term: Written, place: int) -> Iterator[tuple[str, tuple[bool, bool], int]]:
    """Yield how a term may be written, how that may go on, and which term it is."""
    yield term.folded, (term.opens, term.closes), place
    if term.is_hard and not term.closes:
        for other, any_ending in dict(spellings(term.folded, is_open=term.opens)).items():
            yield other, (any_ending, False), ~place
