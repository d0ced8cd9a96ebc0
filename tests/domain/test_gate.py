"""What newly blocks, and which look at the past counts."""

from dataclasses import replace

import pytest

from moderation.domain.gate import ENOUGH, newly_blocking, telling
from moderation.domain.policy import Policy, PolicyMode, Rule, Settings
from moderation.domain.verdict import Mode, Outcome
from moderation.testing.contracts.policies import LATER, backtest_report
from moderation.testing.policies import policy


def with_rule(id: str, /, **changes: object) -> Policy:
    """The policy with one rule changed; `verdict` is the rule's."""
    verdict = changes.pop("verdict", None)
    made: list[Rule] = []
    for rule in policy().rules:
        then = replace(rule.then, verdict=verdict) if verdict else rule.then  # type: ignore[arg-type]
        made.append(replace(rule, then=then, **changes) if rule.id == id else rule)  # type: ignore[arg-type]
    return policy(rules=tuple(made))


@pytest.mark.parametrize(
    ("after", "named"),
    [
        (policy(), ()),
        (with_rule("insult", verdict=Outcome.BLOCK), ("insult",)),
        (with_rule("insult", verdict=Outcome.BLOCK, mode=Mode.SHADOW), ()),
        (with_rule("pharmacy", id="chemist"), ("chemist",)),
        (with_rule("pharmacy", note="since May"), ()),
        (with_rule("pharmacy", when=policy().rules[0].when), ("pharmacy",)),
        (with_rule("pharmacy", verdict=Outcome.FLAG), ()),
        (with_rule("insult", mode=Mode.OFF), ()),
        (policy(settings=Settings(on_degraded=Outcome.BLOCK)), ("settings.on_degraded",)),
    ],
    ids=["nothing", "verdict", "in shadow", "new", "a note", "condition", "milder", "off", "a setting"],
)
def test_what_newly_blocks_is_named(after: Policy, named: tuple[str, ...]) -> None:
    """What does not block, or blocked the same before, needs no look."""
    assert newly_blocking(policy(), after) == named


#: The rules of the test kit's policy that block.
BLOCKERS = ("pharmacy", "stopped-author")
STRICTER = with_rule("insult", verdict=Outcome.BLOCK)
OBSERVING = policy(settings=Settings(mode=PolicyMode.OBSERVE, on_degraded=Outcome.BLOCK))


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        (OBSERVING, policy(), BLOCKERS),
        (
            OBSERVING,
            replace(OBSERVING, settings=Settings(on_degraded=Outcome.BLOCK)),
            (*BLOCKERS, "settings.on_degraded"),
        ),
        (policy(), OBSERVING, ()),
        (OBSERVING, replace(STRICTER, settings=OBSERVING.settings), ()),
    ],
    ids=["goes live", "goes live with a setting", "observes", "changes while it observes"],
)
def test_going_live_lets_block_all_that_blocks(before: Policy, after: Policy, named: tuple[str, ...]) -> None:
    """A site that observed for a month has never seen its rules block anybody."""
    assert newly_blocking(before, after) == named


def test_a_sample_counts_where_it_is_large_enough() -> None:
    """A million comments need not be looked at one by one."""
    large = replace(backtest_report(), on_record=1_000_000, looked_at=ENOUGH)

    assert large.is_telling
    assert not replace(large, looked_at=ENOUGH - 1).is_telling


def test_newest_fitting_report_tells() -> None:
    """What a rule was foretold to catch is what the last look said."""
    reports = [backtest_report(at=LATER), backtest_report(), backtest_report("bb")]

    assert telling(reports, before="00", after="aa") == reports[0]
    assert telling(reports, before="11", after="aa") is None
