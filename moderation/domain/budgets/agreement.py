"""Verdicts beside what people decided: where they agree, where not, and what that proves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from moderation.domain.backtesting.past_verdict import PastVerdict
from moderation.domain.budgets.budget import Proof, told
from moderation.domain.budgets.interval import Share
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import DecisionId
from moderation.domain.outcome import SiteOutcome
from moderation.domain.verdict import Mode, Outcome, Span

#: What people decided → comments.
Decided = Mapping[SiteOutcome, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRecord:
    """How one clause, or one rule, stands beside what people decided."""

    name: str
    #: Of a rule: live or shadow; `None` for a clause.
    mode: Mode | None = None
    #: Comments for which it held and on which a person decided.
    decided: Decided
    #: Those of them that people took down.
    precision: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One comment on which the verdict and the people differ, or that people looked at for nothing."""

    decision_id: DecisionId
    comment_id: CommentId
    at: datetime
    section: str | None
    verdict: Outcome
    decided: SiteOutcome
    #: The live rules that matched, the leading one first.
    rules: tuple[str, ...]
    #: As typed; `None` once erased.
    text: str | None
    spans: tuple[Span, ...]
    message: str
    #: How likely the verdict is the mistake, in [0, 1], by what the scores said.
    doubt: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """How far a site is from letting the service decide."""

    #: Whether verdicts have no effect yet.
    is_observing: bool
    wrong_blocks: Proof
    missed: Proof

    @property
    def is_ready(self) -> bool:
        """Whether both budgets are proved to be kept."""
        return self.wrong_blocks.is_given and self.missed.is_given


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Verdicts on one site beside what its people decided."""

    site: SiteId
    #: Verdicts on record, those on which a person decided, and those that were judged whatever the verdict.
    on_record: int
    judged: int
    by_chance: int
    #: Verdict, as if live → what people decided → comments.
    verdicts: Mapping[Outcome, Decided]
    #: Allowed or blocked as people did; of what the service would decide alone.
    alike: Share
    #: Of what was flagged: taken down by people.
    rightly_flagged: Share
    clauses: tuple[TrackRecord, ...]
    rules: tuple[TrackRecord, ...]
    differing: int
    #: Of those that differ: texts that are erased.
    erased: int
    #: The likeliest mistakes first.
    differences: tuple[Difference, ...]
    #: Of those that were flagged and that people published: the mildest first, by their scores.
    needless: tuple[Difference, ...]
    readiness: Readiness
    #: What the figures do not tell.
    notes: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """Say in sentences what the figures do not tell, and what they prove."""
        yield from self.notes
        readiness = self.readiness
        yield told(readiness.wrong_blocks, of="comments that it would block", mistake="people published")
        yield told(readiness.missed, of="comments that it would publish", mistake="people took down")


def would_be(archived: PastVerdict) -> Outcome:
    """Return the verdict as if live."""
    verdict = archived.decision.verdict
    assert verdict is not None, "only verdicts are archived"
    return verdict.would_be or verdict.outcome


def decided(archived: PastVerdict) -> SiteOutcome | None:
    """Return what people decided; `None` where nobody did."""
    if archived.ruling is None:
        return None
    if archived.ruling is Outcome.ALLOW:
        return SiteOutcome.PUBLISHED
    return SiteOutcome.SPAM if archived.label is SiteOutcome.SPAM else SiteOutcome.REMOVED
