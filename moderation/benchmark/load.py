"""The load, in a process of its own: clients that each wait for their answer, over raw sockets.

Run as `python -m moderation.benchmark.load` with a `Job` as JSON on standard input.
"""

import asyncio
import json
import sys
from dataclasses import asdict, dataclass
from itertools import islice
from time import perf_counter
from typing import Final, cast

import uvloop

from moderation.benchmark.bodies import bodies

#: Requests that are made ready before the clock starts; the rest is made while it runs.
READY: Final = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What to send, where, for how long."""

    port: int
    key: str
    clients: int
    seconds: float
    run: str
    seed: int = 1
    #: Ask as Perspective's clients do, for a score and nothing kept.
    perspective: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What came back."""

    requests: int
    #: Answers other than 200.
    errors: int
    seconds: float
    #: Of every request, in seconds, ascending.
    latencies: list[float]

    def percentile(self, share: float) -> float:
        """Return the latency in milliseconds that a share of the requests did not pass."""
        place = min(len(self.latencies) - 1, int(share * len(self.latencies)))
        return self.latencies[place] * 1_000 if self.latencies else 0.0


class Source:
    """Requests, made ready as bytes."""

    def __init__(self, job: Job) -> None:
        """Make the first ones ready."""
        path = "/v1alpha1/comments:analyze" if job.perspective else "/v1/verdicts"
        self._is_analysis = job.perspective
        self._head = (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            f"Authorization: Bearer {job.key}\r\nContent-Type: application/json\r\nContent-Length: "
        ).encode()
        self._bodies = bodies(seed=job.seed, run=job.run)
        self._ready = [self._request() for _ in islice(range(READY), READY)]
        self._ready.reverse()

    def next(self) -> bytes:
        """Return the next request."""
        return self._ready.pop() if self._ready else self._request()

    def _request(self) -> bytes:
        verdict = next(self._bodies)
        asked = {"requestedAttributes": {"TOXICITY": {}}, "languages": ["en"], "doNotStore": True}
        sent = {"comment": {"text": verdict["comment"]["text"]}} | asked if self._is_analysis else verdict
        body = json.dumps(sent).encode()
        return self._head + str(len(body)).encode() + b"\r\n\r\n" + body


class Client(asyncio.Protocol):
    """One connection that sends the next request once the last is answered."""

    def __init__(self, source: Source, latencies: list[float], until: float) -> None:
        """Send from a source until a moment of `perf_counter`."""
        self._source, self._latencies, self._until = source, latencies, until
        self._received = b""
        self._sent_at = 0.0
        self.errors = 0
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send the first request."""
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is none by inheritance
        self._send()

    def data_received(self, data: bytes) -> None:
        """Take an answer, and send the next request once it is whole."""
        self._received += data
        head, gap, body = self._received.partition(b"\r\n\r\n")
        if not gap or len(body) < _length(head):
            return
        self._received = b""
        answered = perf_counter()
        self._latencies.append(answered - self._sent_at)
        self.errors += not head.startswith(b"HTTP/1.1 200")
        if answered < self._until:
            self._send()
        else:
            self._transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        if not self.done.done():
            self.done.set_result(None)

    def _send(self) -> None:
        request = self._source.next()
        self._sent_at = perf_counter()
        self._transport.write(request)


def _length(head: bytes) -> int:
    start = head.lower().index(b"content-length:") + 15
    end = head.find(b"\r\n", start)
    return int(head[start : end if end > 0 else None])


async def run(job: Job) -> Load:
    """Send for as long as the job says; the first answers are not counted, they warm the server up."""
    loop, source, latencies = asyncio.get_running_loop(), Source(job), list[float]()
    began = perf_counter()
    made = [
        await loop.create_connection(lambda: Client(source, latencies, began + job.seconds), "127.0.0.1", job.port)
        for _ in range(job.clients)
    ]
    clients = [client for _, client in made]
    await asyncio.gather(*(client.done for client in clients))
    seconds = perf_counter() - began
    errors = sum(client.errors for client in clients)
    return Load(requests=len(latencies), errors=errors, seconds=seconds, latencies=sorted(latencies))


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        sys.stdout.write(json.dumps(asdict(runner.run(run(Job(**json.load(sys.stdin)))))))
