"""How much was written lately: by whom, from where, under what, and how often the same."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, func, select

from moderation.domain.comment import SiteId
from moderation.domain.counter import Counter
from moderation.domain.record import Submission
from moderation.storage import near, shared
from moderation.storage.tables import CommentRow, Moment, among, table

_comments = table(CommentRow)
_COLUMN = {"author": "author_key", "ip": "ip_key", "article": "article_key"}


_IN_SITE = _comments.c.site == bindparam("of_site"), _comments.c.is_latest
_LATER = _comments.c.received_at > bindparam("since", type_=Moment)
_KEPT = select(
    _comments.c.id,
    _comments.c.author_key,
    _comments.c.ip_key,
    _comments.c.article_key,
    _comments.c.read_digest,
    _comments.c.received_at,
).where(*_IN_SITE, among(_comments.c.id, "ids"))
_RATES = {
    by: select(_comments.c[name], func.count())
    .where(*_IN_SITE, among(_comments.c[name], "keys"), _LATER)
    .group_by(_comments.c[name])
    for by, name in _COLUMN.items()
}
_DIGEST, _AUTHOR = _comments.c.read_digest, _comments.c.author_key
_COPIES = {
    "any": select(_DIGEST, func.count()).where(*_IN_SITE, among(_DIGEST, "digests"), _LATER).group_by(_DIGEST),
    "author": select(_DIGEST, _AUTHOR, func.count())
    .where(*_IN_SITE, among(_DIGEST, "digests"), among(_AUTHOR, "keys"), _LATER)
    .group_by(_DIGEST, _AUTHOR),
}
#: Before anything was ever written here.
_EVER = datetime(1970, 1, 1, tzinfo=UTC)


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
        windows = [name for name in asks if name.startswith(("rate.", "duplicate.", "similarity."))]
        is_asked = bool(submissions) and (bool(windows) or "thread.length" in asks)
        self._own = self._stored() if is_asked else {}
        self._lengths = self._rates("article", since=None) if is_asked and "thread.length" in asks else []
        self._counts = {name: self._window(name, at=at) for name in windows} if is_asked else {}

    def thread_length(self, index: int) -> int:
        """Return how many other comments stand under the article of a submission."""
        return self._lengths[index] if self._lengths else 0

    def of(self, index: int) -> dict[str, int | float]:
        """Return the counts for a submission, by fact name."""
        return {name: counts[index] for name, counts in self._counts.items()}

    def _stored(self) -> Mapping[str, RowMapping]:
        """Return the comments that are kept already: those that are sent again, or edited."""
        ids = [submission.comment.id for submission in self._submissions]
        rows = self._connection.execute(_KEPT, {"of_site": self._site, "ids": ids})
        return {row["id"]: row for row in rows.mappings()}

    def _window(self, fact: str, *, at: datetime) -> Sequence[int | float]:
        """Count for a fact such as `rate.author.600`, in the order of the submissions."""
        kind, by, *_, seconds = fact.split(".")
        if kind == "similarity":
            return near.resemblances(self._connection, self._site, self._submissions, fact=fact, at=at)
        since = at - timedelta(seconds=int(seconds))
        if kind == "duplicate" or fact == f"rate.text.{seconds}":
            return self._copies("any" if kind == "rate" else by, since=since)
        counter = Counter.of_fact(fact)
        if counter.is_plain and by in _COLUMN:
            return self._rates(by, since=since)
        return shared.count(self._connection, self._site, self._submissions, counter=counter, at=at)

    def _rates(self, by: str, *, since: datetime | None) -> list[int]:
        name = _COLUMN[by]
        wanted = [getattr(submission, name) for submission in self._submissions]
        keys = {key for key in wanted if key}
        if not keys:
            return [0] * len(wanted)
        asked = {"of_site": self._site, "keys": list(keys), "since": since or _EVER}
        rows = self._connection.execute(_RATES[by], asked)
        counts: dict[str, int] = {row[0]: row[1] for row in rows}
        return [
            counts.get(key, 0) - self._is_own(index, {name: key}, since=since) if key else 0
            for index, key in enumerate(wanted)
        ]

    def _copies(self, by: str, *, since: datetime) -> list[int]:
        digests = {s.read_digest for s in self._submissions if s.read_digest}
        if not digests:
            return [0] * len(self._submissions)
        group = (_DIGEST, _AUTHOR) if by == "author" else (_DIGEST,)
        asked = {"of_site": self._site, "digests": list(digests), "since": since}
        if by == "author":
            asked["keys"] = list({s.author_key for s in self._submissions if s.author_key})
        rows = self._connection.execute(_COPIES[by], asked)
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
