"""Comments that stood before the service was there, in memory."""

import dataclasses
from collections.abc import Collection, Mapping, Sequence

from moderation.domain.archive import PastEntry
from moderation.domain.comment import CommentId, SiteId
from moderation.testing.memory.authors import MemoryAuthors
from moderation.testing.memory.decisions import revision_row
from moderation.testing.memory.rows import SiteRows


class MemoryArchive:
    """Implements the port `Archive`."""

    def __init__(self, rows: SiteRows, site: SiteId) -> None:
        """Work on the rows of a site."""
        self._rows, self._site = rows, site

    def texts(self, ids: Collection[CommentId]) -> Mapping[CommentId, str]:
        """Return the digest of the latest text of each comment that is known; empty where it was erased."""
        known = self._rows.revisions
        return {id: known[id][-1].comment.text_digest for id in ids if id in known}

    def record(self, entries: Sequence[PastEntry]) -> None:
        """Keep comments that are not known, as of the times of their decisions and outside the feed."""
        first = -len(self._rows.past) - len(entries)
        for offset, entry in enumerate(entries):
            decision = dataclasses.replace(entry.decision, position=first + offset)
            id = decision.comment_id
            assert id not in self._rows.revisions
            row = revision_row(entry, at=decision.at)
            self._rows.revisions[id] = (dataclasses.replace(row, by_person=entry.label is not None),)
            self._rows.past.append(decision)
            self._rows.signals[decision.id] = dict(entry.signals.facts), dict(entry.signals.spans)
            if entry.label is not None:
                self._rows.labels[id, decision.revision] = entry.label
        seen = [(entry.submission, entry.decision.at) for entry in entries]
        MemoryAuthors(self._rows, self._site).recall(seen)
