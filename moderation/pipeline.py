"""The path of a comment, top to bottom: read this file first."""

from collections.abc import Sequence
from datetime import datetime

from moderation.domain.decision import Decision
from moderation.domain.errors import KeyReused
from moderation.domain.policy import Policy
from moderation.domain.record import Submission
from moderation.domain.site import Reviews
from moderation.ports import LanguageDetector, Scorer, Storage
from moderation.steps import Case, decide, evaluate, normalise, observe, recall, record, rounds, score


def moderate(
    submissions: Sequence[Submission],
    *,
    policy: Policy,
    scorer: Scorer,
    languages: LanguageDetector,
    storage: Storage,
    at: datetime,
    reviews: Reviews = Reviews.HERE,
    fallback: Scorer | None = None,
) -> list[Decision | KeyReused]:
    """Judge comments of one site, and record what was decided in one transaction.

    `result[i]` belongs to `submissions[i]`; what was sent before gets the decision that it got then.
    Where `scorer` fails, `fallback` rates in its place and the decision is degraded; then rules alone judge.

    Raises:
        StorageUnavailable: if the decisions could not be kept; then none was made.
    """
    cases = [Case(submission=submission) for submission in submissions]
    normalise(cases, asks=policy.asks)
    score(cases, scorer=scorer, languages=languages, policy=policy, fallback=fallback)
    with storage.write(submissions[0].comment.site) as transaction:
        for some in rounds(cases, by_article=policy.premoderates):
            new = recall(some, transaction, at=at)
            observe(new, transaction, policy=policy, at=at)
            evaluate(new, policy=policy, at=at)
            decide(new, transaction, reviews=reviews, at=at)
            record(new, transaction, at=at)
    return [case.answer for case in cases]


def assess(
    submission: Submission,
    *,
    policy: Policy,
    scorer: Scorer,
    languages: LanguageDetector,
    storage: Storage,
    at: datetime,
    fallback: Scorer | None = None,
) -> Decision:
    """Judge a comment as `moderate` does, and record nothing."""
    cases = [Case(submission=submission)]
    normalise(cases, asks=policy.asks)
    score(cases, scorer=scorer, languages=languages, policy=policy, fallback=fallback)
    with storage.read(submission.comment.site) as transaction:
        observe(cases, transaction, policy=policy, at=at)
        evaluate(cases, policy=policy, at=at)
        decide(cases, transaction, reviews=Reviews.OFF, at=at)
    return cases[0].decision
