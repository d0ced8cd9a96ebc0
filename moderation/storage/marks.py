"""Marks of comments: by what later ones find those that link to the same site."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete

from moderation.domain.archive import PastEntry
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.record import Entry
from moderation.storage.mark_tables import MarkRow
from moderation.storage.tables import table

_marks = table(MarkRow)


class Marks:
    """The marks of one site's comments, within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def add(self, made: Sequence[tuple[Entry | PastEntry, datetime]]) -> None:
        """Keep the marks of comments that were received at some moments."""
        rows = [
            {
                "site": self._site,
                "mark": mark,
                "received_at": at,
                "comment_id": entry.decision.comment_id,
                "revision": entry.decision.revision,
            }
            for entry, at in made
            for mark in entry.submission.marks
        ]
        if rows:
            self._connection.execute(_marks.insert(), rows)

    def forget(self, comment: CommentId) -> None:
        """Forget the marks of a comment."""
        self._connection.execute(delete(_marks).where(_marks.c.site == self._site, _marks.c.comment_id == comment))
