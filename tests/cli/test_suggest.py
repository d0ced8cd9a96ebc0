"""`moderation policy suggest`: evidence on one screen, rules in a file."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.test_drafting import PLANTED, fill


@pytest.fixture
def filled(run: Run, sqlite_file: Path, tmp_path: Path) -> Run:
    """Run commands on a database with the invented archive."""
    (tmp_path / "moderation.sqlite3").write_bytes(sqlite_file.read_bytes())
    fill(f"sqlite:///{tmp_path}/moderation.sqlite3")
    return run


def test_an_editor_sees_evidence_and_gets_a_file(filled: Run, tmp_path: Path) -> None:
    """From what people rejected to a rule in shadow, without typing a word of it."""
    path = tmp_path / "coded.yaml"

    result = filled("policy", "suggest", "--site", "north", "--write", path)

    assert result.exit_code == 0, result.output
    assert "⟦goatmilkers⟧" in result.stdout
    assert filled("policy", "test", path).stdout.endswith("24 of 24 examples pass.\n")
    assert "no advice" in filled("policy", "lint", path).stdout


def test_json_holds_evidence_rule_and_trial(filled: Run) -> None:
    """The desk shows the same, from the same use case."""
    found = json.loads(filled("policy", "suggest", "--site", "north", "--json", "--most", "3").stdout)[
        "suggestions"
    ]

    assert len(found) == 3
    assert {each["suggestion"]["term"] for each in found} < PLANTED
    assert all("mode: shadow" in each["yaml"] and each["held"] == 14 for each in found)


def test_nothing_found_is_told(filled: Run) -> None:
    """Silence would look like a fault."""
    result = filled("policy", "suggest", "--site", "north", "--since", "2026-01-01")

    assert result.stdout.startswith("No term stands out")
