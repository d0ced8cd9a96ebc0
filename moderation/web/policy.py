"""The policy as clauses and rules, and the life of its versions: look, try, publish, go back."""

from concurrent.futures import wait
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from fastapi import Request, Response

from moderation.carrying import carry_over
from moderation.domain.backtesting.backtest import Advanced, Backtest, Trial
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.errors import Conflict, Invalid, ModerationError, NotAllowed, PolicyInvalid, StaleVersion
from moderation.domain.look_back import LookBack
from moderation.domain.marking import pieces
from moderation.domain.policy_difference import PolicyDifference
from moderation.domain.policy_version import PolicyVersion, overtaken_by, root_of
from moderation.domain.site import PolicyFiles
from moderation.publishing import Publication, Rollback, compare, discard, keep_report, publish, rollback
from moderation.service import Service
from moderation.web.looks import begin
from moderation.web.render import render
from moderation.web.route import FormDep, ServiceDep, VisitorDep, pages, redirect
from moderation.web.rule_record import acts_of, stopped
from moderation.web.shown_policy import ShownPolicy, shown
from moderation.web.visitors import Visitor
from moderation.words import new_words

router = pages()

#: A page looks at about so many verdicts; the command line looks at all.
SAMPLE = 20_000
_SHOWN_CASES = 50
#: What somebody chooses for a look back.
_ASKED = ("sample", "section")


@router.get("/policy")
def overview(request: Request, visitor: VisitorDep, service: ServiceDep, version: str | None = None) -> Response:
    """Show what the policy says: its clauses, under each the rules that serve it, and its lists."""
    found = shown(service, visitor, version)
    rules = {
        clause: [rule for rule in found.policy.rules if rule.clause == clause] for clause in found.policy.clauses
    }
    braked = stopped(acts_of(service, visitor), found) if found.is_live else {}
    return render(request, "policy.html", shown=found, rules=rules, stopped=braked)


