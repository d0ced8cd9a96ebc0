"""What an author wrote lately, and who is easily taken for them: each found by an index."""

from datetime import datetime

from sqlalchemy import Connection, func, select

from moderation.domain.desk import AuthorPast, Namesake
from moderation.domain.namesake import NAMESAKES, shape_key
from moderation.domain.record import StoredComment
from moderation.domain.verdict import Outcome
from moderation.storage.tables import AuthorRow, CommentRow, table

_authors, _comments = table(AuthorRow), table(CommentRow)

#: Behind an address that thousands share, only so many of the latest comments are looked at.
_LOOKED_AT = 200


def author_past(
    connection: Connection, comment: StoredComment, *, is_verified: bool, since: datetime
) -> AuthorPast:
    """Return what a comment's author wrote since a moment, and who is easily taken for them."""
    approved, rejected = _judged(connection, comment, is_verified=is_verified, since=since)
    return AuthorPast(
        approved=approved,
        rejected=rejected,
        namesakes=_namesakes(connection, comment),
        same_address=_same_address(connection, comment, since=since),
    )


def _judged(
    connection: Connection, comment: StoredComment, *, is_verified: bool, since: datetime
) -> tuple[int, int]:
    column = _comments.c
    where = column.site == comment.site, column.author_key == comment.author_key, column.is_latest
    lately = column.received_at > since, column.author_verified == is_verified
    counted = select(column.outcome, column.by_person, func.count()).where(*where, *lately)
    approved = rejected = 0
    for outcome, by_person, count in connection.execute(counted.group_by(column.outcome, column.by_person)):
        approved += count if outcome == Outcome.ALLOW.value else 0
        rejected += count if outcome == Outcome.BLOCK.value and by_person else 0
    return approved, rejected


def _namesakes(connection: Connection, comment: StoredComment) -> tuple[Namesake, ...]:
    shape = shape_key(comment.author_name)
    if shape is None:
        return ()
    column = _authors.c
    where = column.site == comment.site, column.name_shape == shape, column.key != comment.author_key
    alike = select(column.key, column.name, column.verified, column.first_seen).where(*where)
    rows = connection.execute(alike.order_by(column.verified.desc(), column.first_seen).limit(NAMESAKES))
    return tuple(Namesake(**row) for row in rows.mappings())


def _same_address(connection: Connection, comment: StoredComment, *, since: datetime) -> int:
    column = _comments.c
    of_site = column.site == comment.site, column.is_latest
    its_own = select(column.ip_key).where(*of_site, column.id == comment.id).scalar_subquery()
    latest = (
        select(column.author_key)
        .where(*of_site, column.ip_key == its_own, column.received_at > since)
        .order_by(column.received_at.desc())
        .limit(_LOOKED_AT)
        .subquery()
    )
    others = select(func.count(latest.c.author_key.distinct())).where(latest.c.author_key != comment.author_key)
    return int(connection.execute(others).scalar_one())
