"""An error budget over real rulings: what a site may let the service decide alone."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from moderation.budgeting import allowance
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.budgets.allowance import Allowance
from moderation.domain.budgets.budget import ErrorBudget
from moderation.domain.policy import Settings
from moderation.domain.verdict import Outcome
from moderation.pipeline import moderate
from moderation.testing.acts import append
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, author, comment, ruled, submission
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.testing.scorers import OneLanguage, WordScorer

POLICY = policy(settings=Settings(audit_share=0.5))
Fill = Callable[..., None]


@pytest.fixture
def fill(memory: MemoryStorage) -> Fill:
    """Return what records comments of a kind, and rules on as many of them as wanted."""
    seen: list[int] = []

    def fill(text: str, *, count: int, lot: float = 1.0, rejected: int | None = None) -> None:
        numbers = [len(seen) + n for n in range(count)]
        seen.extend(numbers)
        sent = [
            submission(comment(f"{text} Number {n}.", id=f"c-{n}", author=author(f"u-{n}")), lot=lot)
            for n in numbers
        ]
        moderate(sent, policy=POLICY, scorer=WordScorer(), languages=OneLanguage(), storage=memory, at=START)
        for place, number in enumerate(numbers if rejected is not None else ()):
            outcome = Outcome.BLOCK if place < (rejected or 0) else Outcome.ALLOW
            append(memory, ruled(outcome, id=f"c-{number}", at=START + timedelta(hours=1)))

    return fill


def allowed(memory: MemoryStorage, *, share: float = 0.1) -> Allowance:
    """Return what a budget allows."""
    return allowance(
        memory,
        site=NORTH,
        policy=POLICY,
        budget=ErrorBudget(wrong_blocks=share, missed=share),
        query=VerdictQuery(),
    )


def test_rulings_on_flags_let_a_rule_block(fill: Fill, memory: MemoryStorage) -> None:
    """Moderators have approved none of a hundred, so they need not see the next one."""
    fill("You idiot.", count=100, rejected=100)

    found = allowed(memory)
    insult = found.rules[0]
    assert (insult.rule, insult.attribute, insult.block_from, insult.judged) == ("insult", "insult", 0.8, 100)
    assert found.wrong_blocks.is_given
    assert not found.missed.is_given
    assert found.alone is not None
    assert (found.alone.blocked, found.alone.published) == (1.0, 0.0)


def test_the_audit_sample_lets_the_rest_be_published(fill: Fill, memory: MemoryStorage) -> None:
    """Two hundred drawn by chance and approved stand for thousands that nobody saw."""
    fill("The fees rise.", count=80, lot=0.0, rejected=0)
    fill("The fees fall.", count=120)

    found = allowed(memory)
    assert (found.on_record, found.judged, found.by_chance) == (200, 80, 80)
    assert found.missed.is_given
    assert found.missed_now.of == 80
    assert found.alone is not None
    assert found.alone.published == 1.0


def test_rulings_that_were_not_drawn_are_left_out(fill: Fill, memory: MemoryStorage) -> None:
    """What readers reported is worse than the rest, and must not stand for it."""
    fill("The fees rise.", count=80, lot=0.0, rejected=0)
    fill("The fees fall.", count=200)
    fill("A reader reported this.", count=20, rejected=20)

    assert allowed(memory).missed_now.count == 0


def test_nothing_on_record_decides_nothing(memory: MemoryStorage) -> None:
    """A new site gets a plan, not a fault."""
    found = allowed(memory)

    assert found.alone is None
    assert found.wrong_blocks.more == 29
    assert found.per_day == 0
