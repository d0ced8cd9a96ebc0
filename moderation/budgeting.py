"""What an error budget lets the service decide alone on a site."""

from dataclasses import replace

from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.budgets.agreement_tally import is_census
from moderation.domain.budgets.allowance import Allowance
from moderation.domain.budgets.allowance_of import Grounds, allowance_of
from moderation.domain.budgets.budget import ErrorBudget
from moderation.domain.budgets.rated import rated_of
from moderation.domain.comment import SiteId
from moderation.domain.policy import Policy
from moderation.past import past_verdicts
from moderation.ports import Storage

#: So many verdicts tell well enough how scores are spread.
SAMPLE = 20_000


def allowance(
    storage: Storage, *, site: SiteId, policy: Policy, budget: ErrorBudget, query: VerdictQuery
) -> Allowance:
    """Find the cut-offs that keep a budget, from rulings and outcomes; no model is run, and nothing changes."""
    return allowance_of(grounds(storage, site=site, policy=policy, budget=budget, query=query))


def grounds(
    storage: Storage, *, site: SiteId, policy: Policy, budget: ErrorBudget, query: VerdictQuery
) -> Grounds:
    """Gather what people judged, and a sample of all there is."""
    wanted = replace(query, is_judged=True)
    with storage.read(site) as transaction:
        on_record = transaction.verdicts.extent(query).count
        told = transaction.verdicts.extent(wanted).count
    census = is_census(judged=told, on_record=on_record)
    told_of = past_verdicts(storage, site=site, query=wanted)
    judged = {each.position: rated_of(each, is_census=census) for each in told_of}
    some = replace(query, share=min(1.0, SAMPLE / max(on_record, 1)))
    times, sample = [], []
    for archived in past_verdicts(storage, site=site, query=some):
        times.append(archived.at)
        sample.append(
            judged.get(archived.position) or rated_of(archived, is_census=census)
        )  # to read one takes most
    days = max(1.0, (max(times) - min(times)).total_seconds() / 86_400) if times else 1.0
    return Grounds(
        site=site,
        policy=policy,
        budget=budget,
        on_record=on_record,
        judged=list(judged.values()),
        sample=sample,
        per_day=on_record / days,
    )
