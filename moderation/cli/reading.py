"""Comments from a file: text lines, CSV or JSON Lines, told apart by their first line."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from typing import Any, BinaryIO

from pydantic import ValidationError
from pydantic_core import from_json

from moderation.api.wire import VerdictIn

#: Longest field of a CSV file, in characters: more than any comment may have.
FIELD_LIMIT = 8_000_000

#: Keys of a JSON line that are the request itself; every other is passed through.
BODY = frozenset(VerdictIn.model_fields)


class Form(StrEnum):
    """How comments are written down."""

    #: By the file's name, or else by its first line.
    AUTO = "auto"
    #: A comment a line.
    TEXT = "text"
    #: A header, one of its columns `text`.
    CSV = "csv"
    #: A JSON object a line.
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One comment of the file, or what is wrong with it."""

    #: Counted from 1; where the comment begins.
    line: int
    body: VerdictIn | None = None
    #: What stood beside it, passed through.
    beside: dict[str, Any] = field(default_factory=dict)
    fault: str | None = None


def records(lines: Iterable[bytes], *, form: Form, name: str, limit: int) -> Iterator[Record]:
    """Read comments of at most `limit` characters; a bad line becomes a record with its fault."""
    numbered = enumerate(lines, start=1)
    first = next(numbered, None)
    if first is None:
        return
    number, head = first
    head = head.removeprefix(b"\xef\xbb\xbf")
    chosen = form_of(head, name=name) if form is Form.AUTO else form
    found = _READERS[chosen](chain([(number, head)], numbered))
    for record in found:
        yield _checked(record, limit=limit)


def form_of(head: bytes, *, name: str) -> Form:
    """Tell how a file is written, by its name or else by its first line."""
    for form, endings in ((Form.CSV, (".csv",)), (Form.JSONL, (".jsonl", ".ndjson")), (Form.TEXT, (".txt",))):
        if name.lower().endswith(endings):
            return form
    if head.lstrip().startswith(b"{"):
        return Form.JSONL
    columns = head.decode("utf-8", "replace").rstrip("\r\n").split(",")
    return Form.CSV if "text" in [column.strip().strip('"') for column in columns] else Form.TEXT


def counted(file: BinaryIO, count: list[int]) -> Iterator[bytes]:
    """Yield the lines of a file, keeping the bytes read so far in `count[0]`."""
    for line in file:
        count[0] += len(line)
        yield line


def _text(lines: Iterator[tuple[int, bytes]]) -> Iterator[Record]:
    for number, line in lines:
        text, fault = _decoded(line)
        if fault or text.strip():
            yield _record(number, {"comment": {"text": text.rstrip("\r\n")}}, {}, fault)


def _jsonl(lines: Iterator[tuple[int, bytes]]) -> Iterator[Record]:
    for number, line in lines:
        if not line.strip():
            continue
        try:
            sent = from_json(line, allow_inf_nan=False)
        except ValueError as error:
            yield Record(line=number, fault=f"not valid JSON: {str(error)[:200]}")
            continue
        if not isinstance(sent, dict):
            yield Record(
                line=number, fault='is no JSON object; write {"text": …} or the body of POST /v1/verdicts'
            )
        elif "comment" in sent:
            comment = sent["comment"]
            named = {"id": comment["id"]} if isinstance(comment, dict) and "id" in comment else {}
            beside = named | {key: value for key, value in sent.items() if key not in BODY}
            yield _record(number, sent, beside)
        elif "text" in sent:
            beside = {key: value for key, value in sent.items() if key != "text"}
            yield _record(number, {"comment": {"text": sent["text"]}}, beside)
        else:
            yield Record(line=number, fault="has neither 'text' nor 'comment'")


def _csv(lines: Iterator[tuple[int, bytes]]) -> Iterator[Record]:
    csv.field_size_limit(FIELD_LIMIT)
    decoded = (line.decode("utf-8", "surrogateescape") for _, line in lines)
    reader = csv.DictReader(decoded, strict=True)
    columns = [column.strip() for column in reader.fieldnames or ()]
    if "text" not in columns:
        yield Record(line=1, fault=f"has no column 'text'; it has {', '.join(columns)}")
        return
    reader.fieldnames = columns
    while True:
        number = reader.reader.line_num + 1  # the outer one's stays behind after a fault
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield Record(line=number, fault=f"not valid CSV: {error}")
            continue
        if row is None:
            return
        yield _row(number, row)


def _row(number: int, row: dict[str, Any]) -> Record:
    if None in row or None in row.values():
        return Record(line=number, fault="has not as many fields as the header; quote fields that hold a comma")
    fault = None if all(map(_is_utf8, row.values())) else "is not UTF-8"
    return _record(number, {"comment": {"text": row["text"]}}, row, fault)


def _is_utf8(value: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in value)


def _record(number: int, body: Any, beside: dict[str, Any], fault: str | None = None) -> Record:
    if fault:
        return Record(line=number, fault=fault)
    try:
        return Record(line=number, body=VerdictIn.model_validate(body), beside=beside)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        return Record(line=number, fault=f"{place}: {first['msg'].lower()}")


def _checked(record: Record, *, limit: int) -> Record:
    if record.body is None:
        return record
    text = record.body.comment.text
    if not text.strip():
        return Record(line=record.line, fault="the text is empty")
    if len(text) > limit:
        return Record(line=record.line, fault=f"the text has {len(text)} characters; {limit} are the limit")
    return record


def _decoded(line: bytes) -> tuple[str, str | None]:
    try:
        return line.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return "", f"is not UTF-8 (byte {error.start + 1})"


_READERS = {Form.TEXT: _text, Form.CSV: _csv, Form.JSONL: _jsonl}
