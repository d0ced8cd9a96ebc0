"""What a desk was told last."""

import dataclasses

from sqlalchemy import Connection, select, update

from moderation.domain.comment import SiteId
from moderation.domain.digest import DigestState
from moderation.storage.tables import DigestRow, table

_digests = table(DigestRow)


class DigestRepository:
    """Implements the port `Digests` for one site within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def state(self) -> DigestState:
        """Return what was told; nothing yet at first."""
        where = select(_digests).where(_digests.c.site == self._site)
        row = self._connection.execute(where).mappings().one_or_none()
        if row is None:
            return DigestState()
        return DigestState(**{name: at for name, at in row.items() if name != "site"})

    def keep(self, state: DigestState) -> None:
        """Note what was told."""
        values = dataclasses.asdict(state)
        changed = self._connection.execute(update(_digests).where(_digests.c.site == self._site).values(values))
        if not changed.rowcount:
            self._connection.execute(_digests.insert(), values | {"site": self._site})
