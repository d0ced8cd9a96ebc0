"""Authors' objections to decisions."""

import dataclasses
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, RowMapping, select, update

from moderation.domain.appeal import Appeal, AppealId, AppealState
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.errors import NotFound
from moderation.storage.tables import AppealRow, table

_appeals = table(AppealRow)
_FIELDS = [field.name for field in dataclasses.fields(Appeal)]


class AppealRepository:
    """Implements the port `Appeals` for one site within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def add(self, appeal: Appeal) -> None:
        """Keep a new appeal."""
        self._connection.execute(_appeals.insert(), _row(appeal))

    def save(self, appeal: Appeal) -> None:
        """Keep a changed appeal."""
        where = _appeals.c.site == self._site, _appeals.c.id == appeal.id
        self._connection.execute(update(_appeals).where(*where).values(_row(appeal)))

    def get(self, id: AppealId) -> Appeal:
        """Return one appeal."""
        where = _appeals.c.site == self._site, _appeals.c.id == id
        row = self._connection.execute(select(_appeals).where(*where)).mappings().one_or_none()
        if row is None:
            raise NotFound(f"There is no appeal '{id}' on this site.")
        return appeal_of(row)

    def of_comment(self, id: CommentId) -> list[Appeal]:
        """Return every appeal about a comment, oldest first."""
        where = _appeals.c.site == self._site, _appeals.c.comment_id == id
        found = map(appeal_of, self._connection.execute(select(_appeals).where(*where)).mappings())
        # Put in order here: asked to, SQLite would look through all appeals, which an index holds in order.
        return sorted(found, key=lambda appeal: (appeal.opened_at, appeal.id))

    def open_for(self, id: CommentId) -> Appeal | None:
        """Return the appeal of a comment that nobody has decided."""
        return next((appeal for appeal in self.of_comment(id) if appeal.state is AppealState.OPEN), None)

    def page(self, *, states: Collection[AppealState], limit: int) -> list[Appeal]:
        """Return appeals in some states, newest first."""
        where = _appeals.c.site == self._site, _appeals.c.state.in_([state.value for state in states])
        order = _appeals.c.opened_at.desc(), _appeals.c.id
        rows = self._connection.execute(select(_appeals).where(*where).order_by(*order).limit(limit)).mappings()
        return [appeal_of(row) for row in rows]


def appeal_of(row: RowMapping) -> Appeal:
    """Turn a row into an appeal."""
    return Appeal(**{name: row[name] for name in _FIELDS if name != "state"}, state=AppealState(row["state"]))


def _row(appeal: Appeal) -> dict[str, Any]:
    return {name: getattr(appeal, name) for name in _FIELDS} | {"state": appeal.state.value}
