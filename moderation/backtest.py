"""Try a candidate policy on the verdicts of the past: see what it would have done, and make nothing live."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from moderation.domain.backtesting.backtest_tally import Tally
from moderation.domain.backtesting.difference import Difference
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.comment import SiteId
from moderation.domain.policy import Policy
from moderation.past import pages_of_past
from moderation.ports import Storage


@dataclass(slots=True, kw_only=True)
class Candidacy:
    """The policy that is, and the one that may come."""

    before: Policy
    after: Policy
    #: Finds a policy by its hash, as it was when it judged; `None` where it is not kept.
    recorded: Callable[[str], Policy | None]
    _differences: dict[str, Difference] = field(default_factory=dict)

    def difference(self, ref: str) -> Difference:
        """Return what the two policies make different, for verdicts of one policy (`name@hash`)."""
        found = self._differences.get(ref)
        if found is None:
            hash = ref.rpartition("@")[2]
            known = self.before if hash == self.before.hash else self.recorded(hash)
            found = self._differences[ref] = Difference(known, before=self.before, after=self.after)
        return found


def backtest(
    storage: Storage, candidacy: Candidacy, *, site: SiteId, query: VerdictQuery, within: tuple[int, int]
) -> Tally:
    """Judge again what was judged, between two positions of the feed (the first excluded).

    Only rules that differ are asked, and no model; memory does not grow with the archive.
    A page of verdicts goes through one step after the other: what a step needs stays near at hand in the
    processor, which takes a fifth off.
    """
    tally = Tally()
    for page in pages_of_past(storage, site=site, query=query, within=within):
        policies = [archived.gist.policy for archived in page]
        for policy, some in groupby(zip(policies, page, strict=True), key=itemgetter(0)):
            candidacy.difference(policy).count([archived for _, archived in some], tally)
    return tally
