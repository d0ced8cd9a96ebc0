"""The twin of the database itself: transactions that are kept whole, or not at all."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from moderation.domain.comment import SiteId
from moderation.domain.errors import StorageUnavailable
from moderation.testing.memory.appeals import MemoryAppeals
from moderation.testing.memory.archive import MemoryArchive
from moderation.testing.memory.articles import MemoryArticles
from moderation.testing.memory.authors import MemoryAuthors
from moderation.testing.memory.decisions import MemoryDecisions
from moderation.testing.memory.desk import MemoryDesk
from moderation.testing.memory.digests import MemoryDigests
from moderation.testing.memory.jobs import MemoryJobs
from moderation.testing.memory.policies import MemoryPolicies
from moderation.testing.memory.records import MemoryRecords
from moderation.testing.memory.reports import MemoryReports
from moderation.testing.memory.reviews import MemoryReviews
from moderation.testing.memory.rows import AuditRow, SiteRows
from moderation.testing.memory.rule_counts import MemoryRuleCounts
from moderation.testing.memory.sanctions import MemorySanctions
from moderation.testing.memory.verdicts import MemoryVerdicts
from moderation.testing.memory.webhooks import MemoryWebhooks


class MemoryStorage:
    """Keeps everything until the process ends; implements the port `Storage`.

    Set `is_down` and it cannot be reached, as a database that was stopped.
    """

    def __init__(self) -> None:
        """Start empty."""
        self.is_down = False
        #: How many transactions were kept.
        self.commits = 0
        self._sites: dict[SiteId, SiteRows] = {}
        self._line = threading.Lock()

    def rows(self, site: SiteId) -> SiteRows:
        """Return what is kept for a site, for a test to look at."""
        return self._sites.get(site, SiteRows())

    @contextmanager
    def write(self, site: SiteId) -> Iterator["MemoryTransaction"]:
        """Open a transaction that stands in line with other writers."""
        with self._line:
            draft = self._reach(site).copy()
            yield MemoryTransaction(draft, site)
            self._reach(site)
            self._sites[site] = draft
            self.commits += 1

    @contextmanager
    def read(self, site: SiteId) -> Iterator["MemoryTransaction"]:
        """Open a transaction whose changes are dropped."""
        yield MemoryTransaction(self._reach(site).copy(), site)

    def _reach(self, site: SiteId) -> SiteRows:
        if self.is_down:
            raise StorageUnavailable
        return self.rows(site)


class MemoryTransaction:
    """One transaction on one site's rows; implements the port `Transaction`."""

    def __init__(self, rows: SiteRows, site: SiteId) -> None:
        """Give each repository the same rows."""
        self.decisions = MemoryDecisions(rows, site)
        self.archive = MemoryArchive(rows, site)
        self.reviews = MemoryReviews(rows, site)
        self.articles = MemoryArticles(rows)
        self.authors = MemoryAuthors(rows, site)
        self.desk = MemoryDesk(rows, site)
        self.reports = MemoryReports(rows, site)
        self.appeals = MemoryAppeals(rows, site)
        self.records = MemoryRecords(rows)
        self.sanctions = MemorySanctions(rows)
        self.digests = MemoryDigests(rows)
        self.jobs = MemoryJobs(rows, site)
        self.verdicts = MemoryVerdicts(rows)
        self.policies = MemoryPolicies(rows, site)
        self.rule_counts = MemoryRuleCounts(rows)
        self.webhooks = MemoryWebhooks(rows)
        self._rows = rows

    def audit(self, *, by: str, what: str, detail: Mapping[str, Any], at: datetime) -> None:
        """Note who changed what."""
        self._rows.audit.append(AuditRow(by=by, what=what, detail=dict(detail), at=at))
