"""What the writer of a comment may know: how it stands, why, what to change, and how to contest it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import median

from moderation.domain.appeal import Appeal, AppealState, refusal
from moderation.domain.comment import SiteId
from moderation.domain.decision import Decision, DecisionId
from moderation.domain.policy import Clause, Policy
from moderation.domain.record import StoredComment
from moderation.domain.review import State
from moderation.domain.verdict import Effect, Outcome, Span
from moderation.ports import Storage

#: The usual wait is told from so many reviews that were closed lately; from fewer than five it is not told.
RECENT, FEWEST = 200, 5


class Stage(StrEnum):
    """How a comment stands, for the person who wrote it."""

    #: It appears.
    PUBLISHED = "published"
    #: It appears, with some words masked.
    MASKED = "masked"
    #: It appears, and somebody looks at it.
    LOOKED_AT = "looked-at"
    #: It waits for a person.
    WAITING = "waiting"
    #: It does not appear.
    REJECTED = "rejected"
    #: Its text was erased.
    ERASED = "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterView:
    """One comment as its writer may see it: nothing about others, no scores, no rules, no names of moderators."""

    comment: StoredComment
    stage: Stage
    decided_at: datetime
    #: Whether a person decided, rather than the policy alone.
    is_by_person: bool
    #: Whether it appears with a word of the newsroom that it came near to the clause.
    is_warning: bool
    #: The published clause that it rests on; `None` where it rests on none, or the policy has it no more.
    clause: Clause | None
    #: The sentence concerned, as a span of the text; `None` where it is the whole.
    sentence: Span | None
    #: What of the text does not appear.
    masked: tuple[Span, ...]
    message: str | None
    advice: str | None
    #: How long comments usually wait; `None` where too little is known.
    usual_wait: timedelta | None
    appeal: Appeal | None
    #: Whether whoever decided is also who reads it again, since there is nobody else.
    is_alone: bool
    #: Why it cannot be contested; `None` where it can.
    refusal: str | None


def writer_view(
    storage: Storage, *, site: SiteId, id: DecisionId, policy: Policy, at: datetime, alone: str | None = None
) -> WriterView:
    """Return how a comment stands now, whichever decision on it the writer was told of.

    `alone` is the only person who rules on the site, where there is just one.

    Raises:
        NotFound: if the site has no such decision.
    """
    with storage.read(site) as transaction:
        comment = transaction.decisions.comment(transaction.decisions.get(id).comment_id)
        decisions = transaction.decisions.of_comment(comment.id)
        appeals = transaction.appeals.of_comment(comment.id)
        review = transaction.reviews.open_for(comment.id)
        waits = transaction.reviews.waits(limit=RECENT)
    latest = decisions[-1]
    current = [appeal for appeal in appeals if appeal.revision == comment.revision]
    told = next((d for d in reversed(decisions) if d.verdict and d.revision == comment.revision), None)
    words = told.verdict.writer if told and told.verdict and told.clause == latest.clause else None
    is_objected = latest.outcome is not Outcome.ALLOW or latest.is_warning
    clause = policy.clauses.get(latest.clause or "") if is_objected else None
    clause = clause.in_language(comment.language) if clause else None
    is_ruled = latest.verdict is None and latest.outcome is Outcome.BLOCK  # the policy's words speak of a wait
    said = words or (clause.writer if clause else None)
    return WriterView(
        comment=comment,
        stage=_stage(comment, latest, is_open=review is not None and review.state is not State.CLOSED),
        decided_at=latest.at,
        is_by_person=latest.verdict is None,
        is_warning=latest.is_warning,
        clause=clause,
        sentence=words.sentence if words and comment.text is not None else None,
        masked=latest.masked,
        message=said.message if said and latest.outcome is not Outcome.ALLOW and not is_ruled else None,
        advice=said.advice if said and is_objected else None,
        usual_wait=timedelta(seconds=median(w.total_seconds() for w in waits)) if len(waits) >= FEWEST else None,
        appeal=current[-1] if current else None,
        is_alone=_is_alone(current[-1] if current else None, latest, alone),
        refusal=refusal(comment, decisions, appeals, at=at),
    )


def _stage(comment: StoredComment, latest: Decision, *, is_open: bool) -> Stage:
    if comment.erased_at is not None:
        return Stage.ERASED
    if latest.outcome is Outcome.BLOCK:
        return Stage.REJECTED
    if latest.outcome is Outcome.ALLOW:
        return Stage.MASKED if latest.masked else Stage.PUBLISHED
    is_shown = latest.verdict is not None and latest.verdict.effect is Effect.PUBLISH_AND_REVIEW
    return Stage.LOOKED_AT if is_shown and is_open else Stage.WAITING


def _is_alone(appeal: Appeal | None, latest: Decision, alone: str | None) -> bool:
    if appeal is not None and appeal.decided_at is not None:
        return appeal.is_judged_alone
    contested = appeal.contested_by if appeal is not None else latest.by
    return contested is not None and contested == alone


def is_answered(view: WriterView) -> bool:
    """Whether an appeal was decided, one way or the other."""
    return view.appeal is not None and view.appeal.state in (AppealState.UPHELD, AppealState.OVERTURNED)
