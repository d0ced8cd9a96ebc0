"""A whole policy in every word of the language loads, and its examples prove it."""

from pathlib import Path

from moderation.policyfile.examples import run_examples, run_scenarios
from moderation.policyfile.load import load
from moderation.policyfile.rehearse import observer


def test_a_policy_in_the_whole_vocabulary_proves_itself() -> None:
    """What the reference promises has to work together, not only key by key."""
    policy = load(Path(__file__).parent / "whole" / "harbour.yaml")

    outcomes = [run(policy, observe=observer(policy)) for run in (run_examples, run_scenarios)]
    assert [each for some in outcomes for each in some if not each.passed] == []
    assert len(policy.rules) == 28
    assert all(rule.examples.hit and rule.examples.miss for rule in policy.rules)
