"""What a moderator does at the desk, as a script sends it: claim, rule, take back, hand on, write down."""

from typing import Annotated, Literal

from fastapi import Depends, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from moderation.desk import write_note
from moderation.domain.account import Role
from moderation.domain.comment import CommentId
from moderation.domain.errors import Conflict, Invalid, ModerationError, NotAllowed, NotFound
from moderation.domain.policy import Policy
from moderation.domain.review import SENIOR_QUEUES, ReviewId, Ruling
from moderation.domain.standing import Sanctioned, Standing
from moderation.examples import ExampleOrder, keep_example
from moderation.review import RulingRequest, claim, escalate, release, rule_on_comment, rule_on_review, undo
from moderation.service import Service
from moderation.standing import set_standing
from moderation.web.desk import policy_of
from moderation.web.route import JsonDep, ServiceDep, VisitorDep, pages
from moderation.web.visitors import Visitor

router = pages()

#: Above so many at once a ruling needs a reason.
REASON_ABOVE = 50


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ReviewBody(_Body):
    """A review, by its id."""

    review: str


class Place(_Body):
    """A comment, and the version of its review that the moderator saw."""

    comment: str
    review: str | None = None
    version: int | None = None


class RulingBody(_Body):
    """One ruling on one or several comments: those that were shown, and no others."""

    items: list[Place] = Field(min_length=1, max_length=200)
    ruling: Literal["approve", "approve_masked", "reject"]
    clause: str | None = None
    note: str | None = Field(default=None, max_length=2_000)


class UndoBody(_Body):
    """Comments whose ruling is taken back."""

    comments: list[str] = Field(min_length=1, max_length=200)


class EscalationBody(ReviewBody):
    """Where a review is handed on to."""

    version: int
    queue: str
    note: str = ""


class NoteBody(_Body):
    """A note about a comment."""

    comment: str
    text: str


class StandingBody(_Body):
    """An author who may not write any more, and why."""

    author: str
    reason: str = Field(min_length=3, max_length=500)


class ExampleBody(_Body):
    """A comment that is to be a test of a rule, and what it proves."""

    comment: str
    rule: str
    kind: Literal["hit", "miss", "known_fp"]
    why: str = Field(default="", max_length=500)


def _read(kind: type[_Body]) -> object:
    def read(body: JsonDep) -> _Body:
        try:
            return kind.model_validate(body)
        except ValidationError as error:
            fault = error.errors(include_url=False, include_input=False)[0]
            raise Invalid(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}.") from None

    return Depends(read)


@router.post("/desk/claim")
def post_claim(
    body: Annotated[ReviewBody, _read(ReviewBody)], visitor: VisitorDep, service: ServiceDep
) -> Response:
    """Take a review for five minutes, or renew that; somebody else's gives 409 with their name."""
    _check_senior(service, visitor, body.review)
    now = service.clock.now()
    taken = claim(service.storage, site=visitor.site, id=ReviewId(body.review), moderator=visitor.name, at=now)
    return JSONResponse({"version": taken.version})


@router.post("/desk/release")
def post_release(
    body: Annotated[ReviewBody, _read(ReviewBody)], visitor: VisitorDep, service: ServiceDep
) -> Response:
    """Give a review back."""
    now = service.clock.now()
    given = release(service.storage, site=visitor.site, id=ReviewId(body.review), moderator=visitor.name, at=now)
    return JSONResponse({"version": given.version})


@router.post("/desk/rule")
def post_rule(
    body: Annotated[RulingBody, _read(RulingBody)], visitor: VisitorDep, service: ServiceDep
) -> Response:
    """Rule on what was shown; each comes back with whether it was done, and else why not."""
    if len(body.items) > REASON_ABOVE and not (body.note or "").strip():
        raise Invalid(f"More than {REASON_ABOVE} at once need a reason.")
    policy = policy_of(service, visitor)
    return JSONResponse({"results": [_rule(item, body, visitor, service, policy) for item in body.items]})


@router.post("/desk/undo")
def post_undo(body: Annotated[UndoBody, _read(UndoBody)], visitor: VisitorDep, service: ServiceDep) -> Response:
    """Take back one's latest rulings; what was decided before holds again."""
    results = []
    for id in body.comments:
        try:
            undo(
                service.storage,
                site=visitor.site,
                id=CommentId(id),
                moderator=visitor.name,
                at=service.clock.now(),
            )
            results.append({"comment": id, "done": True})
        except (Conflict, NotFound) as error:
            results.append({"comment": id, "done": False, "detail": error.message})
    return JSONResponse({"results": results})


