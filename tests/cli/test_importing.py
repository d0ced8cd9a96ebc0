"""`moderation import`: the past on record, and a report that says what is missing from it."""

import gzip
import json
import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from moderation.cli import importing, judges, progress
from tests.cli.conftest import Run
from tests.importers.test_wxr import HEAD as HEAD_OF_WXR
from tests.importers.test_wxr import item, note

pytestmark = pytest.mark.weights

HEAD = "comment_ID,comment_post_ID,comment_author,comment_author_email,comment_author_IP,comment_date_gmt,"
HEAD += "comment_content,comment_approved,user_id\n"
ROWS = (
    '1,12,Ann,ann@canary.example,192.0.2.77,2019-03-04 05:06:07,"Well <em>said</em>.",1,7\n'
    '2,12,Bea,bea@canary.example,192.0.2.78,2019-03-04 05:07:07,"What a clown!",1,0\n'
    '3,12,Bob,bob@canary.example,192.0.2.79,2019-03-04 05:08:07,"Buy my watches.",spam,0\n'
    '4,12,Bob,bob@canary.example,192.0.2.79,yesterday,"And my shoes.",spam,0\n'
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A small archive as WordPress's command line exports it, with one bad row."""
    path = tmp_path / "comments.csv"
    path.write_text(HEAD + ROWS)
    return path


def rows(folder: Path, statement: str) -> list[Any]:
    """Ask the database."""
    with closing(sqlite3.connect(folder / "moderation.sqlite3")) as connection:
        return connection.execute(statement).fetchall()


def test_the_report_says_what_became_of_every_row(prepared: Run, archive: Path) -> None:
    """Who imports ten years wants to know what is missing, and where to look."""
    result = prepared("import", archive)

    assert result.exit_code == 0, result.output
    said = result.stdout
    assert "4 read" in said
    assert "3 added" in said
    assert "1 skipped, comment_date_gmt: is no time such as 2024-05-17 08:30:00: line 5 (comment 4)" in said
    assert ["published", "1", "1", "0"] in [line.split() for line in said.splitlines()]


def test_archive_that_does_not_tell_what_became_of_comments_is_said_to(prepared: Run, archive: Path) -> None:
    """Whoever finds that out by an empty report of agreement has imported ten years for nothing."""
    told = prepared("import", "--dry-run", archive).stdout
    archive.write_text(archive.read_text().replace("comment_approved", "comment_karma"))

    untold = prepared("import", "--dry-run", archive).stdout

    assert "does not tell what became" not in told
    assert "does not tell what became of any of these comments" in untold
    assert "comment_approved" in untold


def test_a_policy_file_that_was_edited_is_told_in_a_sentence(prepared: Run, archive: Path, small: str) -> None:
    """Whoever imports reads what became of the file, and what makes it live; once, and not as a line of a log."""
    Path(small).write_text(Path(small).read_text().replace("clown", "buffoon"))
    result = prepared("import", archive)

    [told] = [line for line in result.stderr.splitlines() if "differs" in line]
    assert "kept as the draft" in told
    assert "'moderation policy publish " in told
    assert "{" not in result.stderr


def test_a_policy_file_that_was_live_before_is_no_draft(prepared: Run, archive: Path, small: str) -> None:
    """Whoever changes the policy on its pages leaves the old file behind."""
    before = Path(small).read_text()
    Path(small).write_text(before.replace("clown", "buffoon"))
    assert prepared("policy", "publish", small, "--why", "circus").exit_code == 0
    Path(small).write_text(before)
    result = prepared("import", archive)

    assert "It is the earlier version" in result.stderr


def test_the_report_can_be_read_by_programs(prepared: Run, archive: Path) -> None:
    """A nightly job checks the numbers, and not the wording."""
    told = json.loads(prepared("import", archive, "--json").stdout)

    assert (told["recorded"], told["read"], told["added"], told["known"]) == (True, 4, 3, 0)
    assert told["skipped"][0]["first"] == ["line 5 (comment 4)"]
    assert told["verdicts"] == {"published": {"allow": 1, "flag": 1}, "spam": {"allow": 1}}


def test_second_import_adds_nothing(prepared: Run, archive: Path, tmp_path: Path) -> None:
    """Who is not sure whether it ran runs it again."""
    tables = ("comment", "decision", "label", "author", "audit", "review", "outbox", "strike")
    prepared("import", archive)
    before = [rows(tmp_path, f"SELECT * FROM {table}") for table in tables]

    told = json.loads(prepared("import", archive, "--json").stdout)

    assert (told["added"], told["known"]) == (0, 3)
    assert [rows(tmp_path, f"SELECT * FROM {table}") for table in tables] == before
    assert [len(found) for found in before] == [3, 3, 3, 3, 2, 0, 0, 0]


def test_dry_run_records_nothing(prepared: Run, archive: Path, tmp_path: Path) -> None:
    """One look before ten years are written."""
    result = prepared("import", archive, "--dry-run")

    assert "3 added (not recorded: --dry-run)" in result.stdout
    assert rows(tmp_path, "SELECT count(*) FROM comment") == [(0,)]


def test_no_address_is_kept_in_clear(prepared: Run, archive: Path, tmp_path: Path) -> None:
    """An archive is the largest heap of addresses that a publisher has."""
    prepared("import", archive)

    kept = b"".join(path.read_bytes() for path in tmp_path.glob("moderation.sqlite3*"))
    assert b"Well <em>said" in kept
    assert b"canary" not in kept
    assert b"192.0.2.7" not in kept


def test_several_files_make_one_report(prepared: Run, archive: Path, tmp_path: Path) -> None:
    """Exports come by the year."""
    other = tmp_path / "more.jsonl"
    other.write_text('{"id": "5", "text": "Fine.", "created_at": "2020-01-01"}\n')

    assert json.loads(prepared("import", archive, other, "--json").stdout)["added"] == 4


def test_an_import_that_a_log_records_says_how_far_it_is(
    prepared: Run, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten years take an hour, and a script has no terminal to show a bar in."""
    monkeypatch.setattr(progress, "EVERY_SECONDS", 0.0)

    result = prepared("import", archive, "--dry-run")

    assert "comments.csv: 100% read, 4 comments so far" in result.stderr.splitlines()


def test_batches_are_committed_as_they_come(
    prepared: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What breaks off after an hour has an hour's work on record."""
    monkeypatch.setattr(importing, "BATCH", 50)
    broken = tmp_path / "broken.csv.gz"
    chance = random.Random(7)
    lines = [f"{number},Number {chance.randbytes(200).hex()}.,2020-01-01\n" for number in range(400)]
    broken.write_bytes(_cut_short("id,text,created_at\n" + "".join(lines)))

    result = prepared("import", broken)

    assert result.exit_code == 2
    assert "broken.csv.gz is cut off or damaged" in result.stderr
    assert rows(tmp_path, "SELECT count(*) FROM comment")[0][0] > 50
    assert " added" in result.stdout


@pytest.fixture
def long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive that is long for a moment: only its first batch is judged here, and its end is missing."""
    monkeypatch.setattr(importing, "BATCH", 5)
    monkeypatch.setattr(judges, "ALONE", 1)
    path = tmp_path / "long.xml"
    notes = (note(number, "What a clown!" if number % 3 == 0 else "Well said.") for number in range(40))
    path.write_text(HEAD_OF_WXR + item(12, *notes))
    return path


@pytest.mark.slow
def test_several_processes_record_what_one_would(prepared: Run, long: Path, tmp_path: Path) -> None:
    """How many cores a machine has must not change what is on record, nor lose what stood before a break."""
    result = prepared("import", long, "--jobs", "2", "--json")

    assert result.exit_code == 2, result.output
    told = json.loads(result.stdout)
    assert (told["added"], told["verdicts"]) == (40, {"published": {"allow": 26, "flag": 14}})
    recorded = rows(tmp_path, "SELECT comment_id FROM decision")
    assert sorted(int(id) for (id,) in recorded) == list(range(40))
    assert json.loads(prepared("import", long, "--jobs", "2", "--json").stdout)["known"] == 40


def _cut_short(text: str) -> bytes:
    return gzip.compress(text.encode())[:-200]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("notes.csv", "a,b\n1,2\n", "notes.csv has no column id"),
        ("missing.csv", None, "No such file or directory"),
    ],
)
def test_wrong_file_is_told(prepared: Run, tmp_path: Path, name: str, content: str | None, said: str) -> None:
    """The first try is often the wrong file."""
    if content is not None:
        (tmp_path / name).write_text(content)
    result = prepared("import", tmp_path / name)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_site_that_is_not_there_is_told(prepared: Run, archive: Path) -> None:
    """A typing error must not fill a new site."""
    result = prepared("import", archive, "--site", "evning")

    assert result.exit_code == 1
    assert "evning" in result.stderr


def test_first_start_shows_its_key(run: Run, small: str, archive: Path) -> None:
    """The key is shown once; an import that comes before the first start must not swallow it."""
    result = run("import", archive, policy=small)

    assert result.exit_code == 0, result.output
    assert "mod_" in result.stderr
    assert "mod_" not in result.stdout
