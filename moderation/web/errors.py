"""The service's errors as pages, or as JSON where a script asked; the pages' table of statuses."""

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from moderation.domain.errors import (
    Conflict,
    Invalid,
    LockedOut,
    ModerationError,
    NotAllowed,
    NotFound,
    StaleVersion,
    Unavailable,
)
from moderation.web.headers import secure
from moderation.web.render import render

log = structlog.get_logger("moderation.web")


class SignInNeeded(ModerationError):
    """You are not signed in, or no longer; sign in and do it again."""


class Forged(NotAllowed):
    """This page is out of date: it was opened before you signed in, or for another site; load it again."""


#: Status, heading. The first class that fits counts.
STATUSES: tuple[tuple[type[ModerationError], int, str], ...] = (
    (SignInNeeded, 401, "Sign in, please"),
    (Forged, 403, "This page is out of date"),
    (NotAllowed, 403, "Not for you"),
    (NotFound, 404, "Nothing here"),
    (StaleVersion, 409, "It has changed"),
    (Conflict, 409, "Not as things stand"),
    (Invalid, 422, "That does not work"),
    (LockedOut, 429, "Too many attempts"),
    (Unavailable, 503, "Not just now"),
)


def error_page(request: Request, error: ModerationError) -> Response:
    """Return the page of an error: what is wrong, and the way on."""
    status, title = next(((s, t) for kind, s, t in STATUSES if isinstance(error, kind)), (500, "Our fault"))
    if error.private:
        log.warning("page failed", path=request.url.path, error=type(error).__name__, why=error.private)
    if "application/json" in request.headers.get("accept", ""):
        body = {"title": title, "detail": error.message, "status": status}
        difference = getattr(error, "difference", None)
        if isinstance(difference, str):
            body["difference"] = difference
        return JSONResponse(body, status_code=status)
    return render(request, "error.html", status=status, title=title, message=error.message)


def install(app: FastAPI) -> None:
    """Answer people who are lost, or for whom something broke, with a page; programs get what they got before."""
    missing, broken = app.exception_handlers[HTTPException], app.exception_handlers[Exception]

    @app.exception_handler(404)
    async def lost(request: Request, error: Exception) -> Response:
        if not _is_person(request):
            return await missing(request, error)  # type: ignore[no-any-return, misc]
        return _page(request, NotFound("There is no page at this address."))

    @app.exception_handler(Exception)
    async def failed(request: Request, error: Exception) -> Response:
        answer: Response = await broken(request, error)  # type: ignore[misc]
        if not _is_person(request):
            return answer
        return _page(request, ModerationError("Something broke here. It was noted; try again in a moment."))


def _is_person(request: Request) -> bool:
    accepts = request.headers.get("accept", "")
    return "text/html" in accepts and hasattr(request.app.state, "service")


def _page(request: Request, error: ModerationError) -> Response:
    response = error_page(request, error)
    secure(request, response)
    return response
