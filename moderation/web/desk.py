"""The desk: what waits for a person, one comment at a time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Annotated, Any

from fastapi import Depends, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic_core import to_json

from moderation.accounts import alone
from moderation.blind import as_seen_by
from moderation.desk import case, upcoming
from moderation.domain.batch import REASON_ABOVE, SECOND_ABOVE, BatchState
from moderation.domain.comment import CommentId
from moderation.domain.desk import Waiting
from moderation.domain.errors import NotFound
from moderation.domain.policy import Policy
from moderation.domain.review import AUDIT, ESCALATED_QUEUES, Order, ReviewQuery
from moderation.domain.search import SavedSearch
from moderation.sanctions import WaitingStep, answers, waiting_steps
from moderation.searches import searches_of
from moderation.service import Service
from moderation.web.cards import SEVERE, card_of
from moderation.web.keys import key_of, keys_with, table
from moderation.web.render import html, render
from moderation.web.route import ServiceDep, VisitorDep, pages
from moderation.web.searches import address_of
from moderation.web.veil import masked_kinds
from moderation.web.visitors import Visitor

router = pages()

#: How many cards a browser fetches ahead.
AHEAD = 5

#: How many batches are counted that wait for a second person.
_BATCHES = 20
#: For so long the desk tells of steps that nobody answered.
_LATELY = timedelta(days=7)

#: Queues with these names stand first, and in red.
URGENT = ("urgent", "threats", "private", *ESCALATED_QUEUES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """To which part of what waits the desk is narrowed, as its address says; empty is any."""

    queue: str = ""
    language: str = ""
    clause: str = ""
    section: str = ""
    words: Annotated[str, Query(max_length=200)] = ""
    order: Order = Order.PRIORITY

    def query(self, *, limit: int) -> ReviewQuery:
        """Return what to list."""
        return ReviewQuery(
            queue=self.queue or None,
            language=self.language or None,
            clause=self.clause or None,
            section=self.section or None,
            words=self.words.strip() or None,
            order=self.order,
            limit=limit,
        )


@router.get("/desk")
def desk(
    request: Request,
    visitor: VisitorDep,
    service: ServiceDep,
    chosen: Annotated[Narrowed, Depends()],
) -> Response:
    """Show the queues, and the comment that is next."""
    found = _cards(request, visitor, service, chosen.query(limit=1), but=())
    kinds, now = waiting_of(service, visitor), service.clock.now()
    return render(
        request,
        "desk.html",
        **frame(service, visitor),
        waiting=queues_of(kinds, now),
        settled=_settled(service, visitor, now),
        batches=_batches(service, visitor, now),
        steps=len(steps_of(service, visitor)),
        lapsed=_lapsed(service, visitor, now),
        audit=AUDIT,
        filters=filters_of(kinds),
        chosen=chosen,
        held=_held(service, visitor, now),
        searches=[(each, address_of(each)) for each in _searches(service, visitor)],
        first=found[0] if found else None,
    )


@router.get("/desk/next")
def next_cards(
    request: Request,
    visitor: VisitorDep,
    service: ServiceDep,
    chosen: Annotated[Narrowed, Depends()],
    *,
    but: Annotated[str, Query(max_length=20_000)] = "",
) -> Response:
    """Return the next cards, ready to be shown; the reviews named in `but` are passed over."""
    query = chosen.query(limit=AHEAD)
    return JSONResponse({"cards": _cards(request, visitor, service, query, but=tuple(but.split(",")))})


@router.get("/desk/card")
def one_card(request: Request, visitor: VisitorDep, service: ServiceDep, comment: str) -> Response:
    """Return the card of any comment, whatever was decided about it."""
    return JSONResponse(_card(request, visitor, service, CommentId(comment)))


@router.get("/desk/comment")
def one_comment(request: Request, visitor: VisitorDep, service: ServiceDep, id: str) -> Response:
    """Show one comment on a page of its own, to be read and ruled on."""
    shown = _card(request, visitor, service, CommentId(id))
    return render(request, "comment.html", **frame(service, visitor), shown=shown)


@router.get("/desk/waiting")
def waiting(visitor: VisitorDep, service: ServiceDep) -> Response:
    """Return how much waits where and how much was settled, for a desk that is open."""
    now = service.clock.now()
    queues = queues_of(waiting_of(service, visitor), now)
    held = [each | {"until": each["until"].isoformat()} for each in _held(service, visitor, now)]
    return JSONResponse({"queues": queues, "settled": _settled(service, visitor, now), "held": held})


def frame(service: Service, visitor: Visitor) -> dict[str, Any]:
    """Return what every page of the desk needs: keys, clauses, and whether the visitor may rule."""
    policy, keys = policy_of(service, visitor), keys_with(chosen_keys(service, visitor))
    return {
        "keys": to_json(table(keys)).decode(),
        "key_of": partial(key_of, keys=keys),
        "is_web": _is_web,
        "severe": SEVERE,
        "clauses": list(policy.clauses.values())[:9],
        "masked_kinds": masked_kinds(policy),
        "escalated_queues": ESCALATED_QUEUES,
        "limits": {"reason": REASON_ABOVE, "second": SECOND_ABOVE},
    }


def chosen_keys(service: Service, visitor: Visitor) -> dict[str, str]:
    """Return the keys that the visitor has chosen, act → key."""
    kept = service.accounts.preference(visitor.account.name, "keys")
    return dict(kept) if isinstance(kept, dict) else {}


def is_alone_on_site(service: Service, visitor: Visitor) -> bool:
    """Whether nobody but the visitor may rule on the site, so that nobody else could decide on their rulings."""
    return alone(service.accounts, site=visitor.site) == visitor.account.name


def _is_web(address: str | None) -> bool:
    """Tell whether what a site sent as an address may become a link: a script must not."""
    return (address or "").lower().startswith(("https://", "http://"))


def policy_of(service: Service, visitor: Visitor) -> Policy:
    """Return the live policy of the visitor's site."""
    return service.policy(service.sites.get(visitor.site))


def _cards(
    request: Request, visitor: Visitor, service: Service, query: ReviewQuery, *, but: tuple[str, ...]
) -> list[dict[str, Any]]:
    now = service.clock.now()
    is_alone = is_alone_on_site(service, visitor)
    found = upcoming(
        service.storage,
        query,
        site=visitor.site,
        moderator=visitor.name,
        but=set(but),
        is_alone=is_alone,
        at=now,
    )
    cards = []
    for review in found:
        try:
            cards.append(_card(request, visitor, service, review.comment_id))
        except NotFound:  # erased since the list was read
            continue
    return cards


def _card(request: Request, visitor: Visitor, service: Service, id: CommentId) -> dict[str, Any]:
    policy, now = policy_of(service, visitor), service.clock.now()
    gathered = as_seen_by(visitor.name, case(service.storage, site=visitor.site, id=id, policy=policy, at=now))
    card, review = card_of(gathered, policy), gathered.review
    holder = review.holder(now) if review else None
    shown = {"card": card, "policy": policy, "holder": holder if holder != visitor.name else None}
    shown["is_own"] = review is not None and not review.is_for(visitor.name) and is_alone_on_site(service, visitor)
    return {
        "comment": id,
        "review": review.id if review else None,
        "version": review.version if review else None,
        "seen": now.isoformat(),
        "html": html(request, "card.html", **shown, **frame(service, visitor)),
    }


def waiting_of(service: Service, visitor: Visitor) -> list[Waiting]:
    """Return how much waits, by kind."""
    with service.storage.read(visitor.site) as transaction:
        return transaction.desk.waiting()


def _settled(service: Service, visitor: Visitor, now: datetime) -> int:
    """Return how much of what waited was settled in the last 24 hours."""
    with service.storage.read(visitor.site) as transaction:
        return transaction.desk.closed_since(now - timedelta(days=1))


def _held(service: Service, visitor: Visitor, now: datetime) -> list[dict[str, Any]]:
    """Return what the visitor holds, and until when."""
    with service.storage.read(visitor.site) as transaction:
        held = transaction.reviews.held_by(visitor.name, at=now)
        comments = {each.id: each for each in transaction.records.comments([each.comment_id for each in held])}
    return [
        {
            "comment": each.comment_id,
            "by": comments[each.comment_id].author_name or "?",
            "until": each.claimed_until,
        }
        for each in held
        if each.comment_id in comments
    ]


def _searches(service: Service, visitor: Visitor) -> tuple[SavedSearch, ...]:
    return searches_of(service.accounts, by=visitor.account.name, site=visitor.site).searches


def _batches(service: Service, visitor: Visitor, now: datetime) -> int:
    """Return how many batches wait for somebody else than who proposed them."""
    with service.storage.read(visitor.site) as transaction:
        found = transaction.desk.batches(states=(BatchState.WAITING,), limit=_BATCHES)
    return sum(each.waits(now) and each.by != visitor.name for each in found)


def _lapsed(service: Service, visitor: Visitor, now: datetime) -> int:
    """Return how many steps of the ladder nobody answered in the last days."""
    return sum(each.is_lapsed and each.at > now - _LATELY for each in answers(service.storage, site=visitor.site))


def steps_of(service: Service, visitor: Visitor) -> list[WaitingStep]:
    """Return the authors who wait for a person to confirm a step of the ladder, the longest first."""
    now = service.clock.now()
    return waiting_steps(service.storage, site=visitor.site, policy=policy_of(service, visitor), at=now)


def queues_of(kinds: list[Waiting], now: datetime) -> list[dict[str, Any]]:
    """Sum up by queue, the urgent ones first."""
    queues: dict[str, dict[str, Any]] = {}
    for kind in kinds:
        age = (now - kind.oldest).total_seconds()
        queue = queues.setdefault(
            kind.queue, {"queue": kind.queue, "count": 0, "age": 0.0, "is_urgent": kind.queue in URGENT}
        )
        queue["count"] += kind.count
        queue["age"] = max(queue["age"], age)
    return sorted(queues.values(), key=lambda queue: (not queue["is_urgent"], queue["queue"]))


def filters_of(kinds: list[Waiting]) -> dict[str, list[str]]:
    """Return what the waiting comments can be narrowed to."""
    return {
        name: sorted({value for kind in kinds if (value := getattr(kind, name)) is not None})
        for name in ("language", "clause", "section")
    }
