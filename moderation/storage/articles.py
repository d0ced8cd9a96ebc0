"""What rules decided about articles: that every comment waits for a time."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select

from moderation.domain.comment import SiteId
from moderation.domain.premoderation import Premoderation
from moderation.storage.article_tables import PremoderationRow
from moderation.storage.tables import Moment, among, table

_marks = table(PremoderationRow)
_LASTING = select(_marks).where(
    _marks.c.site == bindparam("of_site"),
    among(_marks.c.article_key, "keys"),
    _marks.c.until > bindparam("at", type_=Moment),
)


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
        return {row.article_key: Premoderation(until=row.until, rule=row.rule) for row in rows}

    def premoderate(self, key: str, premoderation: Premoderation, *, at: datetime) -> None:
        """Let every comment under an article wait, unless it does for longer already; what has ended goes."""
        known = self.premoderated({key}, at=at).get(key)
        if known is not None and known.until >= premoderation.until:
            return
        self.end_premoderation(key)
        self._connection.execute(delete(_marks).where(_marks.c.site == self._site, _marks.c.until <= at))
        row = {"site": self._site, "article_key": key, "until": premoderation.until, "rule": premoderation.rule}
        self._connection.execute(_marks.insert(), row)

    def end_premoderation(self, key: str) -> None:
        """Let comments under an article be judged on their own again."""
        self._connection.execute(delete(_marks).where(_marks.c.site == self._site, _marks.c.article_key == key))
