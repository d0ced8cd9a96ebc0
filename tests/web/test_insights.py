"""Insights as pages: figures, what stands behind them, CSV, the transparency report."""

import csv
import io
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from moderation.clock import SystemClock
from moderation.domain.insights.figure import Chart, Figure, Row
from moderation.web.charts import bars_of, columns_of
from moderation.web.tables import csv_of
from tests.api.conftest import KEY
from tests.web.conftest import Browse

HEADERS = {"Authorization": f"Bearer {KEY}"}


@pytest.fixture(scope="module", autouse=True)
def filled(application: TestClient) -> None:
    """A morning: something fine, something flagged and rejected, something that waits."""
    sent = {"i-1": "A civil word.", "i-2": "You are an idiot, Tom.", "i-3": "=1+1, you stupid idiot!"}
    for id, text in sent.items():
        body = {"comment": {"id": id, "text": text}, "author": {"id": f"u-{id}", "verified": True, "name": "Rex"}}
        assert application.post("/v1/verdicts", json=body, headers=HEADERS).status_code == 200
    ruling = {"ruling": "reject", "moderator": "ann"}
    assert application.post("/v1/comments/i-2/ruling", json=ruling, headers=HEADERS).status_code == 200


def rows(text: str) -> list[list[str]]:
    """Read CSV as a spreadsheet would."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_every_figure_is_on_the_page_with_its_csv(browse: Browse) -> None:
    """A number that cannot be taken along is typed off, wrongly."""
    browser = browse("reader")
    page = browser.get("/insights").text
    ids = re.findall(r'<section class="card figure[^"]*" id="(\w+)"', page)

    assert len(ids) >= 11
    for id in ids:
        answer = browser.get(f"/insights/{id}.csv?days=14")
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/csv")
        assert len({len(row) for row in rows(answer.text)}) == 1


def test_every_link_leads_to_rows(browse: Browse) -> None:
    """Each number is a door; none may be locked."""
    browser = browse("reader")
    links = set(re.findall(r'href="(/insights/\w+\?[^"]+)"', browser.get("/insights").text))

    assert len(links) >= 6
    for link in links:
        page = browser.get(link.replace("&amp;", "&"))
        assert page.status_code == 200, link
        assert "behind this number" in page.text


def test_rows_show_the_comments_they_count(browse: Browse) -> None:
    """Behind 'one waits' stands the comment that waits."""
    page = browse("reader").get("/insights/queues", params={"row": "attacks", "days": "14"}).text

    assert "=1+1, you stupid idiot!" in page
    assert "You are an idiot, Tom." not in page


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/insights?days=nonsense", 200),
        ("/insights/no-such?row=x", 404),
        ("/insights/queues?row=no-such", 404),
        ("/transparency?since=yesterday", 422),
        ("/transparency?since=2026-02-02&until=2026-01-01", 422),
        ("/transparency/statements.pdf", 404),
    ],
)
def test_what_makes_no_sense_is_told(browse: Browse, path: str, status: int) -> None:
    """An address that somebody mended by hand must not end in a crash."""
    assert browse("reader").get(path).status_code == status


def test_the_report_shows_its_period_and_its_files(browse: Browse) -> None:
    """What is published can be checked by what is downloaded."""
    browser, period = browse("reader"), "since=2020-01-01&until=2037-01-01"
    page = browser.get(f"/transparency?{period}")
    table = rows(browser.get(f"/transparency.csv?{period}").text)
    made: dict[str, Any] = browser.get(f"/transparency/statements.json?{period}").json()
    flat = rows(browser.get(f"/transparency/statements.csv?{period}").text)

    assert "Rejections by clause" in page.text
    assert ["No personal attacks", "1", "0", "1", "0"] in table
    assert [each["automated_decision"] for each in made["statements"]] == ["AUTOMATED_DECISION_PARTIALLY"]
    assert flat[1][flat[0].index("puid")] == made["statements"][0]["puid"]


def test_the_report_of_a_young_site_opens_where_there_is_something(browse: Browse) -> None:
    """A site in its first month has no last one: an empty page would say that nothing was done."""
    page = browse("reader").get("/transparency").text
    this_month = f"{SystemClock().now():%Y-%m}-01"

    assert "the month that runs" in page
    assert f'name="since" value="{this_month}"' in page
    assert "Rejections by clause" in page


def test_an_empty_period_is_told_and_not_replaced(browse: Browse) -> None:
    """Whoever chose their days gets these days."""
    page = browse("reader").get("/transparency?since=2020-01-01&until=2020-01-31").text

    assert "No comment was judged from 2020-01-01 to 2020-01-31." in page
    assert 'name="since" value="2020-01-01"' in page


def test_cells_are_no_formulas() -> None:
    """A title that begins with = must not be run by whoever opens the file."""
    rows_ = (Row(label="=cmd|' /C calc'!A0", values=(-1, "@x", None)),)
    figure = Figure(id="x", title="x", of="=of", columns=("a", "b", "c"), rows=rows_)

    assert rows(csv_of([figure])) == [["'=of", "a", "b", "c"], ["'=cmd|' /C calc'!A0", "-1", "'@x", ""]]


def test_columns_stand_on_the_floor_and_bars_keep_their_bounds() -> None:
    """A drawing that lies is worse than none."""
    some = (Row(label="mon", values=(2, 1)), Row(label="tue", values=(0, 0)))
    stacked = Figure(id="x", title="x", of="d", columns=("a", "b"), rows=some, chart=Chart.COLUMNS, drawn=(0, 1))
    share = (Row(label="r", values=(50.0, 25.0, 75.0)), Row(label="s", values=(None, None, None)))
    bounds = Figure(
        id="x", title="x", of="r", columns=("s", "l", "h"), rows=share, chart=Chart.SHARES, drawn=(0, 1, 2)
    )

    columns, top = columns_of(stacked)

    assert top == 3
    [low, high] = columns[0].blocks
    assert (low.y + low.height, high.y + high.height, round(high.y)) == (100, low.y, 0)
    assert [block.height for block in columns[1].blocks] == [0, 0]
    [bar, nothing] = bars_of(bounds)
    assert bar is not None
    assert (bar.low, bar.at, bar.high, nothing) == (25, 50, 75, None)


def test_figures_are_remembered_for_a_moment(application: TestClient, browse: Browse) -> None:
    """A look behind each of ten numbers must not gather a year ten times; soon the new is shown, too."""
    browser, kept = browse("reader"), application.app.state.insights  # type: ignore[attr-defined]
    browser.get("/insights?days=7")
    [first] = [each for (_, days), each in kept.items() if days == 7]
    browser.get("/insights/volume.csv?days=7")

    assert [each for (_, days), each in kept.items() if days == 7] == [first]
