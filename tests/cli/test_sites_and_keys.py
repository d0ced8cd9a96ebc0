"""`moderation site` and `moderation key`: who may ask, and for whom."""

import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.weights


def test_a_site_gets_a_key_of_its_own(prepared: Run) -> None:
    """A second newsroom starts with two commands."""
    assert prepared("site", "add", "evening").exit_code == 0

    made = prepared("key", "create", "--site", "evening", "--scope", "verdicts", "--scope", "moderate")

    assert made.stdout.startswith("mod_")
    listed = prepared("key", "list", "--site", "evening").stdout
    assert "moderate, verdicts" in listed
    assert made.stdout.strip() not in listed


def test_a_key_is_kept_hashed(prepared: Run, tmp_path: Path) -> None:
    """Whoever reads the database must not be able to ask in a site's name."""
    token = prepared("key", "create").stdout.strip()

    with sqlite3.connect(tmp_path / "moderation.sqlite3") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()

    assert token.encode() not in (tmp_path / "moderation.sqlite3").read_bytes()


def test_a_key_asks_for_verdicts_alone_unless_told(prepared: Run) -> None:
    """A key that lies in a blog's configuration should not rule on comments."""
    assert "may: verdicts." in prepared("key", "create").stderr


def test_rotating_ends_the_old_key(prepared: Run) -> None:
    """After a leak one command must be enough."""
    prepared("key", "create", "--name", "blog")
    prefix = prepared("key", "list").stdout.splitlines()[1].split()[0]

    rotated = prepared("key", "rotate", prefix)

    assert rotated.stdout.startswith("mod_")
    lines = prepared("key", "list").stdout
    assert lines.count("blog") == 2
    assert lines.count("revoked") == 1
    assert prepared("key", "rotate", prefix).exit_code == 1


def test_a_revoked_key_is_listed_as_such(prepared: Run) -> None:
    """Who could ask until when is a question after an incident."""
    prefix = prepared("key", "list").stdout.splitlines()[1].split()[0]

    assert prepared("key", "revoke", prefix).exit_code == 0

    assert "revoked" in prepared("key", "list").stdout
    assert prepared("key", "revoke", prefix).exit_code == 1


def test_a_site_can_be_disabled_and_enabled(prepared: Run) -> None:
    """A site that left may come back; nothing is deleted."""
    assert prepared("site", "disable", "default").exit_code == 0
    assert "disabled" in prepared("site", "list").stdout

    assert prepared("site", "enable", "default").exit_code == 0

    assert "in use" in prepared("site", "list").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("site", "add", "default"),
        ("site", "add", " "),
        ("site", "disable", "nowhere"),
        ("key", "create", "--site", "nowhere"),
        ("key", "revoke", "0123"),
        ("policy", "list", "--site", "nowhere"),
        ("policy", "publish", "0123"),
    ],
    ids=" ".join,
)
def test_what_is_not_there_is_told(arguments: tuple[str, ...], prepared: Run) -> None:
    """A slip of the finger gets a sentence, and changes nothing."""
    result = prepared(*arguments)

    assert result.exit_code in (1, 2)
    assert result.stderr.strip()
    assert "Traceback" not in result.output
