"""Where any of many words stands in a text as a whole word: one pass, however many they are."""

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

import ahocorasick_rs

from moderation.domain.readings.folding import SCRIPT_MARKS

_MARKS = frozenset(SCRIPT_MARKS)
#: Scripts that put no space between words: there a word has no edges to look for.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
#: What is part of no word; while words are looked for, each such sign reads as a space.
_SIGN = re.compile(rf"[^\w{SCRIPT_MARKS} ]|_")
_SIGNS_OF_ASCII = bytes(code if chr(code).isalnum() else 32 for code in range(128)) + bytes(128)
#: A long text is searched in parts of so many characters: in a row of one letter each may end a hundred words.
_PART = 500
#: A beginning or an ending that a spelling takes in is no longer.
_LONGEST_REST = 60


#: The number of a pattern, and where it begins and ends in the text that is searched.
Match = tuple[int, int, int]


class Spelling(NamedTuple):
    """A folded word or phrase; `opens` lets any ending follow it, `closes` any beginning stand before it."""

    text: str
    opens: bool
    closes: bool


class _Shape(NamedTuple):
    """How what the automaton tells is turned into the place of a spelling."""

    #: What is added to where a match begins and ends.
    left: int
    right: int
    #: What has to stand there, where the spelling itself has signs; `None` where it has none.
    exact: str | None
    #: Whether it has spaces, in whose place there may be no signs.
    is_phrase: bool
    #: Whether a beginning or an ending may be part of it, and whether "n't" makes another word of it.
    closes: bool
    opens: bool
    is_bounded: bool


#: The shape of a word of letters alone, by whether it opens and whether it closes.
_PLAIN = {
    (opens, closes): _Shape(-1 if closes else 0, -1 if opens else -2, None, False, closes, opens, not opens)
    for opens in (False, True)
    for closes in (False, True)
}


