"""Which kind of archive a file is, and its comments."""

import csv
import gzip
import re
import zlib
from collections.abc import Callable, Iterator
from enum import StrEnum
from io import BufferedReader
from typing import cast

from moderation.domain.archive import ArchivedComment, Unusable
from moderation.domain.errors import Invalid
from moderation.importers import coral, disqus, plain, wordpress, wxr
from moderation.importers.fields import BadField, Limits, Record
from moderation.importers.tables import CsvFile, json_records
from moderation.importers.xml import Dialect, Reader

#: What a file begins with that was compressed by gzip.
_GZIP = b"\x1f\x8b"

_DIALECT = Dialect(
    shapes={wxr.ROOT: wxr.SHAPE, disqus.ROOT: disqus.SHAPE}, prefixes=wxr.PREFIXES | disqus.PREFIXES
)

#: What may be shown of a record that cannot be used: an id, and no text or address that slipped into its place.
_ID = re.compile(r"[\w.:-]{1,40}")

Found = Iterator[ArchivedComment | Unusable]
Maker = Callable[[Record, Limits], ArchivedComment]


class Form(StrEnum):
    """How an archive is written."""

    #: By what the file begins with.
    AUTO = "auto"
    #: CSV as `wp comment list --format=csv` writes it, or with our own columns.
    CSV = "csv"
    #: A JSON object a line, with our own names or as Coral's database is exported.
    JSONL = "jsonl"
    #: WordPress's own export, or that of Disqus.
    XML = "xml"


def comments(
    file: BufferedReader, limits: Limits, *, name: str, form: Form = Form.AUTO, known: coral.Known | None = None
) -> Found:
    """Yield the comments of an archive, and what stands in their place; the memory that it takes stays the same.

    `known` is what other files of the same archive told: Coral keeps stories and users apart from comments.

    Raises:
        Invalid: if the file is no archive, or cannot be read to its end.
    """
    if file.peek(2)[:2] == _GZIP:
        file = BufferedReader(cast("BufferedReader", gzip.GzipFile(fileobj=file)), 1 << 16)
    try:
        chosen = _form_of(file.peek(64), name) if form is Form.AUTO else form
        if chosen is Form.JSONL:
            yield from _jsonl(file, limits, coral.Known() if known is None else known)
        else:
            yield from (_csv if chosen is Form.CSV else _xml)(file, limits, name)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise Invalid(f"{name} is cut off or damaged; export it again.", private=str(error)) from error


def _form_of(head: bytes, name: str) -> Form:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise Invalid(f"{name} is empty.")
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in start[:16]:
        raise Invalid(f"{name} is no text in UTF-8; export it as UTF-8.")
    if start.startswith(b"<"):
        return Form.XML
    if start.startswith(b"["):
        raise Invalid(f"{name} is one JSON array; export an object a line ('mongoexport' without --jsonArray).")
    return Form.JSONL if start.startswith(b"{") else Form.CSV


def _csv(file: BufferedReader, limits: Limits, name: str) -> Found:
    try:
        table = CsvFile(file)
    except csv.Error as error:
        way = "save it as CSV in UTF-8, with the ends of lines that Windows or Unix write"
        raise Invalid(f"{name} is no CSV: its first line cannot be read; {way}.") from error
    is_wordpress = any(column.startswith(wordpress.PREFIX) for column in table.columns)
    needed = wordpress.NEEDED if is_wordpress else plain.NEEDED
    missing = [column for column in needed if column not in table.columns]
    if missing:
        way = wordpress.EXPORT if is_wordpress else f"a first line that names at least {', '.join(plain.NEEDED)}"
        raise Invalid(f"{name} has no column {' and no column '.join(missing)}; expected: {way}")
    make: Maker = wordpress.comment if is_wordpress else plain.comment
    id = wordpress.ID if is_wordpress else plain.ID
    yield from (_made(each, limits, make=make, id=id) for each in table.records(is_php=is_wordpress))


def _jsonl(file: BufferedReader, limits: Limits, known: coral.Known) -> Found:
    for each in json_records(file):
        if isinstance(each, Unusable) or coral.MARK not in each.fields:
            yield _made(each, limits, make=plain.comment, id=plain.ID)
            continue
        record = known.record_of(each)
        if record is not None:
            yield _made(record, limits, make=coral.comment, id=coral.ID)


def _xml(file: BufferedReader, limits: Limits, name: str) -> Found:
    reader = Reader(file, _DIALECT, name=name)
    threads = disqus.Threads()
    for element in reader.elements():
        is_disqus = element.path.startswith(disqus.ROOT)
        record = threads.record_of(element) if is_disqus else wxr.record_of(element)
        if record is not None:
            make, id = (disqus.comment, disqus.ID) if is_disqus else (wxr.comment, wordpress.ID)
            yield _made(record, limits, make=make, id=id)


def _made(record: Record | Unusable, limits: Limits, *, make: Maker, id: str) -> ArchivedComment | Unusable:
    if isinstance(record, Unusable):
        return record
    if not record.is_utf8:
        return Unusable(line=record.line, reason="is not UTF-8; save the file as UTF-8")
    try:
        return make(record, limits)
    except BadField as error:
        return Unusable(line=record.line, id=_shown_id(record, id), reason=str(error))


def _shown_id(record: Record, field: str) -> str | None:
    value = str(record.fields.get(field) or "")
    return value if _ID.fullmatch(value) else None
