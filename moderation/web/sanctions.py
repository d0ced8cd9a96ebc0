"""Steps of the ladder that wait for a person: who has reached one, and what was answered."""

from collections.abc import Iterator
from typing import Any, Literal

from fastapi import Request, Response

from moderation.domain.account import Role
from moderation.domain.desk import CommentQuery
from moderation.domain.errors import Invalid
from moderation.domain.record import StoredComment
from moderation.sanctions import Asked, WaitingStep, Who, answer, answers, take_back
from moderation.service import Service
from moderation.web.desk import frame, policy_of, steps_of
from moderation.web.render import render
from moderation.web.route import FormDep, ServiceDep, VisitorDep, pages, redirect
from moderation.web.visitors import Visitor

router = pages()

#: How many of an author's last comments are shown.
_COMMENTS = 5


@router.get("/desk/steps")
def steps(request: Request, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Show which authors wait for a person, and what was answered last."""
    shown: dict[str, Any] = {
        "waiting": [(each, list(_comments(service, visitor, each))) for each in steps_of(service, visitor)],
        "settled": answers(service.storage, site=visitor.site),
        "may_answer": {role.value for role in Role if visitor.role.may(role)},
    }
    return render(request, "steps.html", **frame(service, visitor) | shown)


@router.post("/desk/steps/{act}")
def settle(
    request: Request,
    act: Literal["confirm", "refuse", "take-back"],
    form: FormDep,
    visitor: VisitorDep,
    service: ServiceDep,
) -> Response:
    """Confirm a step, refuse it, or take back what was answered."""
    step = form.get("step", "")
    if not step.isdecimal():
        raise Invalid("Say which step is meant, by a number.")
    who = Who(name=visitor.name, role=visitor.role)
    asked, now = Asked(author=form.get("author", ""), step=int(step), who=who), service.clock.now()
    if act == "take-back":
        take_back(service.storage, asked, site=visitor.site, at=now)
    else:
        is_confirmed, policy = act == "confirm", policy_of(service, visitor)
        answer(service.storage, asked, site=visitor.site, is_confirmed=is_confirmed, policy=policy, at=now)
    return redirect(request, "/desk/steps")


def _comments(service: Service, visitor: Visitor, each: WaitingStep) -> Iterator[StoredComment]:
    with service.storage.read(visitor.site) as transaction:
        yield from transaction.desk.search(CommentQuery(author_key=each.author.key, limit=_COMMENTS))
