"""From counts to a report: what a backtest says in the end."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from moderation.domain.backtesting.backtest import Backtest, QueueLoad, RuleShift, Shift
from moderation.domain.backtesting.backtest_tally import Pair, Tally
from moderation.domain.backtesting.difference import differing
from moderation.domain.backtesting.past_verdict import Extent, VerdictQuery
from moderation.domain.comment import SiteId
from moderation.domain.policy import Policy, PolicyMode
from moderation.domain.record import NOT_KEPT


def summary_of(
    tally: Tally, *, site: SiteId, policies: tuple[Policy, Policy], query: VerdictQuery, extent: Extent
) -> Backtest:
    """Sum up what was counted with the two policies, the one that is and the one that may come."""
    before, after = policies
    return Backtest(
        site=site,
        before=before.ref,
        after=after.ref,
        on_record=extent.count,
        looked_at=tally.looked_at,
        untellable=tally.untellable,
        changed=tally.shifts.total(),
        shifts=_shifts(tally.shifts),
        rules=_rules(tally),
        contradicting=tally.contradicting,
        agreeing=tally.agreeing,
        contradictions=tuple(tally.contradictions),
        mistakes=tuple(tally.mistakes),
        misses=tally.misses.likeliest(),
        queue=_queue(tally, share=query.share),
        notes=(*_nothing_seen(tally, query, extent), *_notes(before, after, query)),
    )


def _shifts(counts: Counter[Pair]) -> tuple[Shift, ...]:
    return tuple(Shift(before=before, after=after, count=n) for (before, after), n in counts.most_common())


def _rules(tally: Tally) -> tuple[RuleShift, ...]:
    """Return the rules that differ, the one that changes most first."""
    by_rule: dict[str, Counter[Pair]] = {id: Counter() for id in (*tally.held_before, *tally.held_after)}
    for (rule, pair), count in tally.rule_shifts.items():
        by_rule.setdefault(rule, Counter())[pair] = count
    ordered = sorted(by_rule.items(), key=lambda item: (-item[1].total(), item[0]))
    return tuple(
        RuleShift(
            rule=rule,
            held_before=tally.held_before[rule],
            held_after=tally.held_after[rule],
            shifts=_shifts(pairs),
        )
        for rule, pairs in ordered
    )


def _queue(tally: Tally, *, share: float) -> QueueLoad:
    """Return how much waits for a person a day; a sample stands for the whole."""
    by_day = _by_day(tally.waiting_before), _by_day(tally.waiting_after)
    days = {day: (by_day[0][day] / share, by_day[1][day] / share) for day in sorted(tally.days)}
    count = max(len(days), 1)
    names = sorted({name for _, name in (*tally.waiting_before, *tally.waiting_after)})
    return QueueLoad(
        before_per_day=sum(before for before, _ in days.values()) / count,
        after_per_day=sum(after for _, after in days.values()) / count,
        busiest_before=max((before for before, _ in days.values()), default=0.0),
        busiest_after=max((after for _, after in days.values()), default=0.0),
        queues={
            name: (
                _of_queue(tally.waiting_before, name) / share / count,
                _of_queue(tally.waiting_after, name) / share / count,
            )
            for name in names
        },
        days=days,
    )


def _by_day(waiting: Counter[tuple[date, str]]) -> Counter[date]:
    counts: Counter[date] = Counter()
    for (day, _), count in waiting.items():
        counts[day] += count
    return counts


def _of_queue(waiting: Counter[tuple[date, str]], name: str) -> int:
    return sum(count for (_, queue), count in waiting.items() if queue == name)


def _nothing_seen(tally: Tally, query: VerdictQuery, extent: Extent) -> Iterator[str]:
    """Say that no comment is of the section, which a mistyped name would hide behind zeros."""
    if query.section is not None and extent.count and not tally.looked_at:
        yield f"No comment looked at is of the section '{query.section}'; write it as the site sends it."


def _notes(before: Policy, after: Policy, query: VerdictQuery) -> Iterator[str]:
    """Say what the figures do not tell."""
    if query.share < 1:
        yield "A sample was looked at; the queues are reckoned up to the whole, all else counts the sample."
    if before.ladder != after.ladder:
        yield "The ladder of sanctions differs; authors are taken with the standing that they had."
    if before.entities != after.entities:
        yield "The entities differ; people and subjects of articles are taken as they were recorded."
    if before.settings.languages != after.settings.languages:
        yield "The languages differ; comments are taken in the language that they were read in."
    for rule in _looking_into_lost(before, after):
        yield f"Rule {rule} looks into e-mail addresses, which are never kept; what it would find is not told."
    modes = {before.settings.mode, after.settings.mode}
    if modes == {PolicyMode.OBSERVE}:
        yield "Both policies only observe; they are taken as if they were live."
    elif PolicyMode.OBSERVE in modes:
        yield "One of the two only observes: of that one everything passes."


def _looking_into_lost(before: Policy, after: Policy) -> list[str]:
    """Return the ids of rules that differ and look into a text that is not kept."""
    changed = differing(before, after)
    rules = [rule for policy in (before, after) for rule in policy.rules if rule.id in changed]
    return sorted({rule.id for rule in rules if not NOT_KEPT.isdisjoint(rule.asks)})
