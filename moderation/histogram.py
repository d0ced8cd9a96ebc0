"""What waits by score: how much in which range, what was decided on the like, and which reviews lie in a range."""

from dataclasses import dataclass
from datetime import datetime

from moderation.domain.comment import SiteId
from moderation.domain.insights.histogram import Range, ScoreBand, ScoreQuery, band_of, bands_of
from moderation.domain.record import StoredComment
from moderation.domain.review import Review
from moderation.ports import Storage

#: How many past rulings are looked at, the latest first.
RULINGS = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """Bands over all scores, and what lies in the chosen range."""

    bands: list[ScoreBand]
    chosen: ScoreBand
    #: Of the chosen range, the most urgent first, after the place asked for, with their comments.
    rows: list[tuple[Review, StoredComment]]
    #: Whether there are more after these.
    is_cut: bool


def histogram(
    storage: Storage,
    query: ScoreQuery,
    *,
    site: SiteId,
    chosen: Range,
    after: tuple[int, datetime, str] | None = None,
    limit: int,
) -> Histogram:
    """Return what waits by score, and what of it lies in a range.

    Blind reviews are left out, since their scores would tell what whoever rules is not to know.
    """
    with storage.read(site) as transaction:
        waiting = [each for each in transaction.desk.waiting_scores(query) if not each.is_blind]
        ruled = transaction.desk.ruled_scores(query, limit=RULINGS)
        within = sorted((_rank(*each.place), each.comment_id) for each in waiting if chosen.holds(each.score))
        left = [id for rank, id in within if after is None or rank > _rank(*after)]
        reviews = transaction.reviews.open_for_all(left[:limit])
        comments = {each.id: each for each in transaction.records.comments(left[:limit])}
    rows = [(reviews[id], comments[id]) for id in left[:limit]]
    return Histogram(
        bands=bands_of(waiting, ruled), chosen=band_of(chosen, waiting, ruled), rows=rows, is_cut=len(left) > limit
    )


def _rank(priority: int, opened_at: datetime, id: str) -> tuple[int, datetime, str]:
    """Put the higher priority first, and the older among equals, as in the queue."""
    return -priority, opened_at, id
