"""What rules decided about articles: that every comment waits for a time."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select, update

from moderation.domain.comment import SiteId
from moderation.domain.premoderation import Premoderation
from moderation.storage.article_tables import PremoderationRow
from moderation.storage.tables import Moment, among, table

_marks = table(PremoderationRow)
_KEPT = select(_marks).where(
    _marks.c.site == bindparam("of_site"),
    among(_marks.c.article_key, "keys"),
    _marks.c.until > bindparam("at", type_=Moment),
)
_LASTING = _KEPT.where(_marks.c.ended_by.is_(None))


class ArticleRepository:
    """Implements the port `Articles` for one site within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def premoderated(self, keys: Collection[str], *, at: datetime) -> dict[str, Premoderation]:
        """Return which of some articles are premoderated at a moment."""
        if not keys:
            return {}
        rows = self._connection.execute(_LASTING, {"of_site": self._site, "keys": list(keys), "at": at})
        return {row.article_key: _premoderation(row) for row in rows}

    def premoderation(self, key: str, *, at: datetime) -> Premoderation | None:
        """Return how long an article is premoderated, even where somebody ended that."""
        row = self._connection.execute(_KEPT, {"of_site": self._site, "keys": [key], "at": at}).one_or_none()
        return _premoderation(row) if row else None

    def premoderate(self, key: str, premoderation: Premoderation, *, at: datetime) -> None:
        """Let every comment under an article wait, unless it does for longer already; what has ended goes."""
        known = self.premoderated({key}, at=at).get(key)
        if known is not None and known.until >= premoderation.until:
            return
        is_over = (_marks.c.until <= at) | (_marks.c.article_key == key)
        self._connection.execute(delete(_marks).where(_marks.c.site == self._site, is_over))
        since = known.since if known else at
        row = {"until": premoderation.until, "rule": premoderation.rule, "since": since}
        self._connection.execute(_marks.insert(), {"site": self._site, "article_key": key} | row)

    def end_premoderation(self, key: str, *, by: str | None) -> None:
        """Let comments under an article be judged on their own again; `None` takes that back."""
        mine = _marks.c.site == self._site, _marks.c.article_key == key
        self._connection.execute(update(_marks).where(*mine).values(ended_by=by))


def _premoderation(row: Row[Any]) -> Premoderation:
    return Premoderation(until=row.until, rule=row.rule, since=row.since, ended_by=row.ended_by)
