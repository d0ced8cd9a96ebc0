"""Steps of the ladder that wait for a person: list, confirm, refuse, take back."""

from typing import Literal

from fastapi import APIRouter
from pydantic import Field

from moderation.api.answers import StandingOut, StepOut, standing_out, step_out
from moderation.api.body import StrictRoute
from moderation.api.clients import Moderate, ServiceDep
from moderation.api.wire import Editor, Name, Wire
from moderation.domain.account import Role
from moderation.domain.site import Scope
from moderation.sanctions import Asked, Who, answer, take_back, waiting_steps
from moderation.standing import standing

router = APIRouter(prefix="/v1/steps", tags=["authors"], route_class=StrictRoute)


class StepIn(Wire):
    """Whose step of the ladder it is, and what somebody answers."""

    author: Editor
    step: int = Field(ge=1, description="Which step it is: its `at`.")
    answer: Literal["confirm", "refuse", "take_back"]
    by: Name | None = None


@router.get("")
def get_steps(client: Moderate, service: ServiceDep) -> list[StepOut]:
    """Return the authors who have reached a step that waits for a person, the longest waiting first."""
    found = waiting_steps(service.storage, site=client.site.id, policy=client.policy, at=service.clock.now())
    return [step_out(each.author.key, each.due) for each in found]


@router.post("")
def post_step(body: StepIn, client: Moderate, service: ServiceDep) -> StandingOut:
    """Confirm a step that waits, which sets the author's standing, or refuse it; take either back.

    A step that needs an editor asks for a key with the scope `admin`.
    """
    storage, site, now = service.storage, client.site.id, service.clock.now()
    role = Role.EDITOR if Scope.ADMIN in client.key.scopes else Role.MODERATOR
    who = Who(name=body.by or f"key {client.key.name}", role=role)
    asked = Asked(author=body.author, step=body.step, who=who)
    if body.answer == "take_back":
        take_back(storage, asked, site=site, at=now)
    else:
        is_confirmed = body.answer == "confirm"
        answer(storage, asked, site=site, is_confirmed=is_confirmed, policy=client.policy, at=now)
    return standing_out(standing(storage, site=site, key=body.author, policy=client.policy, at=now))
