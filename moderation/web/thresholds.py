"""What each cut-off of a score is worth, what an error budget allows, and a cut-off taken over into a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import Request, Response

from moderation.budgeting import grounds
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.budgets.allowance import Allowance, RuleCutOff
from moderation.domain.budgets.allowance_of import allowance_of, scored_rules
from moderation.domain.budgets.curve import curve_of
from moderation.domain.budgets.rated import Rated
from moderation.domain.errors import Conflict, Invalid, NotFound, PolicyInvalid
from moderation.domain.policy import Policy, Rule
from moderation.domain.verdict import Outcome
from moderation.service import Service
from moderation.web.charts import drawn_curve
from moderation.web.refusals import Refusal, is_beside
from moderation.web.render import render
from moderation.web.route import FormDep, ServiceDep, VisitorDep, pages, redirect
from moderation.web.shares import budget_of
from moderation.web.shown_policy import editor_of, keep, shown
from moderation.web.visitors import Visitor

router = pages()

#: What is taken over: a rule that holds from there on, or one more that blocks from there on.
_HOLDS, _BLOCKS = "holds", "blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A rule that asks for the score of an attribute."""

    rule: Rule
    #: From which score on it holds now, and from which it may block by the budget.
    holds_from: float
    cutoff: RuleCutOff | None


@router.get("/policy/thresholds")
def read(
    request: Request,
    visitor: VisitorDep,
    service: ServiceDep,
    *,
    attribute: str = "",
    wrong_blocks: str = "",
    missed: str = "",
) -> Response:
    """Show precision and recall by cut-off of one attribute, and what an error budget allows."""
    typed = {"attribute": attribute, "wrong_blocks": wrong_blocks, "missed": missed}
    return _page(request, visitor, service, typed)


@router.post("/policy/thresholds")
def take_over(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Write a cut-off into a draft; nothing is live by it."""
    found = shown(service, visitor, form.get("version") or None)
    id, attribute = form.get("rule", ""), form.get("attribute", "")
    if attribute not in scored_rules(found.policy).get(id, {}):
        raise NotFound(f"No rule '{id[:100]}' of this version asks for '{attribute[:50]}'.")
    try:
        at = _score(form.get("at", ""))
        files = _written(service, found.files.files, form, at=at)
        why = f"{id}: {form.get('how', '')} from {attribute} {at:.2f}, by the rulings"
        why = form.get("why", "").strip() or why
        saved = keep(service, visitor, files, base=found.version.hash, why=why, is_beside=is_beside(form))
    except (PolicyInvalid, Conflict, Invalid) as error:
        return _page(request, visitor, service, form, refusal=Refusal(error=error))
    return redirect(request, f"/policy/versions/{saved.hash}")


def _written(service: Service, files: Mapping[str, str], form: Mapping[str, str], *, at: float) -> dict[str, str]:
    """Return the files with a rule that holds, or one more that blocks, from a score on."""
    editor, id = editor_of(service), form["rule"]
    text = editor.with_threshold(editor.rule(files, id).text, attribute=form["attribute"], at=at)
    if form.get("how") != _BLOCKS:
        return editor.with_rule(files, id, text=text)
    blocking = f"{id}-blocks"
    text = editor.with_then(editor.with_parts(text, {"id": blocking}), {"verdict": Outcome.BLOCK.value})
    try:
        editor.rule(files, blocking)
    except NotFound:
        return editor.with_new_rule(files, text)
    return editor.with_rule(files, blocking, text=text)


def _score(typed: str) -> float:
    try:
        score = float(typed.strip().replace(",", "."))
    except ValueError:
        score = -1.0
    if not 0 < score <= 1:
        raise Invalid(f"A cut-off is a score above 0 and at most 1; '{typed[:20]}' is none.")
    return score


def _page(
    request: Request,
    visitor: Visitor,
    service: Service,
    typed: Mapping[str, str],
    *,
    refusal: Refusal | None = None,
) -> Response:
    budget = budget_of(typed.get("wrong_blocks", ""), typed.get("missed", ""))
    live = shown(service, visitor, None)
    policy = live.policy
    base = grounds(service.storage, site=visitor.site, policy=policy, budget=budget, query=VerdictQuery())
    found, names = allowance_of(base), _attributes(policy, base.judged)
    told = next((each.attribute for each in found.rules if each.attribute), None)  # most is known of the first
    chosen = typed.get("attribute") or told or next(iter(names), "")
    if chosen and chosen not in names:
        raise NotFound(f"No score '{chosen[:50]}' is on record here.")
    points = curve_of(base.judged, attribute=chosen)
    return render(
        request,
        "policy-thresholds.html",
        status=refusal.status if refusal else 200,
        attribute=chosen,
        attributes=names,
        budget=budget,
        found=found,
        points=points,
        curve=drawn_curve(points) if any(each.precision.of for each in points) else None,
        asking=_asking(policy, found, chosen),
        refusal=refusal,
        typed_at=typed.get("at", "") if refusal else "",
        drafts=live.drafts,
    )


def _attributes(policy: Policy, judged: Sequence[Rated]) -> list[str]:
    """Return the attributes that rules ask for, then the others that judged comments have."""
    asked = dict.fromkeys(name for attributes in scored_rules(policy).values() for name in attributes)
    return list(asked | dict.fromkeys(sorted({name for each in judged for name in each.scores})))


def _asking(policy: Policy, found: Allowance, attribute: str) -> list[Asking]:
    asked = scored_rules(policy)
    cutoffs = {each.rule: each for each in found.rules if each.attribute == attribute}
    return [
        Asking(rule=rule, holds_from=asked[rule.id][attribute], cutoff=cutoffs.get(rule.id))
        for rule in policy.rules
        if attribute in asked.get(rule.id, {})
    ]
