"""Comments that stood before the service was there: placed before the feed begins."""

import dataclasses
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, bindparam, func, select

from moderation.domain.archive import PastEntry
from moderation.domain.comment import CommentId, SiteId
from moderation.storage.authors import AuthorRepository
from moderation.storage.coding import signals_to_bytes
from moderation.storage.comments import past_comment_row
from moderation.storage.decisions import decision_row
from moderation.storage.marks import Marks
from moderation.storage.tables import CommentRow, DecisionRow, LabelRow, among, table

_comments, _decisions, _labels = table(CommentRow), table(DecisionRow), table(LabelRow)

_TEXTS = select(_comments.c.id, _comments.c.text_digest).where(
    _comments.c.site == bindparam("of_site"), among(_comments.c.id, "ids"), _comments.c.is_latest
)
_LOWEST = select(func.min(_decisions.c.position)).where(_decisions.c.site == bindparam("of_site"))


class ArchiveRepository:
    """Implements the port `Archive` for one site within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def texts(self, ids: Collection[CommentId]) -> Mapping[CommentId, str]:
        """Return the digest of the latest text of each comment that is known; empty where it was erased."""
        if not ids:
            return {}
        rows = self._connection.execute(_TEXTS, {"of_site": self._site, "ids": list(ids)})
        return {CommentId(row.id): row.text_digest for row in rows}

    def record(self, entries: Sequence[PastEntry]) -> None:
        """Keep comments that are not known, as of the times of their decisions and outside the feed."""
        if not entries:
            return
        first = self._lowest() - len(entries)
        self._connection.execute(_comments.insert(), [past_comment_row(entry) for entry in entries])
        rows = [
            decision_row(
                dataclasses.replace(entry.decision, position=first + offset),
                signals=signals_to_bytes(entry.signals),
            )
            for offset, entry in enumerate(entries)
        ]
        self._connection.execute(_decisions.insert(), rows)
        labels = [dataclasses.asdict(entry.label) for entry in entries if entry.label is not None]
        if labels:
            self._connection.execute(_labels.insert(), labels)
        Marks(self._connection, self._site).add([(entry, entry.decision.at) for entry in entries])
        times = [(entry.submission, entry.decision.at) for entry in entries]
        AuthorRepository(self._connection, self._site).recall(times)

    def _lowest(self) -> int:
        """Return the lowest place that is taken: the feed begins at 1, and what came before counts down from 0."""
        lowest = self._connection.execute(_LOWEST, {"of_site": self._site}).scalar_one()
        return min(0, lowest if lowest is not None else 0)
