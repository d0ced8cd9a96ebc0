"""A comment that waits for a person: open, claimed, escalated, closed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, DecisionId
from moderation.domain.errors import Conflict, Invalid, StaleVersion
from moderation.domain.verdict import Priority

ReviewId = NewType("ReviewId", str)

#: Where comments wait that chance drew, for a person who does not know the verdict.
AUDIT = "audit"

#: Where comments wait that a person has ruled on, for another who does not know the ruling.
SECOND = "second"

#: Where comments wait on which two moderators disagree.
DISPUTED = "disputed"

#: Where authors' objections wait.
APPEALS = "appeals"

#: Where comments wait for a measure alone, at the end of the queue: no writer waits for what comes of it.
MEASURES = (AUDIT, SECOND)

#: How long a claim keeps others away unless it is renewed.
LEASE = timedelta(minutes=5)

#: Where escalated reviews wait: for a senior moderator, for somebody who knows the law.
ESCALATED_QUEUES = ("senior", "legal")

#: Where editors and administrators alone decide.
SENIOR_QUEUES = (*ESCALATED_QUEUES, DISPUTED)


class State(StrEnum):
    """Where a review stands."""

    #: Anybody may take it.
    OPEN = "open"
    #: A moderator holds it for the length of a lease.
    CLAIMED = "claimed"
    #: It waits for a senior moderator.
    ESCALATED = "escalated"
    #: It was decided, or the comment changed or went.
    CLOSED = "closed"


class Ruling(StrEnum):
    """What a moderator concludes."""

    #: Publish: a decision `allow`.
    APPROVE = "approve"
    #: Publish with the words masked that a rule says: a decision `allow` that names the places.
    APPROVE_MASKED = "approve_masked"
    #: Publish, and tell the writer which clause it came near to: a decision `allow` that adds no strike.
    WARN = "warn"
    #: Do not publish: a decision `block`.
    REJECT = "reject"


def is_blind(queue: str, not_for: Sequence[str]) -> bool:
    """Whether what waits in a queue, not to be judged by some, is judged without knowing what was decided."""
    return queue == AUDIT or (queue == SECOND and bool(not_for))


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A comment that waits for a person."""

    id: ReviewId
    site: SiteId
    comment_id: CommentId
    revision: int
    queue: str
    #: 0 to 100, higher is sooner.
    priority: int
    opened_at: datetime
    #: The decision that opened it; `None` where a reader's report did.
    decision_id: DecisionId | None = None
    clause: str | None = None
    language: str | None = None
    section: str | None = None
    state: State = State.OPEN
    #: One more with every change; a change names the version that it saw.
    version: int = 1
    claimed_by: str | None = None
    claimed_until: datetime | None = None
    closed_at: datetime | None = None
    report_count: int = 0
    #: Who has ruled on it, and is not to judge that ruling.
    not_for: tuple[str, ...] = ()

    @property
    def is_second(self) -> bool:
        """Whether it looks again at a ruling, which whoever looks is not to know."""
        return self.queue == SECOND and bool(self.not_for)

    @property
    def is_blind(self) -> bool:
        """Whether whoever rules is not to know what was decided, so that the ruling can be a measure of it."""
        return is_blind(self.queue, self.not_for)

    def is_for(self, moderator: str, *, is_alone: bool = False) -> bool:
        """Whether somebody may decide on it: not on their own ruling, but for an appeal that nobody else could."""
        return moderator not in self.not_for or (is_alone and self.queue == APPEALS)

    def holder(self, at: datetime) -> str | None:
        """Who holds it at a moment; `None` once the lease has run out."""
        if self.state is State.CLAIMED and self.claimed_until is not None and self.claimed_until > at:
            return self.claimed_by
        return None


class Order(StrEnum):
    """In which order a queue is worked."""

    #: Highest priority first, the older first among equals.
    PRIORITY = "priority"
    #: Longest waiting first.
    OLDEST = "oldest"
    #: Shortest waiting first.
    NEWEST = "newest"
    #: Most often reported by readers first, the older first among equals.
    REPORTED = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewQuery:
    """What to list, in which order, from where."""

    states: tuple[State, ...] = (State.OPEN, State.CLAIMED, State.ESCALATED)
    queue: str | None = None
    clause: str | None = None
    language: str | None = None
    section: str | None = None
    #: Words of the text, found in disguise too.
    words: str | None = None
    order: Order = Order.PRIORITY
    #: Where the page before ended: `place_of` its last review.
    after: tuple[int, datetime, str] | None = None
    limit: int = 50


