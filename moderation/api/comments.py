"""Comments that were judged: outcomes, reports, rulings, reading and erasing."""

from fastapi import APIRouter, Response

from moderation.api.answers import (
    CommentOut,
    DecisionOut,
    ReportOut,
    ReviewRef,
    comment_out,
    decision_out,
)
from moderation.api.body import StrictRoute
from moderation.api.clients import Moderate, ServiceDep, Verdicts
from moderation.api.reviews import ruling_of
from moderation.api.wire import OutcomeIn, ReportIn, RulingIn
from moderation.domain.comment import CommentId
from moderation.domain.outcome import SiteOutcome
from moderation.keys import keyed_hash
from moderation.reports import erase, report, settle
from moderation.review import rule_on_comment

router = APIRouter(prefix="/v1/comments", tags=["comments"], route_class=StrictRoute)


@router.get("/{id:path}")
def read(id: str, client: Verdicts, service: ServiceDep) -> CommentOut:
    """Return a comment at its latest revision, with every decision on it and its open review."""
    with service.storage.read(client.site.id) as transaction:
        comment = transaction.decisions.comment(CommentId(id))
        decisions = transaction.decisions.of_comment(comment.id)
        review = transaction.reviews.open_for(comment.id)
    return comment_out(comment, decisions, review)


@router.delete("/{id:path}", status_code=204)
def delete(id: str, client: Verdicts, service: ServiceDep) -> Response:
    """Erase a comment's text and author; the decisions stay, without them."""
    erase(service.storage, site=client.site.id, id=CommentId(id), at=service.clock.now())
    return Response(status_code=204)


@router.put("/{id:path}/outcome")
def put_outcome(id: str, body: OutcomeIn, client: Verdicts, service: ServiceDep) -> DecisionOut:
    """Report what the site's own people decided: a label, and it closes an open review."""
    decision = settle(
        service.storage,
        site=client.site.id,
        id=CommentId(id),
        outcome=SiteOutcome(body.outcome),
        by=body.by,
        at=body.at or service.clock.now(),
    )
    return decision_out(decision, writer_url=service.writer_url(decision))


@router.post("/{id:path}/reports", status_code=202)
def post_report(id: str, body: ReportIn, client: Verdicts, service: ServiceDep) -> ReportOut:
    """Take a reader's report: opens or raises a review, and never removes by itself."""
    site = client.site.id
    reporter = keyed_hash(body.reporter, site=site, secret=service.secret) if body.reporter else None
    review = report(
        service.storage,
        site=site,
        id=CommentId(id),
        reporter=reporter,
        reason=body.reason,
        policy=client.policy,
        reviews=client.reviews,
        at=service.clock.now(),
    )
    return ReportOut(review=ReviewRef(id=review.id, queue=review.queue) if review else None)


@router.post("/{id:path}/ruling")
def post_ruling(id: str, body: RulingIn, client: Moderate, service: ServiceDep) -> DecisionOut:
    """Rule on any comment, allowed and blocked ones too; an open review of it is closed."""
    decision = rule_on_comment(
        service.storage,
        ruling_of(body),
        site=client.site.id,
        id=CommentId(id),
        policy=client.policy,
        at=service.clock.now(),
    )
    return decision_out(decision, writer_url=service.writer_url(decision))
