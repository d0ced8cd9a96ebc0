"""How far verdicts agree with what a site's people decide: the figures on which it goes live."""

from dataclasses import replace

from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.budgets.agreement import Agreement
from moderation.domain.budgets.agreement_tally import AgreementTally, is_census
from moderation.domain.budgets.budget import ErrorBudget
from moderation.domain.comment import SiteId
from moderation.past import past_verdicts
from moderation.ports import Storage


def agreement(storage: Storage, *, site: SiteId, query: VerdictQuery, budget: ErrorBudget) -> Agreement:
    """Compare verdicts, in observe mode as if live, with rulings and with outcomes that the site reported."""
    wanted = replace(query, is_judged=True)
    with storage.read(site) as transaction:
        on_record = transaction.verdicts.extent(query).count
        judged = transaction.verdicts.extent(wanted).count
    tally = AgreementTally(on_record=on_record, is_census=is_census(judged=judged, on_record=on_record))
    for archived in past_verdicts(storage, site=site, query=wanted):
        tally.add(archived)
    return tally.summary(site=site, budget=budget)
