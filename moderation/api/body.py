"""Bodies: bounded before they are read, and JSON read strictly."""

import asyncio
import zlib
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeVar

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from moderation.api.problems import BadHeader, BadJson, Encoded, Slow, TooLarge, of_error
from moderation.domain.errors import ModerationError

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

#: Address and error → the answer, in the protocol of the address.
Refuse = Callable[[str, ModerationError], Response]

Body = TypeVar("Body", bound=BaseModel)

#: How long a client may take to send a body.
BODY_SECONDS = 10.0

_NOT_PACKED = "Content-Encoding says gzip, and the body is not packed so; send it as it is."


class BoundedBody:
    """Middleware that reads a body up to its limit before anything else looks at it."""

    def __init__(
        self,
        app: Any,
        *,
        limit: int,
        batch_limit: int,
        refuse: Refuse | None = None,
        unpacks: Callable[[str], bool] = lambda _path: False,
    ) -> None:
        """Allow `batch_limit` bytes to addresses that end in `/batch`, `limit` to others.

        `refuse` says of an address and an error what is answered there; a problem document where `None`.
        `unpacks` says to which addresses a body may come compressed by gzip; the limit is that of what is in it.
        """
        self._app, self._limit, self._batch_limit = app, limit, batch_limit
        self._refuse = refuse or (lambda _path, error: of_error(error))
        self._unpacks = unpacks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body, or answer 400, 408, 413 or 415."""
        if scope["type"] == "http" and (b"%00" in scope["raw_path"] or b"%00" in scope["query_string"]):
            await self._refuse(scope["path"], BadHeader("An address may not hold NUL."))(scope, receive, send)
            return
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self._app(scope, receive, send)
            return
        limit = self._batch_limit if scope["path"].endswith("/batch") else self._limit
        headers = dict(scope["headers"])
        encoding = headers.get(b"content-encoding", b"identity").lower()
        is_packed = encoding == b"gzip" and self._unpacks(scope["path"])
        try:
            if encoding != b"identity" and not is_packed:
                raise Encoded
            async with asyncio.timeout(BODY_SECONDS):
                body = await _read(receive, headers, limit)
            if is_packed and body is not None:
                body = _unpacked(body, limit)
        except TimeoutError:
            await self._refuse(scope["path"], Slow())(scope, receive, send)
            return
        except (BadHeader, Encoded, TooLarge) as error:
            await self._refuse(scope["path"], error)(scope, receive, send)
            return
        if body is None:  # the client went away
            return
        await self._app(scope, _replay(body, receive), send)


async def _read(receive: Receive, headers: dict[bytes, bytes], limit: int) -> bytes | None:
    length = headers.get(b"content-length", b"0")
    if length.isdigit() and int(length[:20]) > limit:
        raise _too_large(limit)
    chunks, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        chunks.append(message.get("body", b""))
        size += len(chunks[-1])
        if size > limit:
            raise _too_large(limit)
        if not message.get("more_body", False):
            return b"".join(chunks)


def _unpacked(body: bytes, limit: int) -> bytes:
    """Return what is in a body that was compressed by gzip; no more than the limit is ever unpacked.

    Raises:
        BadHeader: if it is not, or breaks off.
        TooLarge: if there is more in it.
    """
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        unpacked = unpacker.decompress(body, limit + 1)
    except zlib.error as error:
        raise BadHeader(_NOT_PACKED) from error
    if len(unpacked) > limit:
        raise _too_large(limit)
    if not unpacker.eof or unpacker.unused_data:
        raise BadHeader(_NOT_PACKED)
    return unpacked


def _too_large(limit: int) -> TooLarge:
    return TooLarge(f"The body may hold {limit} bytes at most; send less, or use the batch address.")


def _replay(body: bytes, receive: Receive) -> Receive:
    waiting: list[MutableMapping[str, Any]] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> MutableMapping[str, Any]:
        return waiting.pop() if waiting else await receive()

    return replay


class StrictRequest(Request):
    """A request whose JSON is read strictly: UTF-8, bounded depth, no NaN, no lone surrogates."""

    async def json(self) -> Any:
        """Read the body as JSON.

        Raises:
            BadJson: if it is not, with the place of the first fault.
        """
        try:
            return from_json(await self.body(), allow_inf_nan=False, cache_strings="keys")
        except ValueError as error:
            raise BadJson(f"The body is not valid JSON: {_why(error)}.") from error


class StrictRoute(APIRoute):
    """A route that reads its JSON strictly and gives its own errors their place in the table."""

    def get_route_handler(self) -> Callable[[Request], Awaitable[Response]]:  # type: ignore[override]
        """Wrap the handler."""
        handler = super().get_route_handler()

        async def strict(request: Request) -> Response:
            try:
                return await handler(StrictRequest(request.scope, request.receive))
            except Exception as error:
                cause = error.__cause__
                if isinstance(cause, BadJson):  # FastAPI wraps what reading the body raises
                    raise cause from error
                raise

        return strict


async def read_json(request: Request, model: type[Body]) -> Body:
    """Read a request's JSON straight into a model: a third of the time that a declared body takes.

    Raises:
        BadJson: if it is not JSON.
        RequestValidationError: with each field that is at fault.
    """
    try:
        return model.model_validate_json(await request.body())
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        if faults[0]["type"] == "json_invalid":
            raise BadJson(f"The body is not valid JSON: {faults[0]['msg'][:200]}.") from error
        raise RequestValidationError(faults) from error


def _why(error: ValueError) -> str:
    """Return what the parser says, without what was sent."""
    return str(error).split("\n")[0][:200]
