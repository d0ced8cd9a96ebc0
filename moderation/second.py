"""The second look: chance draws rulings for another moderator, who does not know them."""

from datetime import datetime

from moderation.domain import review as reviews
from moderation.domain.appeal import QUEUE as APPEALS
from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision
from moderation.domain.insights.opinion import Opinion, is_drawn
from moderation.domain.policy import Policy
from moderation.domain.review import SENIOR_QUEUES, Review
from moderation.ports import Transaction

#: What was decided by somebody senior, or for the second time, is not looked at again.
NEVER_DRAWN = frozenset({APPEALS, *SENIOR_QUEUES})


def draw(transaction: Transaction, ruling: Decision, review: Review | None, *, policy: Policy) -> None:
    """Let chance open a second look at the ruling that closed a review; the ruling stands."""
    if review is None or review.queue in NEVER_DRAWN or review.not_for:
        return
    if is_drawn(ruling, policy.settings.second_share):
        transaction.reviews.add(reviews.look_again(review, ruling))


def keep(transaction: Transaction, opinion: Opinion, *, was: Review, closed: Review) -> Decision:
    """Keep what a second moderator concluded; where they differ, the review goes to an editor.

    Returns the ruling that stands, be it the one that was differed from.
    """
    transaction.desk.add_opinion(opinion)
    now = closed if opinion.agrees else reviews.dispute(was, moderator=opinion.by)
    transaction.reviews.save(now, was=was)
    return transaction.decisions.get(opinion.decision_id)


def others_for(transaction: Transaction, id: CommentId, *, at: datetime) -> Review | None:
    """Return the open review of a comment; a second look ends, since who decides now knows the ruling."""
    waiting = transaction.reviews.open_for(id)
    if waiting is None or not waiting.is_second:
        return waiting
    transaction.reviews.save(reviews.close(waiting, at=at), was=waiting)
    return None
