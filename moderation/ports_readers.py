"""What use cases need to keep of what readers and authors object to: reports and appeals."""

from collections.abc import Collection
from typing import Protocol

from moderation.domain.appeal import Appeal, AppealId, AppealState
from moderation.domain.comment import CommentId
from moderation.domain.outcome import Report


class Appeals(Protocol):
    """Authors' objections to decisions."""

    def add(self, appeal: Appeal) -> None:
        """Keep a new appeal."""
        ...

    def save(self, appeal: Appeal) -> None:
        """Keep a changed appeal."""
        ...

    def get(self, id: AppealId) -> Appeal:
        """Return one appeal.

        Raises:
            NotFound: if the site has no such appeal.
        """
        ...

    def of_comment(self, id: CommentId) -> list[Appeal]:
        """Return every appeal about a comment, oldest first."""
        ...

    def open_for(self, id: CommentId) -> Appeal | None:
        """Return the appeal of a comment that nobody has decided."""
        ...

    def page(self, *, states: Collection[AppealState], limit: int) -> list[Appeal]:
        """Return appeals in some states, newest first."""
        ...


class Reports(Protocol):
    """Readers' notices."""

    def add(self, report: Report) -> int:
        """Keep a report, once for each reporter and revision; returns how many the revision has."""
        ...
