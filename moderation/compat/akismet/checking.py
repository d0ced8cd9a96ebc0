"""A check and a correction: what is judged, what is recorded, what is learnt."""

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool

from moderation.archive import Judge
from moderation.compat.akismet.answers import Stopped, from_outcome, standing, text
from moderation.compat.akismet.comment import expected, to_comment
from moderation.compat.akismet.fields import Fields
from moderation.compat.clients import assessed, judged, service_of
from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision
from moderation.domain.outcome import SiteOutcome
from moderation.domain.verdict import Outcome
from moderation.keys import check_guid, named
from moderation.labelling import label
from moderation.service import Client, Service
from moderation.settings import Settings


async def check(request: Request, fields: Fields, *, client: Client) -> Response:
    """Say whether a comment is spam, as the policy sees it."""
    service, settings = service_of(request), request.app.state.settings
    foretold = expected(fields)
    if foretold is not None or fields.is_trapped:
        return text("true" if foretold is not False else "false")
    comment = to_comment(fields, site=client.site.id, limit=settings.max_text_chars)
    if comment is None:
        return text("false")
    submission = named(comment, secret=service.secret)
    if fields.is_set("is_test"):
        return answered(await run_in_threadpool(assessed, service, submission, client=client), settings)
    started = service.clock.now()
    decision = await judged(request, submission, client=client)
    if decision.at < started:  # it was asked before, and a person may have ruled since
        return answered(await run_in_threadpool(_latest, service, decision), settings)
    guid = check_guid(decision.comment_id, site=client.site.id, secret=service.secret)
    return answered(decision, settings, guid=guid)


def answered(decision: Decision, settings: Settings, *, guid: str | None = None) -> Response:
    """Return what a client is told of a decision.

    The first check of a comment has the `guid` that a late verdict names; every other has one of its own.
    """
    outcome = standing(decision.outcome, decision.verdict)
    told = Stopped(settings.akismet_block if outcome is Outcome.BLOCK else settings.akismet_flag)
    # What a person has rejected is final: there is nothing to wait for.
    is_final = decision.verdict is None
    stopped = Stopped.SPAM if is_final and told is Stopped.RECHECK else told
    return from_outcome(outcome, stopped=stopped, recheck_seconds=settings.akismet_recheck_seconds, guid=guid)


def correct(service: Service, fields: Fields, *, client: Client, outcome: SiteOutcome, limit: int) -> None:
    """Keep what the site's people say of a comment."""
    comment = to_comment(fields, site=client.site.id, limit=limit)
    if comment is None:
        return
    label(
        service.storage,
        named(comment, secret=service.secret),
        outcome=outcome,
        judge=Judge(policy=client.policy, scorer=service.scorer, languages=service.languages),
        by=fields.get("reporter"),
        at=service.clock.now(),
    )


def _latest(service: Service, decision: Decision) -> Decision:
    with service.storage.read(decision.site) as transaction:
        return transaction.decisions.of_comment(CommentId(decision.comment_id))[-1]
