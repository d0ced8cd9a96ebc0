"""Readers' notices, in memory."""

from moderation.domain.comment import SiteId
from moderation.domain.outcome import Report
from moderation.testing.memory.rows import SiteRows


class MemoryReports:
    """Implements the port `Reports`."""

    def __init__(self, rows: SiteRows, site: SiteId) -> None:
        """Work on the rows of a site."""
        self._rows = rows

    def add(self, report: Report) -> int:
        """Keep a report; returns how many the revision has, each named reporter counted once."""
        about = report.comment_id, report.revision
        same = [other for other in self._rows.reports if (other.comment_id, other.revision) == about]
        if report.reporter is not None and any(other.reporter == report.reporter for other in same):
            return len(same)
        self._rows.reports.append(report)
        return len(same) + 1
