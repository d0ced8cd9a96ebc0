"""Words of many lists found in one pass over each reading of a text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter
from typing import Literal

import ahocorasick_rs

from moderation.domain.folded import BETWEEN
from moderation.domain.folding import COMPARED, SCRIPT_MARKS
from moderation.domain.likeness import Likeness
from moderation.domain.patterns import Pattern, PatternInvalid, compile_regex
from moderation.domain.text import REVEALED, NormalisedText, fold
from moderation.domain.unmasking import MASK, Unmasking
from moderation.domain.variants import spellings
from moderation.domain.verdict import Span
from moderation.domain.view import View, as_typed, rewrite
from moderation.domain.wordset import set_of

__all__ = ["Entry", "Hit", "Lexicon", "Pattern", "PatternInvalid", "compile_regex", "with_article"]

#: Signs that dress a word up and end no sentence: **so**, #so, @so, |so|.
_DRESS = r"[*~`|#@<>{}\[\]]"
#: A lone space, which is nearly every place where words stand apart, is passed over: it stays as it is.
_APART = re.compile(rf"(?! (?:[^\s_*~`|#@<>{{}}\[\]-]|\Z))(?:{_DRESS}*[\s_-]+{_DRESS}*)+")
_UNEVEN = re.compile(rf"[^\S ]|[_-]|\s\s|\s{_DRESS}|{_DRESS}\s")
#: Without one of these, or two spaces in a row, a text is even; far quicker to ask.
_ODD = re.compile(r"[\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000_\-*~`|#@<>{}\[\]]")
_MARKS = frozenset(SCRIPT_MARKS)
#: Scripts that put no space between words: there a word has no edges to look for.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
_ARTICLE = re.compile(r"(?i)(?<![^\W_])an?\s+$")
#: Words short of this many letters are found without their accents only if they are written without.
_SHORT = 5
_ACCENTED = 4
_FOREIGN_ACCENT = re.compile("[\u00c0-\u024f]")
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
#: A sentence with one of these, folded, is English, so that accents in it decorate.
_ENGLISH = set_of("you your youre the and are this that what with they not have off of from he she is")
#: Which readings of a text are searched for likenesses.
_GUESSED = frozenset({REVEALED, "joined", "leet", "split", "flat"})
_MOST_GUESSED = 4
#: A text with more hits than this is looked at by a person; the rules see the first of them.
MOST_HITS = 1_500
#: The key under which `find` says so; no list has this name.
CROWDED = ""
_PLACE = attrgetter("span.start", "span.end", "word")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of a list; `*` at its end or start stands for any ending or beginning."""

    list: str
    word: str
    fold: Literal["soft", "hard"] = "soft"


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """Where a word of a list stands."""

    span: Span
    word: str
    #: The reading in which it was found.
    view: str = "soft"


@dataclass(frozen=True, slots=True)
class _Term:
    list: str
    word: str
    folded: str
    is_hard: bool
    #: Whether another spelling of the word, which only counts as a disguise.
    is_variant: bool
    opens: bool
    closes: bool
    #: Whether it is too short to be found without its accents.
    needs_accents: bool = field(init=False)

    def __post_init__(self) -> None:
        """Tell once what is asked for every hit."""
        short = len(self.folded) < _SHORT and not self.word.isascii() and self.folded.isascii()
        object.__setattr__(self, "needs_accents", short)


#: Letters and digits that can only be part of a word.
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
#: Signs that are part of no word, whatever stands beside them.
_EDGES = frozenset(' \n.,!?;:"()/&+=%$')


@dataclass(frozen=True, slots=True)
class _Alike:
    """Terms that are spelt alike and take the same endings: where one stands, all stand."""

    opens: bool
    closes: bool
    terms: tuple[_Term, ...]
    #: The lists that they are of, each once.
    lists: tuple[str, ...]
    #: Those of them that are meant where the word was typed without any accent.
    plain: tuple[_Term, ...]
    plain_lists: tuple[str, ...]


#: Where terms stand in the text as typed, in which reading, which they are and of which lists.
_Found = tuple[int, int, str, tuple[_Term, ...], tuple[str, ...]]


