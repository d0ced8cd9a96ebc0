"""How often rules held, in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from moderation.domain.decision import Decision, Source
from moderation.domain.insights.rule_count import Held, RuleCount
from moderation.testing.memory.rows import SiteRows


class MemoryRuleCounts:
    """Implements the port `RuleCounts`."""

    def __init__(self, rows: SiteRows) -> None:
        """Work on the rows of a site."""
        self._rows = rows

    def mark(self) -> int:
        """Return the position up to which verdicts are counted."""
        return self._rows.rule_marks[-1] if self._rows.rule_marks else 0

    def after(self, position: int, *, limit: int) -> list[Held]:
        """Return verdicts after a position, in order."""
        return [_held(decision) for decision in self._rows.decisions if decision.position > position][:limit]

    def add(self, counts: Sequence[RuleCount], *, was: int, upto: int) -> bool:
        """Add counts and move the mark; returns whether nobody else did meanwhile."""
        if self.mark() != was:
            return False
        self._rows.rule_marks.append(upto)
        for count in counts:
            key = count.day, count.policy, count.rule, count.mode
            known = self._rows.rule_counts.get(key, replace(count, matches=0))
            self._rows.rule_counts[key] = replace(
                known, matches=known.matches + count.matches, last_at=max(known.last_at, count.last_at)
            )
        return True

    def since(self, at: datetime | None, *, policy: str | None = None) -> list[RuleCount]:
        """Return the counts of days from one on, of one version where named."""
        day = at.astimezone(UTC).date() if at else None
        return [
            count
            for _, count in sorted(self._rows.rule_counts.items())
            if (day is None or count.day >= day) and policy in (None, count.policy)
        ]


def _held(decision: Decision) -> Held:
    verdict = decision.verdict if decision.source is Source.POLICY else None
    if verdict is None:
        return Held(position=decision.position, at=decision.at, policy="", rules=())
    rules = tuple((match.rule, match.mode) for match in (*verdict.matches, *verdict.shadow))
    hash = verdict.policy.rpartition("@")[2]
    return Held(position=decision.position, at=decision.at, policy=hash, rules=rules)
