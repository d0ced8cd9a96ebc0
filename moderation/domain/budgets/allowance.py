"""What an error budget lets the service decide alone: the report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from moderation.domain.budgets.budget import ErrorBudget, Proof, percent, told
from moderation.domain.budgets.interval import Share
from moderation.domain.budgets.rated import PARTS
from moderation.domain.comment import SiteId

#: Rulings that prove, of all: the others find.
_FOR_PROOF = (PARTS - 1) / PARTS


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCutOff:
    """From which score on a rule may block, and what that rests on."""

    rule: str
    #: `None` where the rule asks for no score.
    attribute: str | None
    #: `None` where it may not block at any score.
    block_from: float | None
    #: Rulings on comments for which the rule holds from there on, or at all where it may not block.
    judged: int
    wrong: int
    #: So many more rulings without a mistake would be needed where it may not block, at the least.
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """The shares of comments that are decided alone, once what is proved is put to use."""

    published: float
    blocked: float

    @property
    def for_people(self) -> float:
        """What people look at."""
        return max(0.0, 1 - self.published - self.blocked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What an error budget lets the service decide alone on one site."""

    site: SiteId
    #: `name@hash` of the live policy.
    policy: str
    budget: ErrorBudget
    #: Verdicts on record, those that people judged, and of these the ones that they judged whatever the verdict.
    on_record: int
    judged: int
    by_chance: int
    rules: tuple[RuleCutOff, ...]
    #: Attribute → the score from which a person should look; one that is not named needs none.
    hold_from: Mapping[str, float]
    #: Proved on rulings that were not used to find the cut-offs.
    wrong_blocks: Proof
    missed: Proof
    #: Of what is published now, by the audit sample or an archive: what should have been stopped.
    missed_now: Share
    #: `None` where neither budget is proved to be kept.
    alone: Alone | None
    #: Comments a day, and the share of them that the audit sample draws.
    per_day: float
    audit_share: float

    def lines(self) -> Iterator[str]:
        """Say in sentences what is proved, what it is worth, and how many rulings are still wanted."""
        yield told(self.wrong_blocks, of="blocks", mistake="people had published")
        yield told(self.missed, of="comments below the cut-offs", mistake="people took down")
        if self.alone is None:
            yield "So it may decide nothing alone yet."
        else:
            yield (
                f"So it may decide {percent(self.alone.published + self.alone.blocked)} of all comments alone: "
                f"publish {percent(self.alone.published)}, block {percent(self.alone.blocked)}; "
                f"people look at {percent(self.alone.for_people)}."
            )
        yield from self._wanted()

    def _wanted(self) -> Iterator[str]:
        if not self.wrong_blocks.is_given:
            yield (
                f"For blocks it needs some {_in_all(self.wrong_blocks):,} more rulings on what rules find: "
                "a third finds the cut-offs, the rest proves them."
            )
        if self.missed.is_given:
            return
        needed = _in_all(self.missed)
        yield f"For what is published it needs some {needed:,} more rulings on comments that chance draws."
        if not self.audit_share:
            yield "No audit sample is drawn: write 'audit_share: 1%' into the policy's settings."
        elif self.per_day:
            days = ceil(needed / (self.audit_share * self.per_day))
            yield f"At {percent(self.audit_share)} of {self.per_day:,.0f} comments a day that takes {days:,} days."


def _in_all(proof: Proof) -> int:
    return ceil(proof.more / _FOR_PROOF)
