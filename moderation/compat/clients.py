"""Who asks in another's protocol: a key that may come from anywhere in a request, and what it may do."""

import dataclasses
from time import perf_counter

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from moderation.domain.decision import Decision
from moderation.domain.errors import NotAllowed
from moderation.domain.record import Submission
from moderation.domain.site import Reviews, Scope
from moderation.metrics import note
from moderation.pipeline import assess
from moderation.service import Client, Service


def service_of(request: Request) -> Service:
    """Return the service that the application was built with."""
    service = request.app.state.service
    assert isinstance(service, Service)
    return service


async def client_of(request: Request, token: str, *, scope: Scope = Scope.VERDICTS) -> Client | None:
    """Return the client whose key this is; `None` where nobody has it.

    Raises:
        NotAllowed: if the key lacks the scope, or its site is disabled.
    """
    service = service_of(request)
    client = service.remembered(token) or await run_in_threadpool(service.client, token)
    if client is not None and scope not in client.key.scopes:
        raise NotAllowed(f"This key lacks the scope '{scope}'; 'moderation key create --scope {scope}' makes one.")
    return client


def without_reviews(client: Client) -> Client:
    """Return a client whose flagged comments open no review, unless its key says where they are reviewed.

    For protocols that ask for scores alone: nobody there waits for a ruling.
    """
    key = dataclasses.replace(client.key, reviews=client.key.reviews or Reviews.OFF)
    return dataclasses.replace(client, key=key)


async def judged(request: Request, submission: Submission, *, client: Client) -> Decision:
    """Judge a comment, record the decision and count it.

    Raises:
        Unavailable: if there is no room, or the decision could not be kept.
    """
    began = perf_counter()
    [decision] = await request.app.state.intake.submit([submission], client)
    note(decision, milliseconds=(perf_counter() - began) * 1_000)
    assert isinstance(decision, Decision)
    return decision


def assessed(service: Service, submission: Submission, *, client: Client) -> Decision:
    """Judge a comment and record nothing."""
    return assess(
        submission,
        policy=client.policy,
        scorer=service.scorer,
        fallback=service.fallback,
        languages=service.languages,
        storage=service.storage,
        at=service.clock.now(),
    )
