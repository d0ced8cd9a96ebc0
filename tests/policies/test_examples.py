"""Every rule that ships proves itself, and says to people what it does."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from moderation.domain.policy import Policy
from moderation.domain.verdict import Mode, Outcome
from moderation.policyfile.examples import run_examples, run_scenarios
from moderation.policyfile.lint import lint
from moderation.policyfile.rehearse import observer
from moderation.policyfile.swap import run_swaps
from moderation.scoring.language import Langid

pytestmark = pytest.mark.no_cover  # see [tool.coverage.run]

_POLICIES = Path(__file__).parents[2] / "policies"
_FILES = ["default.yaml", "sites/asbarez.yaml"]


@pytest.fixture(params=["default_policy", "site_policy"])
def policy(request: pytest.FixtureRequest) -> Policy:
    """Each policy that ships."""
    chosen = request.getfixturevalue(request.param)
    assert isinstance(chosen, Policy)
    return chosen


@pytest.mark.parametrize("run", [run_examples, run_scenarios])
def test_examples_and_scenarios_pass(policy: Policy, run: Callable[..., list[object]]) -> None:
    """An editor changes a list and sees at once which promise that breaks."""
    outcomes = run(policy, observe=observer(policy, languages=Langid()))

    assert outcomes
    assert [outcome for outcome in outcomes if not getattr(outcome, "passed")] == []  # noqa: B009


def test_no_group_is_judged_otherwise_than_another(policy: Policy) -> None:
    """What we ask of other editors we do ourselves, and where we do not we say why."""
    fairness = run_swaps(policy, observe=observer(policy, languages=Langid()))

    assert fairness.texts > 400
    assert fairness.findings == ()
    assert fairness.idle == ()


def test_each_rule_has_three_hits_and_three_misses(policy: Policy) -> None:
    """One example proves a typo; three either way prove a meaning."""
    thin = [r.id for r in policy.rules if len(r.examples.hit) < 3 or len(r.examples.miss) < 3]

    assert thin == []


def test_the_default_policy_is_a_real_one(default_policy: Policy) -> None:
    """Speed is promised for a policy of thirty rules, so the default may not be smaller."""
    live = [rule for rule in default_policy.rules if rule.mode is Mode.LIVE]

    assert len(live) >= 30
    assert len(default_policy.scenarios) >= 15


@pytest.mark.parametrize("file", _FILES)
def test_shipped_policies_have_no_lint(file: str) -> None:
    """What we advise others against, we do not ship."""
    advice = lint(_POLICIES / file, today=date(2026, 11, 23))

    assert [str(fault) for fault in advice] == []


def test_a_score_alone_never_blocks(policy: Policy) -> None:
    """A model may be wrong in ways that nobody can explain, so a person decides what it alone finds."""
    blocking = {rule.id for rule in policy.rules if rule.then.verdict is Outcome.BLOCK}

    asked = {fact for rule in policy.rules if rule.id in blocking for fact in rule.asks}

    assert not any(fact.startswith("score.") for fact in asked)


def test_newcomers_are_only_watched(policy: Policy) -> None:
    """Holding first comments costs readers; a site decides that with figures before it."""
    [mode] = [rule.mode for rule in policy.rules if rule.id == "newcomer"]

    assert mode is Mode.SHADOW


def test_writers_are_told_about_the_text_and_not_which_words_are_listed(policy: Policy) -> None:
    """Whoever is told the list learns the way around it; whoever is called names writes no better."""
    messages = [
        f"{c.writer.title} {c.writer.message} {c.writer.advice}" for c in policy.clauses.values() if c.writer
    ]

    assert len(messages) == len(policy.clauses)
    assert not [m for m in messages if "you are" in m.casefold() or "list" in m.casefold().split()]