def place_of(review: Review, order: Order) -> tuple[int, datetime, str]:
    """Return where a review stands in an order: its priority or its reports, when it was opened, its id."""
    weight = review.report_count if order is Order.REPORTED else review.priority
    return weight, review.opened_at, review.id


def claim(review: Review, *, moderator: str, at: datetime, is_alone: bool = False) -> Review:
    """Take a review, or renew one's own claim.

    Raises:
        Conflict: if it is closed, or somebody else holds it.
    """
    _check_free(review, moderator=moderator, at=at, is_alone=is_alone)
    return replace(
        review,
        state=State.CLAIMED,
        claimed_by=moderator,
        claimed_until=at + LEASE,
        version=review.version + 1,
    )


def release(review: Review, *, moderator: str, at: datetime) -> Review:
    """Give a claimed review back.

    Raises:
        Conflict: if it is closed, or somebody else holds it.
    """
    _check_free(review, moderator=moderator, at=at, is_alone=True)  # whoever could take it may give it back
    return replace(review, state=State.OPEN, claimed_by=None, claimed_until=None, version=review.version + 1)


def escalate(review: Review, *, moderator: str, queue: str, version: int | None, at: datetime) -> Review:
    """Hand a review to those who may decide what others may not.

    Raises:
        StaleVersion: if it has changed since the moderator read it.
        Conflict: if it is closed, or somebody else holds it.
        Invalid: if it cannot wait in such a queue.
    """
    if queue not in ESCALATED_QUEUES:
        raise Invalid(f"A review is escalated to one of {', '.join(ESCALATED_QUEUES)}.")
    _check_free(review, moderator=moderator, at=at)
    _check_version(review, version)
    return replace(
        review,
        state=State.ESCALATED,
        queue=queue,
        claimed_by=None,
        claimed_until=None,
        version=review.version + 1,
    )


def look_again(review: Review, ruling: Decision) -> Review:
    """Return the review in which somebody else looks at a ruling, and at the end of the queue."""
    return Review(
        id=ReviewId("r" + ruling.id[1:]),
        site=review.site,
        comment_id=review.comment_id,
        revision=review.revision,
        queue=SECOND,
        priority=Priority.LOW,
        opened_at=ruling.at,
        decision_id=ruling.id,
        language=review.language,
        section=review.section,
        not_for=(ruling.by,) if ruling.by else (),
    )


def dispute(review: Review, *, moderator: str) -> Review:
    """Hand a review to an editor, since a second moderator concluded otherwise than the first."""
    return replace(
        review,
        state=State.ESCALATED,
        queue=DISPUTED,
        priority=Priority.NORMAL,
        claimed_by=None,
        claimed_until=None,
        not_for=(*review.not_for, moderator),
        version=review.version + 1,
    )


def reopen(review: Review, *, moderator: str, at: datetime) -> Review:
    """Take a closed review up again, because its ruling was taken back."""
    return replace(
        review,
        state=State.CLAIMED,
        claimed_by=moderator,
        claimed_until=at + LEASE,
        closed_at=None,
        version=review.version + 1,
    )


def close(review: Review, *, at: datetime) -> Review:
    """End a review, whoever holds it: the comment was decided, changed or erased."""
    return replace(
        review,
        state=State.CLOSED,
        claimed_by=None,
        claimed_until=None,
        closed_at=at,
        version=review.version + 1,
    )


def rule_on(
    review: Review, *, moderator: str, version: int | None, at: datetime, is_alone: bool = False
) -> Review:
    """Close a review by a ruling.

    Raises:
        StaleVersion: if it has changed since the moderator read it.
        Conflict: if it is closed, or somebody else holds it.
    """
    _check_free(review, moderator=moderator, at=at, is_alone=is_alone)
    _check_version(review, version)
    return close(review, at=at)


def _check_version(review: Review, version: int | None) -> None:
    if version is not None and version != review.version:
        raise StaleVersion(f"The review is at version {review.version}, not {version}; load it again.")


def _check_free(review: Review, *, moderator: str, at: datetime, is_alone: bool = False) -> None:
    if review.state is State.CLOSED:
        raise Conflict("The review is closed already.")
    if not review.is_for(moderator, is_alone=is_alone):
        raise Conflict("You have ruled on this comment; somebody else looks at that ruling.")
    holder = review.holder(at)
    if holder is not None and holder != moderator:
        raise Conflict(f"{holder} holds this review until {review.claimed_until:%H:%M:%S} UTC.")
