"""The review queue, in memory."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.errors import NotFound, StaleVersion
from moderation.domain.record import StoredComment
from moderation.domain.review import MEASURES, Order, Review, ReviewId, ReviewQuery, State, place_of
from moderation.domain.text import fold
from moderation.testing.memory.rows import SiteRows

_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


class MemoryReviews:
    """Implements the port `Reviews`."""

    def __init__(self, rows: SiteRows, site: SiteId) -> None:
        """Work on the rows of a site."""
        self._rows = rows

    def get(self, id: ReviewId) -> Review:
        """Return one review."""
        if id not in self._rows.reviews:
            raise NotFound(f"There is no review '{id}' on this site.")
        return self._rows.reviews[id]

    def open_for(self, id: CommentId) -> Review | None:
        """Return the review of a comment that is not closed."""
        return self.open_for_all([id]).get(id)

    def open_for_all(self, ids: Sequence[CommentId]) -> Mapping[CommentId, Review]:
        """Return the reviews of some comments that are not closed."""
        waiting = (review for review in self._rows.reviews.values() if review.state is not State.CLOSED)
        return {review.comment_id: review for review in waiting if review.comment_id in ids}

    def add(self, review: Review) -> None:
        """Keep a new review."""
        assert review.id not in self._rows.reviews
        self._rows.reviews[review.id] = review

    def save(self, review: Review, *, was: Review) -> None:
        """Keep a changed review if it is still as it was."""
        kept = self._rows.reviews.get(review.id)
        if kept is None or kept.version != was.version:
            raise StaleVersion
        self._rows.reviews[review.id] = review

    def page(self, query: ReviewQuery) -> list[tuple[Review, StoredComment]]:
        """Return reviews with their comments, in the order of the query."""
        filters = {name: getattr(query, name) for name in ("queue", "clause", "language", "section")}
        wanted = [
            review
            for review in self._rows.reviews.values()
            if review.state in query.states
            and all(value is None or getattr(review, name) == value for name, value in filters.items())
            and (query.words is None or self._says(review, query.words))
            and (query.after is None or _sorted(query.order, review) > _place(query.order, *query.after))
        ]
        wanted.sort(key=lambda review: _sorted(query.order, review))
        return [(review, self._comment(review)) for review in wanted[: query.limit]]

    def held_by(self, moderator: str, *, at: datetime) -> list[Review]:
        """Return what somebody holds at a moment, by when it runs out."""
        held = [review for review in self._rows.reviews.values() if review.holder(at) == moderator]
        return sorted(held, key=lambda review: review.claimed_until or at)

    def counts(self) -> Mapping[str, tuple[int, datetime]]:
        """Return how many wait in each queue, and since when the oldest does."""
        since: dict[str, list[datetime]] = {}
        for review in self._rows.reviews.values():
            if review.state is not State.CLOSED:
                since.setdefault(review.queue, []).append(review.opened_at)
        return {queue: (len(moments), min(moments)) for queue, moments in since.items()}

    def waits(self, *, limit: int) -> list[timedelta]:
        """Return how long the reviews that were closed last had waited, those for a measure left out."""
        told = [review for review in self._rows.reviews.values() if review.queue not in MEASURES]
        closed = [(r.closed_at, r.opened_at) for r in told if r.closed_at is not None]
        return [closed_at - opened_at for closed_at, opened_at in sorted(closed, reverse=True)[:limit]]

    def _says(self, review: Review, words: str) -> bool:
        row = self._rows.revisions[review.comment_id][review.revision - 1]
        return fold(words).strip() in (row.folded or "")

    def _comment(self, review: Review) -> StoredComment:
        return self._rows.revisions[review.comment_id][review.revision - 1].comment


def _sorted(order: Order, review: Review) -> tuple[int, timedelta, tuple[int, ...]]:
    return _place(order, *place_of(review, order))


def _place(order: Order, number: int, opened_at: datetime, id: str) -> tuple[int, timedelta, tuple[int, ...]]:
    """Return what sorts as the order says; the newest first is the oldest first, mirrored."""
    age, name = opened_at - _EPOCH, tuple(map(ord, id))
    if order is Order.NEWEST:
        return 0, -age, (*(-letter for letter in name), 1)
    return (0 if order is Order.OLDEST else -number), age, name
