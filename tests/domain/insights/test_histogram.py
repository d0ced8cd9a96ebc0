"""Bands of scores: nothing is counted twice or lost, and few rulings prove little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.insights.histogram import EDGES, Range, Ruled, Waiter, band_of, bands_of
from moderation.domain.review import Order, place_of
from moderation.testing.factories import review

SCORES = st.lists(st.floats(0, 1) | st.sampled_from(EDGES))


@given(waiting=SCORES, ruled=SCORES)
def test_every_score_is_in_one_band(waiting: list[float], ruled: list[float]) -> None:
    """A comment at an edge must not be decided with two bars, or with none."""
    like, place = review(), place_of(review(), Order.PRIORITY)
    waiters = [Waiter(comment_id=like.comment_id, place=place, is_blind=False, score=score) for score in waiting]
    found = bands_of(waiters, [Ruled(score=score, is_rejected=score > 0.5) for score in ruled])

    assert len(found) == 20
    assert sum(band.waiting for band in found) == len(waiting)
    assert sum(band.rejected.of for band in found) == len(ruled)
    assert sum(band.rejected.count for band in found) == sum(score > 0.5 for score in ruled)


@pytest.mark.parametrize(
    ("score", "is_held"), [(0.6, True), (0.7, True), (0.59, False), (0.8, False), (1.0, False)]
)
def test_range_holds_its_lower_end_alone(score: float, is_held: bool) -> None:
    """Ranges side by side share no comment."""
    assert Range(low=0.6, high=0.8).holds(score) is is_held
    assert Range(low=0.6, high=1.0).holds(score) is (score >= 0.6)


def test_band_tells_how_little_is_known() -> None:
    """Two of two is no proof, and a range in which nobody ruled says so."""
    ruled = [Ruled(score=0.9, is_rejected=True)] * 2 + [Ruled(score=0.2, is_rejected=False)]
    proved, unknown = (band_of(Range(low=low, high=low + 0.1), [], ruled).rejected for low in (0.85, 0.5))

    assert (proved.count, proved.of, proved.value) == (2, 2, 1.0)
    assert proved.low == pytest.approx(0.1581, abs=1e-4)
    assert (unknown.of, unknown.value) == (0, None)
