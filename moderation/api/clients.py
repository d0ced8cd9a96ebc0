"""Who asks: the API key, its site and its scopes, checked in one place."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from moderation.api.problems import Unauthorised
from moderation.domain.errors import NotAllowed
from moderation.domain.site import Scope
from moderation.service import Client, Service

#: How a key is sent, for the documentation; it is read below, once and without a dependency of its own.
SECURITY: dict[str, Any] = {
    "apiKey": {
        "type": "http",
        "scheme": "bearer",
        "description": "A key of the site, as printed at the first start.",
    }
}


async def service_of(request: Request) -> Service:
    """Return the service that the application was built with."""
    service = request.app.state.service
    assert isinstance(service, Service)
    return service


ServiceDep = Annotated[Service, Depends(service_of)]


async def client_with(scope: Scope, request: Request) -> Client:
    """Return the client that sent a request, if its key is good and has a scope.

    Raises:
        Unauthorised: if no good key is shown.
        NotAllowed: if the key lacks the scope, or its site is disabled.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Unauthorised
    service = await service_of(request)
    found = service.remembered(token.strip())
    if found is None:
        found = await run_in_threadpool(service.client, token.strip())
    if found is None:
        raise Unauthorised(
            "This API key is not known, or was revoked; 'moderation key list' shows those there are."
        )
    if scope not in found.key.scopes:
        has = ", ".join(sorted(found.key.scopes)) or "none"
        raise NotAllowed(f"This key lacks the scope '{scope}'; it has {has}.")
    return found


def needs(scope: Scope) -> Callable[[Request], Awaitable[Client]]:
    """Return a dependency that lets in clients whose key has a scope."""

    async def client(request: Request) -> Client:
        return await client_with(scope, request)

    return client


Verdicts = Annotated[Client, Depends(needs(Scope.VERDICTS))]
Moderate = Annotated[Client, Depends(needs(Scope.MODERATE))]
Admin = Annotated[Client, Depends(needs(Scope.ADMIN))]
