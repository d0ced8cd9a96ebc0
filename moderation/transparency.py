"""What a publisher publishes about its moderation: a report on a period, and statements of reasons."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from moderation.domain.appeal import Appeal
from moderation.domain.comment import SiteId
from moderation.domain.insights.cohort import Course, cohort, error_of
from moderation.domain.insights.decided import Decided, Waited
from moderation.domain.insights.figure import Figure, Row
from moderation.domain.insights.figures_of_verdicts import SHARE_COLUMNS, percents
from moderation.domain.insights.figures_of_work import appeals as figure_of_appeals
from moderation.domain.insights.figures_of_work import closed_in
from moderation.domain.insights.statement import StatementOfReasons, rejections, statement_of
from moderation.domain.outcome import Report
from moderation.domain.policy import Clause, Policy
from moderation.ports import Storage

#: What a rejection rests on where the policy has its clause no more.
_OTHER = Clause(id="other", title="Other terms of the site", text="A clause that the site's policy has no more.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TransparencyReport:
    """A period in numbers, ready to be published."""

    site: SiteId
    since: datetime
    until: datetime
    #: Comments that were judged in it.
    comments: int
    figures: tuple[Figure, ...]


def report(
    storage: Storage, *, site: SiteId, policy: Policy, since: datetime, until: datetime
) -> TransparencyReport:
    """Return the report on the comments that were judged in a period."""
    with storage.read(site) as transaction:
        courses = cohort(transaction.records.decisions(since=since), since=since, until=until)
        reviews = transaction.records.reviews(since=since)
        appeals = transaction.records.appeals(since=since)
        reports = [r for r in transaction.records.reports(since=since) if r.at < until]
    return TransparencyReport(
        site=site,
        since=since,
        until=until,
        comments=len(courses),
        figures=(
            _overview(courses),
            _restrictions(courses, policy),
            _automated(courses),
            _notices(reports, reviews, since=since, until=until),
            _complaints(appeals, since=since, until=until),
        ),
    )


def statements(
    storage: Storage, *, site: SiteId, policy: Policy, since: datetime, until: datetime
) -> list[StatementOfReasons]:
    """Return a statement of reasons for each rejection of a period, oldest first; none names a person.

    What was published with words masked is stated, too.

    Comments that only waited for a person are left out: what became of them is what is stated.
    """
    with storage.read(site) as transaction:
        courses = cohort(transaction.records.decisions(since=since), since=since, until=until)
    made = [
        (rejection.at, statement_of(course, rejection, _clause(rejection, course, policy)))
        for course in courses
        for rejection in rejections(course)
    ]
    return [statement for _, statement in sorted(made, key=lambda pair: (pair[0], pair[1].puid))]


def _overview(courses: Sequence[Course]) -> Figure:
    stands = Counter((course.last_word or course.verdict.outcome).value for course in courses)
    names = {"allow": "published", "block": "rejected", "flag": "still waiting"}
    rows = [Row(label="comments", values=(len(courses),))]
    rows += [Row(label=name, values=(stands[outcome],)) for outcome, name in names.items()]
    return Figure(id="overview", title="Comments", of="comments", columns=("number",), rows=tuple(rows))


def _restrictions(courses: Sequence[Course], policy: Policy) -> Figure:
    """Count rejections by clause and by how far a program decided."""
    by_clause: dict[str, list[StatementOfReasons]] = defaultdict(list)
    for course in courses:
        for rejection in (each for each in rejections(course) if not each.masked):
            clause = _clause(rejection, course, policy)
            by_clause[clause.title].append(statement_of(course, rejection, clause))
    kinds = ("FULLY", "PARTIALLY", "NOT_AUTOMATED")
    rows = []
    for title, some in sorted(by_clause.items(), key=lambda item: (-len(item[1]), item[0])):
        counts = (sum(each.automated_decision.endswith(f"DECISION_{kind}") for each in some) for kind in kinds)
        rows.append(Row(label=title, values=(len(some), *counts)))
    return Figure(
        id="restrictions",
        title="Rejections by clause",
        of="clause",
        columns=("rejected", "by the policy alone", "by a person, after a rule", "by a person alone"),
        rows=tuple(rows),
        note="A comment that was rejected, published and rejected again counts twice.",
    )


def _automated(courses: Sequence[Course]) -> Figure:
    share, is_fair = error_of(courses)
    alone = sum(course.is_automatic for course in courses)
    row = Row(label="comments", values=(alone, share.of, share.count, *percents(share)))
    sample = "an audit sample that chance drew" if is_fair else "those that a person happened to look at"
    return Figure(
        id="automated",
        title="Decided by the policy alone, and how often wrongly",
        of="decided alone",
        columns=("comments", "looked at", "decided otherwise", *SHARE_COLUMNS),
        rows=(row,),
        note=f"The error is that of {sample}; the bounds hold in 95 of 100 cases (Clopper and Pearson).",
    )


def _notices(reports: Sequence[Report], reviews: Sequence[Waited], *, since: datetime, until: datetime) -> Figure:
    waits = [
        wait / timedelta(hours=1)
        for wait, review in closed_in(reviews, since=since, until=until)
        if review.report_count
    ]
    rows = (
        Row(label="reports by readers", values=(len(reports),)),
        Row(label="comments reported", values=(len({report.comment_id for report in reports}),)),
        Row(label="median hours to a decision", values=(round(median(waits), 1) if waits else None,)),
    )
    return Figure(id="notices", title="Reports by readers", of="reports", columns=("number",), rows=rows)


def _complaints(made: Sequence[Appeal], *, since: datetime, until: datetime) -> Figure:
    return figure_of_appeals(made, since=since, until=until)


def _clause(rejection: Decided, course: Course, policy: Policy) -> Clause:
    return policy.clauses.get(rejection.clause or course.verdict.clause or "", _OTHER)