class Lexicon:
    """All the words of all lists, compiled once and then looked for in any number of texts."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Compile the lists; words are folded as texts are, so a list may be written with capitals and accents."""
        terms = [term for entry in dict.fromkeys(entries) for term in _terms(entry)]
        self._letters = _letters_by_list(terms)
        self._by_pattern: dict[str, list[_Term]] = {}
        for term in terms:
            self._by_pattern.setdefault(term.folded, []).append(term)
        self._terms = list(self._by_pattern.values())
        self._may_open = [any(term.opens for term in terms) for terms in self._terms]
        self._may_close = [any(term.closes for term in terms) for terms in self._terms]
        #: The terms of a spelling that count in a kind of reading, by its number; each worked out once.
        self._counting: dict[tuple[bool, bool], dict[int, tuple[_Alike, ...]]] = {}
        #: The names of all the lists.
        self.lists = frozenset(term.list for term in terms)
        self._hard_lists = frozenset(term.list for term in terms if term.is_hard)
        patterns = list(self._by_pattern)
        self._automaton = ahocorasick_rs.AhoCorasick(patterns) if patterns else None
        firm = [term for term in terms if term.is_hard and not term.is_variant and not term.needs_accents]
        self._masked_terms: dict[str, list[_Term]] = {}
        for term in firm:
            for ending in _endings(term):
                self._masked_terms.setdefault(term.folded + ending, []).append(term)
        words = [word for word in self._masked_terms if " " not in word]
        phrases = [word for word in self._masked_terms if " " in word]
        self._unmasking = Unmasking(words, phrases)
        self._likeness = Likeness(words, phrases)

    def find(self, text: NormalisedText) -> dict[str, list[Hit]]:
        """Return the hits by list, first to last, each word once at each place."""
        found: dict[str, dict[tuple[int, int, str], Hit]] = {}
        some, is_all = self._first(text)
        for start, end, name, terms, _ in some:
            for term in terms:
                read = "spelling" if term.is_variant and name == "soft" else name
                hits = found.setdefault(term.list, {})
                hits.setdefault((start, end, term.word), Hit(Span(start, end), term.word, read))
        ordered = {name: sorted(hits.values(), key=_PLACE) for name, hits in found.items()}
        return ordered if is_all else {**ordered, CROWDED: []}

    def places(self, text: NormalisedText) -> dict[str, list[tuple[int, int]]]:
        """Return the start and end of what `find` finds by list, in no order, and maybe twice."""
        found: dict[str, list[tuple[int, int]]] = {}
        some, is_all = self._first(text)
        for start, end, _, _, lists in some:
            place = (start, end)
            for name in lists:
                if name in found:
                    found[name].append(place)
                else:
                    found[name] = [place]
        return found if is_all else {**found, CROWDED: []}

    def glance(self, folded: str) -> set[str]:
        """Return the lists of which a word may stand in a text, by `folded.folded_of` alone: never one too few."""
        if self._automaton is None:
            return set()
        found: set[str] = set()
        if self._hard_lists:
            found.update(self._hard_lists if self._likeness.may_read(folded) else self._masked_lists(folded))
        words = _APART.sub(" ", folded) if _is_uneven(folded) else folded
        for alike, _, _ in self._standing(words, is_hard=False, has_variants=True):
            found.update(alike.lists)
        return found

    def _masked_lists(self, folded: str) -> Iterator[str]:
        """Yield the lists of which a word may be meant by one that censors itself."""
        if MASK.search(folded) is None:
            return
        for reading in filter(MASK.search, folded.split(BETWEEN)):
            masked = as_typed(reading)
            for word, _, _ in self._unmasking.words(masked):
                yield from (term.list for term in self._masked_terms[word])
            for phrases in self._unmasking.phrases(masked):
                for alike, _, _ in self._standing(_levelled(phrases).text, is_hard=True, has_variants=True):
                    yield from alike.lists

    def _first(self, text: NormalisedText) -> tuple[list[_Found], bool]:
        """What is found, as far as the rules see it, and whether that is all."""
        some: list[_Found] = []
        left = MOST_HITS
        for found in self._all(text):
            left -= len(found[3])
            if left <= 0:
                start, end, name, terms, _ = found
                terms = terms[: len(terms) + left]
                return [*some, (start, end, name, terms, _lists_of(terms))], False
            some.append(found)
        return some, True

    def _all(self, text: NormalisedText) -> Iterator[_Found]:
        if self._automaton is None:
            return
        yield from self._matches(text, text.soft, is_hard=False)
        for view in text.hard:
            if view.name != "masked":
                yield from self._matches(text, view, is_hard=True)
        yield from self._guessed(text)

    def _matches(self, text: NormalisedText, view: View, *, is_hard: bool) -> Iterator[_Found]:
        level, name = _levelled(view), view.name
        typed, is_plain, origin, ends = text.typed, text.typed.isascii(), level.origin, level.ends
        # Honest Russian is no misspelt English.
        for alike, first, last in self._standing(level.text, is_hard=is_hard, has_variants=name != "skeleton"):
            start = origin[first]
            end = max(origin[last - 1] + 1 if ends is None else ends[last - 1], start + 1)
            if is_plain or typed[start:end].isascii():
                terms, lists = alike.plain, alike.plain_lists
            else:
                span, is_guess = Span(start, end), name == "spelling"
                terms = tuple(t for t in alike.terms if self._is_meant(t, text, span, is_guess=is_guess))
                lists = _lists_of(terms)
            if terms:
                yield start, end, name, terms, lists

    def _standing(self, words: str, *, is_hard: bool, has_variants: bool) -> Iterator[tuple[_Alike, int, int]]:
        """Terms and where they stand, as whole words, with the ending or beginning that they allow."""
        counting = self._counting.setdefault((is_hard, has_variants), {})
        size = len(words)
        for index, start, end in self._automaton.find_matches_as_indexes(words, overlapping=True):  # type: ignore[union-attr]
            before = words[start - 1] if start else " "
            after = words[end] if end < size else " "
            stand_apart = before in _EDGES and after in _EDGES
            # Nearly all others are parts of longer words; what plain letters settle is settled here.
            if not stand_apart and (
                (before in _PLAIN and words[start] in _PLAIN and not self._may_close[index])
                or (after in _PLAIN and words[end - 1] in _PLAIN and not self._may_open[index])
            ):
                continue
            some = counting.get(index)
            if some is None:
                counted = (t for t in self._terms[index] if not is_hard or t.is_hard)
                some = counting[index] = self._alike(t for t in counted if has_variants or not t.is_variant)
            for alike in some:
                if stand_apart:
                    yield alike, start, end
                elif _is_whole(words, start, end, alike):
                    first = _start_of_word(words, start) if alike.closes else start
                    yield alike, first, _end_of_word(words, end) if alike.opens else end

    def _alike(self, terms: Iterable[_Term]) -> tuple[_Alike, ...]:
        """Group terms of one spelling by the endings that they take."""
        groups: dict[tuple[bool, bool], list[_Term]] = {}
        for term in terms:
            groups.setdefault((term.opens, term.closes), []).append(term)
        return tuple(
            _Alike(opens, closes, tuple(some), _lists_of(some), plain, _lists_of(plain))
            for (opens, closes), some in groups.items()
            for plain in [tuple(filter(self._is_plainly_meant, some))]
        )

    def _is_plainly_meant(self, term: _Term) -> bool:
        """Whether a word typed without any accent is meant: all but short ones that need theirs."""
        return term.is_variant or not term.needs_accents or term.list not in self._letters

    def _is_meant(self, term: _Term, text: NormalisedText, span: Span, *, is_guess: bool) -> bool:
        """Whether the accents allow it: göt is not got, şık is not sik, but fück is what it says."""
        letters = self._letters.get(term.list, frozenset())
        said = _accented(text.typed[span.start : span.end])
        if is_guess and _FOREIGN_ACCENT.search(said):
            return False
        if term.is_variant:
            return not _FOREIGN_ACCENT.search(said) or said.translate(COMPARED) != term.folded
        if not letters or said == term.word:
            return True
        if term.needs_accents:
            return False
        if len(said) != len(term.word) or said.translate(COMPARED) != term.folded:
            return True  # disguised some other way, so its accents tell nothing
        if not any(a != b and a in letters for a, b in zip(said, term.word, strict=True)):
            return True
        return term.word.isascii() and len(term.word) >= _ACCENTED and _decorates(text, span, letters)

    def _guessed(self, text: NormalisedText) -> Iterator[_Found]:
        """What censors itself, and what only sounds or looks like a listed word."""
        readings = [text.soft, *islice((view for view in text.hard if view.name in _GUESSED), _MOST_GUESSED)]
        for view in (view for view in text.hard if view.name == "masked"):
            for word, first, last in self._unmasking.words(view):
                span, terms = view.span(first, last), tuple(self._masked_terms[word])
                yield span.start, span.end, "masked", terms, _lists_of(terms)
            for phrases in self._unmasking.phrases(view):
                yield from self._matches(text, phrases, is_hard=True)
        for view in readings:
            spelt = self._likeness.read(view)
            if spelt is not view:
                yield from self._matches(text, spelt, is_hard=True)


