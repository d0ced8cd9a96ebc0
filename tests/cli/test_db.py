"""`moderation db`: copies that can be trusted."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.weights


def test_a_backup_is_whole_and_private(prepared: Run, tmp_path: Path) -> None:
    """A backup is for the day on which nothing else is left."""
    copy = tmp_path / "copy.sqlite3"

    assert prepared("db", "backup", copy).exit_code == 0

    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM site").fetchone() == (1,)
    assert copy.stat().st_mode & 0o077 == 0


def test_a_backup_overwrites_nothing(prepared: Run, tmp_path: Path) -> None:
    """Yesterday's backup may be the good one."""
    copy = tmp_path / "copy.sqlite3"
    copy.write_text("precious")

    assert prepared("db", "backup", copy).exit_code == 1

    assert copy.read_text() == "precious"


@pytest.mark.parametrize("url", ["postgresql+psycopg://me@here/db", "sqlite:////nowhere/at/all.sqlite3"])
def test_what_cannot_be_copied_is_told(url: str, run: Run, tmp_path: Path) -> None:
    """PostgreSQL has its own tool; a database that is not there has no copy."""
    assert run("db", "backup", tmp_path / "copy", database_url=url).exit_code == 2


def test_upgrade_makes_the_tables(run: Run) -> None:
    """Whoever deploys by hand upgrades before the new code starts."""
    assert "up to date" in run("db", "upgrade").stdout
