"""Verdicts of the past, one after the other, however many there are."""

from collections.abc import Iterator

from moderation.domain.comment import SiteId
from moderation.domain.past_verdict import PastVerdict, VerdictQuery
from moderation.ports import Storage

#: Verdicts that are read at once.
PAGE = 500


def past_verdicts(
    storage: Storage, *, site: SiteId, query: VerdictQuery, within: tuple[int, int] | None = None
) -> Iterator[PastVerdict]:
    """Read page by page, each in a transaction of its own, so that no writer waits.

    `within` names two positions of the feed, the first excluded; everything where it is `None`.
    """
    after, upto = within or _all(storage, site, query)
    while True:
        with storage.read(site) as transaction:
            page = transaction.verdicts.page(query, after=after, upto=upto, limit=PAGE)
        yield from page
        if len(page) < PAGE:
            return
        after = page[-1].decision.position


def _all(storage: Storage, site: SiteId, query: VerdictQuery) -> tuple[int, int]:
    with storage.read(site) as transaction:
        extent = transaction.verdicts.extent(query)
    return extent.first - 1, extent.last
