"""When a rule that has just gone live holds for more than it should, and returns to shadow by itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from moderation.domain.backtesting.difference import differing
from moderation.domain.budgets.interval import lower
from moderation.domain.gate import BacktestReport
from moderation.domain.policy import Policy, Rule
from moderation.domain.policy_version import PolicyVersion
from moderation.domain.verdict import Mode, Outcome

#: For so long a rule that is new or changed is watched.
WATCHED_FOR = timedelta(hours=24)
#: Fewer matches prove nothing.
LEAST = 10
#: A rule may hold so many times as often as its backtest foretold.
LEEWAY = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Runaway:
    """A rule that holds for more than it should."""

    rule: str
    owner: str | None
    #: Comments for which it held, of so many.
    matches: int
    judged: int
    #: The share that it was not to pass.
    limit: float

    def __str__(self) -> str:
        """Say it in a sentence."""
        share = self.matches / self.judged
        told = f"'{self.rule}' held for {self.matches} of {self.judged} comments ({share:.0%})"
        return f"{told}, more than {self.limit:.0%}; it is in shadow now"


def to_watch(before: Policy, after: Policy) -> tuple[str, ...]:
    """Name the live rules that are new or changed and stop something."""
    differ = differing(before, after)
    return tuple(rule.id for rule in after.rules if rule.id in differ and _stops(rule))


def is_watching(version: PolicyVersion, *, at: datetime) -> bool:
    """Whether a live version has rules that may still have to be stopped."""
    return bool(version.watched) and version.published_at is not None and at - version.published_at < WATCHED_FOR


def runaways(
    policy: Policy,
    watched: Iterable[str],
    *,
    matches: Mapping[str, int],
    judged: int,
    report: BacktestReport | None,
) -> list[Runaway]:
    """Return the watched rules whose share surely passes their brake.

    "Surely" by the lower end of the exact one-sided 95 % interval: a rule that holds for all comments is stopped
    after ten of them, one just above its brake after hundreds.
    """
    found = []
    for rule in policy.rules:
        limit, count = limit_of(rule, policy, report), matches.get(rule.id, 0)
        if rule.id in watched and _stops(rule) and count >= LEAST and lower(count, judged) > limit:
            found.append(Runaway(rule=rule.id, owner=rule.owner, matches=count, judged=judged, limit=limit))
    return found


def limit_of(rule: Rule, policy: Policy, report: BacktestReport | None) -> float:
    """Return the share that a rule may not pass: its own brake; else the policy's, or what was foretold."""
    if rule.brake is not None:
        return rule.brake
    foretold = 0.0
    if report is not None and report.looked_at:
        foretold = report.held.get(rule.id, 0) / report.looked_at
    return max(policy.settings.brake, min(1.0, LEEWAY * foretold))


def _stops(rule: Rule) -> bool:
    return rule.mode is Mode.LIVE and rule.then.verdict is not Outcome.ALLOW
