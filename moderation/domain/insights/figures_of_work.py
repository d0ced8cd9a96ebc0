"""Figures about people: what waits, how long it takes, how far they agree, what was contested."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from statistics import median, quantiles
from typing import Final

from moderation.domain.appeal import Appeal, AppealState
from moderation.domain.budgets.interval import share_of
from moderation.domain.insights.cohort import Course, kappa_of, read_twice
from moderation.domain.insights.decided import Waited
from moderation.domain.insights.figure import Chart, Figure, Refers, Row
from moderation.domain.insights.figures_of_verdicts import SHARE_COLUMNS, days_of, percents
from moderation.domain.standing import Standing
from moderation.domain.verdict import Outcome

#: Upper ends of the classes of waiting time.
CLASSES = (
    ("under 5 minutes", timedelta(minutes=5)),
    ("under 15 minutes", timedelta(minutes=15)),
    ("under an hour", timedelta(hours=1)),
    ("under 4 hours", timedelta(hours=4)),
    ("under 12 hours", timedelta(hours=12)),
    ("under a day", timedelta(days=1)),
    ("a day and more", timedelta.max),
)


#: What the figure of agreement rests on.
DRAWN: Final = "Chance drew these rulings, and who looked again did not know the first."
NOT_DRAWN: Final = (
    "These are comments on which somebody ruled again, mostly to change it, so people agree more than this says;"
    " second looks (second_share of a policy) tell it."
)


def queues(reviews: Sequence[Waited], *, at: datetime) -> Figure:
    """Tell what waits now in each queue, and for how long the oldest has."""
    waiting: dict[str, list[Waited]] = defaultdict(list)
    for review in reviews:
        if review.closed_at is None:
            waiting[review.queue].append(review)
    rows = [
        Row(
            label=queue,
            values=(len(some), hours(at - min(r.opened_at for r in some)), hours(_median(at, some))),
            behind=tuple(review.comment_id for review in some),
        )
        for queue, some in sorted(waiting.items(), key=lambda item: -len(item[1]))
    ]
    return Figure(
        id="queues",
        title="What waits now",
        of="queue",
        columns=("waiting", "oldest, hours", "median, hours"),
        rows=tuple(rows),
        chart=Chart.BARS,
        drawn=(0,),
    )


def load(reviews: Sequence[Waited], *, since: datetime, until: datetime) -> Figure:
    """Count what came to the desk and what left it, by day."""
    days: dict[str, tuple[list[str], list[str]]] = {day: ([], []) for day in days_of(since, until)}
    for review in reviews:
        if since <= review.opened_at < until:
            days[review.opened_at.date().isoformat()][0].append(review.comment_id)
        if review.closed_at is not None and since <= review.closed_at < until:
            days[review.closed_at.date().isoformat()][1].append(review.comment_id)
    rows = [
        Row(label=day, values=(len(opened), len(closed)), behind=tuple(dict.fromkeys(opened + closed)))
        for day, (opened, closed) in days.items()
    ]
    return Figure(
        id="load",
        title="The desk's load by day",
        of="day",
        columns=("opened", "closed"),
        rows=tuple(rows),
        chart=Chart.COLUMNS,
        drawn=(0, 1),
    )


def waiting_times(reviews: Sequence[Waited], *, since: datetime, until: datetime) -> Figure:
    """Sort the reviews that were closed in a period by how long they had waited."""
    closed = closed_in(reviews, since=since, until=until)
    classes: dict[str, list[str]] = {name: [] for name, _ in CLASSES}
    for wait, review in closed:
        classes[next(name for name, end in CLASSES if wait < end)].append(review.comment_id)
    waits = [wait / timedelta(minutes=1) for wait, _ in closed]
    note = None
    if len(waits) >= 2:
        ninth = quantiles(waits, n=10, method="inclusive")[-1]
        note = f"Half waited less than {told(median(waits))}, nine of ten less than {told(ninth)}."
    return Figure(
        id="times",
        title="Time to decision",
        of="waited",
        columns=("reviews",),
        rows=tuple(
            Row(label=name, values=(len(some),), behind=tuple(dict.fromkeys(some)))
            for name, some in classes.items()
        ),
        chart=Chart.BARS,
        drawn=(0,),
        note=note,
    )


def agreement(courses: Sequence[Course]) -> Figure:
    """Tell how far two moderators who read the same comment agree, over all and by clause."""
    courses, is_blind = read_twice(courses)
    by_clause: dict[str, list[Course]] = defaultdict(list)
    for each in courses:
        by_clause[each.verdict.clause or "none"].append(each)
    rows = []
    for clause, some in [("all", list(courses)), *sorted(by_clause.items())]:
        kappa = kappa_of(some)
        if kappa.pairs or clause == "all":
            kappas = (None if n is None else round(n, 2) for n in (kappa.value, kappa.low, kappa.high))
            values = kappa.pairs, kappa.same, *kappas, *percents(share_of(kappa.same, kappa.pairs))
            rows.append(Row(label=clause, values=values, behind=kappa.comments))
    return Figure(
        id="agreement",
        title="Agreement of moderators",
        of="clause",
        columns=("read by two", "same ruling", "kappa", "from", "to", *SHARE_COLUMNS),
        rows=tuple(rows),
        chart=Chart.SHARES,
        drawn=(5, 6, 7),
        note=(
            "Cohen's kappa is agreement beyond chance: 0 is what two coins would reach, 1 is always;"
            f" from 0.6 it is called substantial. {DRAWN if is_blind else NOT_DRAWN}"
        ),
    )


def appeals(made: Sequence[Appeal], *, since: datetime, until: datetime) -> Figure:
    """Count what became of the appeals that were made in a period."""
    some = [appeal for appeal in made if since <= appeal.opened_at < until]
    decided = [a for a in some if a.state in (AppealState.UPHELD, AppealState.OVERTURNED)]
    overturned = share_of(sum(a.state is AppealState.OVERTURNED for a in decided), len(decided))
    rows = []
    for state in AppealState:
        of_state = [appeal for appeal in some if appeal.state is state]
        times = [(a.decided_at - a.opened_at) / timedelta(minutes=1) for a in of_state if a.decided_at]
        middle = round(median(times) / 60, 1) if times else None
        behind = tuple(appeal.comment_id for appeal in of_state)
        rows.append(Row(label=state.value, values=(len(of_state), middle), behind=behind))
    share, low, high = percents(overturned)
    proved = f"Overturned: {share} % of {overturned.of} decided, between {low} and {high} % in 95 of 100 cases."
    return Figure(
        id="appeals",
        title="Appeals",
        of="outcome",
        columns=("appeals", "median hours to decide"),
        rows=tuple(rows),
        chart=Chart.BARS,
        drawn=(0,),
        note=proved if decided else "None was decided yet.",
    )


def reversals(courses: Sequence[Course], made: Sequence[Appeal]) -> Figure:
    """Count what was decided one way and then the other."""
    overturned = {appeal.comment_id for appeal in made if appeal.state is AppealState.OVERTURNED}
    kinds: dict[str, list[str]] = {
        "blocked by the policy, published by a person": [],
        "allowed by the policy, taken down by a person": [],
        "one moderator's ruling, changed by another": [],
        "rejected, overturned on appeal": [],
    }
    automatic_block, automatic_allow, changed, contested = kinds.values()
    for each in courses:
        if each.is_wrong:
            is_taken_down = each.last_word is Outcome.BLOCK
            (automatic_allow if is_taken_down else automatic_block).append(each.id)
        if len({decision.outcome for decision in each.later}) > 1:
            changed.append(each.id)
        if each.id in overturned:
            contested.append(each.id)
    rows = [Row(label=kind, values=(len(some),), behind=tuple(some)) for kind, some in kinds.items()]
    return Figure(
        id="reversals",
        title="Reversals",
        of="what was changed",
        columns=("comments",),
        rows=tuple(rows),
        chart=Chart.BARS,
        drawn=(0,),
    )


def standings(authors: Mapping[Standing, Sequence[str]]) -> Figure:
    """Count authors by what their strikes imply, or what a person set."""
    rows = [
        Row(label=s.value, values=(len(authors.get(s, ())),), behind=tuple(authors.get(s, ()))) for s in Standing
    ]
    return Figure(
        id="standings",
        title="Authors with strikes, by standing",
        of="standing",
        columns=("authors",),
        rows=tuple(rows),
        chart=Chart.BARS,
        drawn=(0,),
        refers=Refers.AUTHORS,
        note="Who has no strike is not counted here.",
    )


def closed_in(reviews: Sequence[Waited], *, since: datetime, until: datetime) -> list[tuple[timedelta, Waited]]:
    """Return the reviews that were closed in a period, with how long each had waited.

    What waits for a measure, at the end of the queue, is left out: no writer waits for it.
    """
    return [
        (review.closed_at - review.opened_at, review)
        for review in reviews
        if review.closed_at is not None and since <= review.closed_at < until and not review.is_blind
    ]


def hours(length: timedelta) -> float:
    """Return a length of time in hours, to a tenth."""
    return round(length / timedelta(hours=1), 1)


def told(minutes: float) -> str:
    """Say how long something takes.

    >>> told(0.4), told(42.4), told(200), told(4000)
    ('1 minute', '42 minutes', '3 h 20 min', '2 days 18 h')
    """
    whole = max(round(minutes), 1)
    if whole < 90:
        return f"{whole} minute{'s' if whole > 1 else ''}"
    if whole < 48 * 60:
        return f"{whole // 60} h {whole % 60} min"
    return f"{whole // 1440} days {whole % 1440 // 60} h"


def _median(at: datetime, some: Sequence[Waited]) -> timedelta:
    return timedelta(seconds=median((at - review.opened_at).total_seconds() for review in some))
