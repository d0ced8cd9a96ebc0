"""What a moderator does at the desk, as a script sends it: claim, rule, take back, hand on, write down."""

from collections.abc import Iterator
from contextlib import contextmanager
from secrets import token_hex
from typing import Annotated

from fastapi import Request, Response
from fastapi.responses import JSONResponse

from moderation.batches import propose
from moderation.desk import write_note
from moderation.domain.account import Role
from moderation.domain.batch import REASON_ABOVE, SECOND_ABOVE, Batch, BatchId, BatchItem
from moderation.domain.comment import CommentId
from moderation.domain.errors import Conflict, Invalid, ModerationError, NotAllowed, NotFound, StaleVersion
from moderation.domain.policy import Policy
from moderation.domain.review import SENIOR_QUEUES, ReviewId, Ruling
from moderation.domain.standing import Sanctioned, Standing
from moderation.examples import ExampleOrder, keep_example
from moderation.review import RulingRequest, claim, escalate, release, rule_on_comment, rule_on_review, undo
from moderation.service import Service
from moderation.standing import set_standing
from moderation.web.bodies import (
    ClaimBody,
    EscalationBody,
    ExampleBody,
    NoteBody,
    Place,
    ReviewBody,
    RulingBody,
    Seen,
    StandingBody,
    UndoBody,
    body_of,
)
from moderation.web.changed import Difference, difference_of
from moderation.web.desk import is_alone_on_site, policy_of
from moderation.web.route import ServiceDep, VisitorDep, pages
from moderation.web.visitors import Visitor

router = pages()

#: Whose act it is, and where.
_Page = tuple[Request, Visitor, Service]


@router.post("/desk/claim")
def post_claim(
    request: Request,
    body: Annotated[ClaimBody, body_of(ClaimBody)],
    visitor: VisitorDep,
    service: ServiceDep,
) -> Response:
    """Take a review for five minutes, or renew that; somebody else's gives 409 with their name.

    What changed since the card was made is told along, whether the review is taken or refused.
    """
    _check_senior(service, visitor, body.review)
    page, now = (request, visitor, service), service.clock.now()
    with _told(page, body):
        taken = claim(
            service.storage,
            site=visitor.site,
            id=ReviewId(body.review),
            moderator=visitor.name,
            at=now,
            is_alone=is_alone_on_site(service, visitor),
        )
    is_as_read = body.version is None or taken.version == body.version + 1
    news = None if is_as_read else _news(page, body)
    told = news.html if news and not news.is_empty else None
    return JSONResponse({"version": taken.version, "difference": told})


@router.post("/desk/release")
def post_release(
    body: Annotated[ReviewBody, body_of(ReviewBody)], visitor: VisitorDep, service: ServiceDep
) -> Response:
    """Give a review back."""
    now = service.clock.now()
    given = release(service.storage, site=visitor.site, id=ReviewId(body.review), moderator=visitor.name, at=now)
    return JSONResponse({"version": given.version})


@router.post("/desk/rule")
def post_rule(
    request: Request,
    body: Annotated[RulingBody, body_of(RulingBody)],
    visitor: VisitorDep,
    service: ServiceDep,
) -> Response:
    """Rule on what was shown; each comes back with whether it was done, and else why not.

    What changed since it was read comes back with the difference; 409 where nothing else was sent.
    Above a hundred nothing is decided: it is proposed, and 202.
    """
    if len(body.items) > REASON_ABOVE and not (body.note or "").strip():
        raise Invalid(f"More than {REASON_ABOVE} at once need a reason.")
    page, policy = (request, visitor, service), policy_of(service, visitor)
    if len(body.items) > SECOND_ABOVE:
        batch = propose(service.storage, _batch(page, body), policy=policy)
        return JSONResponse({"proposed": len(batch.items), "results": []}, status_code=202)
    results = [_rule(page, item, body, policy=policy) for item in body.items]
    told: dict[str, object] = {"results": results}
    if any(result.get("kind") != "stale" for result in results):
        return JSONResponse(told)
    return JSONResponse({"title": "It has changed", "detail": results[0]["detail"]} | told, status_code=409)


