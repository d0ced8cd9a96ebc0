"""Judge again what was judged without a signal, and release it without a person if it now passes."""

import dataclasses
from collections.abc import Iterable
from datetime import datetime

from moderation.appeals import withdraw
from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision, Source
from moderation.domain.errors import NotFound, ScorerUnavailable
from moderation.domain.job import Job
from moderation.domain.policy import Policy
from moderation.domain.record import NOT_KEPT, StoredComment, Submission, comment_of
from moderation.domain.review import Review, close
from moderation.domain.signals import UNKNOWN, Signals
from moderation.domain.site import Reviews
from moderation.domain.verdict import Outcome
from moderation.ports import LanguageDetector, Scorer, Storage, Transaction
from moderation.steps import Case, decide, evaluate, mark, normalise, observe, review_of, score


def rejudge(
    job: Job,
    *,
    policy: Policy,
    scorer: Scorer,
    languages: LanguageDetector,
    storage: Storage,
    at: datetime,
    reviews: Reviews = Reviews.HERE,
) -> None:
    """Judge a comment again unless a person has, or it changed or was erased.

    An open review stays with whoever holds it if the comment is still flagged; one that now passes,
    or is now blocked, needs no person any more.

    Raises:
        ScorerUnavailable: if the signal is still missing; the job is then due again.
    """
    id = CommentId(job.payload["comment_id"])
    with storage.read(job.site) as transaction:
        try:
            comment = transaction.decisions.comment(id)
        except NotFound:
            return
    if comment.text is None or comment.revision != job.payload["revision"]:
        return
    cases = [Case(submission=_submission(comment))]
    normalise(cases, asks=policy.asks)
    score(cases, scorer=scorer, languages=languages, policy=policy)
    with storage.write(job.site) as transaction:
        latest = transaction.decisions.of_comment(id)[-1]
        if latest.source is not Source.POLICY or latest.revision != comment.revision:
            return
        observe(cases, transaction, policy=policy, at=at)
        if _rests_on_lost(latest, policy):
            cases[0].signals = _without(NOT_KEPT, cases[0].signals)
        evaluate(cases, policy=policy, at=at)
        if not NOT_KEPT.issuperset(cases[0].verdict.unknown):
            raise ScorerUnavailable
        decide(cases, transaction, reviews=Reviews.OFF, at=at)
        case = cases[0]
        case.decision = dataclasses.replace(case.decision, revision=comment.revision, source=Source.REJUDGED)
        review = _review(case, transaction, reviews=reviews, at=at)
        if review is not None:
            case.decision = dataclasses.replace(case.decision, review_id=review.id, review_queue=review.queue)
        case.decision = dataclasses.replace(case.decision, is_drawn=latest.is_drawn)
        transaction.decisions.append(case.decision, case.signals)
        mark(case, transaction, at=at)
        if case.decision.outcome is not Outcome.BLOCK:
            withdraw(transaction, id, at=at)


def _rests_on_lost(decision: Decision, policy: Policy) -> bool:
    """Whether a rule held that looks into what is not kept: what it saw there must not be taken for nothing."""
    held = {match.rule for match in decision.verdict.matches} if decision.verdict else set()
    return any(rule.id in held and not NOT_KEPT.isdisjoint(rule.asks) for rule in policy.rules)


def _without(names: Iterable[str], signals: Signals) -> Signals:
    return dataclasses.replace(signals, facts={**signals.facts, **dict.fromkeys(names, UNKNOWN)})


def _review(case: Case, transaction: Transaction, *, reviews: Reviews, at: datetime) -> Review | None:
    """Close the review that is not needed any more, or open the one that now is."""
    waiting = transaction.reviews.open_for(case.decision.comment_id)
    is_flagged = case.verdict.outcome is Outcome.FLAG
    if waiting is not None and waiting.is_blind:
        return _taken_over(waiting, case, transaction, at=at) if is_flagged else waiting
    if waiting is not None and not is_flagged:
        transaction.reviews.save(close(waiting, at=at), was=waiting)
    if waiting is not None or not is_flagged or reviews is not Reviews.HERE:
        return waiting
    opened = review_of(case, at=at)
    transaction.reviews.add(opened)
    return opened


def _taken_over(waiting: Review, case: Case, transaction: Transaction, *, at: datetime) -> Review:
    """Let a review that chance had opened be the one of a flag: it must not wait at the end of the queue."""
    opened = review_of(case, at=at)
    moved = dataclasses.replace(
        waiting,
        queue=opened.queue,
        priority=opened.priority,
        clause=opened.clause,
        version=waiting.version + 1,
    )
    transaction.reviews.save(moved, was=waiting)
    return moved


def _submission(comment: StoredComment) -> Submission:
    return Submission(
        comment=comment_of(comment),
        author_key=comment.author_key,
        article_key=comment.article_key,
        text_digest=comment.text_digest,
    )
