"""Verdicts of the past, with what is kept to judge their comments again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from moderation.domain.decision import Decision
from moderation.domain.errors import Invalid
from moderation.domain.outcome import SiteOutcome
from moderation.domain.record import StoredComment
from moderation.domain.signals import Fact
from moderation.domain.verdict import Outcome, Span

#: Positions are scattered over this many places by the golden ratio, so that a sample takes some of every day.
SCATTER, MODULUS = 618_034, 1_000_003


class Gist(NamedTuple):
    """What a look back asks of every decision, and of most no more."""

    at: datetime
    position: int
    outcome: Outcome
    #: `name@hash` of the policy that judged.
    policy: str
    #: Ids of the rules that held, live and in shadow.
    held: tuple[str, ...]
    #: Names of the signals that had failed.
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastVerdict:
    """One verdict that took effect, as it was recorded."""

    decision: Decision
    facts: Mapping[str, Fact]
    spans: Mapping[str, tuple[Span, ...]]
    #: The revision that was judged; without text once erased.
    comment: StoredComment
    #: Every folded reading of the text (`folded.folded_of`); `None` where it was not kept, or is erased.
    folded: str | None
    #: What a person concluded later: allow or block; `None` where nobody looked.
    ruling: Outcome | None
    #: What the site told of it; `None` where it told nothing.
    label: SiteOutcome | None = None

    @property
    def at(self) -> datetime:
        """When it was given."""
        return self.decision.at

    @property
    def position(self) -> int:
        """Its place in the feed."""
        return self.decision.position

    @property
    def gist(self) -> Gist:
        """What is asked of every decision."""
        decision, verdict = self.decision, self.decision.verdict
        assert verdict is not None, "only verdicts are archived"
        return Gist(
            at=decision.at,
            position=decision.position,
            outcome=decision.outcome,
            policy=verdict.policy,
            held=tuple(match.rule for match in (*verdict.matches, *verdict.shadow)),
            unknown=verdict.unknown,
        )

    @property
    def context(self) -> Mapping[str, Any]:
        """What is kept of the comment beside its text (`record.context_of`)."""
        return self.comment.context

    @property
    def text(self) -> str | None:
        """The text as typed; `None` once erased."""
        return self.comment.text


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictQuery:
    """Which verdicts are wanted.

    Raises:
        Invalid: if the period ends before it begins.
    """

    since: datetime | None = None
    #: Up to, and not including.
    until: datetime | None = None
    section: str | None = None
    #: About the share of verdicts wanted, in (0, 1].
    share: float = 1.0
    #: Whether those alone are wanted on which a person concluded something.
    is_judged: bool = False

    def __post_init__(self) -> None:
        """Refuse a period that holds nothing."""
        if self.since is not None and self.until is not None and self.since >= self.until:
            times = f"{self.since:%Y-%m-%d %H:%M} and {self.until:%Y-%m-%d %H:%M}"
            raise Invalid(f"No time lies between {times}; 'until' has to be later than 'since'.")

    def is_in_sample(self, position: int) -> bool:
        """Whether the verdict at a position is one of the share: always the same ones."""
        return abs(position) * SCATTER % MODULUS < self.share * MODULUS


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How many verdicts there are, and between which positions of the feed."""

    count: int
    first: int
    last: int
