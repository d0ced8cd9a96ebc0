"""What the API answers: decisions, reviews, comments and standings as JSON."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from moderation.domain.decision import Decision
from moderation.domain.gate import BacktestReport
from moderation.domain.insights.figures import RuleFigures
from moderation.domain.policy_version import PolicyAct, PolicyVersion
from moderation.domain.record import StoredComment
from moderation.domain.review import Review
from moderation.domain.standing import Due
from moderation.domain.verdict import Effect, Match, Outcome
from moderation.standing import AuthorStanding


class SpanOut(BaseModel):
    """Half-open, in code points of the text as typed."""

    start: int
    end: int


class ReasonOut(BaseModel):
    """A rule that matched, with the clause of the published policy that it serves."""

    rule: str
    clause: str
    message: str = Field(description="For the people of the site: why the rule holds here.")
    spans: list[SpanOut]
    queue: str | None = None


class WriterOut(BaseModel):
    """What the site may show the person who wrote: about the text, never about the person."""

    title: str
    message: str
    sentence: SpanOut | None = None
    advice: str | None = None
    url: str | None = Field(
        default=None, description="Page for the writer: what was decided and why, and the way to contest it."
    )


class ReviewRef(BaseModel):
    """The review that a flag opened."""

    id: str
    queue: str


class DerivedOut(BaseModel):
    """What was read out of the article because the site did not send it."""

    people: list[str] | None = None
    about: list[str] | None = None


class VerdictOut(BaseModel):
    """The verdict, with its reasons."""

    verdict: Outcome
    decision_id: str
    comment_id: str
    revision: int
    reasons: list[ReasonOut]
    writer: WriterOut | None = None
    scores: dict[str, float]
    language: str | None = None
    policy: str
    model: str | None = None
    degraded: bool
    not_checked: list[str]
    effect: Effect | None = Field(default=None, description="For a flag: hold, or publish and review.")
    would_be: Outcome | None = Field(default=None, description="In observe mode: the verdict as if live.")
    derived: DerivedOut | None = None
    shadow: list[ReasonOut] = Field(default=[], description="Rules on trial that matched, without effect.")
    mask: list[str] = []
    review: ReviewRef | None = None


class DecisionOut(BaseModel):
    """One decision of the feed."""

    position: int
    decision_id: str
    comment_id: str
    revision: int
    outcome: Outcome
    source: str
    at: datetime
    by: str | None = None
    clause: str | None = None
    warning: bool = Field(
        default=False, description="It is published, and the page at `writer_url` warns its writer of the clause."
    )
    masked: list[SpanOut] = Field(
        default=[], description="Places of the text, as you sent it, to mask before you publish it."
    )
    note: str | None = None
    degraded: bool = False
    writer_url: str | None = Field(
        default=None, description="Page for the writer, where the comment is held, rejected or warned of."
    )
    verdict: VerdictOut | None = Field(default=None, description="The verdict, where the policy decided.")


class ExplainedOut(DecisionOut):
    """One decision with all that it rests on."""

    signals: dict[str, Any] | None = Field(default=None, description="The facts that rules saw.")
    unknown: list[str] = Field(default=[], description="Signals that were asked for and failed.")


class FeedOut(BaseModel):
    """Decisions in order, and the position to ask from next."""

    decisions: list[DecisionOut]
    next: int


class ReviewOut(BaseModel):
    """A review, with its comment."""

    id: str
    comment_id: str
    revision: int
    decision_id: str | None
    queue: str
    priority: int
    state: str
    version: int
    clause: str | None
    language: str | None
    section: str | None
    opened_at: datetime
    claimed_by: str | None
    claimed_until: datetime | None
    closed_at: datetime | None
    report_count: int
    comment: "CommentOut | None" = None


class ReviewsOut(BaseModel):
    """A page of the queue, and the cursor of the next."""

    reviews: list[ReviewOut]
    next: str | None = None


class CommentOut(BaseModel):
    """A comment as kept."""

    id: str
    revision: int
    kind: str
    text: str | None
    language: str | None
    author: dict[str, Any] | None
    author_key: str | None = Field(description="The author's id for /v1/authors/{id}/standing.")
    article: dict[str, Any] | None
    parent: dict[str, Any] | None
    received_at: datetime
    erased_at: datetime | None = None
    outcome: Outcome | None = Field(description="As it stands; null in a blind review.")
    decisions: list[DecisionOut] | None = None
    review: ReviewOut | None = None


class ReportOut(BaseModel):
    """What came of a report."""

    received: bool = True
    review: ReviewRef | None = None


class AuthorLabelOut(BaseModel):
    """A name that a rule gave an author for a time."""

    name: str
    until: datetime
    rule: str


class StepOut(BaseModel):
    """A step of the ladder that an author has reached, and that waits for a person to confirm it."""

    author: str
    step: int = Field(description="From how many strikes on the step is reached.")
    standing: str = Field(description="What the standing is then.")
    until: datetime | None = Field(
        description="When it ends if it is confirmed now; null where a person lifts it."
    )
    needs: str = Field(description="Who has to confirm it: `moderator` or `editor`.")
    strikes: int
    since: datetime = Field(description="When the latest strike came.")


class StandingOut(BaseModel):
    """An author's standing."""

    author: str
    standing: str
    strikes: int
    until: datetime | None
    reason: str | None
    set_by_person: bool
    approved: int
    rejected: int
    labels: list[AuthorLabelOut]
    waits: StepOut | None = Field(description="A step that has no effect before a person confirms it.")


