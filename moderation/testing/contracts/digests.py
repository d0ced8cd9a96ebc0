"""What every `Digests` must do. Give the suite a fixture `storage` with the sites NORTH and SOUTH, empty."""

from datetime import timedelta

from moderation.domain.digest import DigestState
from moderation.ports import Storage
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH


class DigestsContract:
    """A desk is told once, whichever server tells it."""

    def test_nothing_was_told_at_first(self, storage: Storage) -> None:
        """A new site gets its first letter as soon as something waits."""
        with storage.read(NORTH) as transaction:
            assert transaction.digests.state() == DigestState()

    def test_what_was_told_last_is_kept_for_each_site(self, storage: Storage) -> None:
        """After a restart nobody is told the same again."""
        earlier = START - timedelta(hours=1)
        states = [
            DigestState(told_at=START),
            DigestState(urgent_at=START, urgent_upto=earlier, stopped_upto=earlier),
        ]
        for state in states:
            with storage.write(NORTH) as transaction:
                transaction.digests.keep(state)

        with storage.read(NORTH) as transaction:
            assert transaction.digests.state() == states[-1]
        with storage.read(SOUTH) as transaction:
            assert transaction.digests.state() == DigestState()
