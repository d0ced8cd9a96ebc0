"""CSV and JSON Lines as records: a bad line is one record that cannot be used, and never the end."""

import csv
import json
import re
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

from moderation.domain.archive import Unusable
from moderation.importers.fields import Record

#: Longest line that is read in one piece, in bytes, and longest field of a CSV file, in characters.
LONGEST = 8_000_000

#: What stands between fields; a spreadsheet writes semicolons where the comma stands in numbers.
_DELIMITERS = (",", ";", "\t")

#: PHP writes a quote after a backslash once, where a field is quoted (`fputcsv` with its escape character).
_HALF_QUOTED = re.compile(r'\\("+)(?=(?P<end>[,\r\n]|\Z)?)')

#: Why a row, and what went down with it, cannot be read.
_HALF_OPEN = "is no CSV: a quote is missing, or one too many; write a quote in a text twice, and import again"
_SWALLOWED = "stands within the quotes of a row that is no CSV"

#: What WordPress's command line puts a quote before, so that no spreadsheet takes it for a formula.
_GUARDED = re.compile(r"'[=+\-@\t\r]")


class CsvFile:
    """A CSV file in UTF-8 with a header; between its fields stand commas, or what spreadsheets write for them."""

    def __init__(self, file: BinaryIO) -> None:
        """Read the header.

        Raises:
            csv.Error: if it is none.
        """
        csv.field_size_limit(LONGEST)
        self._lines = (_decoded(line) for line in lines(file))
        header = next(self._lines, "").removeprefix("\ufeff")
        self._delimiter = max(_DELIMITERS, key=header.count)
        self.columns = [column.strip() for column in next(csv.reader([header], delimiter=self._delimiter), [])]

    def records(self, *, is_php: bool = False) -> Iterator[Record | Unusable]:
        """Yield a record a row; `is_php` undoes what PHP's and WordPress's way of writing CSV does to texts."""
        is_as_exported = is_php and self._delimiter == ","  # a spreadsheet mends the quotes
        rows = map(_whole_quoted, self._lines) if is_as_exported else self._lines
        reader = csv.reader(rows, delimiter=self._delimiter, strict=True)
        while True:
            line = reader.line_num + 2  # the header is the first
            try:
                row = next(reader, None)
            except csv.Error:
                yield Unusable(line=line, reason=_HALF_OPEN)
                # What it took for one text may be whole comments; they are counted, and not guessed at.
                yield from (
                    Unusable(line=each, reason=_SWALLOWED) for each in range(line + 1, reader.line_num + 2)
                )
                continue
            if row is None:
                return
            if row:
                yield self._record(line, [_unguarded(cell) for cell in row] if is_php else row)

    def _record(self, line: int, row: list[str]) -> Record | Unusable:
        if len(row) != len(self.columns):
            return Unusable(
                line=line, reason="has not as many fields as the header; put text that holds a comma in quotes"
            )
        return Record(line, dict(zip(self.columns, row, strict=True)))


def json_records(file: BinaryIO) -> Iterator[Record | Unusable]:
    """Yield a record a line, each an object."""
    for number, line in enumerate(lines(file), start=1):
        text = _decoded(line).removeprefix("\ufeff").strip()
        if text:
            yield _json_record(number, text)


def lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file; one that is too long comes in pieces, so that none fills the memory."""
    return iter(partial(file.readline, LONGEST), b"")


def _json_record(number: int, text: str) -> Record | Unusable:
    try:
        read: Any = json.loads(text)
    except (ValueError, RecursionError):
        return Unusable(line=number, reason="is no JSON; write an object a line")
    if not isinstance(read, dict):
        return Unusable(line=number, reason="is no JSON object; write an object a line")
    return Record(number, read)


def _decoded(line: bytes) -> str:
    """Decode a line; what is no UTF-8 becomes characters that `Record.is_utf8` knows."""
    return line.decode("utf-8", "surrogateescape")


def _whole_quoted(line: str) -> str:
    r"""Double the quotes that PHP left single.

    >>> print(_whole_quoted(r'7,"she said \"no\" twice",1'))
    7,"she said \""no\"" twice",1
    >>> print(_whole_quoted(r'7,"C:\",1'))
    7,"C:\",1
    """
    if '\\"' not in line:
        return line
    return _HALF_QUOTED.sub(_doubled, line)


def _doubled(found: re.Match[str]) -> str:
    count, is_end = len(found[1]), found["end"] is not None
    # A lone quote at the end of a field closes it; an even number in the middle was doubled already.
    is_whole = count == 1 if is_end else count % 2 == 0
    return found[0] if is_whole else found[0] + '"'


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell
