"""What one rule did: how often it held, how often people agreed, why it was stopped; taking it back, and undo."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import itemgetter
from typing import Any

from fastapi import Request, Response

from moderation.braking import BRAKE
from moderation.domain.errors import Invalid, ModerationError, NotFound
from moderation.domain.policy_version import PolicyAct
from moderation.domain.record import StoredComment
from moderation.domain.verdict import Mode
from moderation.figures import figures
from moderation.reversal import Reversal, Reversed, reverse, unfinished
from moderation.service import Service
from moderation.web.render import render
from moderation.web.route import FormDep, ServiceDep, VisitorDep, pages
from moderation.web.shown_policy import ShownPolicy, shown
from moderation.web.visitors import Visitor

router = pages()

#: Days that the page counts, the first unless asked.
CHOICES = (30, 7, 90, 365)
#: Verdicts that one request takes back, so that it ends before a proxy gives up.
MOST_LOOKED_AT = 10_000
#: Acts that are searched for those about a rule, and versions that are offered to begin from.
_ACTS, _VERSIONS = 300, 6
_HOURS = {"the last hour": 1, "the last 24 hours": 24, "the last 7 days": 168}


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What would come, or came, of taking a rule's work back."""

    total: Reversed
    comments: list[StoredComment]
    since: datetime
    why: str
    is_dry: bool
    #: Whether it puts back what was taken back.
    is_undo: bool


@router.get("/policy/rules/{id}/record")
def read(request: Request, id: str, visitor: VisitorDep, service: ServiceDep, days: int = CHOICES[0]) -> Response:
    """Show what a rule of the live policy did."""
    return _page(request, visitor, service, id, days=days)


@router.post("/policy/rules/{id}/record")
def take_back(request: Request, id: str, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Tell what taking back the rule's work would do, or putting it back (`undo`); or do it (`act`)."""
    try:
        done = _taken_back(visitor, service, id, form)
    except Invalid as error:
        return _page(request, visitor, service, id, error=error)
    return _page(request, visitor, service, id, done=done)


def stopped(acts: Iterable[PolicyAct], found: ShownPolicy) -> dict[str, PolicyAct]:
    """Return the rules that the brake stopped and that are in shadow still, each with the latest act."""
    in_shadow = {rule.id for rule in found.policy.rules if rule.mode is Mode.SHADOW}
    brakes = [each for each in acts if each.what == "policy.brake" and each.detail.get("rule") in in_shadow]
    return {str(each.detail["rule"]): each for each in reversed(brakes)}


def acts_of(service: Service, visitor: Visitor) -> list[PolicyAct]:
    """Return the latest acts on the policy, newest first."""
    with service.storage.read(visitor.site) as transaction:
        return transaction.policies.acts(limit=_ACTS)


def _taken_back(visitor: Visitor, service: Service, id: str, form: Any) -> TakenBack:
    is_dry, is_undo = form.get("act") != "take-back", form.get("undo") == "yes"
    why = form.get("why", "").strip()[:300]
    if not why and not is_dry:
        raise Invalid("Say why: it is kept with each decision, and the site's people will ask.")
    try:
        since, after = datetime.fromisoformat(form.get("since", "")), int(form.get("after") or -1)
    except ValueError:
        raise Invalid("Choose from when on.") from None
    if since.tzinfo is None:
        raise Invalid("Choose from when on.")
    order = Reversal(rule=id, since=since, by=visitor.name, why=why, is_dry=is_dry, is_undo=is_undo)
    steps = reverse(
        service.storage,
        order,
        site=visitor.site,
        reviews=service.sites.get(visitor.site).reviews,
        at=service.clock.now(),
        after=after if after >= 0 else None,
        most=MOST_LOOKED_AT,
    )
    total = list(steps)[-1]
    with service.storage.read(visitor.site) as transaction:
        comments = [transaction.decisions.comment(each) for each in total.comments]
    return TakenBack(total=total, comments=comments, since=since, why=why, is_dry=is_dry, is_undo=is_undo)


def _page(
    request: Request,
    visitor: Visitor,
    service: Service,
    id: str,
    *,
    days: int = CHOICES[0],
    done: TakenBack | None = None,
    error: ModerationError | None = None,
) -> Response:
    found, now = shown(service, visitor, None), service.clock.now()
    rule = next((each for each in found.policy.rules if each.id == id), None)
    if rule is None:
        raise NotFound(f"The live policy has no rule '{id[:100]}'.")
    days = days if days in CHOICES else CHOICES[0]
    # Counts are kept by the day.
    since = (now - timedelta(days=days - 1)).replace(hour=0, minute=0, second=0, microsecond=0)
    counted = figures(service.storage, found.policy, site=visitor.site, since=since)
    acts = acts_of(service, visitor)
    own = [each for each in acts if each.detail.get("rule") == id]
    return render(
        request,
        "policy-rule-record.html",
        status=200 if error is None else 422,
        shown=found,
        rule=rule,
        figures=next(each for each in counted if each.rule == id),
        since=since,
        days=days,
        choices=sorted(CHOICES),
        acts=own,
        unfinished=unfinished(own),
        stopped=stopped(acts, found).get(id),
        moments=_moments(found, now),
        done=done,
        error=error,
    )


def _moments(found: ShownPolicy, now: datetime) -> list[tuple[str, datetime]]:
    """Return from when on work can be taken back: since a version went live, or a while."""
    live = sorted(
        ((v.published_at, v) for v in found.known if v.published_at and v.published_by != BRAKE),
        key=itemgetter(0),
        reverse=True,
    )
    named = [(f"since “{v.title[:60]}” went live, {at:%-d %b, %H:%M} UTC", at) for at, v in live]
    return named[:_VERSIONS] + [(name, now - timedelta(hours=hours)) for name, hours in _HOURS.items()]
