"""What a desk was told last, in memory."""

from moderation.domain.digest import DigestState
from moderation.testing.memory.rows import SiteRows


class MemoryDigests:
    """Implements the port `Digests`."""

    def __init__(self, rows: SiteRows) -> None:
        """Work on the rows of a site."""
        self._rows = rows

    def state(self) -> DigestState:
        """Return what was told; nothing yet at first."""
        return self._rows.digest[-1] if self._rows.digest else DigestState()

    def keep(self, state: DigestState) -> None:
        """Note what was told."""
        self._rows.digest[:] = [state]
