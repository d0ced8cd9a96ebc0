"""What waits, by the score that one attribute got, beside what people decided on the like."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from moderation.domain.budgets.interval import Share, share_of
from moderation.domain.comment import CommentId

#: Where bands begin and end: twenty of equal width, from 0 to 1.
EDGES = tuple(number / 20 for number in range(21))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreQuery:
    """Whose scores, and of what."""

    attribute: str
    queue: str | None = None
    clause: str | None = None
    language: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Scores from one on, and below another; 1 belongs to the range that ends with it."""

    low: float = 0.0
    high: float = 1.0

    def holds(self, score: float) -> bool:
        """Whether a score lies in the range."""
        return self.low <= score and (score < self.high or self.high >= 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiter:
    """A review that waits: where it stands in the queue, and the score of its comment."""

    comment_id: CommentId
    #: `place_of` the review by priority.
    place: tuple[int, datetime, str]
    is_blind: bool
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """What a person decided on a comment that had waited, with its score."""

    score: float
    is_rejected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreBand:
    """How many wait with scores in a range, and which share of the like was rejected."""

    range: Range
    waiting: int
    rejected: Share


def bands_of(waiting: Iterable[Waiter], ruled: Iterable[Ruled]) -> list[ScoreBand]:
    """Return a band for each of the twenty ranges, the lowest scores first."""
    counted = Counter(_place(each.score) for each in waiting)
    decided = Counter((_place(each.score), each.is_rejected) for each in ruled)
    return [
        ScoreBand(
            range=Range(low=low, high=high),
            waiting=counted[place],
            rejected=share_of(decided[place, True], decided[place, True] + decided[place, False]),
        )
        for place, (low, high) in enumerate(pairwise(EDGES))
    ]


def band_of(range: Range, waiting: Iterable[Waiter], ruled: Iterable[Ruled]) -> ScoreBand:
    """Return what waits and what was decided with scores in one range."""
    decided = [each.is_rejected for each in ruled if range.holds(each.score)]
    return ScoreBand(
        range=range,
        waiting=sum(range.holds(each.score) for each in waiting),
        rejected=share_of(sum(decided), len(decided)),
    )


def _place(score: float) -> int:
    """Return which of the bands a score lies in."""
    return bisect_right(EDGES, score, 1, len(EDGES) - 1) - 1
