"""What each rule does, in figures that a person can check."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from moderation.braking import count
from moderation.domain.budgets.interval import share_of
from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision
from moderation.domain.insights.figures import RuleFigures
from moderation.domain.review import Ruling
from moderation.figures import figures
from moderation.review import RulingRequest, rule_on_comment
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH, author
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy

Judge = Callable[..., Decision]


@pytest.fixture
def judged(memory: MemoryStorage, judge: Judge, clock: FixedClock) -> list[Decision]:
    """Ten comments, three of them insults of which people confirmed two."""
    made = [judge(f"Fee number {n}.", id=f"c-{n}", author=author(f"u-{n}")) for n in range(7)]
    for n, ruling in enumerate((Ruling.REJECT, Ruling.REJECT, Ruling.APPROVE)):
        id = f"i-{n}"
        made.append(judge(f"You idiot, number {n}.", id=id, author=author(f"v-{n}")))
        request = RulingRequest(ruling=ruling, moderator="mia")
        at = clock.advance(seconds=1)
        rule_on_comment(memory, request, site=NORTH, id=CommentId(id), policy=policy(), at=at)
    count(memory, site=NORTH)
    return made


def of(memory: MemoryStorage, rule: str, **more: object) -> RuleFigures:
    """The figures of one rule."""
    found = figures(memory, policy(), site=NORTH, **more)  # type: ignore[arg-type]
    return next(each for each in found if each.rule == rule)


def test_rule_is_told_with_its_matches_and_precision(memory: MemoryStorage, judged: list[Decision]) -> None:
    """Two of three is a guess: the interval says so."""
    found = of(memory, "insult", cost={"insult": 3.5})

    assert (found.matches, found.shadow, found.share, found.cost) == (3, 0, 0.3, 3.5)
    assert found.precision == share_of(2, 3)
    assert (round(found.precision.low, 2), round(found.precision.high, 2)) == (0.09, 0.99)
    assert found.last_at == judged[-1].at


def test_rule_that_never_held_is_told_too(memory: MemoryStorage, judged: list[Decision]) -> None:
    """A rule that finds nothing for a year is one to take out."""
    found = of(memory, "pharmacy")

    assert (found.matches, found.last_at, found.precision.value, found.cost) == (0, None, None, None)


def test_rulings_count_once(memory: MemoryStorage, judged: list[Decision]) -> None:
    """A ruling is a decision too, but no second verdict."""
    count(memory, site=NORTH)

    assert of(memory, "insult").matches == 3


def test_period_may_be_bounded(memory: MemoryStorage, judged: list[Decision], clock: FixedClock) -> None:
    """This week's figures, not last year's."""
    later = clock.now() + timedelta(days=1)

    found = of(memory, "insult", since=later)
    assert (found.matches, found.precision.of) == (0, 0)
