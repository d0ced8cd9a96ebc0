"""A policy proved by its own examples and scenarios."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from moderation.domain.example import Example, Scenario
from moderation.domain.policy import Policy, Rule, evaluate
from moderation.domain.signals import Signals
from moderation.domain.verdict import Mode, Outcome

#: Prepares the signals of an example's text.
Observe = Callable[[str, Example], Signals]


class Expectation(StrEnum):
    """What an example is there to show."""

    #: The rule holds.
    HIT = "hit"
    #: It does not.
    MISS = "miss"
    #: It holds though it should not, and that is accepted.
    KNOWN_FP = "known_fp"
    #: The whole policy gives the verdict.
    SCENARIO = "scenario"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleOutcome:
    """How an example went."""

    #: The rule's id; empty for a scenario.
    rule: str
    expectation: Expectation
    text: str
    passed: bool
    #: What was expected and what came, in words.
    found: str


def run_examples(policy: Policy, *, observe: Observe) -> list[ExampleOutcome]:
    """Run the examples of every rule: whether that one holds, whatever its mode and what others say.

    All rules are asked at once, since to compile each by itself takes many times as long.
    """
    asked = _with_all_asked(policy)
    return [outcome for rule in policy.rules for outcome in _rule_outcomes(asked, rule, observe)]


def run_scenarios(policy: Policy, *, observe: Observe, today: date | None = None) -> list[ExampleOutcome]:
    """Run the scenarios against the whole policy, without the rules that have expired by `today`."""
    asked = as_on(policy, today)
    return [_scenario_outcome(asked, scenario, observe) for scenario in policy.scenarios]


def as_on(policy: Policy, today: date | None) -> Policy:
    """Return the policy without the rules that have expired by a day; `None` is before any does."""
    lasting = tuple(rule for rule in policy.rules if not rule.has_expired(today))
    return policy if len(lasting) == len(policy.rules) else replace(policy, rules=lasting)


def alone(policy: Policy, rule: Rule) -> Policy:
    """Return a policy of this one rule, live, under which nothing else can hold."""
    return replace(
        policy,
        rules=(replace(rule, mode=Mode.LIVE),),
        settings=replace(policy.settings, unmeasured_language=Outcome.ALLOW, default_verdict=Outcome.ALLOW),
    )


def _with_all_asked(policy: Policy) -> Policy:
    """Return the policy with rules that are off in shadow, where they are asked."""
    if all(rule.mode is not Mode.OFF for rule in policy.rules):
        return policy
    asked = (replace(rule, mode=Mode.SHADOW) if rule.mode is Mode.OFF else rule for rule in policy.rules)
    return replace(policy, rules=tuple(asked))


def _rule_outcomes(policy: Policy, rule: Rule, observe: Observe) -> list[ExampleOutcome]:
    groups: Sequence[tuple[Expectation, Sequence[Example]]] = (
        (Expectation.HIT, rule.examples.hit),
        (Expectation.MISS, rule.examples.miss),
        (Expectation.KNOWN_FP, rule.examples.known_fp),
    )
    return [_outcome(policy, rule, kind, example, observe) for kind, examples in groups for example in examples]


def _outcome(policy: Policy, rule: Rule, kind: Expectation, example: Example, observe: Observe) -> ExampleOutcome:
    verdict = evaluate(policy, observe(example.text, example))
    match = next((each for each in (*verdict.matches, *verdict.shadow) if each.rule == rule.id), None)
    holds = match is not None
    found = f"holds: {match.message}" if match else "does not hold"
    if kind is Expectation.KNOWN_FP and not holds:
        found = "no longer holds; move it to `miss`"
    passed = holds is (kind is not Expectation.MISS)
    return ExampleOutcome(rule=rule.id, expectation=kind, text=example.text, passed=passed, found=found)


def _scenario_outcome(policy: Policy, scenario: Scenario, observe: Observe) -> ExampleOutcome:
    verdict = evaluate(policy, observe(scenario.example.text, scenario.example))
    outcome = verdict.would_be or verdict.outcome
    fired = {match.rule for match in (*verdict.matches, *verdict.shadow)}
    complaints = [f"expected {scenario.expect}, got {outcome}"] if outcome is not scenario.expect else []
    asked = {rule.id for rule in policy.rules}
    complaints += [
        f"'{rule}' did not fire" + ("" if rule in asked else ", since it has expired")
        for rule in scenario.fired
        if rule not in fired
    ]
    complaints += [f"'{rule}' fired" for rule in scenario.not_fired if rule in fired]
    because = f"{outcome}: {', '.join(sorted(fired)) or 'no rule holds'}"
    return ExampleOutcome(
        rule="",
        expectation=Expectation.SCENARIO,
        text=scenario.example.text,
        passed=not complaints,
        found="; ".join([*complaints, because]) if complaints else because,
    )
