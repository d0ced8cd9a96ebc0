"""What each rule does: how often it holds, how often people agree, when it last did."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from moderation.domain.backtesting.past_verdict import PastVerdict
from moderation.domain.budgets.interval import Share, share_of
from moderation.domain.insights.rule_count import COMMENTS, RuleCount
from moderation.domain.policy import Policy
from moderation.domain.verdict import Mode, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFigures:
    """One rule of the live policy, in figures of a period."""

    rule: str
    clause: str
    mode: Mode
    verdict: Outcome
    #: Comments for which it held, live and in shadow, whichever version judged.
    matches: int
    shadow: int
    #: Of all comments judged: those for which it held, either way.
    share: float
    #: When it last held; `None` where it did not in the period.
    last_at: datetime | None
    #: Comments for which it held and on which a person decided: those that were taken down.
    precision: Share
    #: Microseconds that asking it takes, the median over the policy's own examples; `None` where not measured.
    cost: float | None = None


@dataclass(slots=True, kw_only=True)
class Rulings:
    """What people decided on comments for which rules held."""

    decided: Counter[str] = field(default_factory=Counter)
    taken_down: Counter[str] = field(default_factory=Counter)

    def add(self, past: PastVerdict) -> None:
        """Take in one verdict; one on which nobody decided says nothing."""
        verdict = past.decision.verdict
        if past.ruling is None or verdict is None:
            return
        for rule in {match.rule for match in (*verdict.matches, *verdict.shadow)}:
            self.decided[rule] += 1
            self.taken_down[rule] += past.ruling is Outcome.BLOCK


def figures_of(
    policy: Policy, counts: Iterable[RuleCount], rulings: Rulings, *, cost: Mapping[str, float]
) -> list[RuleFigures]:
    """Put the figures of each rule together, in the order of the policy."""
    matches: Counter[tuple[str, Mode]] = Counter()
    last: dict[str, datetime] = {}
    for each in counts:
        matches[each.rule, each.mode] += each.matches
        last[each.rule] = max(each.last_at, last.get(each.rule, each.last_at))
    judged = matches[COMMENTS, Mode.LIVE]
    return [
        RuleFigures(
            rule=rule.id,
            clause=rule.clause,
            mode=rule.mode,
            verdict=rule.then.verdict,
            matches=matches[rule.id, Mode.LIVE],
            shadow=matches[rule.id, Mode.SHADOW],
            share=(matches[rule.id, Mode.LIVE] + matches[rule.id, Mode.SHADOW]) / judged if judged else 0.0,
            last_at=last.get(rule.id),
            precision=share_of(rulings.taken_down[rule.id], rulings.decided[rule.id]),
            cost=cost.get(rule.id),
        )
        for rule in policy.rules
    ]