@router.get("/policy/versions/{hash}")
def read(request: Request, hash: str, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Show a version: what it changes, what backtests found, and what may be done with it."""
    return _page(request, visitor, service, hash)


@router.post("/policy/versions/{hash}/backtest")
def post_backtest(
    request: Request, hash: str, form: FormDep, visitor: VisitorDep, service: ServiceDep
) -> Response:
    """Look what a version would have done to the comments of the past; a long look has a page of its own."""
    found = shown(service, visitor, hash)
    if found.is_live:
        raise Conflict("This version is live; a backtest compares another with it.")
    before, after = (_kept(service, visitor, each.hash) for each in (found.live, found.version))
    query = VerdictQuery(section=form.get("section", "").strip() or None)
    trial = Trial(
        site=visitor.site, before=before, after=after, query=query, sample=_sample(form.get("sample", ""))
    )

    def work(advanced: Advanced) -> Backtest:
        backtest = service.look_back(trial, advanced)
        keep_report(service.storage, backtest, query, by=visitor.name, at=service.clock.now())
        return backtest

    now = service.clock.now()
    look = LookBack(id=uuid4().hex, hash=hash, by=visitor.name, began_at=now, told_at=now)
    done = begin(service, look, site=visitor.site, work=work)
    wait([done], timeout=service.look_seconds)
    if done.done():
        done.result()
    asked = urlencode({name: value for name in _ASKED if (value := form.get(name, "").strip())})
    return redirect(request, f"/policy/versions/{hash}/backtest/{look.id}?{asked}")


@router.get("/policy/versions/{hash}/backtest/{id}")
def read_backtest(request: Request, hash: str, id: str, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Show how far a look back is, and what it found when it is done."""
    found, now = shown(service, visitor, hash), service.clock.now()
    with service.storage.read(visitor.site) as transaction:
        look = transaction.policies.look(id)
    if look is not None and look.found is not None:
        return _report(request, found, look.found)
    is_under_way = look is not None and not look.is_done and not look.is_lost(now)
    left = look.left(now) if look is not None else None
    page = render(
        request,
        "policy-looking.html",
        shown=found,
        look=look,
        is_under_way=is_under_way,
        left=round(left.total_seconds()) if left is not None else None,
        asked={name: value for name in _ASKED if (value := request.query_params.get(name))},
    )
    if is_under_way:
        page.headers["Refresh"] = "2"
    return page


@router.post("/policy/versions/{hash}/backtest/{id}/cancel")
def post_cancel(request: Request, hash: str, id: str, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Give up a look back: whoever works on it stops at the next stretch."""
    with service.storage.write(visitor.site) as transaction:
        transaction.policies.drop_look(id)
    return redirect(request, f"/policy/versions/{hash}#look")


@router.post("/policy/versions/{hash}/publish")
def post_publication(
    request: Request, hash: str, form: FormDep, visitor: VisitorDep, service: ServiceDep
) -> Response:
    """Make a version live; what it lacks is told on its page."""
    order = Publication(hash=hash, by=visitor.name, why=form.get("why", "").strip() or None)
    return published(request, visitor, service, order) or redirect(request, "/policy")


@router.post("/policy/versions/{hash}/discard")
def post_discard(request: Request, hash: str, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Give a draft up."""
    discard(service.storage, hash, site=visitor.site, by=visitor.name, at=service.clock.now())
    return redirect(request, "/policy")


@router.post("/policy/versions/{hash}/carry-over")
def post_carry_over(request: Request, hash: str, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Make a draft of an earlier version one of the live version."""
    now = service.clock.now()
    try:
        saved = carry_over(
            service.storage, hash, site=visitor.site, load=service.load_policy, by=visitor.name, at=now
        )
    except (Conflict, PolicyInvalid) as error:
        return _page(request, visitor, service, hash, refused=error)
    return redirect(request, f"/policy/versions/{saved.hash}")


@router.post("/policy/versions/{hash}/rollback")
def post_rollback(
    request: Request, hash: str, form: FormDep, visitor: VisitorDep, service: ServiceDep
) -> Response:
    """Bring back a version that was live before: one act, and nothing is asked."""
    order = Rollback(by=visitor.name, why=form.get("why", "").strip() or None, to=hash)
    rollback(service.storage, order, site=visitor.site, load=service.load_policy, at=service.clock.now())
    return redirect(request, "/policy")


def published(request: Request, visitor: Visitor, service: Service, order: Publication) -> Response | None:
    """Make a version live; where it may not be, return its page, which says what it lacks."""
    now = service.clock.now()
    try:
        publish(service.storage, order, site=visitor.site, requirements=service.requirements, at=now)
    except (PolicyInvalid, NotAllowed, StaleVersion) as error:
        return _page(request, visitor, service, order.hash, refused=error)
    return None


def _page(
    request: Request, visitor: Visitor, service: Service, hash: str, *, refused: ModerationError | None = None
) -> Response:
    found = shown(service, visitor, hash)
    with service.storage.read(visitor.site) as transaction:
        reports = transaction.policies.reports(found.version.hash)
    context: dict[str, Any] = {"shown": found, "reports": reports, "refused": refused, "sample": SAMPLE}
    context["is_faulty"] = isinstance(refused, PolicyInvalid)
    live = service.policy(service.sites.get(visitor.site))
    context["second_editor"] = service.second_editor or live.settings.second_editor
    context["new_words"] = len(new_words(live, found.policy)) if found.is_draft else 0
    context["overtaken"] = overtaken = _overtaken(found)
    difference = _difference(service, visitor, found, overtaken)
    status = 200 if refused is None else 409 if isinstance(refused, Conflict) else 422
    return render(request, "policy-version.html", status=status, difference=difference, **context)


def _overtaken(found: ShownPolicy) -> PolicyVersion | None:
    """Return what went live since a draft was begun; a file that a start offered was begun from nothing."""
    is_rooted = root_of(found.version, found.known).hash != found.version.hash
    return overtaken_by(found.version, found.known) if found.is_draft and is_rooted else None


def _difference(
    service: Service, visitor: Visitor, found: ShownPolicy, overtaken: PolicyVersion | None
) -> PolicyDifference | None:
    """Compare a draft with what it was made from, the live version with what it replaced, others with that."""
    before: str | None = found.live.hash
    if found.is_live:
        before = found.live.replaced
    elif overtaken is not None:
        before = root_of(found.version, found.known).hash
    if before is None:
        return None
    return compare(
        service.storage, site=visitor.site, load=service.load_policy, before=before, after=found.version.hash
    )


def _report(request: Request, found: ShownPolicy, backtest: Backtest) -> Response:
    section = request.query_params.get("section", "")
    return render(
        request, "policy-backtest.html", shown=found, backtest=backtest, section=section, **_parts(backtest)
    )


def _kept(service: Service, visitor: Visitor, hash: str) -> PolicyFiles:
    with service.storage.read(visitor.site) as transaction:
        return transaction.policies.files(hash)


def _sample(typed: str) -> int:
    if not typed.strip():
        return SAMPLE
    if not typed.strip().isdecimal() or not 1 <= int(typed) <= SAMPLE:
        raise Invalid(f"Type a number of verdicts from 1 to {SAMPLE:,}; the command line looks at all.")
    return int(typed)


def _parts(backtest: Backtest) -> dict[str, Any]:
    """Prepare what a template cannot: marked texts, and the line of each day."""
    some = (
        ("Against what a person ruled", backtest.contradictions),
        ("Likeliest mistakes, nobody has ruled", backtest.mistakes),
    )
    return {
        "cases": [
            (title, [(each, pieces(each.text or "", each.spans)) for each in instances[:_SHOWN_CASES]])
            for title, instances in some
        ],
        "lines": _lines(list(backtest.queue.days.values())),
        "most": max((max(day) for day in backtest.queue.days.values()), default=0),
    }


def _lines(days: list[tuple[float, float]]) -> tuple[str, str] | None:
    """Draw a line for before and one for after over 1,000 by 100 units."""
    if len(days) < 2:
        return None
    highest = max(max(day) for day in days) or 1
    step = 1_000 / (len(days) - 1)
    before, after = (
        " ".join(f"{number * step:.1f},{98 - 94 * day[side] / highest:.1f}" for number, day in enumerate(days))
        for side in (0, 1)
    )
    return before, after
