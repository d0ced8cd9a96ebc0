"""How much was written lately of those alone who are new here, from how many sides, or to the same sites."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, distinct, exists, func, select

from moderation.domain.comment import SiteId
from moderation.domain.counter import Counter
from moderation.domain.marks import links_among
from moderation.domain.record import Submission
from moderation.domain.verdict import Outcome
from moderation.storage.mark_tables import MarkRow
from moderation.storage.tables import CommentRow, Moment, among, table

_comments, _marks = table(CommentRow), table(MarkRow)
_earlier = _comments.alias("earlier")
#: What comments share, or are told apart by.
COLUMN: Mapping[str, str] = {
    "author": "author_key",
    "ip": "ip_key",
    "article": "article_key",
    "text": "read_digest",
}
_SINCE = bindparam("since", type_=Moment)


def count(
    connection: Connection, site: SiteId, submissions: Sequence[Submission], *, counter: Counter, at: datetime
) -> list[int]:
    """Count earlier comments, with a question for each submission."""
    since = at - timedelta(seconds=counter.seconds)
    return [_count(connection, site, sent, counter=counter, since=since) for sent in submissions]


def _count(connection: Connection, site: SiteId, sent: Submission, *, counter: Counter, since: datetime) -> int:
    keys = _keys(sent, counter.by)
    if not keys:
        return 0
    asked = {"of_site": site, "keys": keys, "since": since, "own": sent.comment.id}
    statement = _statement(counter.by, counter.of_new, counter.distinct)
    return int(connection.execute(statement, asked).scalar_one())


def _keys(sent: Submission, by: str) -> list[str]:
    if by == "link_domain":
        return links_among(sent.marks)
    key: str | None = getattr(sent, COLUMN[by])
    return [key] if key else []


@cache
def _statement(by: str, of_new: bool, apart: str | None) -> Select[Any]:
    """Build a question once: it counts comments, or what is told apart among them."""
    counted = _comments.c[COLUMN[apart]] if apart else _comments.c.id
    where = [_comments.c.site == bindparam("of_site"), _comments.c.is_latest, _comments.c.id != bindparam("own")]
    if of_new:
        where.append(_is_new())
    if by != "link_domain":
        where += [among(_comments.c[COLUMN[by]], "keys"), _comments.c.received_at > _SINCE]
        return select(func.count(distinct(counted))).where(*where)
    marked = _marks.c.site == bindparam("of_site"), among(_marks.c.mark, "keys"), _marks.c.received_at > _SINCE
    same = _marks.c.comment_id == _comments.c.id, _marks.c.revision == _comments.c.revision
    return select(func.count(distinct(counted))).where(*marked, *same, *where)


def _is_new() -> ColumnElement[bool]:
    """Hold for comments of those of whom none stood before the window began."""
    mine = [_earlier.c[name] == _comments.c[name] for name in ("site", "author_key", "author_verified")]
    stood = _earlier.c.is_latest, _earlier.c.outcome == Outcome.ALLOW.value, _earlier.c.received_at <= _SINCE
    return ~exists(select(1).where(*mine, *stood))
