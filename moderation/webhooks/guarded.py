"""One POST to a server that nobody vouches for: bounded in time and size, no redirect, no inside address."""

import re
import socket
import ssl
from collections.abc import Collection, Mapping
from email.parser import BytesHeaderParser
from time import monotonic
from typing import Any

from moderation import __version__
from moderation.domain.errors import Undeliverable
from moderation.domain.webhook import Answer
from moderation.webhooks.addresses import Destination, Resolve, destination, resolved

#: The whole exchange, from the first connection to the last header.
SECONDS = 10.0
#: More than any server's head of an answer; its body is never read.
LARGEST_HEAD = 65_536

_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})[ \r]")


def post(
    url: str,
    body: bytes,
    *,
    headers: Mapping[str, str],
    named: Collection[str] = (),
    seconds: float = SECONDS,
    resolve: Resolve = socket.getaddrinfo,
) -> Answer:
    """Send a body once, and return how the server answers; a redirect is an answer like any other.

    The name is resolved once and the connection goes to an address that was checked, so that a name
    cannot lead elsewhere in between. Hosts that are `named` may be at any address and port.

    Raises:
        AddressRefused: if the address is none that a message may go to.
        Undeliverable: if there is no connection, no answer in time, or none that is HTTP.
    """
    end = monotonic() + seconds
    to = destination(url, named=named)
    places = resolved(to, resolve=resolve)
    try:
        with _connected(to, places, end=end) as connection:
            connection.settimeout(_left(end))
            connection.sendall(_request(to, body, headers))
            return _answer(_head(connection, end=end))
    except (OSError, ssl.SSLError) as error:
        raise Undeliverable(f"'{to.host}' could not be reached: {_why(error)}.") from error


def _connected(to: Destination, places: list[tuple[int, tuple[Any, ...]]], *, end: float) -> socket.socket:
    failure: OSError = OSError("no address")
    for family, address in places:
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            connection.settimeout(_left(end))
            connection.connect(address)
            if not to.is_tls:
                return connection
            connection.settimeout(_left(end))
            return ssl.create_default_context().wrap_socket(connection, server_hostname=to.host)
        except OSError as error:
            connection.close()
            failure = error
    raise failure


def _request(to: Destination, body: bytes, headers: Mapping[str, str]) -> bytes:
    ours = {
        "Host": to.authority,
        "User-Agent": f"moderation/{__version__}",
        "Content-Length": str(len(body)),
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    lines = [f"POST {to.target} HTTP/1.1", *(f"{name}: {value}" for name, value in (ours | dict(headers)).items())]
    return "\r\n".join([*lines, "", ""]).encode("ascii") + body


def _head(connection: socket.socket, *, end: float) -> bytes:
    """Read status and headers of the final answer; a server that drips or floods is left alone."""
    received = b""
    while True:
        head, complete, rest = received.partition(b"\r\n\r\n")
        if complete and not head.startswith((b"HTTP/1.1 1", b"HTTP/1.0 1")):
            return head
        if complete:  # 1xx comes before the answer
            received = rest
            continue
        if len(received) > LARGEST_HEAD:
            raise OSError("the answer's head is too large")
        connection.settimeout(_left(end))
        chunk = connection.recv(4_096)
        if not chunk:
            raise OSError("the connection ended without an answer")
        received += chunk


def _answer(head: bytes) -> Answer:
    first, _, rest = head.partition(b"\r\n")
    status = _STATUS.match(first + b"\r")
    if status is None:
        raise OSError("the answer is not HTTP")
    headers = BytesHeaderParser().parsebytes(rest)
    return Answer(status=int(status[1]), retry_after=headers.get("retry-after"))


def _left(end: float) -> float:
    left = end - monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _why(error: OSError) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(error, ssl.SSLError):
        return f"TLS failed ({getattr(error, 'verify_message', '') or error.reason or 'refused'})"
    return error.strerror or str(error)
