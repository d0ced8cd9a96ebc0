"""`moderation score`: verdicts on files, the way an archive or a pipe brings them."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from tests.cli.conftest import Run

INSULT, CIVIL = "You are a clown, you idiot.", "We should wait for the report."

pytestmark = pytest.mark.weights


def answers(result: Result) -> list[dict[str, Any]]:
    """Read JSON Lines."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_text_lines_are_judged_in_order(run: Run) -> None:
    """The simplest pipe: a comment a line."""
    found = answers(run("score", "-", "--format", "jsonl", stdin=f"{INSULT}\n\n{CIVIL}\n"))

    assert [(each["line"], each["verdict"]) for each in found] == [(1, "flag"), (3, "allow")]
    assert found[0]["reasons"][0]["clause"] == "attacks"
    assert 0 <= found[1]["scores"]["insult"] <= 1
    assert not any(each["degraded"] for each in found)


@pytest.mark.parametrize(
    "line",
    [
        {"id": 7, "source": "archive", "text": INSULT},
        {"id": 7, "source": "archive", "comment": {"text": INSULT}, "author": {"name": "Ann"}},
    ],
    ids=["flat", "request"],
)
def test_other_keys_of_json_lines_are_passed_through(line: dict[str, Any], small: str, run: Run) -> None:
    """Whoever judges an archive joins the verdicts to it by id."""
    [found] = answers(run("score", "-", "--format", "jsonl", stdin=json.dumps(line), policy=small))

    assert (found["id"], found["source"], found["verdict"]) == (7, "archive", "flag")
    assert "text" not in found


def test_the_id_of_a_request_stands_for_its_line(small: str, run: Run) -> None:
    """Bodies of POST /v1/verdicts carry their id inside the comment."""
    body = {"comment": {"id": "c-17", "text": CIVIL}}

    [found] = answers(run("score", "-", "--format", "jsonl", stdin=json.dumps(body), policy=small))

    assert found["id"] == "c-17"


def test_a_request_is_judged_with_its_article(run: Run) -> None:
    """People and peoples of the article decide; a line that loses them is judged wrongly."""
    body = {"comment": {"kind": "pingback", "text": CIVIL}, "article": {"title": "The report"}}

    assert answers(run("score", "-", "--format", "jsonl", stdin=json.dumps(body)))[0]["verdict"] == "block"


def test_csv_columns_are_kept(tmp_path: Path, small: str, run: Run) -> None:
    """Spreadsheets come back with columns added, quoted line breaks and all."""
    file = tmp_path / "comments.csv"
    file.write_text(f'id,text,note\n1,"{INSULT}\nReally.",=1+1\n2,{CIVIL},\n')

    rows = list(csv.DictReader(io.StringIO(run("score", file, "--format", "csv", policy=small).stdout)))

    assert [(row["id"], row["verdict"]) for row in rows] == [("1", "flag"), ("2", "allow")]
    assert rows[0]["note"] == "'=1+1", "no spreadsheet may run it"
    assert rows[0]["text"] == f"{INSULT}\nReally."


@pytest.mark.parametrize(
    ("bad", "fault"),
    [
        (b"{", "not valid JSON"),
        (b"[1]", "no JSON object"),
        (b'{"id": 1}', "neither 'text' nor 'comment'"),
        (b'{"text": "  "}', "empty"),
        (b'{"text": null}', "comment.text"),
        (b'{"text": "\\ud800"}', "not valid JSON"),
        (b'{"text": NaN}', "not valid JSON"),
        (b'{"comment": {"text": "x", "kind": "rant"}}', "comment.kind"),
        (b'{"text": "\xff"}', "not valid JSON"),
        (b'{"text": "' + b"x" * 20_001 + b'"}', "20001 characters"),
        (b"[" * 5_000, "not valid JSON"),
    ],
    ids=["cut", "list", "no text", "blank", "null", "surrogate", "nan", "kind", "bytes", "long", "deep"],
)
def test_a_bad_line_is_named_and_the_good_ones_answered(bad: bytes, fault: str, small: str, run: Run) -> None:
    """One broken line in a million must neither stop the run nor pass unseen."""
    good = json.dumps({"text": CIVIL}).encode()

    result = run("score", "-", "--format", "jsonl", stdin=good + b"\n" + bad + b"\n" + good, policy=small)

    assert result.exit_code == 1
    assert [each["line"] for each in answers(result)] == [1, 3]
    assert result.stderr.startswith("line 2: ")
    assert fault in result.stderr


@pytest.mark.parametrize(
    "bad", [b"fine", b"b\xffd,2", b'"a"b,2', b"fine,2,3"], ids=["short", "bytes", "quote", "long"]
)
def test_a_bad_row_is_named_and_the_good_ones_answered(bad: bytes, small: str, run: Run) -> None:
    """CSV breaks in its own ways."""
    result = run("score", "-", "--format", "jsonl", stdin=b"text,id\nfine,1\n" + bad + b"\nfine,3\n", policy=small)

    assert result.exit_code == 1
    assert [each["id"] for each in answers(result)] == ["1", "3"]
    assert "line 3: " in result.stderr


def test_text_that_is_not_utf8_is_named(small: str, run: Run) -> None:
    """An archive in Latin-1 must not be judged as garbage."""
    result = run("score", "-", "--format", "jsonl", stdin=b"caf\xe9\nfine\n", policy=small)

    assert result.exit_code == 1
    assert "line 1: is not UTF-8" in result.stderr


def test_a_csv_without_texts_is_refused(tmp_path: Path, small: str, run: Run) -> None:
    """The wrong export must be told at once, with the columns that it has."""
    file = tmp_path / "authors.csv"
    file.write_text("id,name\n1,Ann\n")

    result = run("score", file, policy=small)

    assert result.exit_code == 1
    assert "no column 'text'; it has id, name" in result.stderr


def test_the_table_shows_verdict_and_rule(small: str, run: Run) -> None:
    """People read the table, and a text must not be able to move their cursor."""
    result = run("score", "-", stdin=f"{INSULT}\x1b[2J\n", policy=small)

    head, row = result.stdout.splitlines()
    assert head.split()[:2] == ["line", "verdict"]
    assert row.split()[1] == "flag"
    assert "name-calling" in row
    assert "\x1b" not in row


def test_several_processes_answer_in_order(tmp_path: Path, small: str, run: Run) -> None:
    """An archive is judged on every core; the answers still stand in the order of the lines."""
    file = tmp_path / "many.txt"
    file.write_text("\n".join(f"Comment number {number} is short." for number in range(2_500)))

    found = answers(run("score", file, "--format", "jsonl", "--jobs", "2", policy=small))

    assert [each["line"] for each in found] == list(range(1, 2_501))


def test_an_empty_file_is_no_failure(small: str, run: Run) -> None:
    """A night without comments is a good night."""
    result = run("score", "-", stdin="", policy=small)

    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "settings", "told"),
    [
        (["/nowhere.txt"], {}, "No such file"),
        (["-", "--policy", "/nowhere.yaml"], {}, "/nowhere.yaml"),
        (["-", "--model", "none/9"], {}, "no such model"),
        (["-"], {"deadline_ms": "soon"}, "MODERATION_DEADLINE_MS"),
    ],
    ids=["file", "policy", "model", "setting"],
)
def test_what_cannot_be_used_is_named(
    arguments: list[str], settings: dict[str, str], told: str, small: str, run: Run
) -> None:
    """A traceback tells an editor nothing."""
    result = run("score", *arguments, stdin="fine", **{"policy": small} | settings)

    assert result.exit_code in (1, 2)
    assert told in result.stderr
    assert "Traceback" not in result.stderr
