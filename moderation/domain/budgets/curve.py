"""What each cut-off of a score would have been worth, by what people decided: precision and recall."""

from collections.abc import Iterable
from dataclasses import dataclass

from moderation.domain.budgets.interval import Share, share_of
from moderation.domain.budgets.rated import Rated, count

#: The cut-offs that are shown, lowest first.
STEPS = (*(step / 20 for step in range(1, 20)), 0.97, 0.99)


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """One cut-off of a score in [0, 1], over the comments that people judged."""

    at: float
    #: Of those that score so much or more: taken down.
    precision: Share
    #: Of those that people took down: scoring so much or more.
    recall: Share


def curve_of(judged: Iterable[Rated], *, attribute: str) -> tuple[CurvePoint, ...]:
    """Return precision and recall at every step, over judged comments that have the score."""
    rated = [each for each in judged if attribute in each.scores]
    removed, _ = count(rated, lambda _: True)
    points = []
    for at in STEPS:
        found, of = count(rated, lambda each, at=at: each.scores[attribute] >= at)  # type: ignore[misc]
        points.append(CurvePoint(at=at, precision=share_of(found, of), recall=share_of(found, removed)))
    return tuple(points)
