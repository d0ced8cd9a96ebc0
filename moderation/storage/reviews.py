"""The review queue: listed by keyset, changed only at the version that was read."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, func, select, tuple_, update

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.errors import NotFound, StaleVersion
from moderation.domain.record import StoredComment
from moderation.domain.review import MEASURES, Order, Review, ReviewId, ReviewQuery, State
from moderation.domain.text import fold
from moderation.storage.comments import stored_comment
from moderation.storage.tables import CommentRow, ReviewRow, table

_reviews, _comments = table(ReviewRow), table(CommentRow)

#: Holds for a review that is not closed, in the words that the indexes of what waits are made for.
WAITS = _reviews.c.closed_at.is_(None)

_FIELDS = [field.name for field in dataclasses.fields(Review)]


class ReviewRepository:
    """Implements the port `Reviews` for one site within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def get(self, id: ReviewId) -> Review:
        """Return one review."""
        where = select(_reviews).where(_reviews.c.site == self._site, _reviews.c.id == id)
        row = self._connection.execute(where).mappings().one_or_none()
        if row is None:
            raise NotFound(f"There is no review '{id}' on this site.")
        return review_of(row)

    def open_for(self, id: CommentId) -> Review | None:
        """Return the review of a comment that is not closed."""
        return self.open_for_all([id]).get(id)

    def open_for_all(self, ids: Sequence[CommentId]) -> Mapping[CommentId, Review]:
        """Return the reviews of some comments that are not closed."""
        if not ids:
            return {}
        column = _reviews.c
        where = column.site == self._site, column.comment_id.in_(ids), WAITS
        rows = self._connection.execute(select(_reviews).where(*where)).mappings()
        return {review.comment_id: review for review in map(review_of, rows)}

    def add(self, review: Review) -> None:
        """Keep a new review."""
        self.add_all([review])

    def add_all(self, reviews: Sequence[Review]) -> None:
        """Keep new reviews."""
        if reviews:
            self._connection.execute(_reviews.insert(), [_row(review) for review in reviews])

    def save(self, review: Review, *, was: Review) -> None:
        """Keep a changed review if it is still as it was."""
        column = _reviews.c
        same = column.site == self._site, column.id == review.id, column.version == was.version
        changed = self._connection.execute(update(_reviews).where(*same).values(_row(review)))
        if not changed.rowcount:
            raise StaleVersion

    def page(self, query: ReviewQuery) -> list[tuple[Review, StoredComment]]:
        """Return reviews with their comments, in the order of the query."""
        column = _reviews.c
        same_comment = and_(
            _comments.c.site == column.site,
            _comments.c.id == column.comment_id,
            _comments.c.revision == column.revision,
        )
        where: list[ColumnElement[bool]] = [column.site == self._site]
        where.append(column.state.in_([state.value for state in query.states]))
        if State.CLOSED not in query.states:
            where.append(WAITS)
        for name in ("queue", "clause", "language", "section"):
            if getattr(query, name) is not None:
                where.append(column[name] == getattr(query, name))
        if query.words is not None:
            said = _comments.c.folded.contains(fold(query.words).strip(), autoescape=True)
            where.append(select(1).where(same_comment, said).exists())
        if query.after is not None:
            where.append(_beyond(query))
        rows = self._connection.execute(
            select(_reviews).where(*where).order_by(*_ORDER[query.order]).limit(query.limit)
        ).mappings()
        reviews = [review_of(row) for row in rows]
        ids = {review.comment_id for review in reviews}
        kept = (
            select(_comments)
            .join(_reviews, same_comment)
            .where(column.site == self._site, column.id.in_([review.id for review in reviews]))
        )
        found = {
            (row["id"], row["revision"]): stored_comment(row)
            for row in (self._connection.execute(kept).mappings() if ids else ())
        }
        return [(review, found[review.comment_id, review.revision]) for review in reviews]

    def held_by(self, moderator: str, *, at: datetime) -> list[Review]:
        """Return what somebody holds at a moment, by when it runs out."""
        column = _reviews.c
        where = column.site == self._site, column.claimed_by == moderator, column.claimed_until > at
        rows = self._connection.execute(select(_reviews).where(*where).order_by(column.claimed_until)).mappings()
        return [review for review in map(review_of, rows) if review.holder(at) == moderator]

    def counts(self) -> Mapping[str, tuple[int, datetime]]:
        """Return how many wait in each queue, and since when the oldest does."""
        column = _reviews.c
        counted = (
            select(column.queue, func.count(), func.min(column.opened_at))
            .where(column.site == self._site, WAITS)
            .group_by(column.queue)
        )
        return {queue: (count, oldest) for queue, count, oldest in self._connection.execute(counted)}

    def waits(self, *, limit: int) -> list[timedelta]:
        """Return how long the reviews that were closed last had waited, those for a measure left out."""
        column = _reviews.c
        where = column.site == self._site, column.closed_at.is_not(None), column.queue.not_in(MEASURES)
        closed = select(column.opened_at, column.closed_at).where(*where)
        rows = self._connection.execute(closed.order_by(column.closed_at.desc()).limit(limit))
        return [closed_at - opened_at for opened_at, closed_at in rows]


_ORDER: dict[Order, tuple[Any, ...]] = {
    Order.PRIORITY: (_reviews.c.priority.desc(), _reviews.c.opened_at, _reviews.c.id),
    Order.OLDEST: (_reviews.c.opened_at, _reviews.c.id),
    Order.NEWEST: (_reviews.c.opened_at.desc(), _reviews.c.id.desc()),
    Order.REPORTED: (_reviews.c.report_count.desc(), _reviews.c.opened_at, _reviews.c.id),
}


def _beyond(query: ReviewQuery) -> ColumnElement[bool]:
    """Keep the rows that come after the last one of the page before."""
    assert query.after is not None
    column = _reviews.c
    number, opened_at, id = query.after
    age = tuple_(column.opened_at, column.id)
    if query.order is Order.OLDEST:
        return age > (opened_at, id)
    if query.order is Order.NEWEST:
        return age < (opened_at, id)
    weight = column.report_count if query.order is Order.REPORTED else column.priority
    within = (weight < number) | ((weight == number) & (age > (opened_at, id)))
    return (weight <= number) & within  # the first half is where an index begins


def review_of(row: RowMapping) -> Review:
    """Turn a row into a review."""
    fields = {name: row[name] for name in _FIELDS}
    return Review(**fields | {"state": State(row["state"]), "not_for": tuple(row["not_for"].splitlines())})


def _row(review: Review) -> dict[str, Any]:
    return {name: getattr(review, name) for name in _FIELDS} | {
        "state": review.state.value,
        "not_for": "\n".join(review.not_for),
    }
