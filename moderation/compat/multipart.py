"""Bodies in parts, cut at their boundary and no deeper: what stands inside a part is left as it is.

The standard library's reader goes into parts within parts, as deep as whoever sends them likes.
"""

import re
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser

#: What of a part's head, and of the header that names the boundary, is looked at; in bytes.
MOST_HEAD = 4_000

_BLANK_LINE = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part: its headers, and its body as it came."""

    headers: Message
    body: bytes


def parts_of(body: bytes, *, content_type: str, most: int) -> list[Part]:
    """Return the parts of a body, `most` + 1 of them at most; none where the type names no boundary."""
    header = Message()
    header["content-type"] = content_type[:MOST_HEAD]
    boundary = header.get_boundary()
    if not boundary:
        return []
    mark = b"\n--" + boundary.encode("utf-8", "replace")
    pieces = (b"\n" + body).partition(mark + b"--")[0].split(mark, most + 2)[1:]
    return [
        part_of(piece.removeprefix(b"\r").removeprefix(b"\n").removesuffix(b"\r")) for piece in pieces[: most + 1]
    ]


def part_of(piece: bytes) -> Part:
    """Cut a piece into head and body."""
    found = _BLANK_LINE.search(b"\n" + piece)
    head, body = (piece[: found.start()], piece[found.end() - 1 :]) if found else (piece, b"")
    return Part(headers=BytesHeaderParser().parsebytes(head[:MOST_HEAD]), body=body)
