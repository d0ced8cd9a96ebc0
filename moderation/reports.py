"""What readers and the site's own people say of a comment: reports and outcomes."""

import dataclasses
from datetime import datetime

from moderation.appeals import withdraw
from moderation.domain.appeal import decided
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, Source, decision_id
from moderation.domain.outcome import Label, Report, SiteOutcome
from moderation.domain.policy import Policy
from moderation.domain.review import Review, ReviewId, close
from moderation.domain.site import Reviews
from moderation.domain.verdict import Outcome
from moderation.ports import Storage, Transaction

#: Where a reported comment waits, and how much each report raises it.
QUEUE, FIRST_PRIORITY, STEP = "reports", 40, 5

#: An approved comment is queued again when it has so many times the reports that it had then.
AGAIN_AT_TIMES = 3


def report(
    storage: Storage,
    *,
    site: SiteId,
    id: CommentId,
    reporter: str | None,
    reason: str | None,
    policy: Policy,
    reviews: Reviews,
    at: datetime,
) -> Review | None:
    """Keep a reader's report; opens or raises a review, and never removes anything.

    A comment that a person approved as it stands is not queued again, and the report is filed, unless it names
    a clause that the person had no reason to think of, or the reports are three times what they were.

    Raises:
        NotFound: if the site has no such comment.
    """
    with storage.write(site) as transaction:
        comment = transaction.decisions.comment(id)
        notice = Report(
            site=site, comment_id=id, revision=comment.revision, reporter=reporter, reason=reason, at=at
        )
        count = transaction.reports.add(notice)
        was = transaction.reviews.open_for(id)
        if was is not None:
            raised = dataclasses.replace(
                was,
                report_count=count,
                priority=max(was.priority, _priority(count)),
                version=was.version + 1,
            )
            transaction.reviews.save(raised, was=was)
            return raised
        if reviews is not Reviews.HERE or _is_settled(transaction, notice, policy):
            return None
        opened = Review(
            id=ReviewId("r" + decision_id(site, id, revision=comment.revision, at=at)[1:]),
            site=site,
            comment_id=id,
            revision=comment.revision,
            queue=QUEUE,
            priority=_priority(count),
            opened_at=at,
            language=comment.language,
            report_count=count,
        )
        transaction.reviews.add(opened)
        return opened


def settle(
    storage: Storage, *, site: SiteId, id: CommentId, outcome: SiteOutcome, by: str | None, at: datetime
) -> Decision:
    """Keep what the site's own people decided: a label, and the end of an open review.

    Returns the decision that now stands.

    Raises:
        NotFound: if the site has no such comment.
    """
    with storage.write(site) as transaction:
        comment = transaction.decisions.comment(id)
        label = Label(site=site, comment_id=id, revision=comment.revision, outcome=outcome, by=by, at=at)
        transaction.decisions.label(label)
        was = transaction.reviews.open_for(id)
        if was is not None:
            transaction.reviews.save(close(was, at=at), was=was)
        contested = transaction.appeals.open_for(id)
        stands = Outcome.ALLOW if outcome is SiteOutcome.PUBLISHED else Outcome.BLOCK
        if stands is Outcome.ALLOW:
            transaction.authors.lift_strikes(comment=id, at=at)
        latest = transaction.decisions.of_comment(id)[-1]
        # What was judged without a signal is judged again; a decision of its own says that a person was first.
        is_final = latest.verdict is None or not (latest.verdict.unknown or latest.verdict.degraded)
        if was is None and contested is None and latest.outcome is stands and is_final:
            return latest
        decision = Decision(
            id=decision_id(site, id, revision=comment.revision, at=at),
            site=site,
            comment_id=id,
            revision=comment.revision,
            outcome=stands,
            source=Source.SITE,
            at=at,
            language=comment.language,
            by=by,
            review_id=was.id if was else None,
            review_queue=was.queue if was else None,
        )
        recorded = transaction.decisions.append(decision)
        if contested is not None:
            transaction.appeals.save(decided(contested, recorded, answer=None))
        return recorded


def erase(storage: Storage, *, site: SiteId, id: CommentId, at: datetime) -> None:
    """Forget a comment's text and author, and end its review; the decisions stay.

    Raises:
        NotFound: if the site has no such comment.
    """
    with storage.write(site) as transaction:
        transaction.decisions.comment(id)
        was = transaction.reviews.open_for(id)
        if was is not None:
            transaction.reviews.save(close(was, at=at), was=was)
        withdraw(transaction, id, at=at)
        transaction.decisions.erase(id, at=at)


def _priority(count: int) -> int:
    """Return how soon to look at what has so many reports: 0 to 100."""
    return min(100, FIRST_PRIORITY + STEP * (count - 1))


def _is_settled(transaction: Transaction, notice: Report, policy: Policy) -> bool:
    """Whether a person approved the comment as it stands, and the report gives no cause to look again."""
    past = [d for d in transaction.decisions.of_comment(notice.comment_id) if d.revision == notice.revision]
    latest = past[-1]
    if latest.source not in (Source.MODERATOR, Source.SITE) or latest.outcome is not Outcome.ALLOW:
        return False
    told = [r for r in transaction.desk.reports(notice.comment_id) if r.revision == notice.revision]
    if notice not in told:  # the same reader, once more
        return True
    before = [each for each in told if each.at <= latest.at]
    if len(told) >= AGAIN_AT_TIMES * max(1, len(before)):
        return False
    named = clause_named(notice, policy)
    known = {match.clause for d in past if d.verdict for match in d.verdict.matches}
    return named is None or named in known | {clause_named(each, policy) for each in before}


def clause_named(report: Report, policy: Policy) -> str | None:
    """Return the clause that a report names as its reason, by id or title; `None` if it says something else."""
    reason = (report.reason or "").strip().casefold()
    named = (c.id for c in policy.clauses.values() if reason in (c.id.casefold(), c.title.casefold()))
    return next(named, None)
