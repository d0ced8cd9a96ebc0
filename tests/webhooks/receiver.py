"""A real HTTP server on loopback that takes messages, and answers as a test tells it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(slots=True, kw_only=True)
class Receiver:
    """What came in, and what is answered."""

    url: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    #: Writes the answer itself where a test wants a bad one.
    answer: Callable[[Any], None] | None = None
    received: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@contextmanager
def receiver() -> Iterator[Receiver]:
    """Listen on a free port for the length of a test."""
    told = Receiver()

    class Handler(BaseHTTPRequestHandler):
        """Takes messages and notes them."""

        def do_POST(self) -> None:
            """Note what came, and answer."""
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            told.received.append(({name.lower(): value for name, value in self.headers.items()}, body))
            if told.answer is not None:
                told.answer(self.wfile)
                return
            self.send_response(told.status)
            for name, value in told.headers.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    told.url = f"http://127.0.0.1:{server.server_address[1]}/hook"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
