"""What lasts until a script ends it: every comment under an article waits; labels and standing of authors."""

from typing import Annotated

from fastapi import Request, Response
from fastapi.responses import JSONResponse

from moderation.domain.comment import CommentId
from moderation.domain.errors import NotFound
from moderation.premoderation import end_premoderation, resume_premoderation
from moderation.sanctions import Who, lift
from moderation.standing import return_label, standing, take_label
from moderation.web.bodies import AuthorBody, LabelBody, PremoderationBody, body_of
from moderation.web.desk import policy_of
from moderation.web.render import html
from moderation.web.route import ServiceDep, VisitorDep, pages

router = pages()


@router.post("/desk/premoderation")
def post_premoderation(
    request: Request,
    body: Annotated[PremoderationBody, body_of(PremoderationBody)],
    visitor: VisitorDep,
    service: ServiceDep,
) -> Response:
    """End that every comment under an article waits, or take back that somebody ended it."""
    site, now = visitor.site, service.clock.now()
    with service.storage.read(site) as transaction:
        article = transaction.decisions.comment(CommentId(body.comment)).article_key
    if article is None:
        raise NotFound("The site did not say under which article this comment stands.")
    act = resume_premoderation if body.lasts else end_premoderation
    act(service.storage, site=site, article=article, by=visitor.name, at=now)
    with service.storage.read(site) as transaction:
        kept = transaction.articles.premoderation(article, at=now)
    shown = html(request, "premoderation.html", premoderation=kept, policy=policy_of(service, visitor))
    return JSONResponse({"html": shown})


@router.post("/desk/label")
def post_label(
    request: Request,
    body: Annotated[LabelBody, body_of(LabelBody)],
    visitor: VisitorDep,
    service: ServiceDep,
) -> Response:
    """Take a label from an author before its time, or take back that somebody did."""
    site, now = visitor.site, service.clock.now()
    act = return_label if body.lasts else take_label
    act(service.storage, body.label, site=site, key=body.author, by=visitor.name, at=now)
    author = standing(service.storage, site=site, key=body.author, policy=policy_of(service, visitor), at=now)
    return JSONResponse({"html": html(request, "labels.html", author=author)})


@router.post("/desk/lift")
def post_lift(
    body: Annotated[AuthorBody, body_of(AuthorBody)], visitor: VisitorDep, service: ServiceDep
) -> Response:
    """Return an author to the ladder whose standing a person set."""
    who = Who(name=visitor.name, role=visitor.role)
    lift(service.storage, body.author, site=visitor.site, who=who, at=service.clock.now())
    return JSONResponse({"author": body.author})
