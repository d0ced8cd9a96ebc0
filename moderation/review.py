"""Moderators at work: claim, release, rule."""

from dataclasses import dataclass
from datetime import datetime

from moderation import second
from moderation.domain import review as reviews
from moderation.domain.appeal import Appeal, check_judge, decided
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, Source, decision_id
from moderation.domain.errors import Conflict, Invalid, StaleVersion
from moderation.domain.insights.opinion import Opinion
from moderation.domain.masking import places
from moderation.domain.policy import Policy
from moderation.domain.record import StoredComment
from moderation.domain.review import Review, ReviewId, Ruling
from moderation.domain.standing import Strike
from moderation.domain.verdict import Outcome, Span
from moderation.ports import Storage, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingRequest:
    """What a moderator concludes, and about which version."""

    ruling: Ruling
    moderator: str
    #: The clause that a rejection or a warning rests on; the leading one of the verdict where `None`.
    clause: str | None = None
    #: The version of the review that the moderator saw; not checked where `None`.
    version: int | None = None
    note: str | None = None
    #: What the author is told beside the outcome, where an appeal is decided.
    answer: str | None = None
    #: Nobody else could decide on an objection to the moderator's own ruling, and the moderator says so.
    is_alone: bool = False


def claim(
    storage: Storage, *, site: SiteId, id: ReviewId, moderator: str, at: datetime, is_alone: bool = False
) -> Review:
    """Take a review for the length of a lease, or renew one's own claim.

    Raises:
        NotFound: if the site has no such review.
        Conflict: if it is closed, or somebody else holds it.
    """
    with storage.write(site) as transaction:
        was = transaction.reviews.get(id)
        claimed = reviews.claim(was, moderator=moderator, at=at, is_alone=is_alone)
        transaction.reviews.save(claimed, was=was)
    return claimed


def release(storage: Storage, *, site: SiteId, id: ReviewId, moderator: str, at: datetime) -> Review:
    """Give a review back.

    Raises:
        NotFound: if the site has no such review.
        Conflict: if it is closed, or somebody else holds it.
    """
    with storage.write(site) as transaction:
        was = transaction.reviews.get(id)
        released = reviews.release(was, moderator=moderator, at=at)
        transaction.reviews.save(released, was=was)
    return released


def escalate(
    storage: Storage,
    *,
    site: SiteId,
    id: ReviewId,
    moderator: str,
    queue: str,
    version: int | None = None,
    at: datetime,
) -> Review:
    """Hand a review to a senior moderator, or to somebody who knows the law; noted in the audit.

    Raises:
        NotFound: if the site has no such review.
        Conflict: if it is closed, somebody else holds it, or it changed since it was read.
        Invalid: if there is no such queue.
    """
    with storage.write(site) as transaction:
        was = transaction.reviews.get(id)
        escalated = reviews.escalate(was, moderator=moderator, queue=queue, version=version, at=at)
        transaction.reviews.save(escalated, was=was)
        detail = {"review": id, "comment": was.comment_id, "queue": queue}
        transaction.audit(by=moderator, what="review.escalate", detail=detail, at=at)
    return escalated


def undo(storage: Storage, *, site: SiteId, id: CommentId, moderator: str, at: datetime) -> Decision:
    """Take back one's own latest ruling: what was decided before holds again, by a new decision.

    A review that the ruling closed is open again, and held by the moderator.
    The ruling's strikes are lifted, and those count again that it had lifted.

    Raises:
        NotFound: if the site has no such comment.
        Conflict: if the latest decision is not one's own ruling, or it decided an appeal.
    """
    with storage.write(site) as transaction:
        comment = transaction.decisions.comment(id)
        past = transaction.decisions.of_comment(id)
        last = past[-1]
        if last.source is not Source.MODERATOR or last.by != moderator or len(past) < 2:
            raise Conflict("The latest decision on this comment is no ruling of yours; rule on it instead.")
        if any(appeal.ruling_id == last.id for appeal in transaction.appeals.of_comment(id)):
            raise Conflict("This ruling decided an appeal, and its author was told; rule on the comment instead.")
        before = past[-2]
        transaction.authors.lift_strikes(comment=id, at=at)
        transaction.authors.restore_strikes(comment=id, lifted_at=last.at)
        waiting = second.others_for(transaction, id, at=at)
        if last.review_id is not None and waiting is None:
            was = transaction.reviews.get(ReviewId(last.review_id))
            transaction.reviews.save(reviews.reopen(was, moderator=moderator, at=at), was=was)
        return transaction.decisions.append(_taken_back(comment, before, moderator=moderator, at=at))


