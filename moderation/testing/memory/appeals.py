"""Authors' objections, in memory."""

from collections.abc import Collection

from moderation.domain.appeal import Appeal, AppealId, AppealState
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.errors import NotFound
from moderation.testing.memory.rows import SiteRows


class MemoryAppeals:
    """Implements the port `Appeals`."""

    def __init__(self, rows: SiteRows, site: SiteId) -> None:
        """Work on the rows of a site."""
        self._rows = rows

    def add(self, appeal: Appeal) -> None:
        """Keep a new appeal."""
        self._rows.appeals[appeal.id] = appeal

    def save(self, appeal: Appeal) -> None:
        """Keep a changed appeal."""
        self._rows.appeals[appeal.id] = appeal

    def get(self, id: AppealId) -> Appeal:
        """Return one appeal."""
        if id not in self._rows.appeals:
            raise NotFound(f"There is no appeal '{id}' on this site.")
        return self._rows.appeals[id]

    def of_comment(self, id: CommentId) -> list[Appeal]:
        """Return every appeal about a comment, oldest first."""
        mine = [appeal for appeal in self._rows.appeals.values() if appeal.comment_id == id]
        return sorted(mine, key=lambda appeal: (appeal.opened_at, appeal.id))

    def open_for(self, id: CommentId) -> Appeal | None:
        """Return the appeal of a comment that nobody has decided."""
        return next((appeal for appeal in self.of_comment(id) if appeal.state is AppealState.OPEN), None)

    def page(self, *, states: Collection[AppealState], limit: int) -> list[Appeal]:
        """Return appeals in some states, newest first."""
        found = sorted(self._rows.appeals.values(), key=lambda appeal: appeal.id)
        found.sort(key=lambda appeal: appeal.opened_at, reverse=True)
        return [appeal for appeal in found if appeal.state in states][:limit]
