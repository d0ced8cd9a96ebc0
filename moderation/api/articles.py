"""Articles under which every comment waits for a time: look, and end it early."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from moderation.api.body import StrictRoute
from moderation.api.clients import Moderate, ServiceDep, Verdicts
from moderation.api.wire import Name
from moderation.premoderation import end_premoderation, premoderation

router = APIRouter(prefix="/v1/articles", tags=["articles"], route_class=StrictRoute)


class PremoderationOut(BaseModel):
    """Whether every comment under an article waits for a person, by a rule."""

    article: str
    until: datetime | None
    rule: str | None
    since: datetime | None = None


@router.get("/{id:path}/premoderation")
def get_premoderation(id: str, client: Verdicts, service: ServiceDep) -> PremoderationOut:
    """Return until when every comment under an article waits, and the rule that held; null where it does not.

    An article without an id goes by its address, one without either by its title.
    """
    found = premoderation(service.storage, site=client.site.id, article=id, at=service.clock.now())
    if found is None:
        return PremoderationOut(article=id, until=None, rule=None)
    return PremoderationOut(article=id, until=found.until, rule=found.rule, since=found.since)


@router.delete("/{id:path}/premoderation")
def delete_premoderation(
    id: str, client: Moderate, service: ServiceDep, by: Annotated[Name | None, Query()] = None
) -> PremoderationOut:
    """Judge further comments under an article on their own again; those that wait go on waiting."""
    site, who = client.site.id, by or f"key {client.key.name}"
    end_premoderation(service.storage, site=site, article=id, by=who, at=service.clock.now())
    return PremoderationOut(article=id, until=None, rule=None)
