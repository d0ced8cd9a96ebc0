"""Exact bounds on a share, against sums that a schoolbook would do."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.budgets.interval import CONFIDENCE, enough, lower, share_of, upper


def at_most(count: int, of: int, share: float) -> float:
    """Return how likely at most so many are, by adding up the binomial distribution."""
    return sum(comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(count + 1))


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.308497),
        (1, 10, 0.002529, 0.445016),
        (5, 10, 0.187086, 0.812914),
        (10, 10, 0.691503, 1.0),
        (3, 100, 0.006230, 0.085176),
        (0, 0, 0.0, 1.0),
    ],
)
def test_bounds_are_those_of_the_tables(count: int, of: int, low: float, high: float) -> None:
    """The interval is in every textbook; ours must be the same."""
    found = share_of(count, of)

    assert (round(found.low, 6), round(found.high, 6)) == (low, high)


@given(of=st.integers(1, 300), part=st.floats(0, 1))
def test_at_the_upper_bound_so_few_are_just_unlikely_enough(of: int, part: float) -> None:
    """That is what the bound means, so it is proved against the definition and not against itself."""
    count = min(int(part * of), of - 1)

    assert at_most(count, of, upper(count, of)) == pytest.approx(1 - CONFIDENCE, abs=1e-9)


@given(of=st.integers(1, 300), part=st.floats(0, 1))
def test_the_lower_bound_mirrors_the_upper_one(of: int, part: float) -> None:
    """What is wrong of all is what is not right of all."""
    count = int(part * of)

    assert lower(count, of) == pytest.approx(1 - upper(of - count, of), abs=1e-9)


@pytest.mark.parametrize("of", [1_000, 1_000_000, 100_000_000])
def test_bounds_hold_where_there_are_many(of: int) -> None:
    """An archive of years is counted like a week: nought of many is some three of as many."""
    assert upper(0, of) * of == pytest.approx(2.9957, rel=2e-3)
    assert lower(of // 2, of) < 0.5 < upper(of // 2, of)


@given(count=st.integers(0, 12), percent=st.integers(1, 60))
def test_enough_is_the_least_that_proves_it(count: int, percent: int) -> None:
    """An editor who is told that 299 are enough must not find that 298 were."""
    found = enough(count, percent / 100)

    assert upper(count, found) <= percent / 100 < upper(count, found - 1)


@pytest.mark.parametrize("share", [0.0, 1.0, -0.1])
def test_what_cannot_be_proved_is_refused(share: float) -> None:
    """No number of rulings proves that nothing is ever wrong."""
    with pytest.raises(ValueError, match="between 0 and 1"):
        enough(0, share)
