"""Judge again what was judged without a signal, and release it without a person if it now passes."""

import dataclasses
from datetime import datetime

from moderation.domain.comment import CommentId
from moderation.domain.decision import Source
from moderation.domain.errors import NotFound, ScorerUnavailable
from moderation.domain.job import Job
from moderation.domain.policy import Policy
from moderation.domain.record import StoredComment, Submission, comment_of
from moderation.domain.review import close
from moderation.domain.site import Reviews
from moderation.domain.verdict import Outcome
from moderation.ports import LanguageDetector, Scorer, Storage
from moderation.steps import Case, decide, evaluate, normalise, observe, score


def rejudge(
    job: Job,
    *,
    policy: Policy,
    scorer: Scorer,
    languages: LanguageDetector,
    storage: Storage,
    at: datetime,
) -> None:
    """Judge a comment again unless a person has, or it changed or was erased.

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
    normalise(cases)
    score(cases, scorer=scorer, languages=languages, policy=policy)
    with storage.write(job.site) as transaction:
        latest = transaction.decisions.of_comment(id)[-1]
        if latest.source is not Source.POLICY or latest.revision != comment.revision:
            return
        observe(cases, transaction, policy=policy, at=at)
        evaluate(cases, policy=policy, scorer=scorer)
        if cases[0].verdict.unknown:
            raise ScorerUnavailable
        decide(cases, transaction, reviews=Reviews.OFF, at=at)
        review = transaction.reviews.open_for(id)
        if review is not None and cases[0].verdict.outcome is not Outcome.FLAG:
            transaction.reviews.save(close(review, at=at), was=review)
        decision = dataclasses.replace(
            cases[0].decision,
            revision=comment.revision,
            source=Source.REJUDGED,
            review_id=review.id if review else None,
            review_queue=review.queue if review else None,
        )
        transaction.decisions.append(decision, cases[0].signals)


def _submission(comment: StoredComment) -> Submission:
    return Submission(
        comment=comment_of(comment),
        author_key=comment.author_key,
        article_key=comment.article_key,
        text_digest=comment.text_digest,
    )
