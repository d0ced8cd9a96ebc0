"""What Coral's moderators decided, brought to the comment that was judged here before it had Coral's id."""

from datetime import datetime, timedelta

from moderation.compat.coral.phase import MARK
from moderation.compat.coral.wire import EventIn, Happened
from moderation.compat.coral_ids import key, known, naming
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, Source
from moderation.domain.desk import CommentQuery
from moderation.domain.outcome import SiteOutcome
from moderation.domain.record import StoredComment, Submission
from moderation.domain.verdict import Effect, Outcome
from moderation.ports import Storage, Transaction
from moderation.reports import settle

#: Coral tells of a comment at once after its phase; what is further apart is another comment.
AT_ONCE = timedelta(seconds=10)
#: An event from further ahead than this has a clock that cannot be trusted.
AHEAD = timedelta(minutes=5)
#: Comments of a story that are looked through.
_MOST = 200

_OUTCOMES = {"APPROVED": SiteOutcome.PUBLISHED, "REJECTED": SiteOutcome.REMOVED}
#: What Coral calls a comment that is held, one that stands, and the queue of those that stand and were flagged.
_HELD, _STANDS, _FLAGGED = "SYSTEM_WITHHELD", "NONE", "REPORTED"
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
        id = known(transaction, _naming(event, site))
        past = transaction.decisions.of_comment(id) if id else []
    if id is None or outcome is None or not past:
        return False
    if any(each.source is Source.SITE and each.at >= event.createdAt for each in past):
        return False
    settle(storage, site=site, id=id, outcome=outcome, by="Coral", at=event.createdAt)
    return True


def _link(event: EventIn, storage: Storage, *, site: SiteId, at: datetime) -> bool:
    """Let Coral's id stand for the one comment of this story that came by the phase a moment ago.

    It must be one of those that Coral treats as the event says, and no other event may have named it.
    """
    with storage.write(site) as transaction:
        told = _naming(event, site)
        if known(transaction, told) is not None:
            return False
        close = [
            decision
            for comment in _close(event, transaction)
            if known(transaction, _named(comment.id, site)) is None
            and _is_treated_so(event.data, decision := transaction.decisions.of_comment(comment.id)[0])
        ]
        if len(close) != 1:
            return False
        names = (told, naming(event.data.commentID or "", site=site), _named(close[0].comment_id, site))
        for name in names:
            transaction.decisions.keep_key(name, close[0].id, at=at)
    return True


def _close(event: EventIn, transaction: Transaction) -> list[StoredComment]:
    """Return what came by the phase under the event's story at about its time."""
    query = CommentQuery(
        article_key=event.data.storyID, after=(event.createdAt + AT_ONCE, CommentId("")), limit=_MOST
    )
    latest = transaction.desk.search(query) if event.data.storyID else []
    since = event.createdAt - AT_ONCE
    return [comment for comment in latest if comment.id.startswith(MARK) and comment.received_at >= since]


def _is_treated_so(happened: Happened, decision: Decision) -> bool:
    """Whether Coral treats a comment as it does after our decision: held, flagged on the page, or on the page."""
    is_flagged = decision.outcome is Outcome.FLAG
    is_published = decision.verdict is not None and decision.verdict.effect is Effect.PUBLISH_AND_REVIEW
    if happened.status == _HELD:
        return is_flagged and not is_published
    if happened.queue == _FLAGGED:
        return is_flagged and is_published
    return happened.status == _STANDS and (decision.outcome is Outcome.ALLOW or (is_flagged and is_published))


def _naming(event: EventIn, site: SiteId) -> Submission:
    """Return what Coral's id of a comment stands under, among the site's other keys."""
    return key(f"coral {event.tenantID} {event.data.commentID}", site=site)


def _named(id: CommentId, site: SiteId) -> Submission:
    """Return what says that Coral has named a comment of ours."""
    return key(f"coral has named {id}", site=site)
