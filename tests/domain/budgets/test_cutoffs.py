"""Cut-offs keep what they promise, and say so when they cannot."""

from random import Random
from typing import Any

import pytest

from moderation.domain.budgets.allowance import Allowance
from moderation.domain.budgets.allowance_of import OTHERS, Grounds, allowance_of, scored_rules
from moderation.domain.budgets.budget import ErrorBudget
from moderation.domain.budgets.cutoffs import block_from, hold_from, passes
from moderation.domain.budgets.rated import PARTS, Rated
from moderation.domain.conditions.expression import AllOf, Amount, Comparison, Terms, Word
from moderation.domain.policy import Rule, Settings, Then
from moderation.domain.verdict import Mode, Outcome
from moderation.testing.factories import NORTH
from moderation.testing.policies import policy


def rated(score: float = 0.1, *, is_removed: bool | None = False, **changes: Any) -> Rated:
    """Make a verdict that was judged whatever it was; the rule `insult` holds from 0.5 on."""
    levels = {"insult": score} if score >= 0.5 else {}
    made: dict[str, Any] = {
        "scores": {"insult": score},
        "levels": levels,
        "attributes": dict.fromkeys(levels, "insult"),
        "is_stopped": False,
        "is_blocked": False,
        "is_removed": is_removed,
        "by_chance": True,
        "is_for_finding": False,
    }
    return Rated(**made | changes)


def site(random: Random, *, count: int, wrong_above: float, missed: float = 0.005) -> list[Rated]:
    """Invent a site whose comments above 0.5 are taken down, but for a share of them."""
    found = []
    for number in range(count):
        score = random.random() ** 2
        chance = (1 - wrong_above) if score >= 0.5 else missed
        found.append(
            rated(round(score, 3), is_removed=random.random() < chance, is_for_finding=number % PARTS == 0)
        )
    return found


def allowed(judged: list[Rated], *, wrong: float = 0.05, missed: float = 0.05, share: float = 0.0) -> Allowance:
    """Return what a budget allows."""
    return allowance_of(
        Grounds(
            site=NORTH,
            policy=policy(settings=Settings(audit_share=share)),
            budget=ErrorBudget(wrong_blocks=wrong, missed=missed),
            on_record=len(judged),
            judged=judged,
            sample=judged,
            per_day=100.0,
        )
    )


def test_a_good_score_may_block_and_the_rest_is_published() -> None:
    """That is the promise: state the mistakes, and get the work that need not be done."""
    found = allowed(site(Random(1), count=3_000, wrong_above=0.005))

    assert found.wrong_blocks.is_given
    assert found.missed.is_given
    assert found.rules[0].rule == "insult"
    assert found.rules[0].block_from == 0.8  # from where the rule itself holds
    assert found.alone is not None
    assert found.alone.blocked == pytest.approx(0.29, abs=0.04)
    assert found.alone.published + found.alone.blocked + found.alone.for_people == pytest.approx(1)


def test_the_cut_off_lies_where_the_score_begins_to_be_right() -> None:
    """Below it people decide, above it they need not."""
    random = Random(2)
    judged = [
        rated(score, is_removed=score >= 0.8 or random.random() < 0.5, is_for_finding=n % PARTS == 0)
        for n in range(3_000)
        if (score := round(0.5 + 0.5 * random.random(), 3))
    ]

    assert allowed(judged).rules[0].block_from == pytest.approx(0.8, abs=0.05)


def test_a_rule_that_errs_too_often_may_block_nowhere() -> None:
    """No number of rulings makes a bad rule a good one, and none is promised to."""
    found = allowed(site(Random(3), count=2_000, wrong_above=0.3))

    assert found.rules[0].block_from is None
    assert found.rules[0].more > 0
    assert found.wrong_blocks.of == 0
    assert found.alone is not None
    assert found.alone.blocked == 0


@pytest.mark.parametrize("wrong", [0.06, 0.08])
def test_a_proof_is_wrong_in_few_cases_though_many_cut_offs_were_tried(wrong: float) -> None:
    """The bound has to mean what it says: at most one site in twenty is told what is not so."""
    fooled = sum(
        proof.is_given and proof.of > 0
        for seed in range(120)
        if (proof := allowed(site(Random(seed), count=900, wrong_above=wrong)).wrong_blocks)
    )

    assert fooled <= 0.05 * 120