@router.post("/desk/undo")
def post_undo(body: Annotated[UndoBody, body_of(UndoBody)], visitor: VisitorDep, service: ServiceDep) -> Response:
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
    request: Request,
    body: Annotated[EscalationBody, body_of(EscalationBody)],
    visitor: VisitorDep,
    service: ServiceDep,
) -> Response:
    """Hand a review on, with a note where there is something to say."""
    now = service.clock.now()
    with _told((request, visitor, service), body):
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
def post_note(body: Annotated[NoteBody, body_of(NoteBody)], visitor: VisitorDep, service: ServiceDep) -> Response:
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
    body: Annotated[StandingBody, body_of(StandingBody)], visitor: VisitorDep, service: ServiceDep
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
    body: Annotated[ExampleBody, body_of(ExampleBody)], visitor: VisitorDep, service: ServiceDep
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


def _rule(page: _Page, item: Place, body: RulingBody, *, policy: Policy) -> dict[str, object]:
    _, visitor, service = page
    request = RulingRequest(
        ruling=Ruling(body.ruling),
        moderator=visitor.name,
        clause=body.clause,
        version=item.version,
        note=body.note,
        answer=body.answer,
        is_alone=item.own and is_alone_on_site(service, visitor),
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
        held = _as_held(page, item) if isinstance(error, StaleVersion) else None
        if held is not None:
            return _rule(page, held, body, policy=policy)
        return {"comment": item.comment, "done": False, "detail": error.message} | _why(page, item, error)
    return {"comment": item.comment, "done": True, "outcome": decision.outcome.value}


def _as_held(page: _Page, item: Place) -> Place | None:
    """Return a place as it stands, where nothing came since it was read but the visitor's own claim.

    Whoever looks at a comment in one window, and rules on it from the list in another, overrules nobody.
    """
    news = _news(page, item)
    if news is None or not news.is_empty or (news.review, news.holder) != (item.review, page[1].name):
        return None
    if news.version == item.version:  # stale for another reason: asking once more would be told the same
        return None
    return item.model_copy(update={"version": news.version})


def _batch(page: _Page, body: RulingBody) -> Batch:
    """Return what a colleague is to confirm: of comments that wait, each as it was seen.

    Raises:
        Invalid: if one does not wait.
    """
    _, visitor, service = page
    if any(item.review is None or item.version is None for item in body.items):
        raise Invalid(f"More than {SECOND_ABOVE} at once: only what waits, each with its review and version.")
    items = (
        BatchItem(
            comment_id=CommentId(item.comment), review=ReviewId(item.review or ""), version=item.version or 0
        )
        for item in body.items
    )
    return Batch(
        id=BatchId(f"b_{token_hex(12)}"),
        site=visitor.site,
        by=visitor.name,
        at=service.clock.now(),
        ruling=Ruling(body.ruling),
        clause=body.clause,
        note=(body.note or "").strip(),
        items=tuple(items),
    )


def _why(page: _Page, item: Place, error: ModerationError) -> dict[str, object]:
    """Tell a script whether looking again would help, and then at what."""
    if not isinstance(error, Conflict):
        return {"kind": "refused"}
    news = _news(page, item)
    if news is None:
        return {"kind": "stale"}
    told: dict[str, object] = {"kind": "stale", "difference": news.html, "seen": news.seen.isoformat()}
    return told | {"review": news.review, "version": news.version}


@contextmanager
def _told(page: _Page, body: ClaimBody) -> Iterator[None]:
    """Let a refusal of what somebody else changed say what that was."""
    try:
        yield
    except Conflict as error:
        news = _news(page, body)
        if news is None:
            raise
        raise StaleVersion(error.message, difference=news.html) from error


def _news(page: _Page, body: Seen) -> Difference | None:
    """Return what changed since somebody read a comment; `None` where they do not say when, or it is gone."""
    request, visitor, service = page
    if body.seen is None:
        return None
    try:
        return difference_of(request, visitor, service, body.comment, seen=body.seen)
    except NotFound:
        return None


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
