"""What a word would catch and miss, asked before it goes on a list: tried on a site's latest comments, too."""

from collections.abc import Iterable, Iterator

from moderation.dictionary import ordinary_words
from moderation.domain.asked_words import asked_words
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.collisions import Collisions, Trial, collisions_of
from moderation.domain.comment import SiteId
from moderation.domain.matching import Entry
from moderation.domain.policy import Policy
from moderation.domain.record import StoredComment
from moderation.domain.verdict import Outcome
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
    return collisions_of(entry, trial_on(storage, site=site, latest=latest, dictionary=dictionary))


def new_words(before: Policy, after: Policy) -> list[Entry]:
    """Return the words by which a policy can stop a comment, and another could not."""
    known = asked_words(before)
    return [entry for entry in asked_words(after) if entry not in known]


def trial_on(
    storage: Storage, *, site: SiteId, latest: int, dictionary: Iterable[str] = (), published: bool = False
) -> Trial:
    """Gather ordinary words, a site's latest comments, so many at most, and who wrote them, to try words on.

    With `published`, only comments that were let through are tried; the names of all.
    """
    past = list(_latest(storage, site, latest)) if latest else []
    return Trial(
        dictionary=ordinary_words() | frozenset(dictionary),
        comments=[t.text for t in past if t.text and (not published or t.outcome is Outcome.ALLOW)],
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
