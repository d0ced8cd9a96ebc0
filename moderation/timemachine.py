"""A backtest over a whole database: stretches of the feed, shared out among processes."""

import gc
import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

from sqlalchemy import Engine

from moderation.backtest import Candidacy, backtest
from moderation.domain.backtest import Advanced, Backtest, Trial, unheard
from moderation.domain.backtest_tally import Tally
from moderation.domain.errors import ModerationError
from moderation.domain.past_verdict import Extent
from moderation.domain.policy import Policy
from moderation.domain.site import PolicyFiles
from moderation.domain.summary import summary_of
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
    """Try a policy on the verdicts of a site, with as many processes as there are processors.

    With `aside` all of it is done in other processes, and none of it in this one.
    `advanced` is told at the start, and after each stretch of the feed.

    Raises:
        PolicyInvalid: if a policy has faults.
        StorageUnavailable: if the database cannot be read.
    """
    policies = _load(trial.before), _load(trial.after)
    extent = _extent(url, trial)
    if trial.sample is not None and trial.sample < extent.count:
        trial = replace(trial, query=replace(trial.query, share=trial.sample / extent.count))
    is_small = extent.count * trial.query.share < ALONE
    if is_small and not aside:
        parts = _alone(url, trial, extent, policies)
    else:
        count = 1 if is_small else processes or _processors()
        parts = _shared(url, trial, extent, policies, processes=count)
    tally, expected = Tally(), round(extent.count * trial.query.share)
    advanced(0, expected)
    for part in parts:
        tally.add(part)
        advanced(tally.looked_at, expected)
    return summary_of(tally, site=trial.site, policies=policies, query=trial.query, extent=extent)


def _extent(url: str, trial: Trial) -> Extent:
    with _opened(url) as engine, Database(engine).read(trial.site) as transaction:
        return transaction.verdicts.extent(trial.query)


def _alone(url: str, trial: Trial, extent: Extent, policies: Policies) -> Iterator[Tally]:
    with _opened(url) as engine:
        yield _Worker(engine, trial, policies).tally((extent.first - 1, extent.last))


def _shared(url: str, trial: Trial, extent: Extent, policies: Policies, *, processes: int) -> Iterator[Tally]:
    """Let processes take one stretch after the other."""
    length = (extent.last - extent.first + 1) // (processes * _STRETCHES) + 1
    starts = range(extent.first, extent.last + 1, length)
    stretches = [(at - 1, min(at + length - 1, extent.last)) for at in starts if extent.count]
    context = multiprocessing.get_context("spawn")  # a fork would share the connections of this process
    # Compiled rules do not travel, and are compiled again in far less time than the files are read.
    bare = replace(policies[0]), replace(policies[1])
    with context.Pool(processes, _begin, (url, trial, bare)) as pool:
        yield from pool.imap_unordered(_of_stretch, stretches)


class _Worker:
    """What one process works with."""

    def __init__(self, engine: Engine, trial: Trial, policies: Policies) -> None:
        sites = SiteRepository(engine)

        @cache
        def recorded(hash: str) -> Policy | None:
            try:
                name, sources = sites.policy(trial.site, hash)
                return files.load(name, sources)
            except ModerationError:  # not kept, or no longer accepted: every rule is asked
                return None

        self._database, self._trial = Database(engine), trial
        self._candidacy = Candidacy(before=policies[0], after=policies[1], recorded=recorded)

    def tally(self, within: tuple[int, int]) -> Tally:
        """Look at one stretch of the feed."""
        trial = self._trial
        return backtest(self._database, self._candidacy, site=trial.site, query=trial.query, within=within)


_OWN: list[_Worker] = []


def _begin(url: str, trial: Trial, policies: Policies) -> None:
    """Make a process ready; writers who wait for an answer come first, so it works on the side."""
    os.nice(5)
    _OWN[:] = [_Worker(connect(url, pool_size=1), trial, policies)]
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def _of_stretch(within: tuple[int, int]) -> Tally:
    return _OWN[0].tally(within)


def _load(policy: PolicyFiles) -> Policy:
    return files.load(policy.name, policy.files)


@contextmanager
def _opened(url: str) -> Iterator[Engine]:
    engine = connect(url, pool_size=1)
    try:
        yield engine
    finally:
        engine.dispose()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
