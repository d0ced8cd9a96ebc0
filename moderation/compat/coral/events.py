"""What Coral's moderators decided, brought to the comment that was judged here before it had Coral's id."""

import dataclasses
from datetime import datetime, timedelta

from moderation.compat.coral.phase import MARK
from moderation.compat.coral.wire import EventIn
from moderation.domain.comment import Comment, CommentId, SiteId
from moderation.domain.decision import Decision, Source
from moderation.domain.outcome import SiteOutcome
from moderation.domain.record import Submission
from moderation.domain.review import Order, ReviewQuery
from moderation.domain.verdict import Effect
from moderation.ports import Storage, Transaction
from moderation.reports import settle

#: Coral tells of a comment at once after its phase; what is further apart is another comment.
AT_ONCE = timedelta(seconds=10)
#: An event from further ahead than this has a clock that cannot be trusted.
AHEAD = timedelta(minutes=5)
#: Open reviews that are looked through.
_MOST = 500

_OUTCOMES = {"APPROVED": SiteOutcome.PUBLISHED, "REJECTED": SiteOutcome.REMOVED}
#: What Coral calls a comment that is held, and the queue of those that stand and were flagged.
_HELD, _FLAGGED = "SYSTEM_WITHHELD", "REPORTED"
_ENTERED, _LEFT = "COMMENT_ENTERED_MODERATION_QUEUE", "COMMENT_LEFT_MODERATION_QUEUE"


def take(event: EventIn, storage: Storage, *, site: SiteId, at: datetime) -> bool:
    """Act on an event; returns whether anything came of it.

    An event that is older than what the site decided last changes nothing, however often it is sent.
    """
    happened = event.data
    if event.createdAt > at + AHEAD or happened.commentID is None:
        return False
    if event.type != _LEFT:
        return _link(event, storage, site=site, at=at) if event.type == _ENTERED else False
    outcome = _OUTCOMES.get(happened.status or "")
    with storage.read(site) as transaction:
        id = _known(transaction, _naming(event, site))
        past = transaction.decisions.of_comment(id) if id else []
    if id is None or outcome is None or not past:
        return False
    if any(each.source is Source.SITE and each.at >= event.createdAt for each in past):
        return False
    settle(storage, site=site, id=id, outcome=outcome, by="Coral", at=event.createdAt)
    return True


def _link(event: EventIn, storage: Storage, *, site: SiteId, at: datetime) -> bool:
    """Let Coral's id stand for the one comment of this story that was flagged here a moment ago.

    What was let pass enters a queue of Coral's too: an event must tell of a comment that is held as ours is, or of
    one that stands flagged as ours does.
    """
    is_held = event.data.status == _HELD
    if not is_held and event.data.queue != _FLAGGED:
        return False
    with storage.write(site) as transaction:
        naming = _naming(event, site)
        if _known(transaction, naming) is not None:
            return False
        waiting = transaction.reviews.page(ReviewQuery(order=Order.NEWEST, limit=_MOST))
        close = [
            review.decision_id
            for review, comment in waiting
            if comment.id.startswith(MARK)
            and comment.article_key == event.data.storyID
            and abs(review.opened_at - event.createdAt) <= AT_ONCE
            and review.decision_id is not None
            and _is_held(transaction.decisions.get(review.decision_id)) is is_held
        ]
        if len(close) != 1 or close[0] is None:
            return False
        transaction.decisions.keep_key(naming, close[0], at=at)
    return True


def _is_held(decision: Decision) -> bool:
    return decision.verdict is None or decision.verdict.effect is not Effect.PUBLISH_AND_REVIEW


def _naming(event: EventIn, site: SiteId) -> Submission:
    """Return what Coral's id of a comment stands under, among the site's other keys."""
    nobody = Comment(site=site, id=CommentId("coral"), text="")
    key = f"coral {event.tenantID} {event.data.commentID}"[:250]
    return dataclasses.replace(
        Submission(comment=nobody, text_digest=""), idempotency_key=key, fingerprint="coral"
    )


def _known(transaction: Transaction, naming: Submission) -> CommentId | None:
    [found] = transaction.decisions.repeats([naming])
    return found.comment_id if isinstance(found, Decision) else None
