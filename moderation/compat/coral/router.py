"""Where Coral's phase and its webhooks are received."""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool

from moderation.compat.clients import judged, service_of
from moderation.compat.coral import events
from moderation.compat.coral.phase import from_decision, to_comment
from moderation.compat.coral.signatures import HEADER, secrets_of, site_of
from moderation.compat.coral.wire import EventIn, PhaseIn
from moderation.compat.described import request_body
from moderation.domain.comment import SiteId
from moderation.domain.errors import Invalid, ModerationError, NotAllowed, Unavailable
from moderation.domain.site import ApiKey, Scope, Site
from moderation.keys import named
from moderation.service import Client, Service


class Unsigned(ModerationError):
    """Nobody whom we know signed this; MODERATION_CORAL_SECRETS holds the secrets that Coral shows."""


def of_error(error: ModerationError) -> Response:
    """Say what is wrong; Coral logs it, and goes on without us."""
    kinds = ((Unsigned, 401), (NotAllowed, 403), (Unavailable, 503), (ModerationError, 400))
    status = next(status for kind, status in kinds if isinstance(error, kind))
    return JSONResponse({"error": error.message}, status)


class CoralRoute(APIRoute):
    """A route whose errors are short: nobody but a log reads them."""

    def get_route_handler(self) -> Callable[[Request], Any]:
        """Wrap the handler."""
        handler = super().get_route_handler()

        async def answered(request: Request) -> Response:
            try:
                return await handler(request)
            except ModerationError as error:
                return of_error(error)
            except ValidationError as error:
                fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
                place = ".".join(str(part) for part in fault["loc"]) or "body"
                return of_error(Invalid(f"{place}: {fault['msg'][:200]}"))

        return answered


router = APIRouter(prefix="/coral", tags=["coral"], route_class=CoralRoute)


@router.post(
    "/moderation",
    openapi_extra=request_body(PhaseIn, needs="a signature by a secret of `MODERATION_CORAL_SECRETS`"),
)
async def moderation(request: Request) -> Response:
    """Judge a comment before Coral publishes it: the external moderation phase."""
    body, service = await request.body(), service_of(request)
    site = await _site(request, body)
    sent = PhaseIn.model_validate_json(body)
    if not sent.comment.body.strip():
        return JSONResponse({})
    if len(sent.comment.body) > request.app.state.settings.max_text_chars:
        return JSONResponse({"status": "SYSTEM_WITHHELD"})
    client = await run_in_threadpool(_client, service, site)
    submission = named(to_comment(sent, site=site), secret=service.secret)
    return JSONResponse(from_decision(await judged(request, submission, client=client)))


@router.post(
    "/webhooks", openapi_extra=request_body(EventIn, needs="a signature by a secret of `MODERATION_CORAL_SECRETS`")
)
async def webhooks(request: Request) -> Response:
    """Learn what was decided in Coral."""
    body, service = await request.body(), service_of(request)
    site = await _site(request, body)
    event = EventIn.model_validate_json(body)
    is_taken = await run_in_threadpool(events.take, event, service.storage, site=site, at=service.clock.now())
    return JSONResponse({"taken": is_taken})


async def _site(request: Request, body: bytes) -> SiteId:
    """Return whose Coral sent a body.

    Raises:
        Unsigned: if no secret of ours signed it.
    """
    settings = request.app.state.settings
    site_by_secret = secrets_of(settings.coral_secrets.get_secret_value(), site=settings.site)
    site = site_of(body, request.headers.get(HEADER, ""), site_by_secret=site_by_secret)
    if site is None:
        raise Unsigned
    return SiteId(site)


def _client(service: Service, id: SiteId) -> Client:
    """Return Coral as a client of a site; its signature stands for a key.

    Raises:
        NotAllowed: if the site is disabled.
    """
    site: Site = service.sites.get(id)
    if site.disabled_at is not None:
        raise NotAllowed(f"Site '{site.id}' is disabled; 'moderation site enable {site.id}' ends that.")
    scopes = frozenset({Scope.VERDICTS})
    key = ApiKey(prefix="coral", site=id, name="Coral", scopes=scopes, digest="", created_at=site.created_at)
    return Client(key=key, site=site, policy=service.policy(site))
