"""A backtest over a whole database: stretches of the feed, shared out among processes."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

from sqlalchemy import Engine

from moderation.backtest import Candidacy, backtest
from moderation.crew import crew
from moderation.domain.backtesting.backtest import Advanced, Backtest, Trial, unheard
from moderation.domain.backtesting.backtest_tally import Tally
from moderation.domain.backtesting.past_verdict import Extent
from moderation.domain.backtesting.summary import summary_of
from moderation.domain.comment import SiteId
from moderation.domain.errors import ModerationError
from moderation.domain.policy import Policy
from moderation.domain.site import PolicyFiles
from moderation.policyfile import files
from moderation.storage.database import Database
from moderation.storage.engine import connect
from moderation.storage.sites import SiteRepository

#: So many verdicts are looked at before a second process would have started.
ALONE = 8_000
#: Stretches for each process, so that none waits long for another at the end.
_STRETCHES = 32

Policies = tuple[Policy, Policy]


def run(
    url: str, trial: Trial, *, processes: int | None = None, aside: bool = False, advanced: Advanced = unheard
) -> Backtest:
    """Try a policy on the verdicts of a site, with a process for each processor, or in this one alone.

    With `aside` all of it is done in other processes, and none of it in this one.
    `advanced` is told at the start, and after each stretch of the feed.

    Raises:
        PolicyInvalid: if a policy has faults.
        StorageUnavailable: if the database cannot be read.
    """
    extent = _extent(url, trial)
    if trial.sample is not None and trial.sample < extent.count:
        trial = replace(trial, query=replace(trial.query, share=trial.sample / extent.count))
    expected = round(extent.count * trial.query.share)
    advanced(0, expected)
    with _parts(url, trial, extent, processes=_count(expected, processes, aside=aside)) as (policies, parts):
        tally = Tally()
        for part in parts:
            tally.add(part)
            advanced(tally.looked_at, expected)
    return summary_of(tally, site=trial.site, policies=policies, query=trial.query, extent=extent)


def recorded_by(engine: Engine, site: SiteId) -> Callable[[str], Policy | None]:
    """Return what finds a site's policy by its hash, as it was when it judged."""
    sites = SiteRepository(engine)

    @cache
    def recorded(hash: str) -> Policy | None:
        try:
            name, sources = sites.policy(site, hash)
            return files.load(name, sources)
        except ModerationError:  # not kept, or no longer accepted: every rule is asked
            return None

    return recorded


def _count(expected: int, processes: int | None, *, aside: bool) -> int:
    """Return how many processes to start; a few verdicts are looked at before another would have started."""
    if expected < ALONE:
        return 1 if aside else 0
    return _processors() if processes is None else processes


def _extent(url: str, trial: Trial) -> Extent:
    with opened(url) as engine, Database(engine).read(trial.site) as transaction:
        return transaction.verdicts.extent(trial.query)


@contextmanager
def _parts(
    url: str, trial: Trial, extent: Extent, *, processes: int
) -> Iterator[tuple[Policies, Iterable[Tally]]]:
    """Read the policies, and begin to look at one stretch of the feed after the other; no process: in this one."""
    if not processes:
        policies = _load(trial.before), _load(trial.after)
        with opened(url) as engine:
            worker = _Worker(engine, trial, policies)
            yield policies, map(worker.tally, [(extent.first - 1, extent.last)])
        return
    with crew(_begin, count=processes) as started:
        policies = _load(trial.before), _load(trial.after)  # while the processes start
        # Compiled rules do not travel, and are compiled again in far less time than the files are read.
        bare = replace(policies[0]), replace(policies[1])
        yield policies, started.do((url, trial, bare), _stretches(extent, processes))


def _stretches(extent: Extent, processes: int) -> list[tuple[int, int]]:
    """Cut the feed, so that processes take one piece after the other."""
    length = (extent.last - extent.first + 1) // (processes * _STRETCHES) + 1
    starts = range(extent.first, extent.last + 1, length)
    return [(at - 1, min(at + length - 1, extent.last)) for at in starts if extent.count]


class _Worker:
    """What one process works with."""

    def __init__(self, engine: Engine, trial: Trial, policies: Policies) -> None:
        self._database, self._trial = Database(engine), trial
        recorded = recorded_by(engine, trial.site)
        self._candidacy = Candidacy(before=policies[0], after=policies[1], recorded=recorded)

    def tally(self, within: tuple[int, int]) -> Tally:
        """Look at one stretch of the feed."""
        trial = self._trial
        return backtest(self._database, self._candidacy, site=trial.site, query=trial.query, within=within)


def _begin(told: tuple[str, Trial, Policies]) -> Callable[[tuple[int, int]], Tally]:
    """Make a process ready; writers who wait for an answer come first, so it works on the side."""
    os.nice(5)
    url, trial, policies = told
    worker = _Worker(connect(url, pool_size=1), trial, policies)
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
    return worker.tally


def _load(policy: PolicyFiles) -> Policy:
    return files.load(policy.name, policy.files)


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """Open a database for one user of it."""
    engine = connect(url, pool_size=1)
    try:
        yield engine
    finally:
        engine.dispose()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
