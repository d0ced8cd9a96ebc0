"""A database and its sites, as a test wants them together."""

from dataclasses import dataclass

from moderation.ports import Sites, Storage
from moderation.ports_people import Accounts
from moderation.testing.memory.accounts import MemoryAccounts
from moderation.testing.memory.sites import MemorySites
from moderation.testing.memory.storage import MemoryStorage


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """The ports that keep everything."""

    storage: Storage
    sites: Sites
    accounts: Accounts


def in_memory() -> Store:
    """Return a store that keeps everything until it is dropped."""
    storage = MemoryStorage()
    return Store(storage=storage, sites=MemorySites(storage), accounts=MemoryAccounts())
