"""Judging an archive here, and where it is long in several processes."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice

from moderation.archive import Judge, Past
from moderation.domain.archive import PastEntry
from moderation.domain.comment import SiteId
from moderation.domain.errors import ModerationError, ScorerUnavailable
from moderation.service import Service
from moderation.settings import Settings
from moderation.wiring import build

#: So many batches are judged in this process before others are worth starting: each loads a model of its own.
ALONE = 40


@dataclass(slots=True)
class Batch:
    """Comments that are recorded together."""

    #: All of them, with those that are known.
    pasts: list[Past]
    #: Those that are to be judged, and what that gives.
    unknown: list[Past]
    entries: list[PastEntry]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judges:
    """Some judges of one site who agree in all: each has the same policy and the same model."""

    settings: Settings
    site: SiteId
    here: Judge
    processes: int
    at: datetime

    def judged(self, batches: Iterator[Batch]) -> Iterator[Batch]:
        """Judge batches in their order; few wait in memory.

        Raises:
            ModerationError: what the batches raise, after those that came before it.
        """
        alone = batches if self.processes == 1 else islice(batches, ALONE)
        for batch in alone:
            batch.entries = self.here.entries(batch.unknown, at=self.at)
            yield batch
        following = next(batches, None)
        if following is not None:
            yield from self._beside(chain([following], batches))

    def _beside(self, batches: Iterator[Batch]) -> Iterator[Batch]:
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(self.processes, context, _prepare, (self.settings, self.site))
        waiting: deque[tuple[Batch, Future[list[PastEntry]]]] = deque()
        fault: ModerationError | None = None
        try:
            while (batch := _next(batches)) is not None:
                if isinstance(batch, ModerationError):
                    fault = batch
                    break
                if not batch.unknown and not waiting:  # an import that goes on needs no judge until there is news
                    yield batch
                    continue
                waiting.append((batch, pool.submit(_judged_there, batch.unknown, self.at)))
                if len(waiting) > 2 * self.processes:
                    yield _answered(*waiting.popleft())
            while waiting:
                yield _answered(*waiting.popleft())
        finally:
            pool.shutdown(cancel_futures=True)
        if fault:
            raise fault


def judge_of(service: Service, site: SiteId) -> Judge:
    """Return a judge with the live policy of a site."""
    policy = service.policy(service.sites.get(site))
    return Judge(policy=policy, scorer=service.scorer, languages=service.languages)


def _next(batches: Iterator[Batch]) -> Batch | ModerationError | None:
    """Return the next batch, or why there is none: what is being judged must be recorded first."""
    try:
        return next(batches, None)
    except ModerationError as error:
        return error


def _answered(batch: Batch, future: "Future[list[PastEntry]]") -> Batch:
    try:
        batch.entries = future.result()
    except BrokenProcessPool as error:
        why = "A process that judges was killed; import again, with --jobs 1 if memory is short."
        raise ScorerUnavailable(why) from error
    return batch


#: The judge of a process that judges for another.
_judges: list[Judge] = []


def _prepare(settings: Settings, site: SiteId) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asks ends the others
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _judges.append(judge_of(build(settings, is_prepared=True), site))


def _end_with_parent() -> None:
    """Wait for a parent that was killed, and cannot say that it needs nobody any more."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _judged_there(pasts: list[Past], at: datetime) -> list[PastEntry]:
    return _judges[0].entries(pasts, at=at)
