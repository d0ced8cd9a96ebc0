"""Words of many lists found in one pass over each reading of a text."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import islice
from operator import attrgetter
from typing import TypeVar

from moderation.domain.accents import is_meant, letters_by_list
from moderation.domain.folded import BETWEEN
from moderation.domain.patterns import Pattern, PatternInvalid, compile_regex
from moderation.domain.readings.levelled import Level, differing, evened, levelled
from moderation.domain.readings.likeness import Likeness, Rows
from moderation.domain.readings.unmasking import MASK, Masked, Unmasking, masked_in
from moderation.domain.readings.variants import with_ending
from moderation.domain.readings.view import View, as_typed
from moderation.domain.readings.whole_words import Match, WholeWords
from moderation.domain.spelt import Entry, Listed, Spelt, Written, lists_of
from moderation.domain.text import REVEALED, NormalisedText
from moderation.domain.verdict import Span

__all__ = ["Entry", "Hit", "Lexicon", "Pattern", "PatternInvalid", "compile_regex", "with_article"]

_ARTICLE = re.compile(r"(?i)(?<![^\W_])an?\s+$")
#: Endings that a word with any ending is looked for with where it is only guessed at.
_ENDINGS = ("", "s", "ed", "er", "ers", "ing", "y")
_CYRILLIC_ENDINGS = (
    "",
    "а",
    "ы",
    "и",
    "у",
    "ец",
    "ть",
    "ый",
    "ая",
    "ые",
    "ого",
    "ом",
    "ка",
    "ки",
    "ня",
    "ло",
    "ина",
)
#: The number of a part or a product, in a text that is not all capitals: F4K2, SH-17.
_CODE = re.compile(r"(?=(?:[A-Z-]*[0-9]){2})[A-Z0-9-]{2,5}[0-9]")
#: Which readings are searched for likenesses, beside the soft one of a text that was read through.
_GUESSED = frozenset({REVEALED, "joined", "leet", "split", "flat"})
_MOST_GUESSED = 4
#: Where listed words stand in more places than these a person looks, and the rules see the first of them. Everyday
#: words are listed too: an essay of 20,000 characters has some 2,500.
MOST_PLACES = 4_000
#: So many hits are seen of a text that was not read through, at which a person looks anyway.
HITS_OF_CROWDED = 750
#: A text of no more characters is searched before it is asked where what was found stands.
_QUICK = 1_000
#: The key under which `find` says so; no list has this name.
CROWDED = ""
_PLACE = attrgetter("span.start", "span.end", "word")
_ALL = slice(None)


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """Where a word of a list stands."""

    span: Span
    word: str
    #: The reading in which it was found.
    view: str = "soft"


@dataclass(frozen=True, slots=True)
class _Alike:
    """Terms that are spelt alike and take the same endings: where one stands, all stand."""

    terms: tuple[Written, ...]
    #: The lists that they are of, each once.
    lists: tuple[str, ...]
    #: Those of them that are meant where the word was typed without any accent.
    plain: tuple[Written, ...]
    plain_lists: tuple[str, ...]


_T = TypeVar("_T")


class _ByNumber(dict[int, _T]):
    """What is to be known of a spelling, by its number; each worked out once."""

    def __init__(self, known: Callable[[int], _T]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, number: int) -> _T:
        known = self[number] = self._known(number)
        return known


@dataclass(frozen=True, slots=True)
class Look:
    """What a search for all lists has brought."""

    #: What may have been found.
    found: Set[Listed]
    #: Tells the start and end of what was found by list, in no order, and maybe twice.
    places: Callable[[], Mapping[str, Sequence[tuple[int, int]]]]
    #: Whether that is not all.
    is_crowded: bool = False

    @property
    def lists(self) -> frozenset[str]:
        """The lists of which a word may have been found."""
        return frozenset().union(*(each.lists for each in self.found))


@dataclass(frozen=True, slots=True)
class _Searched:
    """A reading in which words were looked for, and what may have been found."""

    view: View
    level: Level
    is_hard: bool
    #: The part of it that was searched, and where that begins.
    words: str
    offset: int
    matches: Iterable[Match]
    #: What its masked words stand for; `None` where it is not read for these.
    unmasked: "tuple[_Found, ...] | None" = None


#: Where terms stand in the text as typed, in which reading, which they are and of which lists.
_Found = tuple[int, int, str, tuple[Written, ...], tuple[str, ...]]


class Lexicon:
    """All the words of all lists, compiled once and then looked for in any number of texts."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Compile the lists; words are folded as texts are, so a list may be written with capitals and accents."""
        self._spelt = Spelt(entries)
        listed = self._spelt.listed
        self._letters = letters_by_list(listed)
        self._counting = {
            (is_hard, has_variants): _ByNumber(
                partial(_counted, self._spelt, self._letters, is_hard=is_hard, has_variants=has_variants)
            )
            for is_hard in (False, True)
            for has_variants in (False, True)
        }
        #: The lists of a spelling, by its number.
        self._listed_at = _ByNumber(self._spelt.listed_at)
        #: The names of all the lists.
        self.lists = frozenset(term.list for term in listed)
        self._hard_lists = frozenset(term.list for term in listed if term.is_hard)
        self._whole_words = WholeWords(self._spelt.spellings())
        #: The same by the number of a match; `None` until it is asked for.
        self._listed_by_match: list[Listed | None] = [None] * len(self._whole_words.by_match)
        #: How far a word may reach, with what is looked at behind it.
        self._reach = self._spelt.longest + 2
        firm = [term for term in listed if term.is_hard and not term.needs_accents]
        self._masked_terms: dict[str, list[Written]] = {}
        for term in firm:
            for ending in _endings(term):
                self._masked_terms.setdefault(with_ending(term.folded, ending), []).append(term)
        words = [word for word in self._masked_terms if " " not in word]
        phrases = [word for word in self._masked_terms if " " in word]
        stems = [term.folded for term in firm if term.opens]
        self._unmasking = Unmasking(words, phrases, stems=stems, bare={term.folded for term in firm})
        self._likeness = Likeness(words, phrases)

    def find(self, text: NormalisedText) -> dict[str, list[Hit]]:
        """Return the hits by list, first to last, each word once at each place."""
        found: dict[str, dict[tuple[int, int, str], Hit]] = {}
        some, is_all = self._first(text, self._searched(text))
        for start, end, name, terms, _ in some:
            for term in terms:
                read = "spelling" if term.is_variant and name == "soft" else name
                hits = found.setdefault(term.list, {})
                hits.setdefault((start, end, term.word), Hit(Span(start, end), term.word, read))
        ordered = {name: sorted(hits.values(), key=_PLACE) for name, hits in found.items()}
        return ordered if is_all else {**ordered, CROWDED: []}

    def look(self, text: NormalisedText) -> "Look":
        """Search a text, and tell at once which lists may have a word in it; where, when it is asked."""
        if len(text.typed) > _QUICK:
            return self._whole(text, self._searched(text))
        searched = list(self._searched(text))
        found, may_be_more = self._listed_in(searched)
        if may_be_more:
            return self._whole(text, searched)
        return Look(found, lambda: self._places(*self._first(text, searched)))

    def _whole(self, text: NormalisedText, searched: Iterable["_Searched | None"]) -> "Look":
        places = self._places(*self._first(text, searched))
        found = {self._spelt.listed_as((name,)) for name in places if name != CROWDED}
        return Look(found, lambda: places, is_crowded=CROWDED in places)

    def _listed_in(self, searched: Iterable["_Searched | None"]) -> tuple[Set[Listed], bool]:
        """What may have been found, and whether that may be more hits than are looked at."""
        found: list[Listed] = []
        known = self._listed_by_match
        for each in searched:
            if each is None:
                return set(found), True
            found += [known[index] or self._listed_of_match(index) for index, _, _ in each.matches]
            found += [self._listed_at[number] for number, _, _ in self._whole_words.find_signs(each.words)]
            found += [self._spelt.listed_as(lists) for _, _, _, _, lists in each.unmasked or ()]
        return set(found), len(found) >= MOST_PLACES

    def _listed_of_match(self, index: int) -> Listed:
        known = self._listed_by_match[index] = self._listed_at[self._whole_words.by_match[index]]
        return known

    @staticmethod
    def _places(some: Iterable[_Found], is_all: bool) -> dict[str, list[tuple[int, int]]]:
        """The start and end of what was found by list, in no order, and maybe twice."""
        found: dict[str, list[tuple[int, int]]] = {}
        for start, end, _, _, lists in some:
            place = (start, end)
            for name in lists:
                if name in found:
                    found[name].append(place)
                else:
                    found[name] = [place]
        return found if is_all else {**found, CROWDED: []}

    def apart(self, token: str) -> str | None:
        """Return the words that a folded token is glued from, a listed one among them; `None` where it is not."""
        return self._likeness.apart(token)

    def glance(self, folded: str) -> set[str]:
        """Return the lists of which a word may stand in a text, by `folded.folded_of` alone: never one too few."""
        found: set[str] = set()
        if self._hard_lists:
            found.update(self._hard_lists if self._likeness.may_read(folded) else self._masked_lists(folded))
        for number in self._whole_words.numbers(evened(folded)):
            found.update(self._listed_at[number].lists)
        return found

    def _masked_lists(self, folded: str) -> Iterator[str]:
        """Yield the lists of which a word may be meant by one that censors itself."""
        if MASK.search(folded) is None:
            return
        for reading in filter(MASK.search, folded.split(BETWEEN)):
            view = as_typed(reading)
            masked = list(masked_in(view))
            for word, _, _ in self._unmasking.words(masked):
                yield from (term.list for term in self._masked_terms[word])
            for phrases in self._unmasking.phrases(view, masked):
                counting = self._counting[True, True]
                for number, _, _ in self._whole_words.find(levelled(phrases.text).words):
                    if (alike := counting[number]) is not None:
                        yield from alike.lists

    def _first(self, text: NormalisedText, searched: Iterable["_Searched | None"]) -> tuple[list[_Found], bool]:
        """What is found, as far as the rules see it, and whether that is all."""
        some: list[_Found] = []
        left = HITS_OF_CROWDED if text.is_crowded else MOST_PLACES
        for each in searched:
            if each is None:
                return some, False
            for found in self._in(text, each):
                some.append(found)
                left -= len(found[3]) if text.is_crowded else 1
                if left <= 0:
                    return some, False
        return some, True

    def _in(self, text: NormalisedText, searched: "_Searched") -> Iterable[_Found]:
        """What was found in a reading."""
        return self._matches(text, searched) if searched.unmasked is None else searched.unmasked

    def _searched(self, text: NormalisedText) -> Iterator["_Searched | None"]:
        """Search reading by reading; `None` comes last where more could be read than is."""
        soft = levelled(text.soft.text)
        yield self._search(text.soft, soft, is_hard=False)
        for view in text.hard:
            if view.name != "masked":
                yield self._beside(view, soft)
        yield from self._guessed(text, soft)

    def _search(self, view: View, level: Level, *, is_hard: bool, part: slice = _ALL) -> "_Searched":
        words = level.words[part]
        return _Searched(view, level, is_hard, words, part.start or 0, self._whole_words.search(words))

    def _beside(self, view: View, soft: Level) -> "_Searched":
        """What a hard reading holds that the soft one does not: only where they differ is looked."""
        level = levelled(view.text)
        part = differing(level.words, soft.words, reach=self._reach)
        return self._search(view, level, is_hard=True, part=part)

    def _matches(self, text: NormalisedText, searched: "_Searched") -> Iterator[_Found]:
        view, level, is_hard = searched.view, searched.level, searched.is_hard
        name, words, offset = view.name, searched.words, searched.offset
        typed, is_plain, origin, ends = text.typed, text.typed.isascii(), view.origin, view.ends
        # Honest Russian is no misspelt English.
        counting = self._counting[is_hard, name != "skeleton"]
        for number, first, last in self._whole_words.find(words, searched.matches):
            if (alike := counting[number]) is None:
                continue
            first, last = first + offset, last + offset - 1
            if level.wide:
                first, last = level.place(first), level.place(last)
            start = origin[first]
            end = origin[last] + 1 if ends is None else max(ends[last], start + 1)
            if is_hard and _CODE.fullmatch(typed, start, end) is not None and not typed.isupper():
                continue
            if is_plain or typed[start:end].isascii():
                terms, lists = alike.plain, alike.plain_lists
            else:
                span, is_guess = Span(start, end), name == "spelling"
                terms = tuple(
                    term
                    for term in alike.terms
                    if is_meant(term, text, span=span, letters=self._letters, is_guess=is_guess)
                )
                lists = lists_of(terms)
            if terms:
                yield start, end, name, terms, lists

    def _guessed(self, text: NormalisedText, soft: Level) -> Iterator["_Searched | None"]:
        """What censors itself, and what only sounds or looks like a listed word; `None` where there is more."""
        readings = [] if text.is_crowded else [text.soft]
        readings += islice((view for view in text.hard if view.name in _GUESSED), _MOST_GUESSED)
        for view in (view for view in text.hard if view.name == "masked"):
            masked = list(masked_in(view))
            yield _Searched(view, soft, True, "", 0, (), tuple(self._unmasked(view, masked)))
            for phrases in self._unmasking.phrases(view, masked):
                yield self._beside(phrases, soft)
        rows = Rows()
        for view in readings:
            if (spelt := self._likeness.read(view, rows)) is not view:
                yield self._beside(spelt, soft)
        if rows.is_cut:
            yield None

    def _unmasked(self, view: View, masked: Iterable[Masked]) -> Iterator[_Found]:
        for word, first, last in self._unmasking.words(masked):
            span, terms = view.span(first, last), tuple(self._masked_terms[word])
            yield span.start, span.end, "masked", terms, lists_of(terms)


def _counted(
    spelt: Spelt, letters: Mapping[str, frozenset[str]], number: int, *, is_hard: bool, has_variants: bool
) -> _Alike | None:
    """Group the terms of one spelling that count, where there is any."""
    terms = [term for term in spelt.terms(number) if term.is_hard or not is_hard]
    terms = [term for term in terms if has_variants or not term.is_variant]
    # A word typed without any accent is meant: all but short ones that need theirs.
    plain = tuple(each for each in terms if each.is_variant or not each.needs_accents or each.list not in letters)
    return _Alike(tuple(terms), lists_of(terms), plain, lists_of(plain)) if terms else None


def with_article(text: NormalisedText, place: tuple[int, int]) -> tuple[int, int]:
    """Widen the place of a hit on a noun by the indefinite article before it: "an idiot"."""
    start, end = place
    found = _ARTICLE.search(text.typed[max(start - 40, 0) : start])
    return (start - len(found[0]), end) if found else place


def _endings(term: Written) -> tuple[str, ...]:
    """The endings with which a term is looked for where it is only guessed at."""
    if not term.opens:
        return ("",)
    return _ENDINGS if term.folded.isascii() else _CYRILLIC_ENDINGS
