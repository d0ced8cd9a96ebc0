"""How much was written lately: by whom, from where, under what, and how often the same."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

from moderation.domain.comment import SiteId
from moderation.domain.record import Submission
from moderation.storage.tables import CommentRow, table

_comments = table(CommentRow)
_COLUMN = {"author": "author_key", "ip": "ip_key", "article": "article_key"}


class WindowCounts:
    """Counts of earlier comments for some submissions, with one query a window for all of them.

    A comment counts once however often it was edited, and never for itself.
    """

    def __init__(
        self,
        connection: Connection,
        site: SiteId,
        submissions: Sequence[Submission],
        *,
        asks: Collection[str],
        at: datetime,
    ) -> None:
        """Count what is asked, up to a moment."""
        self._connection, self._site, self._submissions = connection, site, submissions
        windows = [name for name in asks if name.startswith(("rate.", "duplicate."))]
        is_asked = bool(submissions) and (bool(windows) or "thread.length" in asks)
        self._own = self._stored() if is_asked else {}
        self._lengths = self._rates("article", since=None) if is_asked and "thread.length" in asks else []
        self._counts = {name: self._window(name, at=at) for name in windows} if is_asked else {}

    def thread_length(self, index: int) -> int:
        """Return how many other comments stand under the article of a submission."""
        return self._lengths[index] if self._lengths else 0

    def of(self, index: int) -> dict[str, int]:
        """Return the counts for a submission, by fact name."""
        return {name: counts[index] for name, counts in self._counts.items()}

    def _stored(self) -> Mapping[str, RowMapping]:
        """Return the comments that are kept already: those that are sent again, or edited."""
        column = _comments.c
        kept = column.id, column.author_key, column.ip_key, column.article_key, column.read_digest
        ids = [submission.comment.id for submission in self._submissions]
        where = column.site == self._site, column.id.in_(ids), column.is_latest
        rows = self._connection.execute(select(*kept, column.received_at).where(*where))
        return {row["id"]: row for row in rows.mappings()}

    def _window(self, fact: str, *, at: datetime) -> list[int]:
        """Count for a fact such as `rate.author.600`, in the order of the submissions."""
        kind, by, seconds = fact.split(".")
        since = at - timedelta(seconds=int(seconds))
        return self._copies(by, since=since) if kind == "duplicate" else self._rates(by, since=since)

    def _rates(self, by: str, *, since: datetime | None) -> list[int]:
        name = _COLUMN[by]
        wanted = [getattr(submission, name) for submission in self._submissions]
        keys = {key for key in wanted if key}
        if not keys:
            return [0] * len(wanted)
        column = _comments.c[name]
        where = [_comments.c.site == self._site, column.in_(keys), _comments.c.is_latest]
        if since is not None:
            where.append(_comments.c.received_at > since)
        rows = self._connection.execute(select(column, func.count()).where(*where).group_by(column))
        counts: dict[str, int] = {row[0]: row[1] for row in rows}
        return [
            counts.get(key, 0) - self._is_own(index, {name: key}, since=since) if key else 0
            for index, key in enumerate(wanted)
        ]

    def _copies(self, by: str, *, since: datetime) -> list[int]:
        digests = {s.read_digest for s in self._submissions if s.read_digest}
        if not digests:
            return [0] * len(self._submissions)
        column = _comments.c
        group = (column.read_digest, column.author_key) if by == "author" else (column.read_digest,)
        where = [column.site == self._site, column.read_digest.in_(digests), column.is_latest]
        if by == "author":
            where.append(column.author_key.in_({s.author_key for s in self._submissions if s.author_key}))
        where.append(column.received_at > since)
        rows = self._connection.execute(select(*group, func.count()).where(*where).group_by(*group))
        counts: dict[tuple[Any, ...], int] = {tuple(row[:-1]): row[-1] for row in rows}
        found = []
        for index, submission in enumerate(self._submissions):
            same = {key.name: getattr(submission, key.name) for key in group}
            count = counts.get(tuple(same.values()), 0)
            found.append(count - self._is_own(index, same, since=since) if count else 0)
        return found

    def _is_own(self, index: int, same: Mapping[str, str], *, since: datetime | None) -> bool:
        """Whether a submission's own stored revision is among those that were counted."""
        own = self._own.get(self._submissions[index].comment.id)
        if own is None or (since is not None and own["received_at"] <= since):
            return False
        return all(own[name] == key for name, key in same.items())
