"""The outbox: work that committed with its cause, leased to one worker at a time."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, or_, select, update

from moderation.domain.comment import SiteId
from moderation.domain.job import Job
from moderation.storage.tables import OutboxRow, table

#: A worker that has not finished by then is taken for dead.
LEASE = timedelta(minutes=1)

_outbox = table(OutboxRow)


class JobRepository:
    """Implements the port `Jobs` for one site within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def add(self, kind: str, payload: Mapping[str, Any], *, at: datetime, due_at: datetime) -> None:
        """Keep work to be done."""
        row = {"site": self._site, "kind": kind, "payload": dict(payload)}
        self._connection.execute(_outbox.insert(), row | {"created_at": at, "due_at": due_at, "attempts": 0})

    def lanes(self, *, at: datetime) -> list[str]:
        """Return the lanes that have work due."""
        lane = _outbox.c.lane
        waiting = select(lane).where(*self._due(at), lane.is_not(None)).distinct().order_by(lane)
        return list(self._connection.execute(waiting).scalars())

    def lease(self, *, at: datetime, limit: int, lane: str | None = None) -> list[Job]:
        """Take work of one lane that is due."""
        column = _outbox.c
        due = (
            select(column.id)
            .where(*self._due(at), column.lane.is_(None) if lane is None else column.lane == lane)
            .order_by(column.due_at, column.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        ids = list(self._connection.execute(due).scalars())
        if not ids:
            return []
        rows = self._connection.execute(
            select(_outbox).where(column.id.in_(ids)).order_by(column.due_at, column.id)
        ).all()
        leased = {"leased_until": at + LEASE, "attempts": column.attempts + 1}
        self._connection.execute(update(_outbox).where(column.id.in_(ids)).values(leased))
        return [
            Job(id=row.id, site=SiteId(row.site), kind=row.kind, payload=row.payload, attempts=row.attempts)
            for row in rows
        ]

    def finish(self, id: int, *, at: datetime) -> None:
        """Mark work as done."""
        self._change(id, {"done_at": at, "leased_until": None})

    def postpone(self, id: int, *, until: datetime, failure: str) -> None:
        """Put work off after a failure."""
        self._change(id, {"due_at": until, "leased_until": None, "failure": failure})

    def forget(self, *, before: datetime) -> None:
        """Drop work that was done before a moment."""
        self._connection.execute(delete(_outbox).where(_outbox.c.site == self._site, _outbox.c.done_at < before))

    def put_back(self, id: int, *, until: datetime) -> None:
        """Put work off that was leased and not tried."""
        self._change(id, {"due_at": until, "leased_until": None, "attempts": _outbox.c.attempts - 1})

    def _due(self, at: datetime) -> tuple[ColumnElement[bool], ...]:
        column = _outbox.c
        is_free = or_(column.leased_until.is_(None), column.leased_until <= at)
        return column.site == self._site, column.done_at.is_(None), column.due_at <= at, is_free

    def _change(self, id: int, values: Mapping[str, Any]) -> None:
        mine = _outbox.c.site == self._site, _outbox.c.id == id
        self._connection.execute(update(_outbox).where(*mine).values(dict(values)))
