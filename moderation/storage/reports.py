"""Readers' notices, one a reader and revision."""

import dataclasses
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, func, select

from moderation.domain.comment import SiteId
from moderation.domain.outcome import Report
from moderation.storage.tables import ReportRow, table

_reports = table(ReportRow)


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
