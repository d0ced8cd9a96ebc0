"""Background work: lease a job, run it, record what came of it."""

from datetime import datetime, timedelta

import structlog

from moderation.braking import brake, count
from moderation.domain.brake import Runaway
from moderation.domain.comment import SiteId
from moderation.domain.errors import Invalid
from moderation.domain.job import Job
from moderation.jobs.rejudge import rejudge
from moderation.loop import Loop
from moderation.sanctions import lapse
from moderation.service import Service

log = structlog.get_logger("moderation.worker")

#: Seconds between looks for work.
PAUSE_SECONDS = 5.0

#: How long work that is done stays to be looked at.
KEPT = timedelta(days=7)

#: How far back a start looks for steps of the ladder that nobody answered.
LOOKED_BACK = timedelta(days=30)

#: Pages of verdicts whose rules are counted in one look.
PAGES = 4

#: A failed job waits twice as long each time, up to an hour.
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(hours=1)


class Worker:
    """Does what is due, in a thread of its own, for as long as the server runs."""

    def __init__(self, service: Service, *, pause_seconds: float = PAUSE_SECONDS) -> None:
        """Start working."""
        self._service = service
        self._looked_at: dict[SiteId, datetime] = {}
        self._loop = Loop("worker", self._step, pause_seconds=pause_seconds)
        self._loop.start()

    def close(self) -> None:
        """Finish the job at hand, then stop."""
        self._loop.close()

    def _step(self) -> None:
        work(self._service)
        watch(self._service)
        lapse_steps(self._service, self._looked_at)


def work(service: Service, *, limit: int = 50) -> int:
    """Do what is due on every site; returns how many jobs were tried."""
    done = 0
    for site in service.sites.all():
        now = service.clock.now()
        with service.storage.write(site.id) as transaction:
            jobs = transaction.jobs.lease(at=now, limit=limit)
            transaction.jobs.forget(before=now - KEPT)
        for job in jobs:
            _do(service, site.id, job)
        done += len(jobs)
    return done


def watch(service: Service) -> list[Runaway]:
    """Count how often rules hold on every site, and stop those that run away; returns them."""
    stopped = []
    for site in service.sites.all():
        count(service.storage, site=site.id, pages=PAGES)
        try:
            found = brake(
                service.storage,
                service.policy(site),
                site=site.id,
                load=service.load_policy,
                in_shadow=service.in_shadow,
                at=service.clock.now(),
            )
        except Invalid as error:  # the other sites are not to wait for it
            log.error("a rule runs away and cannot be stopped", site=site.id, why=error.message)
            continue
        for each in found:
            log.error("a rule was stopped", site=site.id, rule=each.rule, owner=each.owner, why=str(each))
        stopped += found
    return stopped


def lapse_steps(service: Service, looked_at: dict[SiteId, datetime]) -> None:
    """Keep on every site which steps nobody answered, from `looked_at` on, and bring that up."""
    for site in service.sites.all():
        now = service.clock.now()
        since = looked_at.get(site.id, now - LOOKED_BACK)
        try:
            lapse(service.storage, site=site.id, policy=service.policy(site), since=since, at=now)
        except Invalid as error:  # the other sites are not to wait for it
            log.error("steps that lapse cannot be told", site=site.id, why=error.message)
            continue
        looked_at[site.id] = now


def _do(service: Service, site: SiteId, job: Job) -> None:
    now = service.clock.now()
    try:
        owner = service.sites.get(site)
        rejudge(
            job,
            policy=service.policy(owner),
            scorer=service.scorer,
            languages=service.languages,
            storage=service.storage,
            at=now,
            reviews=owner.reviews,
        )
    except Exception as error:  # noqa: BLE001 — the worker's loop records and goes on
        wait = min(FIRST_WAIT * 2**job.attempts, LONGEST_WAIT)
        log.warning("job postponed", job=job.id, kind=job.kind, error=type(error).__name__)
        with service.storage.write(site) as transaction:
            transaction.jobs.postpone(job.id, until=now + wait, failure=type(error).__name__)
        return
    with service.storage.write(site) as transaction:
        transaction.jobs.finish(job.id, at=now)
