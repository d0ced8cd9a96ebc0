"""A part of what waits that a moderator comes back to, under a name."""

from dataclasses import dataclass, replace

from moderation.domain.account import AccountName
from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, Invalid, NotFound
from moderation.domain.review import Order

#: So many searches somebody keeps on a site: as many as there are digits to reach them by.
MOST = 9

LONGEST_NAME = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A name, and what it stands for; empty is any."""

    name: str
    queue: str = ""
    language: str = ""
    clause: str = ""
    section: str = ""
    words: str = ""
    order: Order = Order.PRIORITY


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearches:
    """What one person keeps on one site, in the order in which it was kept."""

    site: SiteId
    by: AccountName
    searches: tuple[SavedSearch, ...] = ()

    def keep(self, search: SavedSearch) -> "SavedSearches":
        """Add a search.

        Raises:
            Invalid: if it has no name, one that is too long, or there are too many.
            Conflict: if there is one of that name.
        """
        if len(self.searches) >= MOST:
            raise Invalid(f"You keep {MOST} searches; delete one first.")
        return replace(self, searches=(*self.searches, replace(search, name=self._free(search.name))))

    def rename(self, name: str, to: str) -> "SavedSearches":
        """Give a search another name.

        Raises:
            NotFound: if there is none of that name.
            Invalid, Conflict: as for a new one.
        """
        was = self._find(name)
        renamed = replace(was, name=was.name if to.strip() == was.name else self._free(to))
        return replace(self, searches=tuple(renamed if each is was else each for each in self.searches))

    def delete(self, name: str) -> "SavedSearches":
        """Leave a search out.

        Raises:
            NotFound: if there is none of that name.
        """
        was = self._find(name)
        return replace(self, searches=tuple(each for each in self.searches if each is not was))

    def _free(self, name: str) -> str:
        name = name.strip()
        if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
            raise Invalid(f"The name of a search has 1 to {LONGEST_NAME} printable characters.")
        if any(each.name.casefold() == name.casefold() for each in self.searches):
            raise Conflict(f"You keep a search '{name}' already; choose another name.")
        return name

    def _find(self, name: str) -> SavedSearch:
        found = next((each for each in self.searches if each.name == name), None)
        if found is None:
            raise NotFound(f"You keep no search '{name}'.")
        return found
