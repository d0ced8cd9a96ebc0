"""The searches that somebody keeps on a site, beside their account."""

from dataclasses import asdict

from moderation.domain.account import AccountName
from moderation.domain.comment import SiteId
from moderation.domain.review import Order
from moderation.domain.search import SavedSearch, SavedSearches
from moderation.ports_people import Accounts


def searches_of(accounts: Accounts, *, by: AccountName, site: SiteId) -> SavedSearches:
    """Return what somebody keeps on a site, in the order in which it was kept."""
    kept = accounts.preference(by, _name(site))
    searches = kept if isinstance(kept, list) else []
    found = tuple(SavedSearch(**each | {"order": Order(each["order"])}) for each in searches)
    return SavedSearches(site=site, by=by, searches=found)


def keep_searches(accounts: Accounts, kept: SavedSearches) -> None:
    """Keep them in place of those before."""
    value = [asdict(each) | {"order": each.order.value} for each in kept.searches]
    accounts.keep_preference(kept.by, _name(kept.site), value)


def _name(site: SiteId) -> str:
    return f"searches {site}"
