"""Many comments decided at once: proposed by one moderator, confirmed by another."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.errors import Conflict, Invalid
from moderation.domain.review import ReviewId, Ruling

BatchId = NewType("BatchId", str)

#: Above so many at once a ruling needs a reason.
REASON_ABOVE = 50

#: Above so many at once a ruling waits for a second person.
SECOND_ABOVE = 100

#: So many are decided at once at most.
MOST = 500

#: For how long a batch waits; then its comments come next at the desk again.
LASTS = timedelta(days=1)


class BatchState(StrEnum):
    """Where a batch stands."""

    #: Nobody but the proposer has looked at it.
    WAITING = "waiting"
    #: A second person agreed, and its comments were ruled on.
    CONFIRMED = "confirmed"
    #: A second person disagreed, or the proposer took it back.
    REFUSED = "refused"
    #: It was confirmed, and then reversed as a whole.
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchItem:
    """A comment of a batch, as the proposer saw it."""

    comment_id: CommentId
    review: ReviewId
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What a moderator would do to many comments, and what became of that."""

    id: BatchId
    site: SiteId
    by: str
    at: datetime
    ruling: Ruling
    clause: str | None
    #: Why; both people answer for it.
    note: str
    items: tuple[BatchItem, ...]
    state: BatchState = BatchState.WAITING
    #: Who confirmed, refused or reversed it, and when.
    settled_by: str | None = None
    settled_at: datetime | None = None
    #: How many comments that was about: what changed since the proposal is left out.
    done: int = 0

    def waits(self, at: datetime) -> bool:
        """Whether somebody may still confirm it."""
        return self.state is BatchState.WAITING and at < self.at + LASTS


def check(batch: Batch) -> None:
    """Let a batch pass that a second person can judge.

    Raises:
        Invalid: if it is too large, or says not why.
    """
    if len(batch.items) > MOST:
        raise Invalid(f"At most {MOST} comments are decided at once.")
    if not batch.note.strip():
        raise Invalid("Say why: whoever confirms it has to know.")


def confirm(batch: Batch, *, by: str, at: datetime) -> Batch:
    """Agree to a batch that somebody else proposed.

    Raises:
        Conflict: if it waits no more, or was proposed by oneself.
    """
    _check_waits(batch, at)
    if by == batch.by:
        raise Conflict("You proposed this batch; a colleague confirms it.")
    return replace(batch, state=BatchState.CONFIRMED, settled_by=by, settled_at=at)


def refuse(batch: Batch, *, by: str, at: datetime) -> Batch:
    """End a batch without deciding on anything; whoever proposed it may, too.

    Raises:
        Conflict: if it waits no more.
    """
    _check_waits(batch, at)
    return replace(batch, state=BatchState.REFUSED, settled_by=by, settled_at=at)


def reverse(batch: Batch, *, by: str, at: datetime) -> Batch:
    """Take a confirmed batch back as a whole.

    Raises:
        Conflict: if it was not confirmed, or is reversed already.
    """
    if batch.state is not BatchState.CONFIRMED:
        raise Conflict("Only a batch that was confirmed can be reversed.")
    return replace(batch, state=BatchState.REVERSED, settled_by=by, settled_at=at)


def _check_waits(batch: Batch, at: datetime) -> None:
    if batch.state is not BatchState.WAITING:
        raise Conflict(f"This batch was {batch.state.value} by {batch.settled_by} already.")
    if not batch.waits(at):
        raise Conflict("Nobody confirmed this batch within a day; its comments wait at the desk again.")
