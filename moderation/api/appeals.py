"""Authors' appeals: file one for them, list what waits, read what was decided."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel

from moderation.api.body import StrictRoute
from moderation.api.clients import Moderate, ServiceDep, Verdicts
from moderation.api.wire import AppealIn
from moderation.appeals import appeal
from moderation.domain.appeal import Appeal, AppealId, AppealState
from moderation.domain.comment import CommentId

router = APIRouter(prefix="/v1", tags=["appeals"], route_class=StrictRoute)


class AppealOut(BaseModel):
    """An author's objection to a decision."""

    id: str
    comment_id: str
    revision: int
    decision_id: str
    words: str | None
    opened_at: datetime
    state: AppealState
    decided_at: datetime | None
    decided_by: str | None
    answer: str | None
    ruling_id: str | None


class AppealsOut(BaseModel):
    """Appeals, newest first."""

    appeals: list[AppealOut]


@router.post("/comments/{id:path}/appeal", status_code=201)
def post_appeal(id: str, body: AppealIn, client: Verdicts, service: ServiceDep) -> AppealOut:
    """Contest a rejection in the author's name, once and within six months; it waits in the queue `appeals`."""
    now = service.clock.now()
    opened = appeal(service.storage, site=client.site.id, id=CommentId(id), words=body.words, at=now)
    return appeal_out(opened)


@router.get("/appeals")
def page(
    client: Moderate,
    service: ServiceDep,
    state: Annotated[Literal["all", "open", "upheld", "overturned", "withdrawn"], Query()] = "open",
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> AppealsOut:
    """List appeals, newest first. One is decided by a ruling on its comment, by another than who ruled before."""
    states = tuple(AppealState) if state == "all" else (AppealState(state),)
    with service.storage.read(client.site.id) as transaction:
        found = transaction.appeals.page(states=states, limit=limit)
    return AppealsOut(appeals=[appeal_out(each) for each in found])


@router.get("/appeals/{id}")
def read(id: str, client: Moderate, service: ServiceDep) -> AppealOut:
    """Return one appeal."""
    with service.storage.read(client.site.id) as transaction:
        return appeal_out(transaction.appeals.get(AppealId(id)))


def appeal_out(appeal: Appeal) -> AppealOut:
    """Show an appeal."""
    return AppealOut.model_validate(appeal, from_attributes=True)
