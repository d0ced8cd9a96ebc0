"""A backtest over a whole database: stretches of the feed, shared out among processes."""

import gc
import multiprocessing
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache

from sqlalchemy import Engine

from moderation.backtest import Candidacy, backtest
from moderation.domain.backtest import Backtest
from moderation.domain.backtest_tally import Tally
from moderation.domain.comment import SiteId
from moderation.domain.errors import ModerationError
from moderation.domain.past_verdict import Extent, VerdictQuery
from moderation.domain.policy import Policy
from moderation.domain.summary import summary_of
from moderation.policyfile import files
from moderation.storage.database import Database
from moderation.storage.engine import connect
from moderation.storage.sites import SiteRepository

#: So many verdicts are looked at before a second process would have started.
ALONE = 8_000
#: Every verdict.
_ALL = VerdictQuery()
#: Stretches for each process, so that none waits long for another at the end.
_STRETCHES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFiles:
    """A policy as it travels: its name and its files, the main file first."""

    name: str
    files: Mapping[str, str]

    def load(self) -> Policy:
        """Make the policy.

        Raises:
            PolicyInvalid: with every fault.
        """
        return files.load(self.name, self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What is to be tried, on which verdicts."""

    database_url: str
    site: SiteId
    #: The policy that is, and the one that may come.
    before: PolicyFiles
    after: PolicyFiles
    query: VerdictQuery = _ALL
    #: About so many verdicts are looked at; `None` for all.
    sample: int | None = None


def run(trial: Trial, *, processes: int | None = None) -> Backtest:
    """Try a policy on the verdicts of a site, with as many processes as there are processors.

    Raises:
        PolicyInvalid: if a policy has faults.
        StorageUnavailable: if the database cannot be read.
    """
    policies = trial.before.load(), trial.after.load()
    extent = _extent(trial)
    if trial.sample is not None and trial.sample < extent.count:
        trial = replace(trial, query=replace(trial.query, share=trial.sample / extent.count))
    is_small = extent.count * trial.query.share < ALONE
    tally = Tally()
    for part in (
        _alone(trial, extent, policies) if is_small else _shared(trial, extent, processes or _processors())
    ):
        tally.add(part)
    return summary_of(tally, site=trial.site, policies=policies, query=trial.query, extent=extent)


def _extent(trial: Trial) -> Extent:
    with _opened(trial.database_url) as engine, Database(engine).read(trial.site) as transaction:
        return transaction.verdicts.extent(trial.query)


def _alone(trial: Trial, extent: Extent, policies: tuple[Policy, Policy]) -> Iterator[Tally]:
    with _opened(trial.database_url) as engine:
        yield _Stretch(trial, engine, policies).tally((extent.first - 1, extent.last))


def _shared(trial: Trial, extent: Extent, processes: int) -> Iterator[Tally]:
    """Let processes take one stretch after the other."""
    length = (extent.last - extent.first + 1) // (processes * _STRETCHES) + 1
    stretches = [
        (at - 1, min(at + length - 1, extent.last)) for at in range(extent.first, extent.last + 1, length)
    ]
    context = multiprocessing.get_context("spawn")  # a fork would share the connections of this process
    with context.Pool(processes, _begin, (trial,)) as pool:
        yield from pool.imap_unordered(_of_stretch, stretches)


class _Stretch:
    """What one process works with."""

    def __init__(self, trial: Trial, engine: Engine, policies: tuple[Policy, Policy]) -> None:
        sites = SiteRepository(engine)

        @cache
        def recorded(hash: str) -> Policy | None:
            try:
                return _files_of(sites, trial.site, hash).load()
            except ModerationError:  # not kept, or no longer accepted: every rule is asked
                return None

        self._trial, self._database = trial, Database(engine)
        self._candidacy = Candidacy(before=policies[0], after=policies[1], recorded=recorded)

    def tally(self, within: tuple[int, int]) -> Tally:
        """Look at one stretch of the feed."""
        trial = self._trial
        return backtest(self._database, self._candidacy, site=trial.site, query=trial.query, within=within)


_OWN: list[_Stretch] = []


def _begin(trial: Trial) -> None:
    """Make a process ready: verdicts that wait for an answer come first, so it works on the side."""
    os.nice(5)
    policies = trial.before.load(), trial.after.load()
    _OWN[:] = [_Stretch(trial, connect(trial.database_url, pool_size=1), policies)]
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def _of_stretch(within: tuple[int, int]) -> Tally:
    return _OWN[0].tally(within)


@contextmanager
def _opened(url: str) -> Iterator[Engine]:
    engine = connect(url, pool_size=1)
    try:
        yield engine
    finally:
        engine.dispose()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _files_of(sites: SiteRepository, site: SiteId, hash: str) -> PolicyFiles:
    name, sources = sites.policy(site, hash)
    return PolicyFiles(name=name, files=sources)
