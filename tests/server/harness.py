"""The crash harness: load, kill -9, start again, and a reckoning of what was answered with what is there."""

import asyncio
import json
import random
from collections import defaultdict
from dataclasses import dataclass, field

from tests.server.processes import KEY, Server

CLIENTS = 16
#: Share of new keys that are sent three times at once: a retry test without a race passes broken code.
TWINS = 0.1
#: Longest wait for an answer, in seconds.
PATIENCE = 30.0


@dataclass(slots=True)
class Reckoning:
    """What the harness found; everything but `acknowledged` must be empty."""

    #: Keys that got an answer before a kill.
    acknowledged: int = 0
    #: Answered, and not there afterwards.
    lost: set[str] = field(default_factory=set)
    #: Keys whose answers name more than one decision.
    diverged: set[str] = field(default_factory=set)
    #: Decisions that no key leads to: recorded twice, or for nobody.
    orphans: set[str] = field(default_factory=set)
    #: Places in the feed that nothing stands at, or two things.
    gaps: set[int] = field(default_factory=set)
    #: Statuses other than 200.
    refusals: list[int] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found."""
        return not (self.lost or self.diverged or self.orphans or self.gaps or self.refusals)


@dataclass(slots=True)
class Harness:
    """Sends comments to a server that it kills again and again."""

    server: Server
    chance: random.Random
    #: Decision ids by key, as answered.
    answers: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    refusals: list[int] = field(default_factory=list)
    _keys: int = 0

    def run(self, *, kills: int, seconds: tuple[float, float] = (0.4, 1.6)) -> Reckoning:
        """Kill a loaded server so many times, each time after some seconds, then reckon."""
        for _ in range(kills):
            self.server.start()
            asyncio.run(self._load_and_kill(self.chance.uniform(*seconds)))
        acknowledged = {id for ids in self.answers.values() for id in ids}
        self.server.start()
        asyncio.run(self._retry_all())
        return self._reckon(acknowledged)

    async def _load_and_kill(self, seconds: float) -> None:
        is_killed = asyncio.Event()
        clients = [asyncio.create_task(self._client(is_killed)) for _ in range(CLIENTS)]
        await asyncio.sleep(seconds)
        is_killed.set()
        await asyncio.to_thread(self.server.kill)
        await asyncio.gather(*clients)

    async def _client(self, is_killed: asyncio.Event) -> None:
        while not is_killed.is_set():
            key = self._new_key()
            copies = 3 if self.chance.random() < TWINS else 1
            await asyncio.gather(*(self._send(key) for _ in range(copies)))

    async def _retry_all(self) -> None:
        """Send every key again, answered or not, as a client would that heard nothing."""
        keys = iter(range(1, self._keys + 1))

        async def client() -> None:
            for number in keys:
                await self._send(_key(number))

        await asyncio.gather(*(client() for _ in range(CLIENTS)))

    async def _send(self, key: str) -> None:
        answer = await post(self.server.port, body_of(key), key=key if is_keyed(key) else None)
        if answer is None:  # the server was killed first
            return
        status, content = answer
        if status == 200:
            self.answers[key].add(json.loads(content)["decision_id"])
        else:
            self.refusals.append(status)

    def _new_key(self) -> str:
        self._keys += 1
        return _key(self._keys)

    def _reckon(self, acknowledged: set[str]) -> Reckoning:
        feed = self._feed()
        recorded = {id for _, id in feed}
        answered = {id for ids in self.answers.values() for id in ids}
        positions = [position for position, _ in feed]
        return Reckoning(
            acknowledged=len(acknowledged),
            lost=acknowledged - recorded,
            diverged={key for key, ids in self.answers.items() if len(ids) > 1},
            orphans=recorded - answered,
            gaps=set(positions) ^ set(range(1, len(feed) + 1)),
            refusals=self.refusals,
        )

    def _feed(self) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        while True:
            after = found[-1][0] if found else 0
            page = self.server.ask(f"/v1/decisions?after={after}&limit=500").json()["decisions"]
            if not page:
                return found
            found += [(each["position"], each["decision_id"]) for each in page]


async def post(port: int, body: bytes, *, key: str | None) -> tuple[int, bytes] | None:
    """Send a comment over a connection of its own; `None` where no whole answer came."""
    keyed = f"Idempotency-Key: {key}\r\n" if key else ""
    head = (
        f"POST /v1/verdicts HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {KEY}\r\n{keyed}"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                writer.write(head.encode() + body)
                received = await reader.read()
            finally:
                writer.close()
    except OSError:
        return None
    started, _, content = received.partition(b"\r\n\r\n")
    if not content.endswith(b"}"):
        return None
    return int(started.split()[1]), content


def is_keyed(key: str) -> bool:
    """Whether a key travels as Idempotency-Key; the others are told by the comment's id."""
    return int(key.split("-")[1]) % 2 == 0


def body_of(key: str) -> bytes:
    """Return the comment that belongs to a key, the same each time."""
    named = {} if is_keyed(key) else {"id": key}
    text = f"The council should publish the minutes of meeting {key}. We shall see."
    return json.dumps({"comment": {"text": text} | named, "author": {"id": f"u-{key}"}}).encode()


def _key(number: int) -> str:
    return f"k-{number}"
