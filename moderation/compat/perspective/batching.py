"""Several calls in one request, as Google's clients batch them: multipart, an HTTP request in each part."""

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

from fastapi import Request, Response

from moderation.compat.enveloped import Handler
from moderation.compat.multipart import MOST_HEAD, Part, part_of, parts_of
from moderation.compat.perspective.errors import GoogleRoute, envelope, refused

#: Longest batch, in calls; Google's client makes none that is longer.
MOST_CALLS = 1_000

#: What may be called, by its name: `analyze`.
Endpoints = Mapping[str, Handler]

_FOLD = re.compile(r"\r?\n[ \t]*")
_METHOD = re.compile(r"/comments:([a-z]+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of a batch."""

    id: str
    method: str
    path: str
    query: bytes
    headers: Mapping[bytes, bytes]
    body: bytes


async def answer(request: Request, *, endpoints: Endpoints) -> Response:
    """Answer each call in its place; what fails in one does not touch the others.

    Raises:
        Refused: if the body is no batch.
    """
    calls = calls_of(await request.body(), content_type=request.headers.get("content-type", ""))
    boundary = f"batch_{uuid.uuid4().hex}"
    written = [_written(call, await _made(call, request, endpoints=endpoints), boundary) for call in calls]
    body = b"".join(written) + f"--{boundary}--\r\n".encode()
    return Response(body, headers={"Content-Type": f"multipart/mixed; boundary={boundary}"})


def calls_of(body: bytes, *, content_type: str) -> list[Call]:
    """Take a batch apart.

    Raises:
        Refused: if it is none, is empty, or holds more than `MOST_CALLS`.
    """
    if not content_type.lower().startswith("multipart/mixed"):
        raise refused("A batch is sent as multipart/mixed.")
    parts = parts_of(body, content_type=content_type, most=MOST_CALLS)
    if not parts:
        raise refused("The batch holds no call, or its type names no boundary.")
    if len(parts) > MOST_CALLS:
        raise refused(f"A batch holds {MOST_CALLS} calls at most.")
    return [_call(part) for part in parts]


def _call(part: Part) -> Call:
    """Read one call; what cannot be read has no method, and is not found."""
    first, _, rest = part.body.lstrip(b"\r\n").partition(b"\n")
    request = part_of(rest)
    method, _, target = first[:MOST_HEAD].decode("utf-8", "replace").strip().partition(" ")
    path, _, query = target.partition(" ")[0].partition("?")
    return Call(
        id=_headers(part.headers).get(b"content-id", b"").decode("latin-1"),
        method=method,
        path=unquote(path),
        query=query.encode("utf-8", "replace"),
        headers=_headers(request.headers),
        body=request.body,
    )


def _headers(parsed: Message) -> dict[bytes, bytes]:
    unfolded = {name.lower(): _FOLD.sub(" ", str(value)) for name, value in parsed.items()}
    return {
        name.encode("latin-1", "replace"): value.encode("latin-1", "replace") for name, value in unfolded.items()
    }


async def _made(call: Call, request: Request, *, endpoints: Endpoints) -> Response:
    """Make a call; the headers of the batch hold for it, unless it has its own."""
    named = _METHOD.search(call.path)
    endpoint = endpoints.get(named[1]) if named and call.method == "POST" else None
    if endpoint is None:
        return envelope("NOT_FOUND", "Nothing is called by this method and address.")
    outer: dict[bytes, bytes] = {
        name: value for name, value in request.scope["headers"] if not name.startswith(b"content-")
    }
    scope = dict(request.scope) | {
        "path": call.path,
        "query_string": call.query,
        "headers": list({**outer, **call.headers}.items()),
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": call.body, "more_body": False}

    return await GoogleRoute.enveloped(endpoint)(Request(scope, receive))


def _written(call: Call, answered: Response, boundary: str) -> bytes:
    """Write an answer as Google does: under the name of its call, with `response-` before it."""
    id = f"<response-{call.id[1:]}" if call.id.startswith("<") else f"response-{call.id}"
    headers = [f"{name}: {value}" for name, value in answered.headers.items()]
    lines = [f"--{boundary}", "Content-Type: application/http", f"Content-ID: {id}", ""]
    lines += [f"HTTP/1.1 {answered.status_code} {HTTPStatus(answered.status_code).phrase}", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1") + bytes(answered.body) + b"\r\n"
