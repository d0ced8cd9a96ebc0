"""Is it alive, is it ready, and what can Prometheus count."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from moderation.api.clients import ServiceDep
from moderation.domain.errors import ModerationError

router = APIRouter(tags=["health"])


# Many watchers ask by HEAD.
@router.head("/healthz", include_in_schema=False)
@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """Answer as long as the process lives."""
    return {"status": "alive"}


@router.head("/readyz", include_in_schema=False)
@router.get("/readyz")
def readyz(request: Request, service: ServiceDep) -> JSONResponse:
    """Answer 200 if comments can be judged and recorded; `degraded` is ready, and says what is missing."""
    checks: dict[str, Any] = {"model": service.scorer.name}
    try:
        for site in service.sites.all():
            service.policy(site)
            with service.storage.write(site.id):
                break
        checks["storage"] = "writable"
    except ModerationError as error:
        return JSONResponse({"status": "not ready", "why": error.message}, status_code=503)
    checks["waiting"] = request.app.state.intake.waiting
    degraded = service.scorer is service.no_scorer
    return JSONResponse({"status": "degraded" if degraded else "ready", **checks})


@router.get("/metrics", response_class=Response)
async def metrics() -> Response:
    """Return the counters in Prometheus's format."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
