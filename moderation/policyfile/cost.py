"""How long each rule takes, measured over the texts of a policy's own examples."""

from collections.abc import Callable
from statistics import median

from moderation.domain.policy import Policy
from moderation.policyfile.rehearse import observer


def cost_of(policy: Policy, *, seconds: Callable[[], float]) -> dict[str, float]:
    """Return the median microseconds that each rule takes; `seconds` is a clock.

    Every text is asked by every rule. Where the words of the lists occur is found out once a comment, for all
    rules together, and counted to none.
    """
    observe, compiled = observer(policy), policy.compiled
    examples = [example for rule in policy.rules for example in (*rule.examples.hit, *rule.examples.miss)]
    examples += [scenario.example for scenario in policy.scenarios]
    spent: dict[str, list[float]] = {rule.id: [] for _, rule, _ in compiled.rules}
    for signals in [observe(example.text, example) for example in examples]:
        for _, rule, check in compiled.rules:
            # A look of its own for each rule: what one has looked up, the next would find for nothing.
            scene = compiled.scene(signals)
            began = seconds()
            check(scene)
            spent[rule.id].append(seconds() - began)
    return {rule: median(times) * 1e6 for rule, times in spent.items() if times}
