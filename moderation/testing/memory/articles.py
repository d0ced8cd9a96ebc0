"""Articles under which comments wait, in memory."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from moderation.domain.premoderation import Premoderation
from moderation.testing.memory.rows import SiteRows


class MemoryArticles:
    """Implements the port `Articles` for one site within one transaction."""

    def __init__(self, rows: SiteRows) -> None:
        """Work on one site's rows."""
        self._rows = rows

    def premoderated(self, keys: Collection[str], *, at: datetime) -> dict[str, Premoderation]:
        """Return which of some articles are premoderated at a moment."""
        kept = {key: self.premoderation(key, at=at) for key in keys}
        return {key: each for key, each in kept.items() if each is not None and each.ended_by is None}

    def premoderation(self, key: str, *, at: datetime) -> Premoderation | None:
        """Return how long an article is premoderated, even where somebody ended that."""
        known = self._rows.premoderations.get(key)
        return known if known is not None and known.until > at else None

    def premoderate(self, key: str, premoderation: Premoderation, *, at: datetime) -> None:
        """Let every comment under an article wait, unless it does for longer already."""
        known = self.premoderated({key}, at=at).get(key)
        if known is None or known.until < premoderation.until:
            self._rows.premoderations[key] = replace(premoderation, since=known.since if known else at)

    def end_premoderation(self, key: str, *, by: str | None) -> None:
        """Let comments under an article be judged on their own again; `None` takes that back."""
        if key in self._rows.premoderations:
            self._rows.premoderations[key] = replace(self._rows.premoderations[key], ended_by=by)
