"""`moderation policy`: what an editor runs before a policy goes live."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, Run

SCHEMA = Path(__file__).parents[2] / "policies" / "schema.json"


@pytest.fixture
def file(small: str) -> Path:
    """A small sound policy."""
    return Path(small)


def test_a_sound_policy_passes_lint_and_test(file: Path, run: Run) -> None:
    """Both are what a newsroom's own checks run."""
    linted, tested = run("policy", "lint", file), run("policy", "test", file)

    assert (linted.exit_code, tested.exit_code) == (0, 0)
    assert "1 rule" in linted.stdout
    assert "2 of 2 examples pass" in tested.stdout


def test_a_fault_is_shown_with_its_line(file: Path, run: Run) -> None:
    """An editor mends what is shown, with the way out beside it."""
    file.write_text(SMALL.replace("verdict: flag", "verdict: flagg"))

    result = run("policy", "lint", file)

    assert result.exit_code == 2
    assert "evening.yaml:13:" in result.stderr
    assert "^" in result.stderr


def test_a_failing_example_fails_the_test(file: Path, run: Run) -> None:
    """A rule that no longer does what its examples say must not go live."""
    file.write_text(SMALL.replace("a civil word", "no clown here"))

    result = run("policy", "test", file)

    assert result.exit_code == 1
    assert "evening.yaml:" in result.stdout
    assert ": name-calling  miss: no clown here" in result.stdout


def test_verbose_shows_every_example(file: Path, run: Run) -> None:
    """Editors want to see what a rule catches, not only that it passes."""
    assert ": name-calling  hit: what a clown" in run("policy", "test", file, "--verbose").stdout


def test_an_unfair_rule_fails_the_swap(file: Path, run: Run) -> None:
    """Readers of the other side find out in any case, so the editor had better be first."""
    file.write_text(SMALL.replace("clown", "Kurds lie"))

    shown, told = run("policy", "test", file, "--swap"), run("policy", "test", file, "--swap", "--json")

    assert (shown.exit_code, told.exit_code) == (1, 1)
    assert "differ without a reason" in shown.stdout
    [finding] = json.loads(told.stdout)["findings"]
    assert "Kurds" in finding["text"]
    assert finding["exchanged"] == "what a Russians lie"


def test_a_fair_policy_passes_the_swap(file: Path, run: Run) -> None:
    """Whose examples name no group has nothing to exchange, and is told so."""
    result = run("policy", "test", file, "--swap")

    assert result.exit_code == 0
    assert "0 examples name a group" in result.stdout


@pytest.mark.weights
def test_a_file_goes_live_by_publishing(file: Path, prepared: Run) -> None:
    """Files are drafts until somebody says so."""
    file.write_text(SMALL.replace("clown", "fool"))

    assert prepared("policy", "publish", file).exit_code == 0

    newer, older = prepared("policy", "list").stdout.splitlines()[1:]
    assert " live " in newer
    assert " retired " in older


def test_the_schema_is_printed_as_it_ships(run: Run) -> None:
    """Whoever writes it over the file that ships sees in the difference what has changed, and nothing else."""
    assert run("policy", "schema").stdout == SCHEMA.read_text(encoding="utf-8")


def test_a_missing_file_is_told(run: Run, tmp_path: Path) -> None:
    """The commonest slip is the path."""
    result = run("policy", "lint", "/nowhere.yaml")
    folder = run("policy", "test", str(tmp_path))

    assert result.exit_code == folder.exit_code == 2
    assert "/nowhere.yaml: No such file" in result.stderr
    assert f"{tmp_path} is a folder; name a file in it." in folder.stderr


def test_a_word_is_checked_before_it_goes_on_a_list(run: Run, tmp_path: Path) -> None:
    """Without a database it tells what the word does to the language; with one, to the readers."""
    words = tmp_path / "words"
    words.write_text("cockpit\nharbour\n")

    result = run("policy", "word", "cock*", "--dictionary", words, "--comments", "0")
    as_json = json.loads(run("policy", "word", "cock*", "--comments", "0", "--json").stdout)

    assert result.exit_code == 0
    assert "cockpit" in result.stdout
    assert "harbour" not in result.stdout
    assert as_json["fold"] == "hard"


def test_words_of_a_policy_are_tried_at_once(file: Path, run: Run) -> None:
    """An editor sees what a long list would do without asking for each word."""
    file.write_text(SMALL.replace("[clown]", "[clown, cock*]"))

    result = run("policy", "lint", file, "--words")

    assert result.exit_code == 0, result.stderr
    assert "'cock*' of the list 'names' catches ordinary words (" in result.stdout
    assert "2 words tried, 1 finding above." in result.stdout
    assert "invisible characters" in result.stdout


def test_only_words_that_the_live_policy_lacks_are_tried(file: Path, prepared: Run) -> None:
    """What an editor adds is checked in a moment, against the comments that the site has."""
    file.write_text(SMALL.replace("[clown]", "[clown, cock*]"))

    result = prepared("policy", "lint", file, "--new", "--comments", "100")

    assert "1 new word tried, 2 findings above." in result.stdout, result.stderr
    assert "'cock*' of the list 'names' is not found behind: " in result.stdout
    assert "'clown'" not in result.stdout
