"""Strikes, the ladder that they climb, and the standing that follows."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.standing import Ladder, Sanctioned, Standing, Step, Strike, live_strikes, standing_of
from moderation.testing.clock import START
from moderation.testing.policies import LADDER

DAY = timedelta(days=1)


def strikes(*days: float, weight: int = 1) -> list[Strike]:
    """Make strikes so many days after START."""
    return [Strike(clause="attacks", weight=weight, at=START + day * DAY) for day in days]


def after(days: float) -> datetime:
    """Return the moment so many days after START."""
    return START + days * DAY


def at(days: float, *given: float, is_verified: bool = True, ladder: Ladder = LADDER) -> Sanctioned:
    """Return the standing that strikes on some days imply at a moment."""
    return standing_of(strikes(*given), ladder, is_verified=is_verified, at=after(days))


@pytest.mark.parametrize(
    ("days", "given_on", "standing", "live", "until"),
    [
        (0, (), Standing.GOOD, 0, None),
        (1, (0,), Standing.GOOD, 1, None),
        (1, (0, 1), Standing.LIMITED, 2, 90),
        (3, (0, 1, 2), Standing.SUSPENDED, 3, 9),
        (9, (0, 1, 2), Standing.LIMITED, 3, 91),
        (9, (0, 1, 2, 8), Standing.SUSPENDED, 4, 15),
        (85, (0, 1, 85), Standing.SUSPENDED, 3, 90),
        (90, (0, 1), Standing.GOOD, 1, None),
        (91, (0, 1), Standing.GOOD, 0, None),
        (5, (0, 1, 2, 3, 4), Standing.BLOCKED, 5, 90),
        (0, (0, 1, 2), Standing.GOOD, 1, None),
    ],
    ids=[
        "none",
        "one",
        "limited",
        "suspended",
        "served",
        "again",
        "cut short",
        "lapsed",
        "all lapsed",
        "blocked",
        "to come",
    ],
)
def test_strikes_climb_and_lapse(
    days: float, given_on: tuple[float, ...], standing: Standing, live: int, until: float | None
) -> None:
    """An author must be able to count on when it ends."""
    found = at(days, *given_on)

    assert (found.standing, found.strikes) == (standing, live)
    assert found.until == (None if until is None else after(until))


def test_reason_is_the_steps_own() -> None:
    """What an author may be told is written in the policy."""
    assert at(1, 0, 1).reason == "Two comments were rejected."


def test_step_that_asks_for_no_strike_is_a_fault() -> None:
    """A ladder whose first step lies on the ground would limit everybody."""
    with pytest.raises(ValueError, match="one strike"):
        at(1, 0, ladder=Ladder(steps=(Step(at=0, standing=Standing.LIMITED),)))


@given(st.lists(st.integers(0, 100), max_size=12), st.integers(0, 200))
def test_without_a_verified_id_nobody_is_stopped(days: list[int], now: int) -> None:
    """Anybody could type another's name and have them silenced."""
    assert at(now, *days, is_verified=False).standing in (Standing.GOOD, Standing.LIMITED)


@given(st.lists(st.integers(0, 100), max_size=8), st.integers(0, 100), st.integers(100, 200))
def test_another_strike_never_helps(days: list[int], another: int, now: int) -> None:
    """A ladder with a gap would reward the next offence."""
    ladder = Ladder(window=LADDER.window, steps=tuple(step for step in LADDER.steps if step.lasts is None))
    fewer, more = at(now, *days, ladder=ladder), at(now, *days, another, ladder=ladder)

    assert fewer.standing.severity <= more.standing.severity


@given(st.permutations(strikes(0, 1, 2, 3)))
def test_order_of_the_strikes_does_not_matter(shuffled: list[Strike]) -> None:
    """What a database returns first must not decide who may write."""
    found = standing_of(shuffled, LADDER, is_verified=True, at=after(4))

    assert found == standing_of(strikes(0, 1, 2, 3), LADDER, is_verified=True, at=after(4))


@given(st.lists(st.integers(0, 100), max_size=8), st.integers(0, 200))
def test_standing_ends_when_it_says(days: list[int], now: int) -> None:
    """A date that was told to an author must hold: a moment before it still, at it no more."""
    past = [day for day in days if day <= now]
    found = at(now, *past)
    if found.until is None:
        return
    last, over = (
        standing_of(strikes(*past), LADDER, is_verified=True, at=found.until - d) for d in (DAY / 86_400, 0 * DAY)
    )

    assert last.standing is found.standing
    assert over.standing.severity < found.standing.severity


def test_heavy_strike_counts_as_several() -> None:
    """One threat weighs more than one rude word."""
    found = standing_of(strikes(0, weight=3), LADDER, is_verified=True, at=after(1))

    assert (found.standing, found.strikes) == (Standing.SUSPENDED, 3)


def test_policy_without_a_ladder_leaves_everybody_in_good_standing() -> None:
    """Strikes are then a record, and nothing follows by itself."""
    assert at(1, 0, 0, 0, ladder=Ladder()) == Sanctioned(standing=Standing.GOOD, strikes=3)


def test_live_strikes_are_those_within_the_window_oldest_first() -> None:
    """A strike counts for exactly as long as the policy says."""
    found = live_strikes(strikes(5, 0, 3), LADDER, at=after(90))

    assert [strike.at for strike in found] == [after(3), after(5)]


def test_steps_that_name_one_standing_take_the_later() -> None:
    """Who reaches a second suspension serves the longer one."""
    steps = (
        Step(at=1, standing=Standing.SUSPENDED, lasts=DAY),
        Step(at=2, standing=Standing.SUSPENDED, lasts=9 * DAY),
    )

    assert at(1, 0, 0.5, ladder=Ladder(steps=steps)).until == after(9.5)


def test_severity_rises() -> None:
    """Standings are compared, mildest first."""
    assert [standing.severity for standing in Standing] == [0, 1, 2, 3]


HALVING = Ladder(
    window=timedelta(days=90), halve_after=timedelta(days=30), steps=(Step(at=2, standing=Standing.LIMITED),)
)


@pytest.mark.parametrize(
    ("age", "weight", "standing"),
    [
        (29, 2, Standing.LIMITED),
        (30, 2, Standing.GOOD),
        (30, 4, Standing.LIMITED),
        (30, 3, Standing.GOOD),
        (90, 9, Standing.GOOD),
    ],
)
def test_older_strikes_count_half(age: int, weight: int, standing: Standing) -> None:
    """Who has behaved for a month is nearer to good standing, though nothing is forgotten yet."""
    strikes = [Strike(clause="a", weight=weight, at=START)]

    found = standing_of(strikes, HALVING, is_verified=True, at=START + timedelta(days=age))
    assert found.standing is standing


def test_a_step_ends_when_strikes_are_halved() -> None:
    """The writer is told the day on which the limit falls, not a later one."""
    strikes = [Strike(clause="a", weight=2, at=START)]

    assert standing_of(strikes, HALVING, is_verified=True, at=START).until == START + timedelta(days=30)
