"""Authors' standing: read it, set it, lift it; and their labels: take one away."""

from typing import Annotated

from fastapi import APIRouter, Query

from moderation.api.answers import StandingOut, standing_out
from moderation.api.body import StrictRoute
from moderation.api.clients import Moderate, ServiceDep, Verdicts
from moderation.api.wire import Name, StandingIn
from moderation.domain.standing import Sanctioned, Standing
from moderation.standing import set_standing, standing, take_label

router = APIRouter(prefix="/v1/authors", tags=["authors"], route_class=StrictRoute)


@router.get("/{id:path}/standing")
def get_standing(id: str, client: Verdicts, service: ServiceDep) -> StandingOut:
    """Return what an author's live strikes imply, or what a person set."""
    now = service.clock.now()
    return standing_out(standing(service.storage, site=client.site.id, key=id, policy=client.policy, at=now))


@router.delete("/{id:path}/labels/{name}")
def delete_label(
    id: str, name: str, client: Moderate, service: ServiceDep, by: Annotated[Name | None, Query()] = None
) -> StandingOut:
    """Take a label from an author before its time; what was judged by it stands."""
    site, now = client.site.id, service.clock.now()
    take_label(service.storage, name, site=site, key=id, by=by or f"key {client.key.name}", at=now)
    return standing_out(standing(service.storage, site=site, key=id, policy=client.policy, at=now))


@router.put("/{id:path}/standing")
def put_standing(id: str, body: StandingIn, client: Moderate, service: ServiceDep) -> StandingOut:
    """Set an author's standing with a reason, or return the author to the ladder with `standing` null."""
    now = service.clock.now()
    chosen = (
        Sanctioned(standing=Standing(body.standing), strikes=0, until=body.until, reason=body.reason)
        if body.standing
        else None
    )
    site, by = client.site.id, body.by or f"key {client.key.name}"
    set_standing(service.storage, site=site, key=id, sanctioned=chosen, by=by, at=now)
    return standing_out(standing(service.storage, site=site, key=id, policy=client.policy, at=now))
