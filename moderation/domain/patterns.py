r"""Editors' regular expressions: RE2, so linear in the text, with `\b \w \d \s` of every script.

RE2 knows only ASCII words. Classes are spelled out; for `\b` the text gets a mark at each end of each word,
and every part of the pattern may step over a mark.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

import re2

from moderation.domain.readings.folding import SCRIPT_MARKS

_MAX_MEMORY = 8 << 20
#: Each place found may cost a look at the rest of the text; nobody reads more places than this.
_MOST_PLACES = 200
#: Patterns that are no wider have few enough states for a table.
_NARROW = 16
#: What may begin at every character, and lasts no longer, has few enough, too, whatever the text.
_SPARSE = 8
#: Characters, times places in which a text may be at once, that are searched in one unit of effort at worst.
_PER_UNIT = 20
#: U+0001 stands at each end of each word; a typed one is taken out first.
_MARK = "\x01"
_WORDS = re.compile(rf"([\w{SCRIPT_MARKS}\u0300-\u036f]+)")
_WORD = r"\pL\pM\pN_"
_SPACE = r"\s\x{B}\x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}"
_SPACE_ALONE = r"\t\f\x{B}\r \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}"
_INSIDE = {"w": _WORD, "d": r"\p{Nd}", "s": _SPACE}
_TOKEN = re.compile(
    r"(?P<quoted>\\Q.*?(?:\\E|$))|(?P<boundary>\\b)|(?P<anchor>[\^$]|\\[Az])|(?P<short>\\[wWdDsS])"
    r"|(?P<property>\\[pP](?:\{\^?\w+\}|\w))|(?P<refused>\\[1-9]|\\[BZGKXCk]|\(\?(?:<?[=!]|>|#|\(|R|P=|P>|&))"
    r"|(?P<literal>\\(?:x\{[0-9a-fA-F]+\}|x[0-9a-fA-F]{2}|[0-7]{1,3}|.))"
    r"|(?P<set>\[\^?\]?(?:\[:\^?\w+:\]|\\p\{\w+\}|\\.|[^\]\\])*\])"
    r"|(?P<group>\((?:\?(?:P?<\w+>|[imsU-]*:|[imsU-]+\)))?|\)|\|)|(?P<possessive>(?:[*+?]|\{\d+(?:,\d*)?\})\+)"
    r"|(?P<repeat>(?:[*+?]|\{\d+(?:,\d*)?\})\??)|(?P<dot>\.)|(?P<character>.)",
    re.DOTALL,
)
_HINTS = {
    "(?": "patterns run on RE2, which has no look-around or conditions; use `unless` or `none` instead",
    "\\": "patterns run on RE2, which has no back-references and no \\B, \\Z or \\G",
}
#: Texts in which nothing worth a rule can be found.
_EVERYDAY = ("a", " ", "1", ".", "Я", "The weather is fine today, thank you.", "x\ny")


class PatternInvalid(ValueError):
    """The pattern cannot be used."""

    def __init__(self, message: str, *, position: int | None = None, hint: str | None = None) -> None:
        """Say what is wrong, at which character of the pattern (from 0), and what to do."""
        self.position = position
        self.hint = hint
        where = f" at character {position + 1}" if position is not None else ""
        super().__init__(f"{message}{where}" + (f"; {hint}" if hint else ""))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern."""

    source: str
    _engine: Any
    #: Whether the text must be marked at word boundaries first.
    _marked: bool
    #: The pattern without its boundaries: what it does not find, the pattern does not either.
    _gate: Any
    #: In how many places of it a text may be at once.
    width: int
    #: In how many places of one repetition that may begin at every character, or after every letter that stands
    #: alone: a text can be made to be in all.
    crowd: int

    def effort(self, length: int) -> int:
        """Return what it costs at most to search a text of some length, in units of about a microsecond.

        A narrow pattern is read with a table that is made once; of a wide one each place is followed by itself.
        """
        usual = length * (2 if self.width <= _NARROW else 20 + self.width) // 100
        return usual if self.crowd <= _SPARSE else max(usual, length * self.crowd // _PER_UNIT)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Return where the pattern occurs, half-open, in characters of `text`, first to last."""
        if not self._marked:
            if self._gate.search(_encoded(text)) is None:
                return []
            return [found.span() for found in islice(self._engine.finditer(_clean(text)), _MOST_PLACES)]
        if self._gate.search(_encoded(text)) is None:
            return []
        marked = _with_marks(text)
        spans = (found.span() for found in islice(self._engine.finditer(marked), _MOST_PLACES))
        return [(_unmarked(marked, start), _unmarked(marked, end)) for start, end in spans]


class Gates:
    """Some patterns, of which one pass over a text tells which may occur, by the words that they need."""

    def __init__(self) -> None:
        """Know no pattern yet."""
        self._numbers: dict[tuple[str, bool], int] = {}
        self._filter: Any = None

    def add(self, pattern: str, *, case: bool) -> int:
        """Take in a pattern; returns the number by which it is told."""
        self._filter = None
        return self._numbers.setdefault((pattern, case), len(self._numbers))

    @property
    def patterns(self) -> tuple[tuple[str, bool], ...]:
        """The patterns, by their numbers, and whether capitals count in them."""
        return tuple(self._numbers)

    def compile(self) -> None:
        """Make the filter ready, which takes a while; the first text that comes would have to wait for it."""
        self._filter = _filter_of(self.patterns)

    def open_to(self, typed: str, soft: str) -> frozenset[int]:
        """Return the numbers of the patterns that may occur in a text, typed or folded: never one too few."""
        numbers = self._open_to(typed)
        # Outside ASCII, folding makes other letters that a pattern may name: straße, strasse.
        is_same = soft == typed or (typed.isascii() and soft == typed.lower())
        return numbers if is_same else numbers | self._open_to(soft)

    def _open_to(self, text: str) -> frozenset[int]:
        if self._filter is None:
            self.compile()
        return frozenset(self._filter.Match(_encoded(text), True) or ())


@lru_cache(maxsize=64)
def _filter_of(patterns: tuple[tuple[str, bool], ...]) -> Any:
    """Compile patterns, without their boundaries, into one filter when a comment first needs it."""
    together = re2.Filter()
    for pattern, case in patterns:
        options = re2.Options()
        options.log_errors = False
        options.case_sensitive = case
        together.Add("".join(_emitted(_unbound(list(_tokens(pattern))), marked=False)).encode(), options)
    together.Compile()
    return together


def compile_regex(pattern: str, *, case: bool = False) -> Pattern:
    r"""Compile an editor's pattern; `case` makes capitals count.

    Raises:
        PatternInvalid: where RE2 cannot run it, or where it would match any text.
    """
    tokens = list(_tokens(pattern))
    marked = any(kind == "boundary" for kind, _, _ in tokens)
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MAX_MEMORY
    options.case_sensitive = case
    try:
        engine = re2.compile("".join(_emitted(tokens, marked=marked)), options)
        gate = re2.compile("".join(_emitted(_unbound(tokens), marked=False)).encode(), options)
    except re2.error as error:
        raise _invalid(pattern, error) from None
    compiled = Pattern(pattern, engine, marked, gate, *_widths(tokens))
    if engine.search("") is not None or (marked and engine.fullmatch(_MARK) is not None):
        raise PatternInvalid(
            "the pattern matches the empty text", hint="look for a || or a lone * that may be nothing"
        )
    if all(compiled.find(text) for text in _EVERYDAY):
        raise PatternInvalid("the pattern matches everything", hint="say which words or signs are looked for")
    return compiled


def _tokens(pattern: str) -> Iterator[tuple[str, str, int]]:
    """Yield `(kind, text, position)`."""
    for found in _TOKEN.finditer(pattern):
        kind, text = str(found.lastgroup), found[0]
        if kind == "refused":
            raise PatternInvalid(
                f"{text!r} is not possible",
                position=found.start(),
                hint=_HINTS[text[:2]] if text[:2] in _HINTS else _HINTS["\\"],
            )
        if kind == "possessive":
            raise PatternInvalid(
                f"{text!r} is not possible",
                position=found.start(),
                hint="leave the second sign out: RE2 never backtracks",
            )
        if kind == "quoted":
            for index, character in enumerate(text[2:].removesuffix("\\E")):
                yield "literal", re2.escape(character), found.start() + 2 + index
            continue
        yield kind, text, found.start()


@lru_cache(maxsize=8)
def _encoded(text: str) -> bytes:
    """The text as RE2 reads it, so that many patterns need it turned but once."""
    return _clean(text).encode()


def _unbound(tokens: list[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
    """The pattern with nothing where a boundary stood."""
    return [("group", "(?:)", at) if kind == "boundary" else (kind, text, at) for kind, text, at in tokens]


@dataclass(slots=True)
class _Part:
    """A group of a pattern while it is read: what a search may have to follow in it."""

    places: int = 0
    wide: int = 0
    #: Characters that it takes at least: of the alternative that is read, and of the shortest one.
    shortest: int = 0
    least: int | None = None
    has_alternatives: bool = False
    #: Characters at least since the last end of a word, `None` where there was none.
    since: int | None = None
    #: How far apart what comes next begins in the text, at least.
    apart: int = 1


def _widths(tokens: Iterable[tuple[str, str, int]]) -> tuple[int, int]:
    """Count the places of a pattern, written out, that stand for more than one character or are repeated.

    A text may be in many of them at once, and so a search has as many of them to follow. Fewer where what is
    repeated follows a whole word, since words lie apart. Returned beside them is how many the largest repetition
    has that does not follow a word of two letters or more.
    """
    groups, last, crowd = [_Part()], _Part(), 0
    for kind, text, _ in tokens:
        group = groups[-1]
        if kind == "boundary":
            group.apart = 1 if group.since is None else group.since + 1
            group.since = 0
            continue
        if kind == "group" and text.startswith("(") and not text.endswith(")"):
            groups.append(_Part())
            continue
        if kind == "group" and text == "|":
            group.least = group.shortest if group.least is None else min(group.least, group.shortest)
            group.has_alternatives, group.shortest, group.since = True, 0, None
            continue
        if kind == "repeat":
            counts = [int(count) for count in re.findall(r"\d+", text)]
            times, fewest = max(counts, default=1), counts[0] if counts else int(text[0] == "+")
            new = _Part(last.places * (times - 1), 0, last.shortest * (fewest - 1))
            new.wide = (last.places * times) // last.apart - last.wide if times > 1 else 0
            crowd = max(crowd, last.places * times // last.apart if last.apart <= 2 and times > 1 else 0)
        elif kind == "group" and text == ")" and len(groups) > 1:
            closed = groups.pop()
            group = groups[-1]
            least = closed.shortest if closed.least is None else min(closed.least, closed.shortest)
            new = _Part(closed.places, closed.wide + closed.has_alternatives, least, apart=group.apart)
        elif kind in _CONSUMING:
            new = _Part(1, int(kind in ("short", "property", "set", "dot")), 1, apart=group.apart)
        else:
            continue
        group.places, group.wide, group.shortest = (
            group.places + new.places,
            group.wide + new.wide,
            group.shortest + new.shortest,
        )
        if group.since is not None:
            group.since += new.shortest
        group.apart, last = 1, new
    return sum(group.wide + group.has_alternatives for group in groups), crowd


_CONSUMING = frozenset({"literal", "character", "short", "property", "set", "dot"})


def _emitted(tokens: list[tuple[str, str, int]], *, marked: bool) -> Iterator[str]:
    """What RE2 compiles; each part that takes a character may take a mark after it where texts are marked."""
    dot_all = any(
        kind == "group" and text.startswith("(?") and "s" in text.partition("-")[0] for kind, text, _ in tokens
    )
    step = f"{_MARK}?" if marked else ""
    end = ("end", "", 0)
    for (kind, text, position), (following, after, _), (then, _, _) in zip(
        tokens, [*tokens[1:], end], [*tokens[2:], end, end], strict=False
    ):
        if kind == "boundary":
            yield _MARK
        elif kind == "anchor":
            yield f"{step}{text}{step}" if marked else text
        elif kind not in _CONSUMING:
            yield text
        elif not marked or (_is_word(kind, text) and _is_word(following, after) and then != "repeat"):
            # Inside a word no mark stands, unless the letter that follows may be missing: "an? ".
            yield _part(kind, text, position, dot_all=dot_all, marked=marked)
        elif following == "repeat":
            yield f"(?:{_part(kind, text, position, dot_all=dot_all, marked=marked)}{step})"
        else:
            yield _part(kind, text, position, dot_all=dot_all, marked=marked) + step


def _is_word(kind: str, text: str) -> bool:
    return kind == "character" and text.isalnum()


def _part(kind: str, text: str, position: int, *, dot_all: bool, marked: bool) -> str:
    mark = r"\x01" if marked else ""
    if kind == "dot":
        return f"[^{'' if dot_all else chr(10)}{mark}]" if marked else text
    if kind == "short":
        return f"[^{_INSIDE[text[1].lower()]}{mark}]" if text[1].isupper() else f"[{_INSIDE[text[1]]}]"
    if kind == "property":
        return f"[^\\p{text[2:]}{mark}]" if text[1] == "P" else text
    return _set(text, position, mark) if kind == "set" else text


def _set(text: str, position: int, mark: str) -> str:
    """A bracket expression with the classes in it spelled out."""
    negated = text.startswith("[^")
    inside = text[2 if negated else 1 : -1]
    outside = re.findall(r"\\[WDS]", inside)
    plain = re.sub(r"\\([wds])", lambda found: _INSIDE[found[1]], re.sub(r"\\[WDS]", "", inside))
    if not outside:
        return f"[^{plain}{mark}]" if negated else f"[{plain}]"
    if not negated:
        parts = [f"[^{_INSIDE[short[1].lower()]}{mark}]" for short in outside]
        return f"(?:{'|'.join([*parts, *([f'[{plain}]'] if plain else [])])})"
    if outside == [r"\W"] and set(re.sub(r"\\d", "", inside.replace(r"\W", ""))) <= {"_"}:
        return "[" + r"\pL\pM" + ("" if r"\d" in inside else r"\pN") + ("" if "_" in inside else "_") + "]"
    if outside == [r"\S"] and inside.replace(r"\S", "") in ("", r"\n", "\n"):
        return f"[{_SPACE_ALONE}]" if "n" in inside.lower() or "\n" in inside else f"[{_SPACE}]"
    raise PatternInvalid(f"{text!r} is not possible", position=position, hint="name the characters that are meant")


def _invalid(pattern: str, error: re2.error) -> PatternInvalid:
    reason = error.args[0]
    message = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
    message, _, fragment = message.partition(": ")
    at = pattern.find(fragment) if fragment else -1
    if "too large" in message or "size" in message:
        return PatternInvalid("the pattern is too large", hint="use smaller counts, such as {0,30}, or a list")
    return PatternInvalid(message, position=at if at >= 0 else None)


def _clean(text: str) -> str:
    """The text as RE2 can read it, of the same length: lone surrogates cannot be encoded."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode() if _has_surrogate(text) else text


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


@lru_cache(maxsize=8)
def _with_marks(text: str) -> str:
    """The text with a mark at each end of each word."""
    return _MARK.join(_WORDS.split(_clean(text).replace(_MARK, " ")))


def _unmarked(marked: str, at: int) -> int:
    """The place without marks of a place in a text with them."""
    return at - marked.count(_MARK, 0, at)
