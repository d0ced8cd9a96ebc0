"""The edge of judging: requests that arrive together are judged, and committed, together."""

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic

from moderation.domain.decision import Decision
from moderation.domain.errors import KeyReused, ModerationError, Overloaded
from moderation.domain.record import Submission
from moderation.pipeline import moderate
from moderation.service import Client, Service

#: How many comments one transaction may hold.
BATCH = 64

#: How long a batch may wait for comments that are expected: one thread runs at a time, so waiting costs nothing.
LINGER_SECONDS = 0.003


@dataclass(slots=True, kw_only=True)
class Ticket:
    """A comment that waits for its verdict."""

    submission: Submission
    client: Client
    loop: asyncio.AbstractEventLoop
    arrived: float
    #: Whether there is no time left to score it; told when its batch is put together.
    is_late: bool = False
    future: "asyncio.Future[Decision]" = field(init=False)

    def __post_init__(self) -> None:
        self.future = self.loop.create_future()


class Intake:
    """Gathers what waits and judges it in one thread: a pure core, concurrency at the edge (ADR 8)."""

    def __init__(self, service: Service, *, deadline_seconds: float, limit: int) -> None:
        """Judge with a service; more than `limit` comments may not wait at once."""
        self._service = service
        self._deadline_seconds = deadline_seconds
        self._limit = limit
        self._waiting: deque[Ticket] = deque()
        self._wake = threading.Condition()
        self._is_closing = False
        #: How many comments are likely to come together.
        self._expected = 1
        self._thread = threading.Thread(target=self._run, name="intake", daemon=True)
        self._thread.start()

    async def submit(self, submissions: Sequence[Submission], client: Client) -> list[Decision]:
        """Wait for the decisions on some comments of one client, in their order.

        Raises:
            Overloaded: if too many comments wait already, or the server is about to stop.
        """
        loop = asyncio.get_running_loop()
        now = monotonic()
        tickets = [Ticket(submission=s, client=client, loop=loop, arrived=now) for s in submissions]
        with self._wake:
            if self._is_closing or len(self._waiting) + len(tickets) > self._limit:
                raise Overloaded
            self._waiting.extend(tickets)
            if len(self._waiting) >= self._expected or len(self._waiting) == len(tickets):
                self._wake.notify()  # the first one, or the last that was expected
        if len(tickets) == 1:
            return [await tickets[0].future]
        return list(await asyncio.gather(*(ticket.future for ticket in tickets)))

    @property
    def waiting(self) -> int:
        """How many comments wait."""
        return len(self._waiting)

    def close(self) -> None:
        """Judge what waits, then stop."""
        with self._wake:
            self._is_closing = True
            self._wake.notify()
        self._thread.join(timeout=30)

    def _run(self) -> None:
        while tickets := self._gathered():
            for some in _alike(tickets, deadline_seconds=self._deadline_seconds):
                self._answer(some)
            # Whoever was answered will soon ask again, beside those who wait already.
            self._expected = min(BATCH, len(tickets) + len(self._waiting))

    def _gathered(self) -> list[Ticket]:
        """Wait for comments, and a moment for those that are expected beside them; none when closing."""
        with self._wake:
            self._wake.wait_for(lambda: bool(self._waiting) or self._is_closing)
            self._wake.wait_for(lambda: len(self._waiting) >= self._expected or self._is_closing, LINGER_SECONDS)
            return [self._waiting.popleft() for _ in range(min(BATCH, len(self._waiting)))]

    def _answer(self, tickets: Sequence[Ticket]) -> None:
        answers: Sequence[Decision | KeyReused | BaseException]
        try:
            answers = self._judge(tickets)
        except ModerationError as error:
            answers = [error] * len(tickets)
        except BaseException as error:  # noqa: BLE001 — handed to whoever waits, or they would wait for ever
            if len(tickets) > 1:
                for ticket in tickets:  # one comment that breaks the core must not take its neighbours along
                    self._answer([ticket])
                return
            answers = [error]
        resolve = _resolve(list(zip(tickets, answers, strict=True)))
        with suppress(RuntimeError):  # the loop was closed: nobody waits there any more
            tickets[0].loop.call_soon_threadsafe(resolve)

    def _judge(self, tickets: Sequence[Ticket]) -> list[Decision | KeyReused]:
        client = tickets[0].client
        service = self._service
        return moderate(
            [ticket.submission for ticket in tickets],
            policy=client.policy,
            scorer=service.no_scorer if tickets[0].is_late else service.scorer,
            fallback=None if tickets[0].is_late else service.fallback,
            languages=service.languages,
            storage=service.storage,
            at=service.clock.now(),
            reviews=client.reviews,
        )


def _alike(tickets: Sequence[Ticket], *, deadline_seconds: float) -> list[list[Ticket]]:
    """Group tickets that can be judged together: one site, one policy, in time or late."""
    groups: dict[tuple[object, ...], list[Ticket]] = {}
    now = monotonic()
    for ticket in tickets:
        ticket.is_late = now - ticket.arrived > deadline_seconds
        client = ticket.client
        key = client.site.id, client.policy.hash, client.reviews, ticket.is_late, id(ticket.loop)
        groups.setdefault(key, []).append(ticket)
    return list(groups.values())


def _resolve(answered: list[tuple[Ticket, Decision | BaseException]]) -> Callable[[], None]:
    def resolve() -> None:
        for ticket, answer in answered:
            if ticket.future.done():  # the client went away
                continue
            if isinstance(answer, BaseException):
                ticket.future.set_exception(answer)
            else:
                ticket.future.set_result(answer)

    return resolve
