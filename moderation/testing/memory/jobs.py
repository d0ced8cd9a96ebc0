"""The outbox, in memory."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from moderation.domain.comment import SiteId
from moderation.domain.job import Job
from moderation.testing.memory.rows import JobRow, SiteRows

#: A worker that has not finished by then is taken for dead.
LEASE = timedelta(minutes=1)

ids = count(1)


class MemoryJobs:
    """Implements the port `Jobs`."""

    def __init__(self, rows: SiteRows, site: SiteId) -> None:
        """Work on the rows of a site."""
        self._rows, self._site = rows, site

    def add(self, kind: str, payload: Mapping[str, Any], *, at: datetime, due_at: datetime) -> None:
        """Keep work to be done."""
        self._rows.jobs[next(ids)] = JobRow(kind=kind, payload=dict(payload), due_at=due_at)

    def lanes(self, *, at: datetime) -> list[str]:
        """Return the lanes that have work due."""
        return sorted({job.lane for job in self._rows.jobs.values() if job.lane and _is_due(job, at)})

    def lease(self, *, at: datetime, limit: int, lane: str | None = None) -> list[Job]:
        """Take work of one lane that is due."""
        mine = [(id, job) for id, job in self._rows.jobs.items() if job.lane == lane]
        due = [(job.due_at, id) for id, job in mine if _is_due(job, at)]
        jobs = []
        for _, id in sorted(due)[:limit]:
            row = self._rows.jobs[id]
            jobs.append(Job(id=id, site=self._site, kind=row.kind, payload=row.payload, attempts=row.attempts))
            self._change(id, leased_until=at + LEASE, attempts=row.attempts + 1)
        return jobs

    def finish(self, id: int, *, at: datetime) -> None:
        """Mark work as done."""
        self._change(id, done_at=at, leased_until=None)

    def postpone(self, id: int, *, until: datetime, failure: str) -> None:
        """Put work off after a failure."""
        self._change(id, due_at=until, leased_until=None, failure=failure)

    def forget(self, *, before: datetime) -> None:
        """Drop work that was done before a moment."""
        for id in [id for id, job in self._rows.jobs.items() if job.done_at and job.done_at < before]:
            del self._rows.jobs[id]

    def put_back(self, id: int, *, until: datetime) -> None:
        """Put work off that was leased and not tried."""
        if id in self._rows.jobs:
            self._change(id, due_at=until, leased_until=None, attempts=self._rows.jobs[id].attempts - 1)

    def _change(self, id: int, **changes: Any) -> None:
        if id in self._rows.jobs:
            self._rows.jobs[id] = dataclasses.replace(self._rows.jobs[id], **changes)


def _is_due(job: JobRow, at: datetime) -> bool:
    is_free = job.leased_until is None or job.leased_until <= at
    return job.done_at is None and job.due_at <= at and is_free
