"""`moderation demo`: something to look at within a minute."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.weights


def count(folder: Path, table: str) -> int:
    """Count rows."""
    with closing(sqlite3.connect(folder / "moderation.sqlite3")) as connection:
        [(number,)] = connection.execute(f"SELECT count(*) FROM {table}").fetchall()
    return int(number)


def test_the_thread_shows_every_verdict(run: Run) -> None:
    """A demonstration that shows one kind of answer demonstrates little."""
    result = run("demo")

    assert result.exit_code == 0, result.output
    verdicts = [line.split(" ", 1)[1] for line in result.stdout.splitlines() if line.startswith("demo-")]
    assert len(verdicts) >= 12
    assert all(any(f" {verdict} " in line for line in verdicts) for verdict in ("allow", "flag", "block"))


def test_it_says_where_to_look(run: Run) -> None:
    """The next step must be a line to paste."""
    said = run("demo").stdout

    assert "/v1/reviews" in said
    assert "mod_" in said, "the first start's key is needed for it"


def test_running_it_again_adds_nothing(run: Run, tmp_path: Path) -> None:
    """Curious people run things twice."""
    run("demo")
    before = [count(tmp_path, table) for table in ("decision", "review", "report", "strike", "audit")]

    again = run("demo")

    assert again.exit_code == 0, again.output
    assert [count(tmp_path, table) for table in ("decision", "review", "report", "strike", "audit")] == before
