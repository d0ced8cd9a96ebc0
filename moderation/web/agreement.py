"""Verdicts beside what people decided, and the act that rests on it: go live, or observe only."""

from collections.abc import Sequence
from datetime import timedelta

from fastapi import Request, Response

from moderation.agreement import agreement
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.budgets.agreement import Difference
from moderation.domain.errors import Invalid
from moderation.domain.marking import pieces
from moderation.domain.outcome import SiteOutcome
from moderation.domain.policy import Policy, PolicyMode
from moderation.domain.verdict import Mode, Outcome
from moderation.effect import Switch, draft_of
from moderation.publishing import Publication
from moderation.web.policy import published
from moderation.web.render import render
from moderation.web.route import FormDep, ServiceDep, VisitorDep, pages, redirect
from moderation.web.shares import budget_of

router = pages()

#: Days that the page offers; all that is on record unless asked.
CHOICES = (14, 30, 90, 365)

_ACTS = {
    PolicyMode.LIVE: "Let verdicts take effect",
    PolicyMode.OBSERVE: "Only observe from now on",
}


@router.get("/policy/agreement")
def read(
    request: Request,
    visitor: VisitorDep,
    service: ServiceDep,
    *,
    wrong_blocks: str = "",
    missed: str = "",
    days: str = "",
) -> Response:
    """Show how verdicts and people agree, and what would change if the site went live."""
    budget = budget_of(wrong_blocks, missed)
    policy = service.policy(service.sites.get(visitor.site))
    shown = int(days) if days.isdecimal() and int(days) in CHOICES else None
    since = service.clock.now() - timedelta(days=shown) if shown else None
    found = agreement(service.storage, site=visitor.site, query=VerdictQuery(since=since), budget=budget)
    return render(
        request,
        "policy-agreement.html",
        found=found,
        budget=budget,
        choices=CHOICES,
        days=shown,
        people=list(SiteOutcome),
        lists=[
            ("Where they differ, the likeliest mistakes first", found.differing, _cases(found.differences)),
            (
                "Held though people publish them, the mildest first",
                found.verdicts[Outcome.FLAG][SiteOutcome.PUBLISHED],
                _cases(found.needless),
            ),
        ],
        is_observing=policy.settings.mode is PolicyMode.OBSERVE,
        stopping={outcome.value: _rules_that(policy, outcome) for outcome in (Outcome.BLOCK, Outcome.FLAG)},
        known_rules={rule.id for rule in policy.rules},
        clauses=policy.clauses,
    )


@router.post("/policy/agreement/mode")
def switch(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Let verdicts take effect, or let the site only observe; what is lacking is told on the version's page."""
    try:
        mode = PolicyMode(form.get("mode", ""))
    except ValueError:
        raise Invalid("A site observes or is live.") from None
    why = form.get("why", "").strip()[:500] or _ACTS[mode]
    order = Switch(site=visitor.site, mode=mode, by=visitor.name, why=why)
    now = service.clock.now()
    hash = draft_of(service.storage, order, load=service.load_policy, switched=service.switched, at=now)
    refused = published(request, visitor, service, Publication(hash=hash, by=visitor.name, why=why))
    return refused or redirect(request, "/policy/agreement#mode")


def _rules_that(policy: Policy, outcome: Outcome) -> int:
    return sum(rule.mode is Mode.LIVE and rule.then.verdict is outcome for rule in policy.rules)


def _cases(differences: Sequence[Difference]) -> list[tuple[Difference, list[tuple[str, bool]]]]:
    return [(each, pieces(each.text or "", each.spans)) for each in differences]
