"""XML of any size and from anybody, read piece by piece in memory that stays the same.

A document type is refused, and with it entities, files and addresses to fetch, and laughs by the billion;
depth, tokens and texts are bounded.
"""

import codecs
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BufferedReader
from typing import Any, NoReturn
from xml.parsers import expat

from moderation.domain.errors import Invalid

#: Bytes that are read at a time.
CHUNK = 1 << 16

#: Most bytes between two events (a tag, a text), most elements within one another, longest text of a field.
LONGEST_TOKEN, DEEPEST, LONGEST_TEXT = 1 << 22, 64, 1_000_000

#: Characters that XML does not allow and that old databases hold; each becomes a space.
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], " ")

#: Path of a record → the fields to keep of it: `author/name`, `thread@id`.
Shape = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """What to look for in a file."""

    #: By the name of the first element.
    shapes: Mapping[str, Shape]
    #: How to name elements, by the beginning of their namespace.
    prefixes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Element:
    """A record that has ended."""

    path: str
    #: Counted from 1; where it begins.
    line: int
    fields: dict[str, str]
    #: The fields of the record around it that came before it.
    around: Mapping[str, str]


@dataclass(slots=True)
class _Open:
    """A record that has begun."""

    path: str
    depth: int
    line: int
    fields: dict[str, str] = field(default_factory=dict)


class Reader:
    """Reads the records of one file."""

    def __init__(self, file: BufferedReader, dialect: Dialect, *, name: str) -> None:
        """Read a file in UTF-8; `name` is for what is said about it."""
        self._file, self._dialect, self._name = file, dialect, name
        self._shape: Shape = {}
        self._path: list[str] = []
        self._open: list[_Open] = []
        self._text: list[str] | None = None
        self._length = 0
        self._ended: list[Element] = []
        self._quiet = 0
        self._parser = self._new_parser()

    def elements(self) -> Iterator[Element]:
        """Yield records as they end; those within another come before it.

        Raises:
            Invalid: if the file is no XML of a known shape, is cut off, or holds what an export has no need of.
        """
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        is_end = False
        while not is_end:
            chunk = self._file.read(CHUNK)
            is_end = not chunk
            fault = self._fault(decode(chunk, is_end).translate(_CONTROLS), is_end=is_end)
            yield from self._ended
            self._ended.clear()
            if fault is not None:
                raise fault
            self._quiet += len(chunk)
            if self._quiet > LONGEST_TOKEN:
                self._refuse(f"has {LONGEST_TOKEN:,} bytes without an element")

    def _new_parser(self) -> Any:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._refused_type
        parser.EntityDeclHandler = self._refused_type
        parser.ExternalEntityRefHandler = self._refused_type
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        return parser

    def _fault(self, text: str, *, is_end: bool) -> Invalid | None:
        """Parse a piece; returns what is wrong with it, since what stood before is still to be yielded."""
        try:
            self._parser.Parse(text, is_end)
        except expat.ExpatError as error:
            what = expat.ErrorString(error.code)
            return Invalid(f"{self._name} is not well-formed at line {error.lineno} ({what}); export it again.")
        except Invalid as error:
            return error
        return None

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.upper() not in ("UTF-8", "UTF8", "US-ASCII"):
            self._refuse(f"is in {encoding[:40]}; export it as UTF-8")

    def _refused_type(self, *_: Any) -> NoReturn:
        self._refuse("has a document type or entities, which no export needs; it may be an attack")

    def _refuse(self, why: str) -> NoReturn:
        raise Invalid(f"{self._name} {why}.")

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._quiet = 0
        name = self._named(tag)
        if not self._path:
            self._shape = self._shape_of(name)
        self._path.append(name)
        if len(self._path) > DEEPEST:
            self._refuse(f"has more than {DEEPEST} elements within one another")
        path = "/".join(self._path)
        if path in self._shape:
            self._open.append(_Open(path, len(self._path), self._parser.CurrentLineNumber))
        if self._open:
            self._keep_attributes(attributes)
        self._text = [] if self._field() is not None else None
        self._length = 0

    def _characters(self, text: str) -> None:
        self._quiet = 0
        if self._text is not None and self._length <= LONGEST_TEXT:
            self._text.append(text)
            self._length += len(text)

    def _end(self, _tag: str) -> None:
        self._quiet = 0
        field = self._field()
        if self._text is not None and field is not None:
            self._open[-1].fields[field] = "".join(self._text)
        self._text = None
        if self._open and self._open[-1].depth == len(self._path):
            ended = self._open.pop()
            around = self._open[-1].fields if self._open else {}
            self._ended.append(Element(ended.path, ended.line, ended.fields, dict(around)))
        self._path.pop()

    def _keep_attributes(self, attributes: Mapping[str, str]) -> None:
        record = self._open[-1]
        inside = "/".join(self._path[record.depth :])
        for tag, value in attributes.items():
            field = f"{inside}@{self._named(tag)}"
            if field in self._shape[record.path]:
                record.fields[field] = value

    def _field(self) -> str | None:
        """Return the field whose element is open, if it is one to keep."""
        if not self._open:
            return None
        record = self._open[-1]
        inside = "/".join(self._path[record.depth :])
        return inside if inside in self._shape[record.path] else None

    def _named(self, tag: str) -> str:
        """Return a name with our prefix for its namespace; a namespace that is not ours gives `?`."""
        space, _, name = tag.rpartition(" ")
        if not space:
            return name
        found = next((prefix for start, prefix in self._dialect.prefixes.items() if space.startswith(start)), "?:")
        return found + name

    def _shape_of(self, root: str) -> Shape:
        shapes = self._dialect.shapes
        if root not in shapes:
            self._refuse(f"begins with <{root[:40]}>; expected: {' or '.join(f'<{name}>' for name in shapes)}")
        return shapes[root]
