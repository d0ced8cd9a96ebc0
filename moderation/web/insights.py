"""How the newsroom does: figures with their charts, what stands behind each number, and CSV of all."""

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import Query, Request, Response
from pydantic_core import from_json, to_json

from moderation.blind import as_listed
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.errors import Invalid, NotFound
from moderation.domain.insights.figure import Figure, Refers, Row
from moderation.domain.insights.statement import StatementOfReasons
from moderation.domain.policy import Policy
from moderation.domain.record import StoredAuthor
from moderation.insights import Insights, insights
from moderation.service import Service
from moderation.transparency import TransparencyReport, report, statements
from moderation.web.charts import bars_of, columns_of
from moderation.web.render import render
from moderation.web.route import ServiceDep, VisitorDep, pages
from moderation.web.tables import as_file, csv_of, csv_of_rows
from moderation.web.veil import masked_kinds
from moderation.web.visitors import Visitor

router = pages()

#: Days that the page offers, and shows unless asked.
CHOICES, USUAL = (7, 14, 30, 90, 365), 14
#: Statements that the DSA Transparency Database takes in one request.
PART = 100

#: Rows behind a number that a page shows at once.
SHOWN = 200

DAY = timedelta(days=1)

#: For how long figures are remembered, and of how many sites and periods.
REMEMBERED, MOST = timedelta(seconds=60), 8


@router.get("/insights")
def page(request: Request, visitor: VisitorDep, service: ServiceDep, days: str = "") -> Response:
    """Show every figure of the last days."""
    shown = _insights(request, service, visitor, days)
    return render(
        request,
        "insights.html",
        insights=shown,
        days=_days(days),
        choices=CHOICES,
        drawn={figure.id: columns_of(figure) for figure in shown.figures if figure.chart == "columns"},
        bars={figure.id: bars_of(figure) for figure in shown.figures if figure.chart in ("bars", "shares")},
    )


@router.get("/insights/{figure}.csv")
def table(request: Request, visitor: VisitorDep, service: ServiceDep, *, figure: str, days: str = "") -> Response:
    """Send the numbers of one figure."""
    found = _insights(request, service, visitor, days).figure(figure)
    return as_file(csv_of([found]), f"{visitor.site}-{found.id}.csv")


@router.get("/insights/{figure}")
def behind(
    request: Request, visitor: VisitorDep, service: ServiceDep, *, figure: str, row: str = "", days: str = ""
) -> Response:
    """Show the comments, or the authors, that a number counts."""
    found = _insights(request, service, visitor, days).figure(figure)
    wanted = next((each for each in found.rows if each.label == row), None)
    if wanted is None:
        raise NotFound("There is no such row in this figure; it may have changed meanwhile.")
    if found.refers is Refers.AUTHORS:
        return render(
            request, "behind-authors.html", **_of(found, wanted, days), authors=_authors(service, visitor, wanted)
        )
    with service.storage.read(visitor.site) as transaction:
        comments = transaction.records.comments([CommentId(id) for id in wanted.behind])
        reviews = transaction.reviews.open_for_all([each.id for each in comments[:SHOWN]])
    listed = as_listed(visitor.name, comments[:SHOWN], reviews)
    kinds = masked_kinds(_policy(service, visitor))
    shown: dict[str, Any] = {"comments": listed, "total": len(comments), "masked_kinds": kinds}
    return render(request, "behind.html", **_of(found, wanted, days), **shown)


@router.get("/transparency")
def transparency(
    request: Request, visitor: VisitorDep, service: ServiceDep, since: str = "", until: str = ""
) -> Response:
    """Show the transparency report on a period, as it may be published.

    Unless asked it is on the last month that is over; where no comment was judged in it, on the month that runs.
    """
    now = service.clock.now()
    made = _report(service, visitor, _period(now, since, until))
    is_young = False
    if not (since or until or made.comments):
        so_far = _report(
            service, visitor, (made.until, now.replace(hour=0, minute=0, second=0, microsecond=0) + DAY)
        )
        is_young = so_far.comments > 0
        made = so_far if is_young else made
    return render(
        request,
        "transparency.html",
        report=made,
        is_young=is_young,
        since=f"{made.since:%Y-%m-%d}",
        until=f"{made.until - DAY:%Y-%m-%d}",
    )


