"""Wishes that a people were gone, and contempt for descent: what is held, and what must pass."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from moderation.domain.policy import Policy
from moderation.domain.verdict import Verdict

pytestmark = pytest.mark.no_cover  # see [tool.coverage.run]

Judge = Callable[[Policy, dict[str, Any]], Verdict]
_HERE = Path(__file__).parent
_PAGE = _HERE.parents[1] / "docs" / "explanation" / "fair-to-every-people.md"
#: Of each kind and half: the least share of what must be held, and the greatest of what must pass and is held.
_HELD, _WRONGLY_HELD = {"building": 0.95, "blind": 0.8}, 0.03
_PARTS = [(half, of) for half in ("building", "blind") for of in ("wish", "descent")]
_NAMES = {"wish": "wishes that a people leave or vanish", "descent": "contempt for descent"}


def _sentences(half: str, of: str) -> list[dict[str, Any]]:
    lines = (_HERE / "peoples.jsonl").read_text(encoding="utf-8").splitlines()
    return [entry for entry in map(json.loads, lines) if (entry["half"], entry["of"]) == (half, of)]


def _counts(judge: Judge, policy: Policy, half: str, of: str) -> tuple[int, int, int, int]:
    """Return how many must be held, are so; must pass, are held."""
    judged = [(e["expect"], judge(policy, e).outcome != "allow") for e in _sentences(half, of)]
    due = [is_held for expect, is_held in judged if expect == "held"]
    free = [is_held for expect, is_held in judged if expect == "pass"]
    return len(due), sum(due), len(free), sum(free)


@pytest.mark.parametrize(("half", "of"), _PARTS)
def test_hatred_is_held_and_history_passes(half: str, of: str, judge: Judge, default_policy: Policy) -> None:
    """No list of codes is there: what is held is held for what it says, and of any people."""
    due, held, free, wrongly = _counts(judge, default_policy, half, of)

    assert due + free >= 80
    assert held >= due * _HELD[half]
    assert wrongly <= free * _WRONGLY_HELD


def test_the_page_shows_the_figures_of_the_policy(judge: Judge, default_policy: Policy) -> None:
    """A page that praises last year's rules misleads whoever edits this year's."""
    rows = [
        "| Sentences | Half | Held of those that must be | Held of those that must pass |",
        "|---|---|---|---|",
    ]
    for half, of in _PARTS:
        due, held, free, wrongly = _counts(judge, default_policy, half, of)
        rows.append(f"| {_NAMES[of]} | {half} | {held} of {due} | {wrongly} of {free} |")
    written = _PAGE.read_text(encoding="utf-8").partition("<!-- figures -->\n")[2]

    assert written.partition("\n<!-- end of figures -->")[0] == "\n".join(rows)
