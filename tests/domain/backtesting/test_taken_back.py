"""What is concluded when one rule is left out of a recorded verdict."""

import pytest

from moderation.domain.backtesting.taken_back import without
from moderation.domain.verdict import Match, Outcome, Verdict, WriterMessage
from moderation.testing.factories import match

FLAGS, BLOCKS = match("flags"), match("blocks", outcome=Outcome.BLOCK)
TOLD = WriterMessage(title="Your comment waits", message="Somebody reads it first.")


def verdict(outcome: Outcome, *matches: Match, **more: object) -> Verdict:
    """A verdict of matches."""
    return Verdict(outcome=outcome, matches=matches, writer=TOLD, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "rule", "outcome"),
    [
        (verdict(Outcome.BLOCK, BLOCKS), "blocks", Outcome.ALLOW),
        (verdict(Outcome.BLOCK, BLOCKS, FLAGS), "blocks", Outcome.FLAG),
        (verdict(Outcome.BLOCK, BLOCKS, FLAGS), "flags", Outcome.BLOCK),
        (verdict(Outcome.FLAG, FLAGS, degraded=True), "flags", Outcome.FLAG),
        (verdict(Outcome.BLOCK, BLOCKS, degraded=True), "blocks", Outcome.FLAG),
        (verdict(Outcome.ALLOW, FLAGS, would_be=Outcome.FLAG), "flags", Outcome.ALLOW),
        (verdict(Outcome.ALLOW, BLOCKS, FLAGS), "blocks", Outcome.ALLOW),
    ],
    ids=["alone", "beside a milder", "beside a stricter", "degraded", "blocked, degraded", "observed", "exempt"],
)
def test_rest_of_the_policy_decides(given: Verdict, rule: str, outcome: Outcome) -> None:
    """What another rule holds stays held, and nothing gets stricter."""
    left = without(given, rule)

    assert left.outcome is outcome
    assert rule not in [each.rule for each in left.matches]


def test_what_would_have_been_is_concluded_again() -> None:
    """Agreement with the site's people is reckoned from it."""
    given = verdict(Outcome.ALLOW, BLOCKS, FLAGS, would_be=Outcome.BLOCK)

    assert without(given, "blocks").would_be is Outcome.FLAG


def test_writer_is_told_nothing_that_the_rule_had_said() -> None:
    """A message about an insult that was none would be one more wrong."""
    assert without(verdict(Outcome.BLOCK, BLOCKS, FLAGS), "blocks").writer is None
    assert without(verdict(Outcome.BLOCK, BLOCKS, FLAGS), "flags").writer == TOLD
