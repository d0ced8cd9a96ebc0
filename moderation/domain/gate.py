"""What has to be shown before a policy that blocks more may go live: a backtest, and a second editor."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from moderation.domain.backtesting.backtest import Backtest
from moderation.domain.backtesting.difference import differing
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.policy import Policy, PolicyMode
from moderation.domain.verdict import Mode, Outcome

#: A backtest that looked at so many verdicts, or at all there are, tells enough.
ENOUGH = 1_000

_OUTCOMES = ("default_verdict", "on_degraded", "unmeasured_language")


@dataclass(frozen=True, slots=True, kw_only=True)
class BacktestReport:
    """What a backtest found, without any text: kept as proof that somebody looked."""

    #: Hashes of the policies, the one that was and the one that was tried.
    before: str
    after: str
    at: datetime
    by: str
    #: Verdicts on record that were asked for, and how many of them were looked at.
    on_record: int
    looked_at: int
    changed: int
    #: Of the changed ones: against what a person ruled, and as a person ruled.
    contradicting: int
    agreeing: int
    #: Whether nothing but a sample limited what was looked at.
    is_whole: bool
    #: Rule that differs → comments for which it holds.
    held: dict[str, int]

    @property
    def is_telling(self) -> bool:
        """Whether enough was looked at to go by."""
        return self.is_whole and self.looked_at >= min(self.on_record, ENOUGH)


def report_of(backtest: Backtest, query: VerdictQuery, *, by: str, at: datetime) -> BacktestReport:
    """Keep of a backtest what a later act goes by."""
    return BacktestReport(
        before=backtest.before.rpartition("@")[2],
        after=backtest.after.rpartition("@")[2],
        at=at,
        by=by,
        on_record=backtest.on_record,
        looked_at=backtest.looked_at,
        changed=backtest.changed,
        contradicting=backtest.contradicting,
        agreeing=backtest.agreeing,
        is_whole=query.since is None and query.until is None and query.section is None,
        held={rule.rule: rule.held_after for rule in backtest.rules},
    )


def newly_blocking(before: Policy, after: Policy) -> tuple[str, ...]:
    """Name what blocks, and blocked otherwise or not at all: live rules, and settings.

    Nothing does while a site only observes; all that blocks does when it goes live.
    """
    if after.settings.mode is PolicyMode.OBSERVE:
        return ()
    blocked = None if before.settings.mode is PolicyMode.OBSERVE else before
    differ = differing(before, after)
    rules = [
        rule.id
        for rule in after.rules
        if (blocked is None or rule.id in differ) and rule.mode is Mode.LIVE and rule.then.verdict is Outcome.BLOCK
    ]
    settings = [
        f"settings.{name}"
        for name in _OUTCOMES
        if getattr(after.settings, name) is Outcome.BLOCK
        and (blocked is None or getattr(blocked.settings, name) is not Outcome.BLOCK)
    ]
    return (*rules, *settings)


def telling(reports: Iterable[BacktestReport], *, before: str, after: str) -> BacktestReport | None:
    """Return a report on just these two versions that looked at enough, the newest."""
    fitting = [r for r in reports if r.before == before and r.after == after and r.is_telling]
    return max(fitting, key=lambda report: report.at, default=None)