def rule_on_review(
    storage: Storage, request: RulingRequest, *, site: SiteId, id: ReviewId, policy: Policy, at: datetime
) -> Decision:
    """Close a review by a ruling, which is a new decision; returns it.

    In a second look what is concluded is kept and takes no effect: the ruling that stands is returned.

    Raises:
        NotFound: if the site has no such review.
        Conflict: if it is closed, somebody else holds it, or it changed since it was read.
        Invalid: if the policy has no such clause.
    """
    with storage.write(site) as transaction:
        was = transaction.reviews.get(id)
        closed = _closed(was, request, at=at)
        if was.is_second:
            opinion = _opinion(transaction, request, was, policy=policy, at=at)
            return second.keep(transaction, opinion, was=was, closed=closed)
        transaction.reviews.save(closed, was=was)
        comment = transaction.decisions.comment(was.comment_id)
        return _rule(transaction, request, comment=comment, review=was, policy=policy, at=at)


def rule_on_comment(
    storage: Storage, request: RulingRequest, *, site: SiteId, id: CommentId, policy: Policy, at: datetime
) -> Decision:
    """Rule on any comment, whatever was decided before; an open review of it is closed, a second look ends.

    Raises:
        NotFound: if the site has no such comment.
        Conflict: if somebody else holds its review, or the version is not the one of the open review.
        Invalid: if the policy has no such clause.
    """
    with storage.write(site) as transaction:
        comment = transaction.decisions.comment(id)
        was = second.others_for(transaction, id, at=at)
        if was is None and request.version is not None:
            raise StaleVersion("This comment has no open review any more; load it again.")
        if was is not None:
            closed = _closed(was, request, at=at)
            transaction.reviews.save(closed, was=was)
        return _rule(transaction, request, comment=comment, review=was, policy=policy, at=at)


def _rule(
    transaction: Transaction,
    request: RulingRequest,
    *,
    comment: StoredComment,
    review: Review | None,
    policy: Policy,
    at: datetime,
) -> Decision:
    if comment.erased_at is not None:
        raise Conflict("The text of this comment was erased; there is nothing left to rule on.")
    contested = transaction.appeals.open_for(comment.id)
    if contested is not None:
        check_judge(contested, request.moderator, is_alone=request.is_alone)
    past = transaction.decisions.of_comment(comment.id)
    clause = _clause(request, past, policy)
    decision = Decision(
        id=decision_id(comment.site, comment.id, revision=comment.revision, at=at),
        site=comment.site,
        comment_id=comment.id,
        revision=comment.revision,
        outcome=_outcome(request),
        source=Source.MODERATOR,
        at=at,
        language=comment.language,
        by=request.moderator,
        clause=clause,
        is_warning=request.ruling is Ruling.WARN,
        note=request.note,
        masked=_masked(request, comment, past),
        review_id=review.id if review else None,
        review_queue=review.queue if review else None,
    )
    recorded = transaction.decisions.append(decision)
    second.draw(transaction, recorded, review, policy=policy)
    if contested is not None:
        _close(contested, recorded, transaction, answer=request.answer)
        if recorded.outcome is Outcome.BLOCK:
            return recorded  # what stands adds nothing: nobody is punished for asking
    # A ruling replaces what earlier rulings on this comment had added.
    transaction.authors.lift_strikes(comment=comment.id, at=at)
    weight = _weight(past, clause)
    if recorded.outcome is Outcome.BLOCK and clause is not None and comment.author_key and weight:
        strike = Strike(clause=clause, weight=weight, at=at)
        transaction.authors.add_strike(
            strike, key=comment.author_key, is_verified=comment.author_verified, decision=decision.id
        )
    return recorded


