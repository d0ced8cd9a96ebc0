"""When a rule runs away, and when it only does what it should."""

from dataclasses import replace
from datetime import timedelta

import pytest

from moderation.domain.brake import WATCHED_FOR, is_watching, runaways, to_watch
from moderation.domain.policy import Policy
from moderation.domain.verdict import Mode, Outcome
from moderation.testing.clock import START
from moderation.testing.contracts.policies import backtest_report, draft
from moderation.testing.policies import policy


def braked(brake: float | None) -> Policy:
    """The policy whose rule `insult` has a brake of its own."""
    rules = [replace(rule, brake=brake) if rule.id == "insult" else rule for rule in policy().rules]
    return policy(rules=tuple(rules))


@pytest.mark.parametrize(
    ("matches", "judged", "is_stopped"),
    [
        (9, 9, False),
        (10, 10, True),
        (10, 100, True),
        (10, 150, False),
        (60, 1_000, False),
        (70, 1_000, True),
        (600, 10_000, True),
        (0, 0, False),
    ],
)
def test_rule_is_stopped_where_its_share_surely_passes_the_brake(
    matches: int, judged: int, is_stopped: bool
) -> None:
    """Ten of ten are enough; a share just above the brake takes hundreds, so that chance stops nobody."""
    found = runaways(policy(), ["insult"], matches={"insult": matches}, judged=judged, report=None)

    assert bool(found) is is_stopped


@pytest.mark.parametrize(("brake", "is_stopped"), [(None, True), (0.5, False), (1.0, False), (0.01, True)])
def test_rule_may_have_a_brake_of_its_own(brake: float | None, is_stopped: bool) -> None:
    """A rule that shows a notice to newcomers may hold for a third of all."""
    found = runaways(braked(brake), ["insult"], matches={"insult": 30}, judged=100, report=None)

    assert bool(found) is is_stopped


def test_rule_that_does_what_was_foretold_goes_on() -> None:
    """Its editor saw the figure and published it."""
    report = replace(backtest_report(), looked_at=100, held={"insult": 20})
    matches = {"insult": 300}

    assert not runaways(policy(), ["insult"], matches=matches, judged=1_000, report=report)
    assert runaways(policy(), ["insult"], matches=matches, judged=500, report=report)


def test_what_is_not_watched_or_not_live_is_not_stopped() -> None:
    """A rule that has held so for a year is no accident."""
    shadow = policy(rules=tuple(replace(rule, mode=Mode.SHADOW) for rule in policy().rules))

    assert not runaways(policy(), ["threat"], matches={"insult": 99}, judged=99, report=None)
    assert not runaways(shadow, ["insult"], matches={"insult": 99}, judged=99, report=None)


def test_rules_that_are_new_changed_and_stop_something_are_watched() -> None:
    """What only records, or says what it said, can hold nobody's comment."""
    rules = {rule.id: rule for rule in policy().rules}
    changed = replace(rules["insult"], when=rules["threat"].when)
    on_trial = replace(rules["threat"], id="on-trial", mode=Mode.SHADOW)
    mild = replace(rules["threat"], id="mild", then=replace(rules["threat"].then, verdict=Outcome.ALLOW))
    after = policy(rules=(*(rule for rule in policy().rules if rule.id != "insult"), changed, on_trial, mild))

    assert to_watch(policy(), after) == ("insult",)


def test_watch_ends_after_a_day() -> None:
    """Then a rule is what the site's rules are."""
    live = replace(draft(), published_at=START)

    assert is_watching(live, at=START + timedelta(hours=1))
    assert not is_watching(live, at=START + WATCHED_FOR)
    assert not is_watching(replace(live, watched=()), at=START)