@router.post("/desk/escalate")
def post_escalate(
    body: Annotated[EscalationBody, _read(EscalationBody)], visitor: VisitorDep, service: ServiceDep
) -> Response:
    """Hand a review on, with a note where there is something to say."""
    now = service.clock.now()
    review = escalate(
        service.storage,
        site=visitor.site,
        id=ReviewId(body.review),
        moderator=visitor.name,
        queue=body.queue,
        version=body.version,
        at=now,
    )
    if body.note.strip():
        write_note(
            service.storage,
            site=visitor.site,
            id=review.comment_id,
            by=visitor.name,
            text=body.note,
            at=now,
        )
    return JSONResponse({"queue": review.queue})


@router.post("/desk/note")
def post_note(body: Annotated[NoteBody, _read(NoteBody)], visitor: VisitorDep, service: ServiceDep) -> Response:
    """Keep a note for colleagues."""
    note = write_note(
        service.storage,
        site=visitor.site,
        id=CommentId(body.comment),
        by=visitor.name,
        text=body.text,
        at=service.clock.now(),
    )
    return JSONResponse({"by": note.by, "text": note.text})


@router.post("/desk/block")
def post_block(
    body: Annotated[StandingBody, _read(StandingBody)], visitor: VisitorDep, service: ServiceDep
) -> Response:
    """Block an author until somebody lifts it."""
    blocked = Sanctioned(standing=Standing.BLOCKED, strikes=0, until=None, reason=body.reason)
    set_standing(
        service.storage,
        site=visitor.site,
        key=body.author,
        sanctioned=blocked,
        by=visitor.name,
        at=service.clock.now(),
    )
    return JSONResponse({"author": body.author})


@router.post("/desk/example")
def post_example(
    body: Annotated[ExampleBody, _read(ExampleBody)], visitor: VisitorDep, service: ServiceDep
) -> Response:
    """Keep a comment as a test of a rule, in a draft of the policy; nothing goes live."""
    order = ExampleOrder(
        comment=CommentId(body.comment),
        rule=body.rule,
        by=visitor.name,
        kind=body.kind,
        why=body.why.strip() or None,
    )
    version = keep_example(
        service.storage,
        order,
        site=visitor.site,
        load=service.load_policy,
        keep=service.keep_example,
        at=service.clock.now(),
    )
    return JSONResponse({"draft": version.hash})


def _rule(item: Place, body: RulingBody, visitor: Visitor, service: Service, policy: Policy) -> dict[str, object]:
    request = RulingRequest(
        ruling=Ruling(body.ruling),
        moderator=visitor.name,
        clause=body.clause,
        version=item.version,
        note=body.note,
    )
    storage, site, now = service.storage, visitor.site, service.clock.now()
    try:
        if item.review is not None:
            _check_senior(service, visitor, item.review)
            decision = rule_on_review(storage, request, site=site, id=ReviewId(item.review), policy=policy, at=now)
        else:
            decision = rule_on_comment(
                storage, request, site=site, id=CommentId(item.comment), policy=policy, at=now
            )
    except (Conflict, NotFound, Invalid, NotAllowed) as error:
        return {"comment": item.comment, "done": False, "detail": error.message, "kind": _kind(error)}
    return {"comment": item.comment, "done": True, "outcome": decision.outcome.value}


def _kind(error: ModerationError) -> str:
    """Tell a script whether looking again would help."""
    return "stale" if isinstance(error, Conflict) else "refused"


def _check_senior(service: Service, visitor: Visitor, review: str) -> None:
    """Let only editors and administrators decide what was escalated, or what two moderators disagree on.

    Raises:
        NotAllowed: otherwise.
    """
    if visitor.role.may(Role.EDITOR):
        return
    with service.storage.read(visitor.site) as transaction:
        queue = transaction.reviews.get(ReviewId(review)).queue
    if queue in SENIOR_QUEUES:
        raise NotAllowed(f"This waits in '{queue}', where an editor or an administrator decides.")
