"""What commands work on: the database, its sites, and one of them by name."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from moderation.clock import SystemClock
from moderation.domain.comment import SiteId
from moderation.settings import Settings
from moderation.storage.sites import SiteRepository
from moderation.wiring import open_database


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database, and now."""

    engine: Engine
    sites: SiteRepository
    now: datetime

    def site(self, name: str) -> SiteId:
        """Return the id of a site that exists.

        Raises:
            NotFound: if there is none of that name.
        """
        return self.sites.get(SiteId(name)).id


@contextmanager
def opened(settings: Settings) -> Iterator[Opened]:
    """Open the database, with its tables up to date, for the length of a command."""
    engine = open_database(settings)
    try:
        yield Opened(engine, SiteRepository(engine), SystemClock().now())
    finally:
        engine.dispose()
