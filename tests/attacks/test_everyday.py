"""Plain abuse as it is typed under the news is stopped by the rules alone, and civil comments pass."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from moderation.domain.verdict import Outcome
from tests.attacks.judging import outcome_of

pytestmark = pytest.mark.no_cover  # see [tool.coverage.run]

#: Of each set and half: the least share of the attacks that is stopped.
_STOPPED = {
    ("everyday", "seen"): 0.97,
    ("everyday", "held_back"): 0.88,
    ("stranger", "seen"): 0.97,
    ("threads", "seen"): 0.95,
    ("diaspora", "seen"): 0.87,
}


@cache
def _sentences(name: str) -> list[dict[str, Any]]:
    lines = (Path(__file__).parent / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _outcomes(name: str, half: str, kind: str) -> list[Outcome]:
    """Verdicts on one half of the attacks or of the innocents of a set."""
    some = (each for each in _sentences(name) if (each["half"], each["kind"]) == (half, kind))
    return [outcome_of(each["text"], answers=each.get("reply_to")) for each in some]


@pytest.mark.parametrize(("name", "half", "share"), [(*which, share) for which, share in _STOPPED.items()])
def test_plain_abuse_is_caught(name: str, half: str, share: float) -> None:
    """Nobody looked at what was missed of the half that was held back."""
    outcomes = _outcomes(name, half, "attack")

    assert len(outcomes) >= 130
    assert sum(outcome is not Outcome.ALLOW for outcome in outcomes) >= len(outcomes) * share


@pytest.mark.parametrize(("name", "half"), list(_STOPPED))
def test_civil_comments_pass(name: str, half: str) -> None:
    """Anger at those in power, history, counter-speech and recipes: none is refused, and hardly one waits."""
    outcomes = _outcomes(name, half, "innocent")

    assert len(outcomes) >= 200
    assert Outcome.BLOCK not in outcomes
    assert outcomes.count(Outcome.FLAG) <= len(outcomes) * 0.01
