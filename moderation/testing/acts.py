"""What most tests begin with, in a line: comments on record, a ruling, a look at the queue."""

from datetime import datetime

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision
from moderation.domain.history import History
from moderation.domain.record import Entry, StoredComment, Submission
from moderation.domain.review import Review, ReviewQuery
from moderation.ports import Storage
from moderation.testing.clock import START
from moderation.testing.factories import NORTH


def record(storage: Storage, *entries: Entry, at: datetime = START) -> list[Decision]:
    """Record judged comments, in one transaction."""
    with storage.write(entries[0].decision.site) as transaction:
        return transaction.decisions.record(entries, at=at)


def append(storage: Storage, decision: Decision) -> Decision:
    """Record a later decision on a comment."""
    with storage.write(decision.site) as transaction:
        return transaction.decisions.append(decision)


def latest(storage: Storage, id: str = "c-1", *, site: SiteId = NORTH) -> StoredComment:
    """Return a comment as it stands."""
    with storage.read(site) as transaction:
        return transaction.decisions.comment(CommentId(id))


def decisions_on(storage: Storage, id: str = "c-1", *, site: SiteId = NORTH) -> list[Decision]:
    """Return every decision on a comment, oldest first."""
    with storage.read(site) as transaction:
        return transaction.decisions.of_comment(CommentId(id))


def review_of(storage: Storage, id: str = "c-1", *, site: SiteId = NORTH) -> Review | None:
    """Return the review of a comment that is not closed."""
    with storage.read(site) as transaction:
        return transaction.reviews.open_for(CommentId(id))


def history(storage: Storage, sent: Submission, *asks: str, at: datetime = START) -> History:
    """Return what is known before a submission is judged."""
    with storage.read(sent.comment.site) as transaction:
        return transaction.authors.histories([sent], asks=asks, at=at)[0]


def page(storage: Storage, query: ReviewQuery | None = None, *, site: SiteId = NORTH) -> list[Review]:
    """Return reviews in the order of a query."""
    with storage.read(site) as transaction:
        return [review for review, _ in transaction.reviews.page(query or ReviewQuery())]
