"""Plain abuse as it is typed under the news is stopped by the rules alone, and civil comments pass."""

import json
from pathlib import Path

import pytest

from moderation.domain.verdict import Outcome
from tests.attacks.judging import outcome_of

_LINES = (Path(__file__).parent / "everyday.jsonl").read_text(encoding="utf-8").splitlines()
_SENTENCES = [json.loads(line) for line in _LINES]


def _outcomes(half: str, kind: str) -> list[Outcome]:
    """Verdicts on one half of the attacks or of the innocents."""
    some = (each for each in _SENTENCES if (each["half"], each["kind"]) == (half, kind))
    return [outcome_of(each["text"], answers=each.get("reply_to")) for each in some]


@pytest.mark.parametrize(("half", "share"), [("seen", 0.97), ("held_back", 0.88)])
def test_plain_abuse_is_caught(half: str, share: float) -> None:
    """Nobody looked at what was missed of the half that was held back."""
    outcomes = _outcomes(half, "attack")

    assert len(outcomes) == 200
    assert sum(outcome is not Outcome.ALLOW for outcome in outcomes) >= len(outcomes) * share


@pytest.mark.parametrize("half", ["seen", "held_back"])
def test_civil_comments_pass(half: str) -> None:
    """Anger at those in power, history, counter-speech and recipes: none is refused, and hardly one waits."""
    outcomes = _outcomes(half, "innocent")

    assert len(outcomes) == 200
    assert Outcome.BLOCK not in outcomes
    assert outcomes.count(Outcome.FLAG) <= len(outcomes) * 0.01
