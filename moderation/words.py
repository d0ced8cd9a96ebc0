"""What a word would catch and miss, asked before it goes on a list: tried on a site's latest comments, too."""

from collections.abc import Iterable, Iterator

from moderation.domain.collisions import Collisions, collisions_of
from moderation.domain.comment import SiteId
from moderation.domain.matching import Entry
from moderation.domain.past_verdict import VerdictQuery
from moderation.domain.record import StoredComment
from moderation.ports import Storage

_PAGE = 500


def check_word(
    storage: Storage, entry: Entry, *, site: SiteId, latest: int, dictionary: Iterable[str] = ()
) -> Collisions:
    """Tell which disguises of a word would escape, and which innocent words, comments and names it would catch.

    Args:
        storage: where the site's comments are.
        entry: the word, `*` at its end for any ending, and how it is folded.
        site: whose comments and commenters' names are tried.
        latest: so many of the latest comments are tried; none are read where it is 0.
        dictionary: ordinary words to try, beside those that ship.
    """
    past = list(_latest(storage, site, latest)) if latest else []
    return collisions_of(
        entry,
        dictionary=dictionary,
        comments=[each.text for each in past if each.text],
        names=[each.author_name for each in past if each.author_name],
    )


def _latest(storage: Storage, site: SiteId, most: int) -> Iterator[StoredComment]:
    """The latest comments of a site, some pages of the feed at a time."""
    with storage.read(site) as transaction:
        extent = transaction.verdicts.extent(VerdictQuery())
        after = max(extent.last - most, extent.first - 1)
        while page := transaction.verdicts.page(VerdictQuery(), after=after, upto=extent.last, limit=_PAGE):
            yield from (verdict.comment for verdict in page)
            after = page[-1].decision.position