def _lists_of(terms: Iterable[_Term]) -> tuple[str, ...]:
    """The lists that terms are of, each once."""
    return tuple(dict.fromkeys(term.list for term in terms))


def with_article(text: NormalisedText, span: Span) -> Span:
    """Widen a hit on a noun by the indefinite article before it: "an idiot"."""
    before = text.typed[max(span.start - 40, 0) : span.start]
    found = _ARTICLE.search(before)
    return Span(span.start - len(found[0]), span.end) if found else span


def _terms(entry: Entry) -> Iterator[_Term]:
    word = entry.word.strip()
    opens, closes = len(word) > 1 and word.endswith("*"), len(word) > 1 and word.startswith("*")
    bare = word[1 if closes else 0 : -1 if opens else None].strip()
    folded = _APART.sub(" ", fold(bare)).strip()
    if not folded:
        return
    is_hard = entry.fold == "hard"
    yield _Term(entry.list, _accented(bare), folded, is_hard, False, opens, closes)
    if is_hard and not closes:
        for other, any_ending in dict(spellings(folded, is_open=opens)).items():
            yield _Term(entry.list, entry.word, other, True, True, any_ending, False)


def _endings(term: _Term) -> tuple[str, ...]:
    """The endings with which a term is looked for where it is only guessed at."""
    if not term.opens:
        return ("",)
    return _ENDINGS if term.folded.isascii() else _CYRILLIC_ENDINGS