def verdict_out(decision: Decision, *, writer_url: str | None = None) -> VerdictOut:
    """Show a decision of the policy as the verdict that the site gets."""
    verdict = decision.verdict
    assert verdict is not None, "a person's decision has no verdict"
    is_flag = verdict.outcome is Outcome.FLAG
    writer = WriterOut.model_validate(verdict.writer, from_attributes=True) if verdict.writer else None
    if writer is not None:
        writer.url = writer_url
    # Made of our own values, which need no check on the way out.
    return VerdictOut.model_construct(
        verdict=verdict.outcome,
        decision_id=decision.id,
        comment_id=decision.comment_id,
        revision=decision.revision,
        reasons=[reason_out(match) for match in verdict.matches],
        writer=writer,
        scores={name: round(score, 4) for name, score in decision.scores.items()},
        language=decision.language,
        policy=verdict.policy,
        model=decision.model,
        degraded=verdict.degraded,
        not_checked=list(verdict.not_checked),
        effect=verdict.effect if is_flag else None,
        would_be=verdict.would_be,
        derived=_derived(decision),
        shadow=[reason_out(match) for match in verdict.shadow],
        mask=sorted({kind for match in verdict.matches for kind in match.mask}),
        review=_review_ref(decision.review_id, decision.review_queue) if is_flag else None,
    )


def reason_out(match: Match) -> ReasonOut:
    """Show one match."""
    spans = [SpanOut.model_construct(start=span.start, end=span.end) for span in match.spans]
    return ReasonOut.model_construct(
        rule=match.rule, clause=match.clause, message=match.message, spans=spans, queue=match.queue
    )


def decision_out(decision: Decision, *, writer_url: str | None = None) -> DecisionOut:
    """Show a decision as one entry of the feed."""
    return DecisionOut(
        position=decision.position,
        decision_id=decision.id,
        comment_id=decision.comment_id,
        revision=decision.revision,
        outcome=decision.outcome,
        source=decision.source.value,
        at=decision.at,
        by=decision.by,
        clause=decision.clause,
        warning=decision.is_warning,
        masked=[SpanOut(start=span.start, end=span.end) for span in decision.masked],
        note=decision.note,
        degraded=bool(decision.verdict and decision.verdict.degraded),
        writer_url=writer_url,
        verdict=verdict_out(decision, writer_url=writer_url) if decision.verdict else None,
    )


