"""Looks back that take longer than an editor waits for a page: done aside, and told by the database."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace

import structlog

from moderation.domain.backtesting.backtest import Advanced, Backtest
from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, ModerationError
from moderation.domain.look_back import LookBack
from moderation.domain.suggestions.suggestion import Drafted
from moderation.service import Service

log = structlog.get_logger("moderation.web")

_THREADS = ThreadPoolExecutor(thread_name_prefix="look")

#: Returns what is to be kept where every process finds it: what a version does, or new words.
Work = Callable[[Advanced], Backtest | tuple[Drafted, ...]]


class Cancelled(Conflict):
    """This look back was cancelled."""


def begin(service: Service, look: LookBack, *, site: SiteId, work: Work) -> "Future[None]":
    """Start the work, which is told where to report its progress; any process can show how far it is."""
    with service.storage.write(site) as transaction:
        transaction.policies.add_look(look)

    def save(changed: LookBack) -> None:
        with service.storage.write(site) as transaction:
            if not transaction.policies.save_look(replace(changed, told_at=service.clock.now())):
                raise Cancelled

    def advanced(judged: int, of: int) -> None:
        save(replace(look, judged=judged, of=max(judged, of)))

    def run() -> None:
        found = work(advanced)
        done = replace(look, is_done=True)
        save(replace(done, found=found) if isinstance(found, Backtest) else replace(done, drafted=found))

    def tell(done: "Future[None]") -> None:
        error = done.exception()
        if error is None or isinstance(error, Cancelled):
            return
        log.warning("look back failed", error=type(error).__name__, why=str(error))
        fault = error.message if isinstance(error, ModerationError) else "Something broke here; it was noted."
        with suppress(Cancelled):
            save(replace(look, is_done=True, fault=fault))

    done = _THREADS.submit(run)
    done.add_done_callback(tell)
    return done
