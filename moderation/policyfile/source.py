"""YAML text → a tree of nodes that know where they were written, read strictly and within bounds.

YAML 1.2 core schema: only `true` and `false` are booleans, so `no`, `off` and `NO` stay words.
Everything is counted on the event stream, before anything is built from it.
"""

import math
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
from moderation.policyfile import syntax

MOST_BYTES: Final = 512 * 1024
MOST_DEPTH: Final = 20
MOST_NODES: Final = 40_000
#: What is decoded of a line behind a fault in it, in bytes.
_BEHIND: Final = 640

#: What double quotes can say by an escape, and what no database keeps as text.
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
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


def decoded(content: bytes, *, name: str, size: int | None = None) -> str:
    """Read bytes as UTF-8, within bounds; `size` is that of the file where only its beginning was read.

    Raises:
        PolicyInvalid: if they are too many, in another encoding, or begin with a byte order mark.
    """
    if len(content) > MOST_BYTES:
        length = f"{(size or len(content)) / 1024:,.0f} kB"
        message = f"the file has {length}; at most {MOST_BYTES // 1024} kB are read, which end here"
        raise _refused(name, content, MOST_BYTES, message, "move words to list files")
    if content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise _refused(name, content, 0, "the file begins with a byte order mark", "save it as UTF-8 without one")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        hint = "save the file with the encoding UTF-8"
        raise _refused(name, content, error.start, "this is not UTF-8", hint) from None


def parse(text: str, *, name: str) -> Node:
    """Read a document into nodes.

    Raises:
        PolicyInvalid: with every fault of its form.
    """
    node, faults = parse_whole(text, name=name)
    if faults:
        raise PolicyInvalid(faults=faults)
    return node


def parse_whole(text: str, *, name: str) -> tuple[Node, list[Fault]]:
    """Read a document into nodes, with the faults of its form where the rest of it can be read all the same.

    Raises:
        PolicyInvalid: with every fault of its form, where the rest cannot be read.
    """
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        decoded(text.encode("utf-8", "replace"), name=name)
    source = Source(name, tuple(text.splitlines()))
    builder = _Builder(source)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            builder.take(event)
    except MarkedYAMLError as error:
        builder.is_broken = True
        builder.faults.append(_syntax(source, error))
    except ReaderError as error:
        builder.is_broken = True
        builder.faults.append(_unprintable(source, text, error))
    if not builder.faults and not isinstance(builder.root, Node):
        hint = "a policy needs at least `version: 1`, `clauses` and `rules`"
        raise PolicyInvalid(faults=[Source(name, ()).fault(Place(0, 0), "the file is empty", hint)])
    if builder.is_broken or builder.root is None:
        raise PolicyInvalid(faults=builder.faults)
    if not isinstance(builder.root.value, dict):
        fault = builder.root.fault("a policy is a mapping of keys to values", "begin with `version: 1`")
        raise PolicyInvalid(faults=[*builder.faults, fault])
    return builder.root, builder.faults


class _Stop(MarkedYAMLError):
    """Too much; what was found so far is told."""


class _Builder:
    """Builds nodes from events without recursion."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Fault] = []
        self.root: Node | None = None
        #: Whether something is missing from the tree, so that its parts would be judged wrongly.
        self.is_broken = False
        self._open: list[Node] = []
        self._keys: list[tuple[str, Place] | None] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: Event) -> None:
        """Add one event."""
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self.is_broken = True
                self._fault(event, "a second document begins here", "keep one policy a file; remove the `---`")
        elif isinstance(event, AliasEvent):
            self.is_broken = True
            hint = "write the value out; text that begins with a star needs quotes"
            self._fault(event, f"aliases are not read (*{event.anchor})", hint)
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
        if isinstance(event, ScalarEvent) and (escaped := _NO_TEXT.search(_written(event))):
            # Elsewhere the reader refuses it; an escape in double quotes passes.
            self.is_broken = True
            self._fault(event, f"an escape for U+{ord(escaped[0]):04X}, which is no character", "take it out")

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
        name = _written(event)
        place = _place(event)
        if name == "<<":
            self.is_broken = True
            self._fault(event, "merge keys are not read", "write the keys out, or use `extends`")
        elif not name:
            self._fault(event, "a key without a name", "write a name before the colon")
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
        self.is_broken = True
        self.faults.append(node.fault("a key must be a word", "write a name, a colon and a value: `links: 3`"))
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


def _written(event: ScalarEvent) -> str:
    """Return the text of a scalar; JSON writes an emoji as the escapes of two halves, which belong together."""
    text = str(event.value)
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


def _resolved(event: ScalarEvent) -> Scalar:
    """Give a plain scalar its type by the core schema; what is quoted stays text."""
    text = _written(event)
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
    if _FLOAT.fullmatch(text) and len(text) < 40 and math.isfinite(float(text)):
        number = WrittenFloat(text)
        number.written = text
        return number
    return text


def _syntax(source: Source, error: MarkedYAMLError) -> Fault:
    if isinstance(error, _Stop):
        message, _, hint = str(error.problem).partition("; ")
        mark = error.problem_mark
        return source.fault(Place(mark.line, mark.column), message, hint)
    line, column, message, hint = syntax.explained(error, source.lines)
    return source.fault(Place(line, column), message, hint)


def _unprintable(source: Source, text: str, error: ReaderError) -> Fault:
    position = int(error.position or 0)
    line = text.count("\n", 0, position)
    column = position - (text.rfind("\n", 0, position) + 1)
    code = error.character if isinstance(error.character, int) else ord(str(error.character)[:1] or "\0")
    lines = [each.replace(chr(code), "\N{REPLACEMENT CHARACTER}") for each in text.split("\n")]
    fault = f"an invisible character U+{code:04X}"
    return Source(source.name, tuple(lines)).fault(Place(line, column), fault, "delete it")


def _refused(name: str, content: bytes, position: int, message: str, hint: str) -> PolicyInvalid:
    """Refuse what cannot be decoded, with the line on which that shows."""
    line = content.count(b"\n", 0, position)
    start = content.rfind(b"\n", 0, position) + 1
    column = len(content[start:position].decode("utf-8", "replace"))
    whole = content[start : position + _BEHIND].partition(b"\n")[0].removeprefix(b"\xef\xbb\xbf")
    shown = "".join(
        c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in whole.decode("utf-8", "replace")
    )
    source = Source(name, ("",) * line + (shown,))
    return PolicyInvalid(faults=[source.fault(Place(line, column), message, hint)])
