"""What waits by score: the range that was chosen, page by page, and nothing that is to be judged blind."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from moderation.domain.comment import CommentId
from moderation.domain.insights.histogram import Range, ScoreQuery
from moderation.domain.review import AUDIT
from moderation.domain.verdict import Outcome
from moderation.histogram import Histogram, histogram
from moderation.testing.clock import START
from moderation.testing.contracts.desk import keep_scored, rule_on
from moderation.testing.factories import NORTH
from moderation.testing.memory.storage import MemoryStorage

TOXICITY = ScoreQuery(attribute="toxicity")


def change(memory: MemoryStorage, id: str, **changes: Any) -> None:
    """Change the review of a comment."""
    rows = memory.rows(NORTH)
    review = next(each for each in rows.reviews.values() if each.comment_id == CommentId(id))
    rows.reviews[review.id] = replace(review, **changes)


def seen(found: Histogram) -> list[str]:
    """Return the ids of the comments that are listed."""
    return [comment.id for _, comment in found.rows]


def test_range_is_listed_page_by_page_the_most_urgent_first(memory: MemoryStorage) -> None:
    """What is ticked is what is shown; the rest comes on the next page, each once."""
    for number in range(8):
        keep_scored(memory, f"c-{number}", toxicity=number / 10)
        change(memory, f"c-{number}", priority=90 if number == 6 else 50, opened_at=START - timedelta(number))
    chosen = Range(low=0.2, high=0.7)
    first = histogram(memory, TOXICITY, site=NORTH, chosen=chosen, limit=3)
    last = first.rows[-1][0]
    after = last.priority, last.opened_at, last.id
    second = histogram(memory, TOXICITY, site=NORTH, chosen=chosen, after=after, limit=3)

    assert (seen(first), first.is_cut) == (["c-6", "c-5", "c-4"], True)
    assert (seen(second), second.is_cut) == (["c-3", "c-2"], False)
    assert (first.chosen.waiting, sum(band.waiting for band in first.bands)) == (5, 8)


def test_rulings_on_the_like_stand_beside(memory: MemoryStorage) -> None:
    """Before deciding twenty at once one sees how the newsroom decided on such scores."""
    for id, score, outcome in (("c-1", 0.9, Outcome.BLOCK), ("c-2", 0.95, Outcome.ALLOW), ("c-3", 0.1, None)):
        keep_scored(memory, id, toxicity=score)
        if outcome is not None:
            rule_on(memory, id, outcome)
    found = histogram(memory, TOXICITY, site=NORTH, chosen=Range(low=0.85, high=1.0), limit=5)

    assert (found.chosen.waiting, found.chosen.rejected.count, found.chosen.rejected.of) == (0, 1, 2)
    assert found.rows == []


def test_what_is_judged_blind_is_in_no_bar(memory: MemoryStorage) -> None:
    """A score in the list would tell what whoever rules is not to know."""
    keep_scored(memory, "c-1", toxicity=0.9)
    change(memory, "c-1", queue=AUDIT)
    found = histogram(memory, TOXICITY, site=NORTH, chosen=Range(), limit=5)

    assert (found.rows, found.chosen.waiting) == ([], 0)