def test_too_few_rulings_say_how_many_are_wanted() -> None:
    """On the first day the answer is a number, not a shrug."""
    lines = list(allowed(site(Random(4), count=30, wrong_above=0.0)).lines())

    assert any(line.startswith("So it may decide nothing alone yet.") for line in lines)
    assert any("more rulings on what rules find" in line for line in lines)
    assert any("more rulings on comments that chance draws" in line for line in lines)
    assert "No audit sample is drawn: write 'audit_share: 1%' into the policy's settings." in lines


def test_an_audit_sample_says_how_long_it_takes() -> None:
    """An editor plans in weeks."""
    lines = list(allowed([], missed=0.02, share=0.01).lines())

    assert lines[-1] == "At 1 % of 100 comments a day that takes 224 days."


def test_what_people_overlooked_is_held_by_the_score_that_tells_it() -> None:
    """Some faults that no rule finds score high enough to be looked at."""
    random = Random(5)
    judged = [
        rated(score, is_removed=score >= 0.4 and random.random() < 0.8, is_for_finding=n % PARTS == 0)
        for n in range(3_000)
        if (score := round(0.5 * random.random(), 3)) is not None
    ]

    found = allowed(judged, missed=0.02)
    assert found.hold_from == {"insult": 0.4}
    assert found.missed.is_given
    assert found.missed_now.value == pytest.approx(0.16, abs=0.03)


def test_what_no_score_tells_is_not_held_in_vain() -> None:
    """Coded language scores low; holding everything else would not find it."""
    judged = [rated(0.1, is_removed=n % 10 == 0) for n in range(900)]

    assert hold_from(judged, attributes=["insult"], allowed=0.02) == {}


def test_what_was_not_drawn_by_chance_says_nothing_about_what_is_published() -> None:
    """Rulings on what readers reported would make every site look bad."""
    judged = [rated(is_removed=True, by_chance=False) for _ in range(500)]

    found = allowed(judged)
    assert (found.missed.of, found.by_chance) == (0, 0)


def test_rules_that_keep_the_budget_alone_must_keep_it_together() -> None:
    """Each of two rules may err a little, and both together too much."""
    both = {"insult": 0.99, "threat": 0.99}
    right = [rated(levels=both, is_removed=True, is_for_finding=True) for _ in range(191)]
    wrong = [rated(levels={name: 0.99}, is_for_finding=True) for name in both for _ in range(9)]

    assert block_from([*right, *wrong[:9]], rules=["threat", "insult"], allowed=0.07).keys() == both.keys()
    found = block_from([*right, *wrong], rules=["threat", "insult"], allowed=0.07)

    assert set(found) == {"insult"}


def test_blocks_by_other_rules_count_against_the_budget() -> None:
    """The editor allowed a share of all blocks, not only of those by a score."""
    found = allowed([rated(is_blocked=True, is_stopped=True, is_removed=n > 0) for n in range(20)])

    assert (found.wrong_blocks.mistakes, found.wrong_blocks.of) == (1, 20)
    assert (found.rules[-1].rule, found.rules[-1].wrong) == (OTHERS, 1)


def test_what_a_rule_stops_is_not_published() -> None:
    """A word list holds it, whatever the scores say."""
    assert passes(rated(), {})
    assert not passes(rated(is_stopped=True), {})
    assert not passes(rated(0.6), {"insult": 0.6})


def test_rules_by_score_are_known_with_their_attributes() -> None:
    """Only where a score is asked for is there a cut-off to find."""
    flag, half = Then(verdict=Outcome.FLAG), Comparison(">=", 0.5)
    word = Word(terms=Terms(words=("clown",)))
    rules = (
        Rule(id="words", clause="attacks", when=word, then=flag),
        Rule(
            id="both",
            clause="attacks",
            when=AllOf(parts=(word, Amount(fact="score.insult", comparison=half))),
            then=flag,
        ),
        Rule(
            id="off", clause="attacks", mode=Mode.OFF, when=Amount(fact="score.threat", comparison=half), then=flag
        ),
        Rule(id="links", clause="attacks", when=Amount(fact="links", comparison=half), then=flag),
    )

    assert scored_rules(policy(rules=rules)) == {"both": {"insult": 0.5}}
