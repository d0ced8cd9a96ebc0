"""What Akismet's clients send, as form or JSON; the few fields that are needed, and nothing of the rest."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl

from moderation.compat.multipart import MOST_HEAD, parts_of

#: Form bodies with more fields than this are cut; WordPress sends some hundred.
MOST_FIELDS = 2_000
_NUL = str.maketrans("\0", "\ufffd")


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one request, by name; what the client calls the environment is never looked at."""

    values: Mapping[str, str]

    def get(self, *names: str, limit: int = 300) -> str | None:
        """Return the first of some fields that holds something, cut to `limit` characters."""
        for name in names:
            value = self.values.get(name, "").strip()
            if value:
                return value[:limit]
        return None

    def is_set(self, name: str) -> bool:
        """Whether a field says yes: `1` and `true` do, `0` and `False` do not."""
        return self.values.get(name, "").strip().lower() not in ("", "0", "false", "no")

    @property
    def is_trapped(self) -> bool:
        """Whether the field that people do not see was filled in."""
        name = self.get("honeypot_field_name")
        return name is not None and self.get(name) is not None


def read(body: bytes, *, content_type: str, query: str = "") -> Fields:
    """Read a body, and beneath it the query; what cannot be read is as if it had not been sent."""
    header = Message()
    header["content-type"] = content_type[:MOST_HEAD]
    kind, charset = header.get_content_type(), header.get_content_charset() or "utf-8"
    sent = dict(_pairs(query, "utf-8"))
    if kind == "application/json":
        sent |= _of_json(body)
    elif kind == "multipart/form-data":
        sent |= _of_parts(body, content_type)
    else:
        text = body.decode("latin-1")
        told = dict(_pairs(text, charset))
        blog_charset = told.get("blog_charset", charset) if "charset" not in content_type.lower() else charset
        sent |= told if blog_charset.lower() == charset else dict(_pairs(text, blog_charset))
    return Fields({name: value.translate(_NUL) for name, value in sent.items()})


def _pairs(text: str, charset: str) -> list[tuple[str, str]]:
    try:
        "".encode(charset)
    except (LookupError, ValueError):
        charset = "utf-8"
    try:
        return parse_qsl(
            text, keep_blank_values=True, encoding=charset, errors="replace", max_num_fields=MOST_FIELDS
        )
    except ValueError:
        return []


def _of_json(body: bytes) -> dict[str, str]:
    try:
        sent: Any = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(sent, dict):
        return {}
    plain = {name: value for name, value in sent.items() if isinstance(value, str | int | float)}
    return {name: str(value).encode("utf-8", "replace").decode() for name, value in plain.items()}


def _of_parts(body: bytes, content_type: str) -> dict[str, str]:
    sent = {}
    for part in parts_of(body, content_type=content_type, most=MOST_FIELDS):
        name = part.headers.get_param("name", header="content-disposition")
        if isinstance(name, str):
            sent[name] = part.body.decode("utf-8", "replace")
    return sent
