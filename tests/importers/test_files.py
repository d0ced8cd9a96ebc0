"""Telling archives apart, and from what is none."""

import gzip
import tracemalloc
from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from typing import Any

import pytest

from moderation.domain.errors import Invalid
from moderation.importers.files import Form, comments
from tests.importers.conftest import LIMITS, Read, texts

AT = "2024-05-17 08:30:00"
PLAIN = f"id,text,created_at\n1,Good.,{AT}\n"
JSONL = f'{{"id": 1, "text": "Good.", "created_at": "{AT}"}}\n'
WORDPRESS = f"comment_ID,comment_content,comment_date_gmt\n1,Good.,{AT}\n"


@pytest.mark.parametrize("archive", [PLAIN, JSONL, WORDPRESS, f"\n {JSONL}"], ids=["csv", "jsonl", "wp", "space"])
@pytest.mark.parametrize("is_compressed", [False, True])
def test_archives_are_told_apart_by_what_they_hold(archive: str, is_compressed: bool, read: Read) -> None:
    """Nobody wants to look up how an option is called."""
    content = gzip.compress(archive.encode()) if is_compressed else archive.encode()

    assert texts(read(content)) == ["Good."]


def test_form_may_be_said(read: Read) -> None:
    """A CSV file whose first column is called {id} is still CSV."""
    with pytest.raises(Invalid, match="has no column id"):
        read("{id},text,created_at\n", form=Form.CSV)


@pytest.mark.parametrize(
    ("archive", "said"),
    [
        (b"", "archive is empty."),
        (b"  \n", "archive is empty."),
        (b"ID,content\n1,x\n", "has no column id and no column text and no column created_at; expected: a first"),
        (
            b"comment_ID,comment_date_gmt\n",
            "has no column comment_content; expected: wp comment list --format",
        ),
        (b"comment_content,comment_date_gmt\n", "has no column comment_ID; expected: wp comment list --format"),
        (b"id,text,created_at\r1,x,2024-05-17\r", "is no CSV: its first line cannot be read; save it as CSV"),
        (PLAIN.encode("utf-16"), "export it as UTF-8"),
        (b"PK\x03\x04\0\0", "export it as UTF-8"),
        (gzip.compress(PLAIN.encode() * 9, mtime=0)[:-9], "is cut off or damaged"),
        (b"\x1f\x8b\x08\x00 and then nothing", "is cut off or damaged"),
    ],
)
def test_what_is_no_archive_is_told_with_what_is_one(archive: bytes, said: str, read: Read) -> None:
    """The first try is often the wrong file; the answer says which would be right."""
    with pytest.raises(Invalid, match=said):
        read(archive)


@pytest.mark.parametrize(
    "field",
    ["ann@example.org", "a text that slipped into the first column of a file", "x\x1b[2J"],
)
def test_only_an_id_is_shown_as_an_id(field: str, read: Read) -> None:
    """The report is shown on screens and kept in tickets."""
    (found,) = read(f'id,text,created_at\n"{field}",,{AT}\n')

    assert getattr(found, "id", None) is None


class Endless(RawIOBase):
    """A file that is made as it is read, as long as one wishes."""

    def __init__(self, head: bytes, lines: Iterator[bytes]) -> None:
        """Begin with a head."""
        self._waiting, self._lines = head, lines

    def readable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, into: bytearray) -> int:  # type: ignore[override]
        """Give what fits."""
        while len(self._waiting) < len(into) and (line := next(self._lines, b"")):
            self._waiting += line
        given, self._waiting = self._waiting[: len(into)], self._waiting[len(into) :]
        into[: len(given)] = given
        return len(given)


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_memory_does_not_grow_with_the_file(kind: str) -> None:
    """An archive of ten years is larger than the machine that reads it."""
    peaks = [_peak(kind, count) for count in (2_000, 2_000, 20_000)]

    assert peaks[2] < peaks[1] + 200_000


def _peak(kind: str, count: int) -> int:
    head, line = {
        "csv": (b"id,text,created_at\n", '{n},"{text}",{at}\n'),
        "jsonl": (b"", '{{"id": {n}, "text": "{text}", "created_at": "{at}"}}\n'),
    }[kind]
    rows = (line.format(n=n, text="Well said. " * 20, at=AT).encode() for n in range(count))
    tracemalloc.start()
    try:
        endless: Any = Endless(head, rows)
        found = sum(1 for _ in comments(BufferedReader(endless), LIMITS, name="archive"))
        assert found == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
