"""A desk full of reviews, made at once: what the pages of moderators are measured on."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta

from moderation.benchmark.archive import judge
from moderation.domain.backtesting.past_verdict import PastVerdict, VerdictQuery
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, Source, decision_id
from moderation.domain.record import Entry, Submission, comment_of
from moderation.domain.review import Review, ReviewId, close
from moderation.domain.signals import Signals
from moderation.domain.text import normalise
from moderation.domain.verdict import Outcome
from moderation.ports import Transaction
from moderation.service import Service

#: So many comments are judged; what waits are copies of those that were flagged, under other names.
JUDGED = 1_000
_BATCH = 500
#: Reviews wait since so long at most; those that were decided go back further.
_WAITS, _DECIDED = timedelta(days=2), timedelta(days=60)
#: One comment in so many says the same as the one before it; one ruling in so many is an approval.
_REPEATED, _APPROVED = 10, 3


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Flagged:
    """A comment that the policy held, with all that a copy of it needs."""

    past: PastVerdict
    review: Review
    signals: Signals


def fill(service: Service, site: SiteId, *, waiting: int, decided: int) -> None:
    """Let so many reviews wait, and so many others be decided."""
    judge(service, site, 0, JUDGED)
    originals, now = _flagged(service, site), service.clock.now()
    for start in range(0, waiting + decided, _BATCH):
        numbers = range(start, min(start + _BATCH, waiting + decided))
        with service.storage.write(site) as transaction:
            some = [_copy(originals[n % len(originals)], n, _age(n, decided, waiting), at=now) for n in numbers]
            transaction.decisions.record(some, at=some[0].decision.at)
            _rule(transaction, [entry for n, entry in zip(numbers, some, strict=True) if n < decided], at=now)


def _flagged(service: Service, site: SiteId) -> list[_Flagged]:
    with service.storage.read(site) as transaction:
        pasts = transaction.verdicts.page(VerdictQuery(), after=0, upto=2**62, limit=JUDGED)
        return [
            _Flagged(
                past=past,
                review=review,
                signals=Signals(facts=past.facts, spans=past.spans, text=normalise(past.comment.text or "")),
            )
            for past in pasts
            if (review := transaction.reviews.open_for(past.comment.id)) is not None
        ]


def _age(number: int, decided: int, waiting: int) -> timedelta:
    """Spread the comments over time, the oldest first."""
    if number < decided:
        return _DECIDED * (1 - number / decided) + _WAITS
    return _WAITS * (1 - (number - decided) / waiting)


def _copy(original: _Flagged, number: int, age: timedelta, *, at: datetime) -> Entry:
    id, since = CommentId(f"waiting-{number}"), at - age
    past = original.past
    comment = dataclasses.replace(comment_of(past.comment), id=id)
    made = decision_id(comment.site, id, revision=1, at=since)
    review = dataclasses.replace(
        original.review, id=ReviewId("r" + made[1:]), comment_id=id, opened_at=since, decision_id=made
    )
    decision = dataclasses.replace(past.decision, id=made, comment_id=id, at=since, review_id=review.id)
    submission = Submission(
        comment=comment,
        author_key=past.comment.author_key,
        article_key=past.comment.article_key,
        text_digest=f"{number:x}",
        read_digest=f"{number - (number % _REPEATED == 1):x}",
    )
    return Entry(submission=submission, decision=decision, signals=original.signals, review=review)


def _rule(transaction: Transaction, entries: Sequence[Entry], *, at: datetime) -> None:
    """Let a person have decided an hour after each came."""
    for number, entry in enumerate(entries):
        held, review = entry.decision, entry.review
        assert review is not None
        then = min(held.at + timedelta(hours=1), at)
        transaction.reviews.save(close(review, at=then), was=review)
        is_approved = number % _APPROVED == 0
        ruling = Decision(
            id=decision_id(held.site, held.comment_id, revision=1, at=then),
            site=held.site,
            comment_id=held.comment_id,
            revision=1,
            outcome=Outcome.ALLOW if is_approved else Outcome.BLOCK,
            source=Source.MODERATOR,
            at=then,
            language=held.language,
            by="bench",
            clause=None if is_approved else held.clause,
            review_id=review.id,
            review_queue=review.queue,
        )
        transaction.decisions.append(ruling)
