"""Whether a policy does what its own examples and scenarios say."""

from datetime import date

from moderation.domain.errors import PolicyInvalid
from moderation.domain.policy import Policy
from moderation.policyfile.examples import ExampleOutcome, run_examples, run_scenarios
from moderation.policyfile.rehearse import observer
from moderation.ports import LanguageDetector

#: So many failures are told at once.
_MOST_TOLD = 20


def prove(policy: Policy, *, languages: LanguageDetector | None = None, today: date | None = None) -> None:
    """Run every example and scenario, in the language that is told, as on a day.

    Raises:
        PolicyInvalid: with those that fail.
    """
    observe = observer(policy, languages=languages)
    outcomes = run_examples(policy, observe=observe) + run_scenarios(policy, observe=observe, today=today)
    failed = [each for each in outcomes if not each.passed]
    if not failed:
        return
    told = [f"{_named(each)}: {each.text}\n  = {each.found}" for each in failed]
    count = f"{len(failed)} of {len(outcomes)} examples fail, and until they pass it cannot go live."
    raise PolicyInvalid("\n".join([count, *told[:_MOST_TOLD]]))


def _named(outcome: ExampleOutcome) -> str:
    return f"{outcome.rule}, {outcome.expectation}" if outcome.rule else outcome.expectation.value
