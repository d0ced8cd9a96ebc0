"""A reading in which words stand apart by one space, so that phrases are found over line ends and hyphens."""

import re
from bisect import bisect_left
from dataclasses import dataclass

#: Signs that dress a word up and end no sentence: **so**, #so, @so, |so|.
_DRESSES = "*~`|#@<>{}[]"
_DRESS = f"[{re.escape(_DRESSES)}]"
#: Signs and space in a row. A lone space, which is nearly every place where words stand apart, is passed over.
_BESIDE = rf"[{re.escape(_DRESSES)}\s_-]"
_APART = re.compile(rf"{_BESIDE}(?:(?<! )|(?={_BESIDE})){_BESIDE}*")
#: A sign between words reads as a space, and several in a row as one.
_DRESSED = re.compile(_DRESS)
_DRESSES_OF_ASCII = _DRESSES.encode()
_SEPARATORS = bytes(32 if chr(code).isspace() or chr(code) in "_-" else code for code in range(128)) + bytes(128)
_WIDE = re.compile("  +")
_UNEVEN = re.compile(rf"[^\S ]|[_-]|\s\s|\s{_DRESS}|{_DRESS}\s")
#: Without one of these, or two spaces in a row, a text is even; far quicker to ask.
_ODD = re.compile(r"[\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000_\-*~`|#@<>{}\[\]]")


@dataclass(frozen=True, slots=True)
class Level:
    """Such a reading of a text."""

    words: str
    #: Which of its spaces stand for more than one character.
    wide: list[int]
    #: How many characters fewer there are before the first of them, before the second, and at the end.
    fewer: list[int]

    def place(self, at: int) -> int:
        """Where in the text a character of a word stands."""
        return at + self.fewer[bisect_left(self.wide, at)] if self.wide else at


def levelled(text: str) -> Level:
    """One space wherever words stand apart."""
    if text.isascii():
        typed = text.encode()
        if len(typed.translate(None, _DRESSES_OF_ASCII)) == len(typed):  # far quicker than to search for one
            text = typed.translate(_SEPARATORS).decode()
            return _narrowed(text, _WIDE) if "  " in text else Level(text, [], [])
    if not _is_uneven(text):
        return Level(text, [], [])
    return _narrowed(text, _APART)


def evened(text: str) -> str:
    """The same without the way back, and without what stands before the first word and behind the last."""
    if not _is_uneven(text):
        return text.strip()
    if _DRESSED.search(text) is None:  # where nothing but space stands apart, splitting is ten times as quick
        return " ".join(text.replace("_", " ").replace("-", " ").split())
    return _narrowed(text, _APART).words.strip()


def differing(words: str, others: str, *, reach: int) -> slice:
    """The part of `words` in which it differs from `others`, with all that a word may reach from there."""
    shorter = min(len(words), len(others))
    same = bisect_left(range(shorter), True, key=lambda at: words[: at + 1] != others[: at + 1])
    same_behind = bisect_left(
        range(shorter - same), True, key=lambda at: not words.endswith(others[len(others) - at - 1 :])
    )
    if same == len(words) == len(others):
        return slice(0, 0)
    start, end = words.rfind(" ", 0, same), words.find(" ", len(words) - same_behind)
    start = words.rfind(" ", 0, max(start - reach, 0)) + 1
    end = words.find(" ", end + reach) if end >= 0 else end
    return slice(start, end if end >= 0 else len(words))


def _narrowed(text: str, gaps: re.Pattern[str]) -> Level:
    """Put one space for each gap."""
    pieces: list[str] = []
    wide, fewer, at = [], [0], 0
    for found in gaps.finditer(text):
        if not found[0].strip(_DRESSES):  # signs without space stand inside a word
            continue
        start, end = found.span()
        pieces.append(text[at:start])
        at = end
        if end > start + 1:
            wide.append(start - fewer[-1])
            fewer.append(fewer[-1] + end - start - 1)
    pieces.append(text[at:])
    return Level(" ".join(pieces), wide, fewer if wide else [])


def _is_uneven(text: str) -> bool:
    if "  " not in text and _ODD.search(text) is None:
        return False
    return _UNEVEN.search(text) is not None
