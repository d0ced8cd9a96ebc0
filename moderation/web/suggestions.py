"""Words that no rule knows yet: the evidence, what a rule would have done, a draft, or "not this word"."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from textwrap import dedent

from fastapi import Request, Response

from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.comment import SiteId
from moderation.domain.marking import pieces
from moderation.domain.suggestions.suggestion import Drafted, Quote, Search
from moderation.service import Service
from moderation.suggesting import dismiss, dismissed
from moderation.web.render import render
from moderation.web.route import FormDep, ServiceDep, VisitorDep, pages, redirect
from moderation.web.shown_policy import ShownPolicy, shown
from moderation.web.visitors import Visitor

router = pages()

#: Suggestions at most, and for how long what was found is shown without a new search.
MOST, REMEMBERED = 12, timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What a search found: by which live policy, and when."""

    policy: str
    at: datetime
    drafted: list[Drafted]


@router.get("/policy/suggestions")
def read(
    request: Request, visitor: VisitorDep, service: ServiceDep, section: str = "", look: str = ""
) -> Response:
    """Show terms that rejected comments have and approved ones lack; a search is made where it is asked for."""
    found = shown(service, visitor, None)
    drafted = _drafted(request, visitor, service, found, section=section.strip(), is_wanted=bool(look))
    unwanted = dismissed(service.storage, site=visitor.site)
    with service.storage.read(visitor.site) as transaction:
        rulings = transaction.verdicts.extent(VerdictQuery(is_judged=True)).count
    kept = None if drafted is None else [each for each in drafted if each.suggestion.term not in unwanted]
    return render(
        request,
        "policy-suggestions.html",
        drafted=kept,
        rules={each.suggestion.term: dedent(each.yaml.replace("- ", "  ", 1)).strip() for each in kept or ()},
        marked_quote=_marked,
        section=section,
        rulings=rulings,
        unwanted=unwanted,
        drafts=found.drafts,
        clauses=found.policy.clauses,
        known_rules={rule.id for rule in found.policy.rules},
    )


@router.post("/policy/suggestions/dismiss")
def post_dismissal(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Suggest a word no more, or again."""
    is_wanted = form.get("again") == "yes"
    now = service.clock.now()
    dismiss(service.storage, form.get("term", ""), site=visitor.site, by=visitor.name, at=now, is_wanted=is_wanted)
    return redirect(request, "/policy/suggestions")


def _drafted(
    request: Request, visitor: Visitor, service: Service, found: ShownPolicy, *, section: str, is_wanted: bool
) -> list[Drafted] | None:
    """Return what a search finds, or found a while ago; `None` where nobody has asked."""
    kept: dict[SiteId, _Kept] = request.app.state.suggestions
    now, known = service.clock.now(), kept.get(visitor.site)
    if not is_wanted:
        is_fresh = known is not None and known.policy == found.live.hash and now - known.at < REMEMBERED
        return known.drafted if known is not None and is_fresh else None
    query = VerdictQuery(section=section or None)
    drafted = service.suggest(Search(site=visitor.site, policy=found.files, query=query, most=MOST))
    kept[visitor.site] = _Kept(policy=found.live.hash, at=now, drafted=drafted)
    return drafted


def _marked(quote: Quote) -> list[tuple[str, bool]]:
    return pieces(quote.text, (quote.span,) if quote.span else ())