def review_out(review: Review, comment: StoredComment | None = None) -> ReviewOut:
    """Show a review, with its comment where it is at hand; a blind one without what tells the verdict."""
    fields = {name: getattr(review, name) for name in ReviewOut.model_fields if name not in ("comment", "state")}
    shown = comment_out(comment) if comment else None
    if review.is_blind:
        fields |= {"decision_id": None, "clause": None}
        shown = shown and shown.model_copy(update={"outcome": None})
    return ReviewOut(**fields, state=review.state.value, comment=shown)


def comment_out(
    comment: StoredComment, decisions: Sequence[Decision] | None = None, review: Review | None = None
) -> CommentOut:
    """Show a comment as kept, with its decisions where they are at hand."""
    return CommentOut(
        id=comment.id,
        revision=comment.revision,
        kind=comment.kind,
        text=comment.text,
        language=comment.language,
        author=comment.context.get("author"),
        author_key=comment.author_key,
        article=comment.context.get("article"),
        parent=comment.context.get("parent"),
        received_at=comment.received_at,
        erased_at=comment.erased_at,
        outcome=decisions[-1].outcome if decisions else comment.outcome,
        decisions=[decision_out(decision) for decision in decisions] if decisions is not None else None,
        review=review_out(review) if review else None,
    )


class PoliciesOut(BaseModel):
    """The versions of a site's policy, newest first."""

    policies: list[PolicyVersion]


class PolicyOut(BaseModel):
    """A version of the policy, whole."""

    version: PolicyVersion
    #: File name → content, the main file first.
    files: dict[str, str]
    #: What backtests of it found, newest first.
    backtests: list[BacktestReport]


class ActsOut(BaseModel):
    """Who did what to the policy, newest first."""

    acts: list[PolicyAct]


class RulesOut(BaseModel):
    """The rules of the live policy, in figures."""

    #: `name@hash`.
    policy: str
    rules: list[RuleFigures]


class ReversalOut(BaseModel):
    """What became of a rule's work, counted in verdicts."""

    looked_at: int
    held: int = Field(description="Verdicts in which the rule held live.")
    replaced: dict[str, int] = Field(description="Decisions that were replaced, such as `block → allow`.")
    comments: list[str] = Field(description="Ids of the first comments whose decision was replaced, 50 at most.")
    carried: int = Field(description="Other rules carry the same outcome.")
    ruled: int = Field(description="A person decided, and that stands.")
    overtaken: int = Field(description="Edited or judged again since.")
    done_before: int = Field(description="Taken back before; with `undo`, not taken back any more.")
    closed: int = Field(description="Reviews that were closed.")
    opened: int = Field(description="Reviews that were opened.")
    next: int | None = Field(description="Where to go on; null at the end.")


def standing_out(found: AuthorStanding) -> StandingOut:
    """Show an author's standing."""
    return StandingOut(
        author=found.author.key,
        standing=found.sanctioned.standing.value,
        strikes=found.sanctioned.strikes,
        until=found.sanctioned.until,
        reason=found.sanctioned.reason,
        set_by_person=found.is_set,
        approved=found.author.approved,
        rejected=found.author.rejected,
        labels=[
            AuthorLabelOut(name=each.name, until=each.until, rule=each.rule)
            for each in found.labels
            if not each.taken_by
        ],
        waits=step_out(found.author.key, found.due) if found.due else None,
    )


def step_out(author: str, due: Due) -> StepOut:
    """Show a step that waits for a person."""
    return StepOut(
        author=author,
        step=due.step.at,
        standing=due.sanctioned.standing.value,
        until=due.sanctioned.until,
        needs=due.step.needs or "",
        strikes=due.sanctioned.strikes,
        since=due.since,
    )


def _derived(decision: Decision) -> DerivedOut | None:
    if decision.derived_people is None and decision.derived_about is None:
        return None
    people, about = decision.derived_people, decision.derived_about
    return DerivedOut(
        people=None if people is None else list(people), about=None if about is None else list(about)
    )


def _review_ref(id: str | None, queue: str | None) -> ReviewRef | None:
    return ReviewRef(id=id, queue=queue) if id is not None and queue is not None else None
