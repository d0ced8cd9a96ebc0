"""Verdicts of the past, one after the other, however many there are."""

from collections.abc import Iterator

from moderation.domain.backtesting.past_verdict import PastVerdict, VerdictQuery
from moderation.domain.comment import SiteId
from moderation.ports import Storage

#: Verdicts that are read at once.
PAGE = 500


def past_verdicts(
    storage: Storage, *, site: SiteId, query: VerdictQuery, within: tuple[int, int] | None = None
) -> Iterator[PastVerdict]:
    """Read page by page, each in a transaction of its own, so that no writer waits.

    `within` names two positions of the feed, the first excluded; everything where it is `None`.
    """
    for page in pages_of_past(storage, site=site, query=query, within=within or _all(storage, site, query)):
        yield from page


def pages_of_past(
    storage: Storage, *, site: SiteId, query: VerdictQuery, within: tuple[int, int]
) -> Iterator[list[PastVerdict]]:
    """Read the same as pages; the last one may be empty."""
    after, upto = within
    while True:
        with storage.read(site) as transaction:
            page = transaction.verdicts.page(query, after=after, upto=upto, limit=PAGE)
        yield page
        if len(page) < PAGE:
            return
        after = page[-1].decision.position


def _all(storage: Storage, site: SiteId, query: VerdictQuery) -> tuple[int, int]:
    with storage.read(site) as transaction:
        extent = transaction.verdicts.extent(query)
    return extent.first - 1, extent.last