def _closed(review: Review, request: RulingRequest, *, at: datetime) -> Review:
    """Return the review that a ruling closes."""
    who, version = request.moderator, request.version
    return reviews.rule_on(review, moderator=who, version=version, at=at, is_alone=request.is_alone)


def _opinion(
    transaction: Transaction, request: RulingRequest, review: Review, *, policy: Policy, at: datetime
) -> Opinion:
    """Return what a second moderator concludes; the clause is theirs or the verdict's, never the ruling's."""
    past = transaction.decisions.of_comment(review.comment_id)
    place = next(n for n, each in enumerate(past) if each.id == review.decision_id)
    first = past[place]
    return Opinion(
        site=first.site,
        comment_id=first.comment_id,
        revision=first.revision,
        decision_id=first.id,
        first_by=first.by,
        first=first.outcome,
        by=request.moderator,
        second=_outcome(request),
        clause=_clause(request, past[:place], policy) if request.ruling is Ruling.REJECT else None,
        note=request.note,
        at=at,
    )


def _outcome(request: RulingRequest) -> Outcome:
    return Outcome.BLOCK if request.ruling is Ruling.REJECT else Outcome.ALLOW


def _masked(request: RulingRequest, comment: StoredComment, past: list[Decision]) -> tuple[Span, ...]:
    """Return what the site is to mask: what rules that say so found in the text as it is now."""
    if request.ruling is not Ruling.APPROVE_MASKED:
        return ()
    of_text = (each.verdict for each in reversed(past) if each.verdict and each.revision == comment.revision)
    verdict = next(of_text, None)
    found = places(verdict.matches) if verdict else ()
    if not found:
        raise Invalid("No rule that holds here says what to mask; approve the comment, or reject it.")
    return found


def _taken_back(comment: StoredComment, before: Decision, *, moderator: str, at: datetime) -> Decision:
    """Return the decision by which the one before a ruling holds again."""
    return Decision(
        id=decision_id(comment.site, comment.id, revision=comment.revision, at=at),
        site=comment.site,
        comment_id=comment.id,
        revision=comment.revision,
        outcome=before.outcome,
        source=Source.MODERATOR,
        at=at,
        language=comment.language,
        by=moderator,
        clause=before.clause,
        is_warning=before.is_warning,
        masked=before.masked,
        note="The ruling before was taken back.",
    )


def _close(contested: Appeal, ruling: Decision, transaction: Transaction, *, answer: str | None) -> None:
    """Let a ruling decide the appeal that was open."""
    closed = decided(contested, ruling, answer=answer)
    transaction.appeals.save(closed)
    detail = {"appeal": closed.id, "comment": closed.comment_id, "decision": ruling.id}
    if closed.is_judged_alone:
        detail["by"] = "whoever made the contested ruling, since nobody else could"
    transaction.audit(by=ruling.by or "", what=f"appeal.{closed.state}", detail=detail, at=ruling.at)


def _clause(request: RulingRequest, past: list[Decision], policy: Policy) -> str | None:
    """Return the clause of a rejection or a warning; an approval rests on none."""
    if request.ruling not in (Ruling.REJECT, Ruling.WARN):
        return None
    known = set(policy.clauses)
    clause = request.clause or next((d.clause for d in reversed(past) if d.clause in known), None)
    if clause is None:
        raise Invalid(
            f"A rejection or warning names the clause that it rests on: one of {', '.join(sorted(known))}."
        )
    if clause not in known:
        raise Invalid(f"The policy has no clause '{clause}'; it has {', '.join(sorted(known))}.")
    return clause


def _weight(past: list[Decision], clause: str | None) -> int:
    """Return the heaviest strike of the rules that matched on this clause; 1 where none did."""
    matches = [m for d in past if d.verdict for m in d.verdict.matches if m.clause == clause]
    return max((match.strike for match in matches), default=1)