class WholeWords:
    """Spellings made ready to be looked for.

    A word is looked for with a space at each end that must not lie within another word. So what only begins like a
    listed word is given up at its first other letter, and nothing is found that does not count.
    """

    def __init__(self, spellings: Iterable[Spelling]) -> None:
        """Compile spellings; they are known by their numbers in this order."""
        alike: dict[_Shape, _Shape] = {}
        patterns: list[str] = []
        self._shapes: list[_Shape] = []
        #: The number of the spelling that a match is, by the number of its pattern.
        self.by_match: array[int] = array("i")
        #: Spellings without a letter, such as emoji, with their numbers: they have no edges.
        self._signs: list[tuple[int, Spelling]] = []
        for number, spelling in enumerate(spellings):
            text, opens, closes = spelling
            if text.isalnum() and (text.isascii() or _UNSPACED.search(text) is None):  # as nearly all are
                pattern, shape = f"{'' if closes else ' '}{text}{'' if opens else ' '}", _PLAIN[opens, closes]
            elif any(map(is_part, text)):
                pattern, shape = _compiled(spelling)
                shape = alike.setdefault(shape, shape)
            else:
                self._signs.append((number, spelling))
                continue
            patterns.append(pattern)
            # Most spellings share a shape: what is one object is near at hand in the processor.
            self._shapes.append(shape)
            self.by_match.append(number)
        self._automaton = ahocorasick_rs.AhoCorasick(patterns) if patterns else None
        signs = [spelling.text for _, spelling in self._signs]
        self._longest = max(map(len, [*patterns, *signs]), default=0)
        self._sign_automaton = ahocorasick_rs.AhoCorasick(signs) if signs else None

    def search(self, text: str) -> Iterable[Match]:
        """Return what may be a spelling, and is one but for signs and negation: `find` takes it from there."""
        return (
            _matches(self._automaton, spaced(text), longest=self._longest) if self._automaton is not None else ()
        )

    def find(self, text: str, matches: Iterable[Match] | None = None) -> Iterator[tuple[int, int, int]]:
        """Yield the number of a spelling, and where it begins and ends with what it may take in.

        In `text`, folded, words stand apart by one space; `matches` is what `search` returned, if it was asked.
        Whoever has enough may stop: no more is searched.
        """
        if self._automaton is not None:
            shapes, numbers, may_be_negated = self._shapes, self.by_match, "'t" in text
            for index, start, end in self.search(text) if matches is None else matches:
                left, right, exact, is_phrase, closes, opens, is_bounded = shapes[index]
                start, end = start + left, end + right
                if exact is not None and (start < 0 or not text.startswith(exact, start)):
                    continue
                if is_phrase and _SIGN.search(text, start, end) is not None:
                    continue
                if may_be_negated and is_bounded and text.startswith("'t", end):
                    continue
                yield (
                    numbers[index],
                    _start_of_word(text, start) if closes else start,
                    _end_of_word(text, end) if opens else end,
                )
        yield from self.find_signs(text)

    def numbers(self, text: str) -> set[int]:
        """Return the numbers of the spellings that `find` finds, each once, which is quicker where many stand."""
        found: set[int] = set()
        if self._automaton is not None:
            shapes, numbers, may_be_negated = self._shapes, self.by_match, "'t" in text
            for index, start, end in self.search(text):
                number, shape = numbers[index], shapes[index]
                if number in found:
                    continue
                # Of most it is enough that the automaton tells them.
                is_sure = shape.exact is None and not shape.is_phrase and not may_be_negated
                if is_sure or _is_there(text, start, end, shape, may_be_negated):
                    found.add(number)
        found.update(number for number, _, _ in self.find_signs(text))
        return found

    def find_signs(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield of `find` what has no letter."""
        if self._sign_automaton is None:
            return
        for index, start, end in _matches(self._sign_automaton, text, longest=self._longest):
            number, (_, opens, closes) = self._signs[index]
            start = _start_of_word(text, start) if closes else start
            yield number, start, _end_of_word(text, end) if opens else end


def _matches(automaton: Any, text: str, *, longest: int) -> Iterable[Match]:
    """Patterns, by their numbers, and where they begin and end, first to last by their ends."""
    if len(text) <= 2 * _PART:
        return cast(Iterable[Match], automaton.find_matches_as_indexes(text, overlapping=True))
    return _InParts(automaton, text, longest)


@dataclass(frozen=True, slots=True)
class _InParts:
    """The same for a long text, as far as it is asked."""

    automaton: Any
    text: str
    longest: int

    def __iter__(self) -> Iterator[Match]:
        """Search part by part."""
        for at in range(0, len(self.text), _PART):
            low = max(at - self.longest, 0)
            part = self.text[low : at + _PART]
            for index, start, end in self.automaton.find_matches_as_indexes(part, overlapping=True):
                if low + end > at:  # what ends before was found in the part before
                    yield index, low + start, low + end


def _is_there(text: str, start: int, end: int, shape: _Shape, may_be_negated: bool) -> bool:
    """Whether what the automaton tells is a spelling."""
    start, end = start + shape.left, end + shape.right
    if shape.exact is not None and (start < 0 or not text.startswith(shape.exact, start)):
        return False
    if shape.is_phrase and _SIGN.search(text, start, end) is not None:
        return False
    return not (may_be_negated and shape.is_bounded and text.startswith("'t", end))


def _compiled(spelling: Spelling) -> tuple[str, _Shape]:
    text, opens, closes = spelling
    head = next(at for at, character in enumerate(text) if is_part(character))
    tail = next(at for at, character in enumerate(reversed(text)) if is_part(character))
    core = text[head : len(text) - tail]
    # What stands beside a sign of the spelling itself is an edge already.
    begins = head > 0 or not (closes or _UNSPACED.match(core[0]))
    ends = tail > 0 or not (opens or _UNSPACED.match(core[-1]))
    pattern = _SIGN.sub(" ", core)
    has_signs = _SIGN.search(text) is not None
    shape = _Shape(
        # The text that is searched has a space before it.
        left=(0 if begins else -1) - head,
        right=(-2 if ends else -1) + tail,
        exact=text if has_signs else None,
        is_phrase=not has_signs and " " in text,
        closes=closes,
        opens=opens,
        is_bounded=ends and not tail,
    )
    return f"{' ' * begins}{pattern}{' ' * ends}", shape


def spaced(text: str) -> str:
    """The text with a space for each sign, and one before and after it."""
    letters = text.encode().translate(_SIGNS_OF_ASCII).decode() if text.isascii() else _SIGN.sub(" ", text)
    return f" {letters} "


def is_part(character: str) -> bool:
    """Whether a character can be part of a word."""
    return character.isalnum() or character in _MARKS


def _end_of_word(text: str, at: int) -> int:
    last = min(at + _LONGEST_REST, len(text))
    while at < last and is_part(text[at]):
        at += 1
    return at


def _start_of_word(text: str, at: int) -> int:
    first = max(at - _LONGEST_REST, 0)
    while at > first and is_part(text[at - 1]):
        at -= 1
    return at
