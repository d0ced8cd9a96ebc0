"""The review queue: list, claim, release, rule."""

import base64
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic_core import from_json, to_json

from moderation.api.answers import DecisionOut, ReviewOut, ReviewsOut, decision_out, review_out
from moderation.api.body import StrictRoute
from moderation.api.clients import Moderate, ServiceDep
from moderation.api.problems import FieldInvalid
from moderation.api.wire import ClaimIn, RulingIn
from moderation.domain.review import Order, Review, ReviewId, ReviewQuery, Ruling, State, place_of
from moderation.review import RulingRequest, claim, release, rule_on_review

router = APIRouter(prefix="/v1/reviews", tags=["reviews"], route_class=StrictRoute)

_WAITING = (State.OPEN, State.CLAIMED, State.ESCALATED)


@router.get("")
def page(
    client: Moderate,
    service: ServiceDep,
    state: Annotated[Literal["waiting", "open", "claimed", "escalated", "closed"], Query()] = "waiting",
    queue: str | None = None,
    clause: str | None = None,
    language: str | None = None,
    section: str | None = None,
    order: Order = Order.PRIORITY,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    after: Annotated[str | None, Query(description="`next` of the page before.")] = None,
) -> ReviewsOut:
    """List reviews with their comments, page by page; each is shown once though others come and go."""
    query = ReviewQuery(
        states=_WAITING if state == "waiting" else (State(state),),
        queue=queue,
        clause=clause,
        language=language,
        section=section,
        order=order,
        after=_cursor_read(after) if after else None,
        limit=limit,
    )
    with service.storage.read(client.site.id) as transaction:
        found = transaction.reviews.page(query)
    last = found[-1][0] if len(found) == limit else None
    return ReviewsOut(
        reviews=[review_out(review, comment) for review, comment in found],
        next=_cursor(last, order) if last else None,
    )


@router.get("/{id}")
def read(id: str, client: Moderate, service: ServiceDep) -> ReviewOut:
    """Return one review with its comment."""
    with service.storage.read(client.site.id) as transaction:
        review = transaction.reviews.get(ReviewId(id))
        return review_out(review, transaction.decisions.comment(review.comment_id))


@router.post("/{id}/claim")
def post_claim(id: str, body: ClaimIn, client: Moderate, service: ServiceDep) -> ReviewOut:
    """Take a review for five minutes, or renew one's own claim; somebody else's gives 409."""
    now = service.clock.now()
    taken = claim(service.storage, site=client.site.id, id=ReviewId(id), moderator=body.moderator, at=now)
    return review_out(taken)


@router.post("/{id}/release")
def post_release(id: str, body: ClaimIn, client: Moderate, service: ServiceDep) -> ReviewOut:
    """Give a review back."""
    now = service.clock.now()
    given = release(service.storage, site=client.site.id, id=ReviewId(id), moderator=body.moderator, at=now)
    return review_out(given)


@router.post("/{id}/ruling")
def post_ruling(id: str, body: RulingIn, client: Moderate, service: ServiceDep) -> DecisionOut:
    """Approve or reject; a stale version or somebody else's claim gives 409."""
    decision = rule_on_review(
        service.storage,
        ruling_of(body),
        site=client.site.id,
        id=ReviewId(id),
        policy=client.policy,
        at=service.clock.now(),
    )
    return decision_out(decision, writer_url=service.writer_url(decision))


def ruling_of(body: RulingIn) -> RulingRequest:
    """Turn a request into a ruling."""
    return RulingRequest(
        ruling=Ruling(body.ruling),
        moderator=body.moderator,
        clause=body.clause,
        version=body.version,
        note=body.note,
        answer=body.answer,
    )


def _cursor(review: Review, order: Order) -> str:
    number, opened_at, id = place_of(review, order)
    return base64.urlsafe_b64encode(to_json([number, opened_at.isoformat(), id])).decode().rstrip("=")


def _cursor_read(cursor: str) -> tuple[int, datetime, str]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        priority, opened_at, id = from_json(base64.urlsafe_b64decode(padded.encode()))
        return int(priority), datetime.fromisoformat(opened_at), str(id)
    except (ValueError, TypeError) as error:
        raise FieldInvalid("after", "is not a cursor of this list; take `next` of the page before") from error
