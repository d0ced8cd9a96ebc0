"""YAML text → a tree of nodes that know where they were written, read strictly and within bounds.

YAML 1.2 core schema: only `true` and `false` are booleans, so `no`, `off` and `NO` stay words.
Everything is counted on the event stream, before anything is built from it.
"""

import re
from dataclasses import dataclass
from typing import Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from moderation.domain.errors import Fault, PolicyInvalid

MOST_BYTES: Final = 256 * 1024
MOST_DEPTH: Final = 20
MOST_NODES: Final = 20_000

_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


class WrittenInt(int):
    """A whole number that remembers how it was written: `007`."""

    written: str


class WrittenFloat(float):
    """A number that remembers how it was written: `1.50`."""

    written: str


Scalar = str | WrittenInt | WrittenFloat | bool | None


@dataclass(frozen=True, slots=True)
class Source:
    """A file, by the name that a person knows it under."""

    name: str
    lines: tuple[str, ...]

    def fault(self, place: "Place", message: str, hint: str | None = None) -> Fault:
        """Describe what is wrong at a place."""
        text = self.lines[place.line] if place.line < len(self.lines) else None
        shown = text.replace("\t", " ") if text is not None else None
        if shown is not None and len(shown) > 160:  # a caret under a very long line helps nobody
            shown = None
        width = max(1, min(place.width, len(shown or " ") - place.column))
        position = {"line": place.line + 1, "column": place.column + 1, "width": width}
        return Fault(file=self.name, message=message, hint=hint, source=shown, **position)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file; line and column count from 0."""

    line: int
    column: int
    width: int = 1


@dataclass(slots=True)
class Node:
    """A value with its place, and the place of its key."""

    value: "dict[str, Node] | list[Node] | Scalar"
    source: Source
    place: Place
    key: Place | None = None

    def fault(self, message: str, hint: str | None = None, *, at_key: bool = False) -> Fault:
        """Describe what is wrong with it."""
        is_nowhere = self.value is None and self.place.width == 1
        place = self.key if (at_key or is_nowhere) and self.key is not None else self.place
        return self.source.fault(place, message, hint)

    def get(self, name: str) -> "Node | None":
        """Return the value under a key of a mapping."""
        return self.value.get(name) if isinstance(self.value, dict) else None

    def plain(self) -> object:
        """Return the value without places."""
        if isinstance(self.value, dict):
            return {name: node.plain() for name, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


def decoded(content: bytes, *, name: str) -> str:
    """Read bytes as UTF-8, within bounds.

    Raises:
        PolicyInvalid: if they are too many, in another encoding, or begin with a byte order mark.
    """
    if len(content) > MOST_BYTES:
        size = f"{len(content) / 1024:,.0f} kB"
        raise _refused(
            name, f"the file has {size}; at most {MOST_BYTES // 1024} kB are read", "move words to list files"
        )
    if content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise _refused(name, "the file begins with a byte order mark", "save it as UTF-8 without one")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n")
        start = content.rfind(b"\n", 0, error.start) + 1
        place = Place(line, len(content[start : error.start].decode("utf-8", "replace")))
        fault = Source(name, ()).fault(place, "this is not UTF-8", "save the file with the encoding UTF-8")
        raise PolicyInvalid(faults=[fault]) from None


def parse(text: str, *, name: str) -> Node:
    """Read a document into nodes.

    Raises:
        PolicyInvalid: with every fault of its form.
    """
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        decoded(text.encode("utf-8", "replace"), name=name)
    source = Source(name, tuple(text.splitlines()))
    builder = _Builder(source)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            builder.take(event)
    except MarkedYAMLError as error:
        builder.faults.append(_syntax(source, error))
    except ReaderError as error:
        builder.faults.append(_unprintable(source, text, error))
    if not builder.faults and not isinstance(builder.root, Node):
        raise _refused(name, "the file is empty", "a policy needs at least `version: 1`, `clauses` and `rules`")
    if builder.faults or builder.root is None:
        raise PolicyInvalid(faults=builder.faults)
    if not isinstance(builder.root.value, dict):
        fault = builder.root.fault("a policy is a mapping of keys to values", "begin with `version: 1`")
        raise PolicyInvalid(faults=[fault])
    return builder.root


class _Stop(MarkedYAMLError):
    """Too much; what was found so far is told."""


class _Builder:
    """Builds nodes from events without recursion."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Fault] = []
        self.root: Node | None = None
        self._open: list[Node] = []
        self._keys: list[tuple[str, Place] | None] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: Event) -> None:
        """Add one event."""
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._fault(event, "a second document begins here", "keep one policy a file; remove the `---`")
        elif isinstance(event, AliasEvent):
            self._fault(event, f"aliases are not read (*{event.anchor})", "write the value out")
            self._add(self._node(event, None))
        elif isinstance(event, ScalarEvent):
            self._check(event)
            self._add_scalar(event)
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            self._check(event)
            node = self._node(event, {} if isinstance(event, MappingStartEvent) else [])
            self._add(node)
            self._enter(event, node)
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self._open.pop()
            self._keys.pop()

    def _check(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self._stop(event, f"more than {MOST_NODES:,} values", "move words to list files")
        if event.anchor is not None:
            self._fault(event, f"anchors are not read (&{event.anchor})", "write the value out where it is needed")
        if event.tag is not None:
            self._fault(event, f"tags are not read ({event.tag})", "leave it out; put text in quotes")

    def _enter(self, event: Event, node: Node) -> None:
        if len(self._open) >= MOST_DEPTH:
            self._stop(event, f"nested more than {MOST_DEPTH} deep", "flatten the conditions")
        self._open.append(node)
        self._keys.append(None)

    def _add_scalar(self, event: ScalarEvent) -> None:
        is_key = bool(self._open) and isinstance(self._open[-1].value, dict) and self._keys[-1] is None
        if not is_key:
            self._add(self._node(event, _resolved(event)))
            return
        name = str(event.value)
        place = _place(event)
        if name == "<<":
            self._fault(event, "merge keys are not read", "write the keys out, or use `extends`")
        elif not name:
            self._fault(event, "a key without a name")
        elif name in self._open[-1].value:  # type: ignore[operator]
            first = self._open[-1].value[name].key or place  # type: ignore[index, call-overload, union-attr]
            self._fault(event, f"duplicate key '{name}'", f"it stands on line {first.line + 1} already; keep one")
            name = f"{name} (again, line {place.line + 1}:{place.column})"
        self._keys[-1] = (name, place)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = self.root or node
            return
        parent = self._open[-1].value
        if isinstance(parent, list):
            parent.append(node)
            return
        key, self._keys[-1] = self._keys[-1], None
        if isinstance(parent, dict) and key is not None:
            node.key = key[1]
            parent[key[0]] = node
            return
        self.faults.append(node.fault("a key must be a word"))
        self._keys[-1] = (f"({node.place.line}:{node.place.column})", node.place)

    def _node(self, event: Event, value: "dict[str, Node] | list[Node] | Scalar") -> Node:
        return Node(value, self.source, _place(event))

    def _fault(self, event: Event, message: str, hint: str | None = None) -> None:
        self.faults.append(self.source.fault(_place(event), message, hint))

    def _stop(self, event: Event, message: str, hint: str) -> None:
        raise _Stop(problem=f"{message}; {hint}", problem_mark=event.start_mark)


def _place(event: Event) -> Place:
    start, end = event.start_mark, event.end_mark
    width = end.column - start.column if end is not None and end.line == start.line else 1
    return Place(start.line, start.column, max(1, width))


def _resolved(event: ScalarEvent) -> Scalar:
    """Give a plain scalar its type by the core schema; what is quoted stays text."""
    text = str(event.value)
    if event.style:
        return text
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INT.fullmatch(text) and len(text) < 20:
        whole = WrittenInt(text)
        whole.written = text
        return whole
    if _FLOAT.fullmatch(text) and len(text) < 40:
        number = WrittenFloat(text)
        number.written = text
        return number
    return text


def _syntax(source: Source, error: MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    place = Place(mark.line, mark.column) if mark is not None else Place(0, 0)
    line = source.lines[place.line] if place.line < len(source.lines) else ""
    if isinstance(error, _Stop):
        message, _, hint = str(error.problem).partition("; ")
        return source.fault(place, message, hint)
    if "\t" in line[: place.column + 1]:
        return source.fault(place, "a tab stands where only spaces may", "indent with spaces")
    return source.fault(place, f"not valid YAML: {error.problem or error.context}", _advice(str(error.problem)))


def _advice(problem: str) -> str:
    for clue, advice in _ADVICE:
        if clue in problem:
            return advice
    return "look for a missing quote, bracket or colon on this line or the one above"


_ADVICE: Final = (
    ("mapping values are not allowed", "put text that holds a colon in quotes"),
    ("but got ':'", "put text that holds a colon in quotes"),
    ("could not find expected ':'", "a key needs a colon and a space after it"),
    ("cannot start any token", "put the text in quotes"),
    ("found unknown escape", "write patterns in single quotes: 'a\\b'"),
    ("end of stream", "a quote or bracket was opened and not closed; was the file cut off?"),
    ("<stream end>", "a quote or bracket was opened and not closed; was the file cut off?"),
    ("<block end>", "check the indentation: keys of one mapping begin in one column"),
)


def _unprintable(source: Source, text: str, error: ReaderError) -> Fault:
    position = int(error.position or 0)
    line = text.count("\n", 0, position)
    column = position - (text.rfind("\n", 0, position) + 1)
    code = error.character if isinstance(error.character, int) else ord(str(error.character)[:1] or "\0")
    return Source(source.name, ()).fault(Place(line, column), f"an invisible character U+{code:04X}", "delete it")


def _refused(name: str, message: str, hint: str) -> PolicyInvalid:
    return PolicyInvalid(faults=[Source(name, ()).fault(Place(0, 0), message, hint)])
