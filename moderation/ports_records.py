"""What insights and reports read of the past: plain rows of a period, without a text."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Protocol

from moderation.domain.appeal import Appeal
from moderation.domain.comment import CommentId
from moderation.domain.insights.decided import Decided, Waited
from moderation.domain.insights.opinion import Opinion
from moderation.domain.outcome import Report
from moderation.domain.record import StoredComment


class Records(Protocol):
    """What happened on a site since a moment."""

    def decisions(self, *, since: datetime) -> Iterable[Decided]:
        """Return what is counted of the feed's decisions from a moment on, in the order of their positions."""
        ...

    def reviews(self, *, since: datetime) -> Sequence[Waited]:
        """Return the reviews that wait, and those that were opened or closed from a moment on, oldest first."""
        ...

    def appeals(self, *, since: datetime) -> list[Appeal]:
        """Return the appeals that wait, and those that were made or decided from a moment on, oldest first."""
        ...

    def reports(self, *, since: datetime) -> list[Report]:
        """Return readers' reports from a moment on, oldest first."""
        ...

    def opinions(self, *, since: datetime) -> list[Opinion]:
        """Return what second moderators concluded from a moment on, oldest first."""
        ...

    def marked(self) -> list[str]:
        """Return the authors who have strikes, or whose standing a person set, by their keys."""
        ...

    def comments(self, ids: Collection[CommentId]) -> list[StoredComment]:
        """Return some comments at their latest revision, newest first; those that are not here are left out."""
        ...
