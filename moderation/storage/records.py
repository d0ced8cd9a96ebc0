"""The past of a site, as insights and reports read it."""

import dataclasses
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from sqlalchemy import Connection, or_, select

from moderation.domain.appeal import Appeal
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.insights.opinion import Opinion
from moderation.domain.outcome import Report
from moderation.domain.record import StoredComment
from moderation.domain.review import is_blind
from moderation.storage.appeals import appeal_of
from moderation.storage.coding import Outline, outlines_of_bytes
from moderation.storage.comments import stored_comment
from moderation.storage.desk import opinion_of
from moderation.storage.people_tables import OpinionRow
from moderation.storage.tables import (
    AppealRow,
    AuthorRow,
    CommentRow,
    DecisionRow,
    ReportRow,
    ReviewRow,
    StrikeRow,
    table,
)

_decisions, _reviews, _appeals, _reports = (table(row) for row in (DecisionRow, ReviewRow, AppealRow, ReportRow))
_authors, _strikes, _comments = table(AuthorRow), table(StrikeRow), table(CommentRow)
_opinions = table(OpinionRow)

#: Comments asked about at once: databases bound the number of parameters.
_AT_ONCE = 500
#: Rows fetched at once.
_READ = 1_000


@dataclass(slots=True)
class Waiting:
    """Of a review, what is counted."""

    comment_id: CommentId
    queue: str
    opened_at: datetime
    closed_at: datetime | None
    report_count: int
    is_blind: bool


class RecordRepository:
    """Implements the port `Records` for one site within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def decisions(self, *, since: datetime) -> Iterator[Outline]:
        """Return what is counted of the feed's decisions from a moment on, in the order of their positions."""
        column = _decisions.c
        where = column.site == self._site, column.at >= since, column.position > 0
        wanted = select(column.body).where(*where).order_by(column.position)
        some = self._connection.execute(wanted).scalars().partitions(_READ)
        return outlines_of_bytes(chain.from_iterable(some))

    def reviews(self, *, since: datetime) -> list[Waiting]:
        """Return the reviews that wait, and those that were opened or closed from a moment on, oldest first."""
        column = _reviews.c
        is_recent = or_(column.closed_at.is_(None), column.closed_at >= since, column.opened_at >= since)
        columns = (
            column.comment_id,
            column.queue,
            column.opened_at,
            column.closed_at,
            column.report_count,
            column.not_for,
        )
        wanted = select(*columns).where(column.site == self._site, is_recent)
        rows = self._connection.execute(wanted.order_by(column.opened_at, column.id)).all()
        return [Waiting(*row[:5], is_blind(row.queue, row.not_for)) for row in rows]

    def appeals(self, *, since: datetime) -> list[Appeal]:
        """Return the appeals that wait, and those that were made or decided from a moment on, oldest first."""
        column = _appeals.c
        is_recent = or_(column.decided_at.is_(None), column.decided_at >= since, column.opened_at >= since)
        wanted = select(_appeals).where(column.site == self._site, is_recent)
        rows = self._connection.execute(wanted.order_by(column.opened_at, column.id)).mappings()
        return [appeal_of(row) for row in rows]

    def reports(self, *, since: datetime) -> list[Report]:
        """Return readers' reports from a moment on, oldest first."""
        column = _reports.c
        wanted = select(_reports).where(column.site == self._site, column.at >= since)
        rows = self._connection.execute(wanted.order_by(column.at, column.id)).mappings()
        names = [field.name for field in dataclasses.fields(Report)]
        return [Report(**{name: row[name] for name in names}) for row in rows]

    def opinions(self, *, since: datetime) -> list[Opinion]:
        """Return what second moderators concluded from a moment on, oldest first."""
        wanted = select(_opinions).where(_opinions.c.site == self._site, _opinions.c.at >= since)
        rows = self._connection.execute(wanted.order_by(_opinions.c.at, _opinions.c.id)).mappings()
        return [opinion_of(row) for row in rows]

    def marked(self) -> list[str]:
        """Return the authors who have strikes, or whose standing a person set, by their keys."""
        struck = select(_strikes.c.author_key).where(_strikes.c.site == self._site, _strikes.c.lifted_at.is_(None))
        chosen = select(_authors.c.key).where(_authors.c.site == self._site, _authors.c.standing.is_not(None))
        return sorted(set(self._connection.execute(struck.union(chosen)).scalars()))

    def comments(self, ids: Collection[CommentId]) -> list[StoredComment]:
        """Return some comments at their latest revision, newest first; those that are not here are left out."""
        found: list[StoredComment] = []
        wanted = sorted(set(ids))
        for start in range(0, len(wanted), _AT_ONCE):
            some = _comments.c.id.in_(wanted[start : start + _AT_ONCE])
            where = _comments.c.site == self._site, _comments.c.is_latest, some
            found += map(stored_comment, self._connection.execute(select(_comments).where(*where)).mappings())
        return sorted(found, key=lambda comment: (comment.received_at, comment.id), reverse=True)
