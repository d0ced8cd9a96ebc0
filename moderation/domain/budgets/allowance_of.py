"""From rulings to an allowance: cut-offs are found on one part, and proved on the other."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from moderation.domain.budgets.allowance import Allowance, Alone, RuleCutOff
from moderation.domain.budgets.budget import ErrorBudget, Proof, proof_of
from moderation.domain.budgets.cutoffs import CutOffs, block_from, blocks, hold_from, passes
from moderation.domain.budgets.interval import enough, share_of
from moderation.domain.budgets.rated import Rated, count
from moderation.domain.comment import SiteId
from moderation.domain.conditions.expression import Amount, walk_own
from moderation.domain.policy import Policy
from moderation.domain.verdict import Mode

#: The name under which rules without a score stand together.
OTHERS = "(rules without a score)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What an allowance is made from."""

    site: SiteId
    policy: Policy
    budget: ErrorBudget
    on_record: int
    #: Verdicts that people judged.
    judged: Sequence[Rated]
    #: Verdicts of every kind, a fair sample of them.
    sample: Sequence[Rated]
    per_day: float


def allowance_of(grounds: Grounds) -> Allowance:
    """Find the cut-offs that keep a budget, prove them, and say what they are worth."""
    finding = [each for each in grounds.judged if each.is_for_finding]
    proving = [each for each in grounds.judged if not each.is_for_finding]
    rules = scored_rules(grounds.policy)
    block = block_from(finding, rules=rules, allowed=grounds.budget.wrong_blocks)
    attributes = {name for each in rules.values() for name in each}
    hold = hold_from(finding, attributes=attributes, allowed=grounds.budget.missed)
    wrong_blocks = _wrong_blocks(proving, block, grounds.budget)
    missed = _missed(proving, block, hold, grounds.budget)
    now = count(grounds.judged, lambda each: each.by_chance and not each.is_stopped and not each.levels)
    return Allowance(
        site=grounds.site,
        policy=grounds.policy.ref,
        budget=grounds.budget,
        on_record=grounds.on_record,
        judged=len(grounds.judged),
        by_chance=sum(each.by_chance for each in grounds.judged),
        rules=tuple(_rule_cutoffs(grounds, block, rules)),
        hold_from=hold,
        wrong_blocks=wrong_blocks,
        missed=missed,
        missed_now=share_of(*now),
        alone=_alone(grounds.sample, block, hold, is_proved=(wrong_blocks.is_given, missed.is_given)),
        per_day=grounds.per_day,
        audit_share=grounds.policy.settings.audit_share,
    )


def scored_rules(policy: Policy) -> dict[str, dict[str, float]]:
    """Return the rules that ask for a score, each with its attributes and from which score on."""
    asked = {
        rule.id: {
            part.fact.removeprefix("score."): float(part.comparison.bound)
            for part in walk_own(rule.when)
            if isinstance(part, Amount) and part.fact.startswith("score.")
        }
        for rule in policy.rules
        if rule.mode is not Mode.OFF
    }
    return {rule: attributes for rule, attributes in asked.items() if attributes}


def _wrong_blocks(proving: Sequence[Rated], block: CutOffs, budget: ErrorBudget) -> Proof:
    removed, judged = count(proving, lambda each: blocks(each, block))
    return proof_of(judged - removed, judged, allowed=budget.wrong_blocks)


def _missed(proving: Sequence[Rated], block: CutOffs, hold: CutOffs, budget: ErrorBudget) -> Proof:
    removed, judged = count(
        proving, lambda each: each.by_chance and passes(each, hold) and not blocks(each, block)
    )
    return proof_of(removed, judged, allowed=budget.missed)


def _rule_cutoffs(grounds: Grounds, block: CutOffs, rules: dict[str, dict[str, float]]) -> list[RuleCutOff]:
    found = []
    for rule, asked in rules.items():
        attribute, holds_from = next(iter(asked.items()))
        at = max(block[rule], holds_from) if rule in block else None
        found.append(_rule_cutoff(grounds, rule, attribute=attribute, at=at))
    removed, judged = count(grounds.judged, lambda each: each.is_blocked)
    others = RuleCutOff(
        rule=OTHERS, attribute=None, block_from=None, judged=judged, wrong=judged - removed, more=0
    )
    shown = sorted(found, key=lambda each: (each.block_from is None, -each.judged, each.rule))
    return [*shown, *([others] if judged else [])]


def _rule_cutoff(grounds: Grounds, rule: str, *, attribute: str, at: float | None) -> RuleCutOff:
    removed, judged = count(grounds.judged, lambda each: each.levels.get(rule, -1.0) >= (at or 0.0))
    wrong = judged - removed
    return RuleCutOff(
        rule=rule,
        attribute=attribute,
        block_from=at,
        judged=judged,
        wrong=wrong,
        more=0 if at is not None else max(0, enough(wrong, grounds.budget.wrong_blocks) - judged),
    )


def _alone(
    sample: Collection[Rated], block: CutOffs, hold: CutOffs, *, is_proved: tuple[bool, bool]
) -> Alone | None:
    """Count what would be decided alone; what is not proved is left to people."""
    may_block, may_publish = is_proved
    if not sample or not (may_block or may_publish):
        return None
    blocked = sum(may_block and blocks(each, block) for each in sample)
    published = sum(may_publish and passes(each, hold) and not blocks(each, block) for each in sample)
    return Alone(published=published / len(sample), blocked=blocked / len(sample))
