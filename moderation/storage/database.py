"""The database as the use cases see it: one transaction on one site's rows."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from moderation.domain.comment import SiteId
from moderation.domain.errors import StorageUnavailable
from moderation.storage.appeals import AppealRepository
from moderation.storage.archive import ArchiveRepository
from moderation.storage.articles import ArticleRepository
from moderation.storage.authors import AuthorRepository
from moderation.storage.counts_of_rules import RuleCountRepository
from moderation.storage.decisions import DecisionRepository
from moderation.storage.desk import DeskRepository
from moderation.storage.digests import DigestRepository
from moderation.storage.jobs import JobRepository
from moderation.storage.policies import PolicyRepository
from moderation.storage.records import RecordRepository
from moderation.storage.reports import ReportRepository
from moderation.storage.reviews import ReviewRepository
from moderation.storage.sanctions import SanctionRepository
from moderation.storage.tables import AuditRow, SiteRow, table
from moderation.storage.verdicts import VerdictRepository
from moderation.storage.webhooks import WebhookRepository


class Database:
    """Where everything is kept; implements the port `Storage`."""

    def __init__(self, engine: Engine) -> None:
        """Use an engine of `storage.engine.connect`."""
        self.engine = engine

    @contextmanager
    def write(self, site: SiteId) -> Iterator["SiteTransaction"]:
        """Open a transaction that stands in line with the site's other writers."""
        with translated(), self.engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                # Each statement sees what committed before it, so the lock must come before the first look.
                sites = table(SiteRow)
                connection.execute(select(sites.c.id).where(sites.c.id == site).with_for_update())
            yield SiteTransaction(connection, site)

    @contextmanager
    def read(self, site: SiteId) -> Iterator["SiteTransaction"]:
        """Open a transaction that only reads."""
        with translated(), self.engine.connect().execution_options(read_only=True) as connection:
            yield SiteTransaction(connection, site)


class SiteTransaction:
    """One transaction on one site's rows; implements the port `Transaction`."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Give each repository the same connection, bound to the site."""
        self.decisions = DecisionRepository(connection, site)
        self.archive = ArchiveRepository(connection, site)
        self.reviews = ReviewRepository(connection, site)
        self.articles = ArticleRepository(connection, site)
        self.authors = AuthorRepository(connection, site)
        self.desk = DeskRepository(connection, site)
        self.reports = ReportRepository(connection, site)
        self.appeals = AppealRepository(connection, site)
        self.records = RecordRepository(connection, site)
        self.sanctions = SanctionRepository(connection, site)
        self.digests = DigestRepository(connection, site)
        self.jobs = JobRepository(connection, site)
        self.verdicts = VerdictRepository(connection, site)
        self.policies = PolicyRepository(connection, site)
        self.rule_counts = RuleCountRepository(connection, site)
        self.webhooks = WebhookRepository(connection, site)
        self._connection = connection
        self._site = site

    def audit(self, *, by: str, what: str, detail: Mapping[str, Any], at: datetime) -> None:
        """Note who changed what."""
        row = {"site": self._site, "at": at, "by": by, "what": what, "detail": dict(detail)}
        self._connection.execute(table(AuditRow).insert(), row)


@contextmanager
def translated() -> Iterator[None]:
    """Turn the driver's errors into the service's own."""
    try:
        yield
    except (DBAPIError, PoolTimeout) as error:
        raise StorageUnavailable(private=f"{type(error).__name__}: {getattr(error, 'orig', error)}") from error
