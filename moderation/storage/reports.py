"""Readers' notices, one a reader and revision."""

import dataclasses
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, and_, func, select

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.desk import Shares
from moderation.domain.outcome import Report
from moderation.domain.verdict import Outcome
from moderation.storage.tables import CommentRow, ReportRow, table

_reports, _comments = table(ReportRow), table(CommentRow)

#: Of readers who report much, so many comments are looked at.
_LOOKED_AT = 500


class ReportRepository:
    """Implements the port `Reports` for one site within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def add(self, report: Report) -> int:
        """Keep a report; returns how many the revision has, each named reporter counted once."""
        column = _reports.c
        same = [column.site == self._site, column.comment_id == report.comment_id]
        same.append(column.revision == report.revision)
        if report.reporter is not None:
            again = select(column.id).where(*same, column.reporter == report.reporter).limit(1)
            if self._connection.execute(again).first():
                return self._count(same)
        self._connection.execute(_reports.insert(), dataclasses.asdict(report))
        return self._count(same)

    def _count(self, same: Sequence[ColumnElement[bool]]) -> int:
        counted = select(func.count()).select_from(_reports).where(*same)
        return int(self._connection.execute(counted).scalar_one())


def reported_before(connection: Connection, site: SiteId, id: CommentId) -> Shares:
    """Return how people decided on what the readers who reported a comment reported besides it."""
    column = _reports.c
    readers = select(column.reporter).where(
        column.site == site, column.comment_id == id, column.reporter.is_not(None)
    )
    theirs = (
        select(column.comment_id, column.revision)
        .where(column.site == site, column.reporter.in_(readers), column.comment_id != id)
        .distinct()
        .limit(_LOOKED_AT)
        .subquery()
    )
    as_reported = and_(
        _comments.c.site == site,
        _comments.c.id == theirs.c.comment_id,
        _comments.c.revision == theirs.c.revision,
        _comments.c.by_person,
    )
    counted = select(_comments.c.outcome, func.count().label("number")).select_from(theirs)
    counted = counted.join(_comments, as_reported).group_by(_comments.c.outcome)
    found = {row.outcome: row.number for row in connection.execute(counted)}
    return Shares(approved=found.get(Outcome.ALLOW.value, 0), rejected=found.get(Outcome.BLOCK.value, 0))
