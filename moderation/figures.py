"""What each rule of a site's policy does, in figures of a period."""

from collections.abc import Mapping
from datetime import datetime

from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.comment import SiteId
from moderation.domain.insights.figures import RuleFigures, Rulings, figures_of
from moderation.domain.policy import Policy
from moderation.past import past_verdicts
from moderation.ports import Storage


def figures(
    storage: Storage,
    policy: Policy,
    *,
    site: SiteId,
    since: datetime | None = None,
    cost: Mapping[str, float] | None = None,
) -> list[RuleFigures]:
    """Return the figures of each rule, in the order of the policy; of the days from `since` on.

    How often a rule held is read from what the workers counted; only comments on which people decided are read.
    """
    rulings = Rulings()
    for past in past_verdicts(storage, site=site, query=VerdictQuery(since=since, is_judged=True)):
        rulings.add(past)
    with storage.read(site) as transaction:
        counts = transaction.rule_counts.since(since)
    return figures_of(policy, counts, rulings, cost=cost or {})
