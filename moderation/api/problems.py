"""Errors as RFC 9457 problem documents that name the field and the fix; the one table of HTTP statuses."""

from collections.abc import Sequence
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from moderation.domain.errors import (
    Conflict,
    Invalid,
    KeyReused,
    ModerationError,
    NotAllowed,
    NotFound,
    Overloaded,
    PolicyInvalid,
    ScorerUnavailable,
    StaleVersion,
    StorageUnavailable,
    Unavailable,
)
from moderation.domain.policy_difference import PolicyDifference

log = structlog.get_logger("moderation.api")


class BadJson(Invalid):
    """The body is not JSON."""


class Unauthorised(ModerationError):
    """Send your API key as 'Authorization: Bearer KEY'; 'moderation key create' makes one."""


class TooLarge(Invalid):
    """The body is too large."""


class Encoded(Invalid):
    """Send the body as it is, without Content-Encoding."""


class Slow(Invalid):
    """The body did not arrive in time."""


class BadHeader(Invalid):
    """A header of the request cannot be used."""


class FieldInvalid(Invalid):
    """A field of the request cannot be accepted."""

    def __init__(self, field: str, detail: str) -> None:
        """Name the field and the fix."""
        self.field, self.detail = field, detail
        super().__init__(f"{field} {detail}.")


#: Status, short title. The first class that fits counts.
STATUSES: tuple[tuple[type[ModerationError], int, str], ...] = (
    (BadJson, 400, "Not valid JSON"),
    (BadHeader, 400, "Header cannot be used"),
    (Slow, 408, "Too slow"),
    (TooLarge, 413, "Body too large"),
    (Encoded, 415, "Encoded body"),
    (Unauthorised, 401, "API key missing or wrong"),
    (NotAllowed, 403, "Not allowed"),
    (NotFound, 404, "Not found"),
    (StaleVersion, 409, "Changed since you read it"),
    (Conflict, 409, "Conflict"),
    (KeyReused, 422, "Idempotency-Key reused"),
    (PolicyInvalid, 422, "Policy has faults"),
    (Invalid, 422, "Cannot be accepted"),
    (Overloaded, 503, "Overloaded"),
    (StorageUnavailable, 503, "Storage unavailable"),
    (ScorerUnavailable, 503, "Model unavailable"),
    (Unavailable, 503, "Unavailable"),
)

#: Seconds after which a client may try again.
RETRY_AFTER = "2"


class Problem(BaseModel):
    """An RFC 9457 problem document."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    #: One entry a field, with where it is and how to mend it; of a policy also `file`, `line` and `column`.
    errors: list[dict[str, str | int]] = []
    #: `stale_version` where somebody else was first.
    code: str | None = None
    #: What somebody else changed of a policy, where that can be shown.
    difference: PolicyDifference | None = None


def problem(
    status: int, *, title: str, detail: str, errors: Sequence[dict[str, str | int]] = (), **more: Any
) -> JSONResponse:
    """Return a problem document as a response."""
    body = Problem(title=title, status=status, detail=detail, errors=list(errors), **more)
    headers = {"Retry-After": RETRY_AFTER} if status == 503 else {}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    content = body.model_dump(exclude_defaults=True) | {"type": body.type}
    return JSONResponse(content, status_code=status, headers=headers, media_type="application/problem+json")


def of_error(error: ModerationError) -> JSONResponse:
    """Return the problem document of one of the service's own errors."""
    for kind, status, title in STATUSES:
        if isinstance(error, kind):
            more = _changed(error) if isinstance(error, StaleVersion) else {}
            return problem(status, title=title, detail=error.message, errors=_places(error), **more)
    return problem(500, title="Internal error", detail="The service failed; the log says more.")


def install(app: FastAPI) -> None:
    """Answer every error of an application with a problem document."""

    @app.exception_handler(ModerationError)
    async def known(request: Request, error: ModerationError) -> JSONResponse:
        if error.private:
            log.warning("request failed", path=request.url.path, error=type(error).__name__, why=error.private)
        return of_error(error)

    @app.exception_handler(RequestValidationError)
    async def invalid(_request: Request, error: RequestValidationError) -> JSONResponse:
        faults = [_fault(fault) for fault in error.errors()]
        detail = "; ".join(f"{fault['field']}: {fault['detail']}" for fault in faults[:5])
        return problem(422, title="Cannot be accepted", detail=detail, errors=faults[:50])

    @app.exception_handler(HTTPException)
    async def http(_request: Request, error: HTTPException) -> JSONResponse:
        answer = problem(error.status_code, title=str(error.detail), detail=_hint(error))
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(Exception)
    async def unknown(request: Request, error: Exception) -> JSONResponse:
        log.error("request crashed", path=request.url.path, error=type(error).__name__)
        return problem(500, title="Internal error", detail="The service failed; the log says more.")


def _places(error: ModerationError) -> list[dict[str, str | int]]:
    """Say of which fields, or places of a policy, an error is; line and column count from 1."""
    if isinstance(error, FieldInvalid):
        return [{"field": error.field, "detail": error.detail}]
    faults = error.faults if isinstance(error, PolicyInvalid) else ()
    return [
        {
            "field": f"{fault.file}:{fault.line}:{fault.column}",
            "detail": f"{fault.message}; {fault.hint}" if fault.hint else fault.message,
            "file": fault.file,
            "line": fault.line,
            "column": fault.column,
        }
        for fault in faults
    ]


def _changed(error: StaleVersion) -> dict[str, Any]:
    shown = error.difference if isinstance(error.difference, PolicyDifference) else None
    return {"code": "stale_version", "difference": shown}


def _hint(error: HTTPException) -> str:
    hints = {404: "There is no such address; /docs lists those there are.", 405: "Use another method; see /docs."}
    return hints.get(error.status_code, str(error.detail))


def _fault(fault: dict[str, Any]) -> dict[str, str | int]:
    """Name the field and the fix; what was sent is never repeated."""
    place = [str(part) for part in fault["loc"] if part not in ("body", "query", "path")]
    field = ".".join(place) or "body"
    if fault["type"] == "missing":
        return {"field": field, "detail": "is required; send it"}
    if fault["type"] in ("model_attributes_type", "model_type", "dict_type"):
        return {"field": field, "detail": "must be a JSON object"}
    message = str(fault["msg"])
    return {"field": field, "detail": message[:1].lower() + message[1:]}
