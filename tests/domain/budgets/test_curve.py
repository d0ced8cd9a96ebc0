"""Precision and recall by cut-off: what an editor reads off before moving a threshold."""

from moderation.domain.budgets.curve import STEPS, curve_of
from moderation.domain.budgets.rated import Rated


def rated(score: float, *, is_removed: bool | None, attribute: str = "insult") -> Rated:
    """A comment that scores so much, and what people made of it."""
    return Rated(
        scores={attribute: score},
        levels={},
        attributes={},
        is_stopped=False,
        is_blocked=False,
        is_removed=is_removed,
        by_chance=False,
        is_for_finding=False,
    )


def test_higher_cutoff_is_surer_and_finds_less() -> None:
    """Of four taken down two score high; of the low ones half was fine."""
    judged = [
        *(rated(0.9, is_removed=True) for _ in range(2)),
        *(rated(0.5, is_removed=True) for _ in range(2)),
        *(rated(0.5, is_removed=False) for _ in range(2)),
    ]

    points = {each.at: each for each in curve_of(judged, attribute="insult")}
    assert tuple(points) == STEPS
    assert (points[0.9].precision.value, points[0.9].recall.value) == (1.0, 0.5)
    assert (points[0.5].precision.count, points[0.5].precision.of, points[0.5].recall.value) == (4, 6, 1.0)
    assert points[0.5].precision.low < 4 / 6 < points[0.5].precision.high
    assert points[0.95].precision.value is None


def test_what_nobody_judged_and_other_scores_say_nothing() -> None:
    """A figure over comments that nobody looked at would be made up."""
    judged = [rated(0.9, is_removed=None), rated(0.9, is_removed=True, attribute="threat")]

    assert {each.precision.of for each in curve_of(judged, attribute="insult")} == {0}
