"""Figures about the policy: what it decided, how often alone, and how often rightly."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from moderation.domain.budgets.interval import Share, share_of
from moderation.domain.comment import CommentId
from moderation.domain.insights.cohort import Course, error_of
from moderation.domain.insights.figure import Chart, Figure, Row, percent
from moderation.domain.verdict import Outcome

SHARE_COLUMNS = ("share %", "at least %", "at most %")


def volume(courses: Sequence[Course], *, since: datetime, until: datetime) -> Figure:
    """Count verdicts by day."""
    days: dict[str, list[Course]] = {day: [] for day in days_of(since, until)}
    for each in courses:
        days[each.verdict.at.date().isoformat()].append(each)
    return Figure(
        id="volume",
        title="Comments and verdicts by day",
        of="day",
        columns=("allow", "flag", "block"),
        rows=tuple(
            Row(label=day, values=_by_outcome(some), behind=tuple(each.id for each in some))
            for day, some in days.items()
        ),
        chart=Chart.COLUMNS,
        drawn=(0, 1, 2),
        note="As if live where the site only observes. Days are those of UTC.",
    )


def automation(courses: Sequence[Course]) -> Figure:
    """Tell what was decided without a person, and how often people who looked decided otherwise."""
    rows = []
    for outcome, name in ((Outcome.ALLOW, "allowed"), (Outcome.BLOCK, "blocked")):
        some = [each for each in courses if each.concluded is outcome]
        wrong = [each for each in some if each.is_wrong]
        share, _ = error_of(some)
        values = len(some), sum(bool(each.later) for each in some), len(wrong), *percents(share)
        rows.append(Row(label=name, values=values, behind=tuple(each.id for each in wrong)))
    _, is_fair = error_of(courses)
    return Figure(
        id="automation",
        title="Decided without a person, and wrongly",
        of="decided alone",
        columns=("comments", "looked at", "decided otherwise", *SHARE_COLUMNS),
        rows=tuple(rows),
        chart=Chart.SHARES,
        drawn=(3, 4, 5),
        note=(
            "Of the audit sample, which chance drew: the share holds for all."
            if is_fair
            else "Of those that somebody happened to look at, which readers report or writers contest rather than"
            " others: the true share is likely lower. An audit sample (audit_share of a policy) tells it."
        ),
    )


def precision(courses: Sequence[Course]) -> Figure:
    """Tell for each rule how often people rejected what it had found."""
    by_rule: dict[tuple[str, str], list[Course]] = defaultdict(list)
    for each in courses:
        matches = each.verdict.verdict.matches if each.verdict.verdict else ()
        for key in {(match.rule, match.clause) for match in matches}:
            by_rule[key].append(each)
    rows = []
    for (rule, clause), some in sorted(by_rule.items(), key=lambda item: (-len(item[1]), item[0])):
        ruled = [each for each in some if each.later]
        share = share_of(sum(each.last_word is Outcome.BLOCK for each in ruled), len(ruled))
        values = clause, len(some), share.of, share.count, *percents(share)
        rows.append(Row(label=rule, values=values, behind=tuple(each.id for each in some)))
    return Figure(
        id="rules",
        title="Precision by rule",
        of="rule",
        columns=("clause", "matches", "ruled on", "rejected", *SHARE_COLUMNS),
        rows=tuple(rows),
        chart=Chart.SHARES,
        drawn=(4, 5, 6),
        note="Of what the rule found and a person ruled on: the share that was rejected, with its 95 % interval.",
    )


def raids(courses: Sequence[Course], *, titles: Mapping[CommentId, str], fewest: int = 5) -> Figure:
    """Find hours in which many comments of one kind came in under one article."""
    hours: dict[tuple[str, str], list[Course]] = defaultdict(list)
    for each in courses:
        if each.is_flood:
            hours[f"{each.verdict.at:%Y-%m-%d %H:00}", titles.get(each.id, "")].append(each)
    rows = [
        Row(label=hour, values=(title, len(some)), behind=tuple(each.id for each in some))
        for (hour, title), some in sorted(hours.items())
        if len(some) >= fewest
    ]
    return Figure(
        id="raids",
        title="Raids and floods",
        of="hour",
        columns=("article", "copies and floods"),
        rows=tuple(rows),
        chart=Chart.BARS,
        drawn=(1,),
        note=f"Hours with {fewest} or more comments under one article that rules of the queue flood found.",
    )


def days_of(since: datetime, until: datetime) -> list[str]:
    """Return the days of a period, in UTC."""
    first = since.replace(hour=0, minute=0, second=0, microsecond=0)
    count = (until - first - timedelta(microseconds=1)).days + 1
    return [f"{first + timedelta(days=number):%Y-%m-%d}" for number in range(max(count, 1))]


def percents(share: Share) -> tuple[float | None, float | None, float | None]:
    """Return a share and its interval in percent; nothing where nothing was counted."""
    if share.value is None:
        return None, None, None
    return percent(share.value), percent(share.low), percent(share.high)


def _by_outcome(some: Sequence[Course]) -> tuple[int, ...]:
    counted = Counter(each.concluded for each in some)
    return tuple(counted[outcome] for outcome in Outcome)
