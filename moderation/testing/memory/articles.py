"""Articles under which comments wait, in memory."""

from collections.abc import Collection
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
        known = self._rows.premoderations
        return {key: known[key] for key in keys if key in known and known[key].until > at}

    def premoderate(self, key: str, premoderation: Premoderation, *, at: datetime) -> None:
        """Let every comment under an article wait, unless it does for longer already."""
        known = self.premoderated({key}, at=at).get(key, premoderation)
        self._rows.premoderations[key] = max(known, premoderation, key=lambda one: one.until)

    def end_premoderation(self, key: str) -> None:
        """Let comments under an article be judged on their own again."""
        self._rows.premoderations.pop(key, None)
