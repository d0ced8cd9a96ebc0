"""The ASGI application: wiring, routers and the error table."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from fastapi import APIRouter, FastAPI, Response
from fastapi.routing import APIRoute
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from moderation import __version__
from moderation.api import (
    agreement,
    appeals,
    articles,
    authors,
    backtests,
    budget,
    comments,
    decisions,
    docs,
    health,
    policies,
    problems,
    reviews,
    sanctions,
    suggestions,
    verdicts,
    webhooks,
    words,
)
from moderation.api.body import BoundedBody
from moderation.api.clients import SECURITY
from moderation.compat.akismet import answers as akismet_answers
from moderation.compat.akismet import router as akismet
from moderation.compat.coral import router as coral
from moderation.compat.openai import errors as openai_errors
from moderation.compat.openai import router as openai
from moderation.compat.perspective import errors as perspective_errors
from moderation.compat.perspective import router as perspective
from moderation.courier import Courier
from moderation.domain.errors import ModerationError
from moderation.intake import Intake
from moderation.logs import configure
from moderation.memory import settle, take_large_pieces_apart
from moderation.postman import Postman
from moderation.settings import Settings
from moderation.web import errors
from moderation.web import routers as web
from moderation.web.edge import Edge
from moderation.wiring import build, interval_of, mailer_of, people_settings
from moderation.worker import Worker

DESCRIPTION = """Send a comment before you publish it; get **allow**, **flag** or **block**, with reasons.

Authorise with the API key that the first start printed."""

#: In the order in which `/docs` shows them.
ROUTERS = (
    verdicts.router,  # what a site asks before it publishes
    decisions.router,  # what was decided, one and all
    comments.router,  # what became of a comment
    reviews.router,  # what waits for a person
    appeals.router,  # what authors contest
    articles.router,  # what comments stand under
    authors.router,  # who may write
    sanctions.router,  # steps of the ladder that wait for a person
    suggestions.router,  # words that no rule catches yet
    words.router,  # what a word would catch, before it is saved
    budget.router,  # what an error budget lets it decide alone
    policies.router,  # what is judged by, and how that changes
    agreement.router,  # how verdicts compare with what people decide
    webhooks.router,  # who is told what was decided
    backtests.router,  # what another policy would have done
    health.router,  # how the service fares
    docs.router,  # how to use all this
    perspective.router,  # whoever asked Perspective
    akismet.router,  # whoever asked Akismet
    openai.router,  # whoever asked OpenAI
    coral.router,  # Coral, before it publishes and after its moderators decided
)

#: Routers that speak another protocol, and how they say that a request was not even read.
PROTOCOLS = (
    (perspective.router, perspective_errors.of_error),
    (akismet.router, akismet_answers.of_error),
    (openai.router, openai_errors.of_error),
    (coral.router, coral.of_error),
)


def create_app(settings: Settings | None = None) -> FastAPI:
    """Build the application; `Settings` come from the environment where `None`."""
    settings = settings or Settings()
    configure(settings.log_level)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        take_large_pieces_apart()
        service = build(settings)
        service.languages.prepare()  # so that the first comment need not wait
        app.state.service, app.state.settings = service, settings
        app.state.throttles, app.state.insights = {}, {}
        app.state.people = people_settings(settings)
        app.state.intake = Intake(
            service, deadline_seconds=settings.deadline_ms / 1_000, limit=settings.queue_limit
        )
        settle()
        worker, courier = Worker(service), Courier(service)
        postman = Postman(service, mailer_of(settings), interval_of(settings))
        yield
        postman.close()
        courier.close()
        worker.close()
        app.state.intake.close()

    app = FastAPI(
        title="Comment moderation",
        version=__version__,
        description=DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,  # ours, which fetches nothing from another host
        redoc_url=None,
    )
    _wrap(app, settings)
    problems.install(app)
    errors.install(app)
    for page in web.ROUTERS:
        app.include_router(page)
    for router in ROUTERS:
        app.include_router(router, responses={422: {"model": problems.Problem}})
    app.openapi = partial(_described, app)  # type: ignore[method-assign]
    for route in app.routes:
        if isinstance(route, APIRoute) and route.description:
            route.summary = route.description.split("\n")[0].rstrip(".")
    return app


def _wrap(app: FastAPI, settings: Settings) -> None:
    """Put around the application what looks at a request before anything else does; the last is outermost."""
    app.add_middleware(
        BoundedBody,
        limit=settings.max_body_bytes,
        batch_limit=settings.max_batch_bytes,
        refuse=_refused,
        unpacks=partial(_is_of, perspective.router),  # Google's clients for Java and .NET pack what they send
    )
    app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1"))
    app.add_middleware(Edge, prefix=urlsplit(settings.public_url or "").path.rstrip("/"))


def _refused(path: str, error: ModerationError) -> Response:
    """Say what is wrong in the protocol of an address."""
    for router, of_error in PROTOCOLS:
        if _is_of(router, path):
            return of_error(error)
    return problems.of_error(error)


def _is_of(router: APIRouter, path: str) -> bool:
    """Whether an address is one of a router's."""
    return any(isinstance(route, APIRoute) and route.path_regex.match(path) for route in router.routes)


def _described(app: FastAPI) -> dict[str, Any]:
    """Describe the API, and how a key is sent; made once."""
    if app.openapi_schema is None:
        described = FastAPI.openapi(app)
        described["components"]["securitySchemes"] = SECURITY
        described["security"] = [{name: []} for name in SECURITY]
    assert app.openapi_schema is not None
    return app.openapi_schema
