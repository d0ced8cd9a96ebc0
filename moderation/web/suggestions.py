"""Words that no rule knows yet: the evidence, what a rule would have done, a draft, or "not this word"."""

from concurrent.futures import wait
from textwrap import dedent
from urllib.parse import urlencode
from uuid import uuid4

from fastapi import Request, Response

from moderation.domain.backtesting.backtest import Advanced
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.look_back import LookBack
from moderation.domain.marking import pieces
from moderation.domain.suggestions.suggestion import Drafted, Quote, Search
from moderation.suggesting import dismiss, dismissed
from moderation.web.looks import begin
from moderation.web.render import render
from moderation.web.route import FormDep, ServiceDep, VisitorDep, pages, redirect
from moderation.web.shown_policy import shown

router = pages()

#: Suggestions at most.
MOST = 12


@router.get("/policy/suggestions")
def read(request: Request, visitor: VisitorDep, service: ServiceDep, look: str = "") -> Response:
    """Show terms that rejected comments have and approved ones lack, or how far the search for them is."""
    found, now = shown(service, visitor, None), service.clock.now()
    unwanted = dismissed(service.storage, site=visitor.site)
    with service.storage.read(visitor.site) as transaction:
        rulings = transaction.verdicts.extent(VerdictQuery(is_judged=True)).count
        search = transaction.policies.look(look) if look else None
        latest = transaction.policies.words_found(found.live.hash)
    is_under_way = search is not None and not search.is_done and not search.is_lost(now)
    drafted = latest.drafted if latest is not None else None
    kept = None if drafted is None else [each for each in drafted if each.suggestion.term not in unwanted]
    page = render(
        request,
        "policy-suggestions.html",
        drafted=kept,
        rules={each.suggestion.term: dedent(each.yaml.replace("- ", "  ", 1)).strip() for each in kept or ()},
        marked_quote=_marked,
        section=search.section or "" if search is not None else "",
        latest=latest,
        rulings=rulings,
        unwanted=unwanted,
        drafts=found.drafts,
        clauses=found.policy.clauses,
        known_rules={rule.id for rule in found.policy.rules},
        search=search,
        is_under_way=is_under_way,
    )
    if is_under_way:
        page.headers["Refresh"] = "2"
    return page


@router.post("/policy/suggestions")
def post_search(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Look for such terms; a long search goes on while the page says how far it is."""
    found, now, section = shown(service, visitor, None), service.clock.now(), form.get("section", "").strip()
    search = Search(site=visitor.site, policy=found.files, query=VerdictQuery(section=section or None), most=MOST)

    def work(advanced: Advanced) -> tuple[Drafted, ...]:
        return tuple(service.suggest(search, advanced))

    look = LookBack(
        id=uuid4().hex, hash=found.live.hash, by=visitor.name, section=section or None, began_at=now, told_at=now
    )
    done = begin(service, look, site=visitor.site, work=work)
    wait([done], timeout=service.look_seconds)
    if done.done():
        done.result()
    return redirect(request, f"/policy/suggestions?{urlencode({'look': look.id})}")


@router.post("/policy/suggestions/cancel")
def post_cancel(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Give up a search: whoever works on it stops when they next say how far they are."""
    with service.storage.write(visitor.site) as transaction:
        transaction.policies.drop_look(form.get("look", ""))
    return redirect(request, "/policy/suggestions")


@router.post("/policy/suggestions/dismiss")
def post_dismissal(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Suggest a word no more, or again."""
    is_wanted = form.get("again") == "yes"
    now = service.clock.now()
    dismiss(service.storage, form.get("term", ""), site=visitor.site, by=visitor.name, at=now, is_wanted=is_wanted)
    return redirect(request, "/policy/suggestions")


def _marked(quote: Quote) -> list[tuple[str, bool]]:
    return pieces(quote.text, (quote.span,) if quote.span else ())
