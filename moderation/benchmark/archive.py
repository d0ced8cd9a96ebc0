"""A database full of verdicts, made at once: what a backtest is measured on."""

import dataclasses
from collections.abc import Sequence
from datetime import timedelta
from itertools import islice

from moderation.api.wire import VerdictIn, submission_of
from moderation.benchmark.bodies import bodies
from moderation.domain.backtesting.past_verdict import PastVerdict, VerdictQuery
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, Source, decision_id
from moderation.domain.record import Entry, Submission, comment_of
from moderation.domain.signals import Signals
from moderation.domain.text import normalise
from moderation.domain.verdict import Outcome
from moderation.pipeline import moderate
from moderation.ports import Transaction
from moderation.service import Service

#: So many comments are judged; the rest of the archive are their copies, under other names, on other days.
JUDGED = 2_000
_BATCH = 500
#: The archive reaches back so far; a person has ruled on one in so many.
_DAYS, _RULED = 60, 25


def fill(service: Service, site: SiteId, *, decisions: int) -> None:
    """Judge some comments, and record copies of them until there are so many verdicts."""
    judged = min(JUDGED, decisions)
    for start in range(0, judged, _BATCH):
        judge(service, site, start, min(start + _BATCH, judged))
    with service.storage.read(site) as transaction:
        originals = transaction.verdicts.page(VerdictQuery(), after=0, upto=2**62, limit=judged)
    signals = [
        Signals(facts=each.facts, spans=each.spans, text=normalise(each.comment.text or "")) for each in originals
    ]
    for start in range(judged, decisions, _BATCH):
        some = range(start, min(start + _BATCH, decisions))
        entries = [_copy(originals[n % judged], signals[n % judged], n, decisions) for n in some]
        with service.storage.write(site) as transaction:
            _rule(transaction, transaction.decisions.record(entries, at=entries[0].decision.at))


def judge(service: Service, site: SiteId, start: int, stop: int) -> None:
    """Judge some of the comments of the load, as if they came in."""
    sent = [
        submission_of(VerdictIn.model_validate(body), site=site, secret=service.secret, new_id="")
        for body in islice(bodies(seed=5, run="archive"), start, stop)
    ]
    moderate(
        sent,
        policy=service.policy(service.sites.get(site)),
        scorer=service.scorer,
        languages=service.languages,
        storage=service.storage,
        at=service.clock.now(),
    )


def _copy(original: PastVerdict, signals: Signals, number: int, total: int) -> Entry:
    """Make another comment of one that was judged: its texts and signals, and a name and a day of its own."""
    id = CommentId(f"copy-{number}")
    at = original.decision.at - timedelta(days=_DAYS) * (1 - number / total)
    comment = dataclasses.replace(comment_of(original.comment), id=id)
    decision = dataclasses.replace(
        original.decision,
        id=decision_id(comment.site, id, revision=1, at=at),
        comment_id=id,
        at=at,
        review_id=None,
        review_queue=None,
    )
    submission = Submission(comment=comment, author_key=original.comment.author_key, text_digest=f"{number:x}")
    return Entry(submission=submission, decision=decision, signals=signals)


def _rule(transaction: Transaction, decisions: Sequence[Decision]) -> None:
    """Let a person rule on some, now and then otherwise than the policy."""
    for verdict in decisions[::_RULED]:
        is_reversed = verdict.position % 4 == 0
        stops = (verdict.outcome is Outcome.ALLOW) is is_reversed
        at = verdict.at + timedelta(hours=1)
        ruling = Decision(
            id=decision_id(verdict.site, verdict.comment_id, revision=1, at=at),
            site=verdict.site,
            comment_id=verdict.comment_id,
            revision=1,
            outcome=Outcome.BLOCK if stops else Outcome.ALLOW,
            source=Source.MODERATOR,
            at=at,
            by="bench",
        )
        transaction.decisions.append(ruling)
