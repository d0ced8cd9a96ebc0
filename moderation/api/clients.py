"""Who asks: the API key, its site and its scopes, checked in one place."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.concurrency import run_in_threadpool

from moderation.api.problems import Unauthorised
from moderation.domain.errors import NotAllowed
from moderation.domain.site import Scope
from moderation.service import Client, Service

bearer = HTTPBearer(auto_error=False, description="An API key of the site, as printed at the first start.")


def service_of(request: Request) -> Service:
    """Return the service that the application was built with."""
    service = request.app.state.service
    assert isinstance(service, Service)
    return service


ServiceDep = Annotated[Service, Depends(service_of)]


def needs(scope: Scope) -> Callable[..., Client]:
    """Return a dependency that lets in clients whose key has a scope."""

    async def client(
        service: ServiceDep,
        shown: Annotated[HTTPAuthorizationCredentials | None, Security(bearer)],
    ) -> Client:
        if shown is None:
            raise Unauthorised
        found = service.remembered(shown.credentials)
        if found is None:
            found = await run_in_threadpool(service.client, shown.credentials)
        if found is None:
            raise Unauthorised(
                "This API key is not known, or was revoked; 'moderation key list' shows those there are."
            )
        if scope not in found.key.scopes:
            has = ", ".join(sorted(found.key.scopes)) or "none"
            raise NotAllowed(f"This key lacks the scope '{scope}'; it has {has}.")
        return found

    return client  # type: ignore[return-value]


Verdicts = Annotated[Client, Depends(needs(Scope.VERDICTS))]
Moderate = Annotated[Client, Depends(needs(Scope.MODERATE))]
