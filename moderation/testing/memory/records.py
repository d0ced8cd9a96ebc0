"""The past of a site, in memory."""

from collections.abc import Collection, Iterable
from datetime import datetime

from moderation.domain.appeal import Appeal
from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision
from moderation.domain.insights.opinion import Opinion
from moderation.domain.outcome import Report
from moderation.domain.record import StoredComment
from moderation.domain.review import Review
from moderation.testing.memory.rows import SiteRows


class MemoryRecords:
    """Implements the port `Records`."""

    def __init__(self, rows: SiteRows) -> None:
        """Work on the rows of a site."""
        self._rows = rows

    def decisions(self, *, since: datetime) -> Iterable[Decision]:
        """Return the decisions of the feed from a moment on, in the order of their positions."""
        return [decision for decision in self._rows.decisions if decision.at >= since]

    def reviews(self, *, since: datetime) -> list[Review]:
        """Return the reviews that wait, and those that were opened or closed from a moment on, oldest first."""
        recent = [r for r in self._rows.reviews.values() if max(r.closed_at or since, r.opened_at) >= since]
        return sorted(recent, key=lambda review: (review.opened_at, review.id))

    def appeals(self, *, since: datetime) -> list[Appeal]:
        """Return the appeals that wait, and those that were made or decided from a moment on, oldest first."""
        recent = [a for a in self._rows.appeals.values() if max(a.decided_at or since, a.opened_at) >= since]
        return sorted(recent, key=lambda appeal: (appeal.opened_at, appeal.id))

    def reports(self, *, since: datetime) -> list[Report]:
        """Return readers' reports from a moment on, oldest first."""
        return sorted((r for r in self._rows.reports if r.at >= since), key=lambda report: report.at)

    def opinions(self, *, since: datetime) -> list[Opinion]:
        """Return what second moderators concluded from a moment on, oldest first."""
        return sorted((each for each in self._rows.opinions if each.at >= since), key=lambda each: each.at)

    def marked(self) -> list[str]:
        """Return the authors who have strikes, or whose standing a person set, by their keys."""
        struck = {row.key for row in self._rows.strikes if row.lifted_at is None}
        return sorted(struck | {key for key, row in self._rows.authors.items() if row.set_standing is not None})

    def comments(self, ids: Collection[CommentId]) -> list[StoredComment]:
        """Return some comments at their latest revision, newest first; those that are not here are left out."""
        found = [self._rows.revisions[id][-1].comment for id in set(ids) if id in self._rows.revisions]
        return sorted(found, key=lambda comment: (comment.received_at, comment.id), reverse=True)