def _letters_by_list(terms: Iterable[_Term]) -> Mapping[str, frozenset[str]]:
    """The accented Latin letters in the words of each list: letters of its language, not decoration."""
    letters: dict[str, set[str]] = {}
    for term in terms:
        if not term.is_variant and not term.word.isascii():
            letters.setdefault(term.list, set()).update(c for c in term.word if "\x7f" < c < "\u0250")
    return {name: frozenset(found) for name, found in letters.items() if found}


def _decorates(text: NormalisedText, span: Span, letters: frozenset[str]) -> bool:
    """Whether the accents of a word are foreign to the text around it."""
    if not _ENGLISH.isdisjoint(text.soft.text.split()):
        return True
    around = _accented(text.typed[max(span.start - 100, 0) : span.start] + text.typed[span.end : span.end + 100])
    return any("a" <= c <= "z" for c in around) and letters.isdisjoint(around)


def _accented(text: str) -> str:
    """Lower case, accents kept: `I` and `İ` as in Turkish or English alike."""
    return unicodedata.normalize("NFC", text[:200].replace("İ", "i").lower())


def _levelled(view: View) -> View:
    """One space wherever words stand apart, so that phrases are found over line ends and hyphens."""
    if not _is_uneven(view.text):
        return view
    words = _APART.sub(" ", view.text)
    if len(words) == len(view.text):  # one for one, so that no offset moves
        return View(words, view.origin, view.ends, view.name)
    return rewrite(view, [(m.start(), m.end(), " ") for m in _APART.finditer(view.text) if m[0] != " "])


def _is_uneven(text: str) -> bool:
    if "  " not in text and _ODD.search(text) is None:
        return False
    return _UNEVEN.search(text) is not None


def _is_whole(text: str, start: int, end: int, term: _Alike) -> bool:
    first, last = text[start], text[end - 1]
    if start and not term.closes and _is_part(first) and _is_part(text[start - 1]) and not _UNSPACED.match(first):
        return False
    if end == len(text) or term.opens or not _is_part(last) or _UNSPACED.match(last):
        return True
    return not _is_part(text[end]) and text[end : end + 2] != "'t"


def _is_part(character: str) -> bool:
    return character.isalnum() or character in _MARKS


def _end_of_word(text: str, at: int) -> int:
    while at < len(text) and _is_part(text[at]):
        at += 1
    return at


def _start_of_word(text: str, at: int) -> int:
    while at and _is_part(text[at - 1]):
        at -= 1
    return at
