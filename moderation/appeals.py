"""Authors contest decisions; somebody else decides, by a ruling like any other."""

import dataclasses
from datetime import datetime

from moderation.domain.appeal import PRIORITY, QUEUE, Appeal, contest, withdrawn
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision
from moderation.domain.record import StoredComment
from moderation.domain.review import Review, ReviewId
from moderation.ports import Storage, Transaction


def appeal(storage: Storage, *, site: SiteId, id: CommentId, words: str, at: datetime) -> Appeal:
    """Contest the decision that stands on a comment; the appeal waits in a queue of its own.

    Raises:
        NotFound: if the site has no such comment.
        Conflict: if nothing stands that could be contested, not any more, or not again.
        Invalid: if the words are missing or too many.
    """
    with storage.write(site) as transaction:
        comment = transaction.decisions.comment(id)
        decisions = transaction.decisions.of_comment(id)
        opened = contest(comment, decisions, transaction.appeals.of_comment(id), words=words, at=at)
        transaction.appeals.add(opened)
        _queue(opened, decisions[-1], comment, transaction=transaction)
        detail = {"appeal": opened.id, "comment": id, "decision": opened.decision_id}
        transaction.audit(by="the writer", what="appeal.open", detail=detail, at=at)
    return opened


def withdraw(transaction: Transaction, id: CommentId, *, at: datetime) -> None:
    """Close the appeal of a comment that was changed or taken back, if one is open."""
    was = transaction.appeals.open_for(id)
    if was is not None:
        transaction.appeals.save(withdrawn(was, at=at))


def _queue(opened: Appeal, contested: Decision, comment: StoredComment, *, transaction: Transaction) -> None:
    """Let the appeal wait for a person, in the review that is open already where there is one."""
    was = transaction.reviews.open_for(opened.comment_id)
    judge = (opened.contested_by,) if opened.contested_by else ()
    if was is not None:
        moved = dataclasses.replace(
            was,
            queue=QUEUE,
            priority=max(was.priority, PRIORITY),
            not_for=(*was.not_for, *judge),
            version=was.version + 1,
        )
        transaction.reviews.save(moved, was=was)
        return
    article = comment.context.get("article") or {}
    transaction.reviews.add(
        Review(
            id=ReviewId("r_" + opened.id),
            site=opened.site,
            comment_id=opened.comment_id,
            revision=opened.revision,
            queue=QUEUE,
            priority=PRIORITY,
            opened_at=opened.opened_at,
            decision_id=opened.decision_id,
            clause=contested.clause,
            language=comment.language,
            section=article.get("section"),
            not_for=judge,
        )
    )