@router.get("/transparency.csv")
def transparency_table(visitor: VisitorDep, service: ServiceDep, since: str = "", until: str = "") -> Response:
    """Send the report's numbers."""
    made = _report(service, visitor, _period(service.clock.now(), since, until))
    return as_file(csv_of(made.figures), f"{visitor.site}-transparency-{made.since:%Y-%m-%d}.csv")


@router.get("/transparency/statements.{kind}")
def reasons(
    visitor: VisitorDep,
    service: ServiceDep,
    kind: str,
    *,
    since: str = "",
    until: str = "",
    part: Annotated[int | None, Query(ge=1)] = None,
) -> Response:
    """Send the statements of reasons: JSON as the DSA Transparency Database takes them, or CSV.

    A part is as much as it takes in one request, the first is 1; beyond the last there is nothing in it.
    """
    first, end = _period(service.clock.now(), since, until)
    made = statements(service.storage, site=visitor.site, policy=_policy(service, visitor), since=first, until=end)
    chosen = made if part is None else made[(part - 1) * PART : part * PART]
    rows = [_written(statement) for statement in chosen]
    of = "" if part is None else f"-{part}"
    name = f"{visitor.site}-statements-{first:%Y-%m-%d}{of}.{kind}"
    if kind == "json":
        return as_file(to_json({"statements": rows}, indent=2).decode(), name, kind="application/json")
    if kind != "csv":
        raise NotFound("Statements come as JSON or as CSV.")
    columns = [field.name for field in dataclasses.fields(StatementOfReasons)]
    flat = ([_cell(row.get(column)) for column in columns] for row in rows)
    return as_file(csv_of_rows(columns, flat), name)


def _insights(request: Request, service: Service, visitor: Visitor, days: str) -> Insights:
    """Return every figure; what was gathered a moment ago is not gathered again for a look behind one number."""
    now, key = service.clock.now(), (visitor.site, _days(days))
    kept: dict[tuple[SiteId, int], Insights] = request.app.state.insights
    found = kept.get(key)
    if found is None or now - found.until > REMEMBERED:
        since = now - timedelta(days=key[1])
        found = insights(
            service.storage, site=visitor.site, policy=_policy(service, visitor), since=since, until=now, at=now
        )
        if len(kept) >= MOST:
            kept.clear()
        kept[key] = found
    return found


def _policy(service: Service, visitor: Visitor) -> Policy:
    return service.policy(service.sites.get(visitor.site))


def _report(service: Service, visitor: Visitor, period: tuple[datetime, datetime]) -> TransparencyReport:
    since, until = period
    policy = _policy(service, visitor)
    return report(service.storage, site=visitor.site, policy=policy, since=since, until=until)


def _days(asked: str) -> int:
    """Return how many days to look back; what makes no sense is the usual."""
    return min(int(asked), 3_650) if asked.isdecimal() and int(asked) else USUAL


def _period(now: datetime, since: str, until: str) -> tuple[datetime, datetime]:
    """Return a period of whole days; the last is included. The last month that is over, unless asked.

    Raises:
        Invalid: if a day is none, or the period is empty.
    """
    this_month = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    try:
        first = _day(since) if since else (this_month - DAY).replace(day=1)
        end = _day(until) + DAY if until else this_month
    except ValueError as error:
        raise Invalid("Write days as 2026-03-31.") from error
    if first >= end:
        raise Invalid("The first day comes after the last.")
    return first, end


def _day(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)


def _of(figure: Figure, row: Row, days: str) -> dict[str, Any]:
    return {"figure": figure, "row": row, "days": _days(days)}


def _authors(service: Service, visitor: Visitor, row: Row) -> list[StoredAuthor]:
    with service.storage.read(visitor.site) as transaction:
        return [transaction.authors.author(key) for key in row.behind[:SHOWN]]


def _written(statement: StatementOfReasons) -> dict[str, Any]:
    """Return the fields that are set, as JSON values."""
    fields: dict[str, Any] = from_json(to_json(dataclasses.asdict(statement)))
    return {name: value for name, value in fields.items() if value not in (None, [])}


def _cell(value: Any) -> Any:
    return ", ".join(value) if isinstance(value, list) else value
