"""Takes messages to webhooks: each webhook in its own turn, so that a slow one holds up no other."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import structlog

from moderation.domain.comment import SiteId
from moderation.domain.errors import ModerationError
from moderation.domain.webhook import TOLD_AT, WebhookId
from moderation.jobs.deliver import Tried, deliver
from moderation.loop import Loop
from moderation.service import Service
from moderation.telling import Writer

log = structlog.get_logger("moderation.courier")

#: Seconds between looks for messages.
PAUSE_SECONDS = 1.0

#: Webhooks that are told at once.
THREADS = 16


class Courier:
    """Delivers what is due, in threads of its own, for as long as the server runs."""

    def __init__(self, service: Service, *, pause_seconds: float = PAUSE_SECONDS) -> None:
        """Start delivering."""
        self._service, self._lock = service, threading.Lock()
        self._busy: set[tuple[SiteId, WebhookId]] = set()
        #: Until when a receiver asked to be left alone.
        self._breaks: dict[tuple[SiteId, WebhookId], datetime] = {}
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="courier")
        self._loop = Loop("courier", self._look, pause_seconds=pause_seconds)
        self._loop.start()

    def close(self) -> None:
        """Finish the messages at hand, then stop."""
        self._loop.close()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _look(self) -> None:
        for site in self._service.sites.all():
            now = self._service.clock.now()
            with self._service.storage.read(site.id) as transaction:
                lanes = {(site.id, WebhookId(lane)) for lane in transaction.jobs.lanes(at=now)}
            waiting = {turn for turn in lanes if self._breaks.get(turn, now) <= now}
            with self._lock:
                free = sorted(waiting - self._busy)
                self._busy |= waiting
            for turn in free:
                self._pool.submit(self._turn, turn)

    def _turn(self, turn: tuple[SiteId, WebhookId]) -> None:
        try:
            tries = send_due(self._service, site=turn[0], id=turn[1], is_ending=lambda: self._loop.is_ending)
            if tries and tries[-1].wants_break and tries[-1].until is not None:
                self._breaks[turn] = tries[-1].until
        except ModerationError as error:
            log.warning("delivery waits", webhook=turn[1], error=type(error).__name__, why=error.private)
        except Exception as error:
            log.error("delivery failed", webhook=turn[1], error=type(error).__name__, exc_info=True)
        finally:
            with self._lock:
                self._busy.discard(turn)


def send_due(
    service: Service, *, site: SiteId, id: WebhookId, is_ending: Callable[[], bool] = lambda: False
) -> list[Tried]:
    """Give a webhook its turn and tell its owner of trouble; returns how each try went."""
    write = Writer(service.sites, service.secret).message
    tries = deliver(
        service.storage, service.sender, site=site, id=id, clock=service.clock, write=write, is_ending=is_ending
    )
    for tried in tries:
        if tried.is_end:
            log.error("webhook disabled", site=site, webhook=id, why=tried.why)
        elif tried.failures == TOLD_AT:
            log.error("webhook keeps failing", site=site, webhook=id, failures=tried.failures, why=tried.why)
        elif tried.failures:
            log.warning("delivery postponed", site=site, webhook=id, failures=tried.failures, why=tried.why)
    return tries
