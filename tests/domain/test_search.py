"""Searches that somebody keeps: each under a name of its own."""

import pytest

from moderation.domain.account import AccountName
from moderation.domain.errors import Conflict, Invalid, NotFound
from moderation.domain.search import LONGEST_NAME, MOST, SavedSearch, SavedSearches
from moderation.testing.factories import NORTH


def keeping(*names: str) -> SavedSearches:
    """Return searches of these names."""
    kept = SavedSearches(site=NORTH, by=AccountName("ann"))
    for name in names:
        kept = kept.keep(SavedSearch(name=name, queue="spam"))
    return kept


def names(kept: SavedSearches) -> list[str]:
    """Return the names in order."""
    return [each.name for each in kept.searches]


def test_searches_stay_in_the_order_in_which_they_were_kept() -> None:
    """Fingers remember digits: neither a name nor a deletion may shuffle the rest."""
    kept = keeping("Raids ", "Turkish", "New ones").rename("Turkish", "Türkçe").delete("Raids")

    assert names(kept) == ["Türkçe", "New ones"]
    assert names(keeping("a").rename("a", " a ")) == ["a"]


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * (LONGEST_NAME + 1)])
def test_name_must_be_one_that_can_be_read(name: str) -> None:
    """A link without words cannot be found again."""
    with pytest.raises(Invalid, match="1 to 40"):
        keeping(name)


def test_name_is_taken_once() -> None:
    """Two searches of one name are two that nobody can tell apart."""
    with pytest.raises(Conflict, match="already"):
        keeping("Raids", "raids")
    with pytest.raises(Conflict, match="already"):
        keeping("Raids", "Spam").rename("Spam", "RAIDS")


def test_there_are_as_many_as_digits() -> None:
    """A tenth could not be reached by its key."""
    with pytest.raises(Invalid, match="delete one first"):
        keeping(*map(str, range(MOST + 1)))


def test_search_that_is_not_there_is_told() -> None:
    """Another window deleted it."""
    with pytest.raises(NotFound):
        keeping("a").delete("b")
    with pytest.raises(NotFound):
        keeping("a").rename("b", "c")
