"""A page's route: it is asked for permission, guarded against forgery, and answered with strict headers."""

import hmac
from collections.abc import Awaitable, Callable, Mapping
from typing import Annotated, Any
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Depends, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from fastapi.routing import APIRoute
from pydantic_core import from_json
from starlette.concurrency import run_in_threadpool

from moderation.domain.errors import Invalid, ModerationError, NotAllowed
from moderation.service import Service
from moderation.web.errors import Forged, SignInNeeded, error_page
from moderation.web.headers import secure, set_cookie
from moderation.web.permissions import Open, may, needed
from moderation.web.visitors import FORM, SESSION, Visitor, csrf_token, new_secret, seed_of, visitor_of


class PageRoute(APIRoute):
    """A route that only lets through whom `web.permissions` lets through."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **more: Any) -> None:
        """Look the route up in the table; fails where it is not there."""
        super().__init__(path, endpoint, **more)
        self.needed = {method: needed(method, path) for method in self.methods or ()}

    def get_route_handler(self) -> Callable[[Request], Awaitable[Response]]:  # type: ignore[override]
        """Wrap the handler."""
        handler = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            response: Response
            try:
                await _read(request)
                await run_in_threadpool(self._admit, request)
                response = await handler(request)
            except SignInNeeded as error:
                response = _to_sign_in(request, error)
            except RequestValidationError as error:
                response = error_page(request, _at_fault(error))
            except ModerationError as error:
                response = error_page(request, error)
            _keep_cookies(request, response)
            secure(request, response)
            return response

        return guarded

    def _admit(self, request: Request) -> None:
        service, settings = request.app.state.service, request.app.state.people
        visitor = visitor_of(request, service, settings)
        request.state.visitor = visitor
        cookie = request.cookies.get(FORM)
        if visitor is None and not cookie:
            cookie = request.state.new_form = new_secret()
        request.state.csrf = csrf_token(service.secret, seed_of(visitor, cookie or ""))
        needed = self.needed[request.method]
        if visitor is None and needed is not Open.EVERYBODY:
            raise SignInNeeded
        if not may(visitor.role if visitor else None, needed):
            raise NotAllowed(f"This asks for the role {getattr(needed, 'value', needed)} on the site.")
        if request.method != "GET":
            _check_forgery(request)


def pages() -> APIRouter:
    """Return a router for pages."""
    return APIRouter(include_in_schema=False, route_class=PageRoute)


def redirect(request: Request, path: str) -> RedirectResponse:
    """Lead on to another page after a form; the path may hold a query."""
    return RedirectResponse(request.scope.get("root_path", "").rstrip("/") + path, status_code=303)


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


def _visitor(request: Request) -> Visitor:
    visitor = request.state.visitor
    assert isinstance(visitor, Visitor), "the table lets nobody in here who is not signed in"
    return visitor


def _form(request: Request) -> Mapping[str, str]:
    form: Mapping[str, str] = request.state.form
    return form


def _json(request: Request) -> dict[str, Any]:
    if not isinstance(request.state.json, dict):
        raise Invalid("Send a JSON object.")
    return request.state.json


ServiceDep = Annotated[Service, Depends(_service)]
VisitorDep = Annotated[Visitor, Depends(_visitor)]
FormDep = Annotated[Mapping[str, str], Depends(_form)]
JsonDep = Annotated[dict[str, Any], Depends(_json)]


async def _read(request: Request) -> None:
    """Read a form or JSON once; files stay in the form."""
    request.state.form, request.state.json = {}, None
    if request.method == "GET":
        return
    if request.headers.get("content-type", "").startswith("application/json"):
        try:
            request.state.json = from_json(await request.body(), allow_inf_nan=False)
        except ValueError:
            raise Invalid("The body is not valid JSON.") from None
        return
    request.state.form = await request.form()


def _at_fault(error: RequestValidationError) -> Invalid:
    """Say of each part of the address that cannot be used what it should be."""
    told = [f"“{fault['loc'][-1]}”: {fault['msg'][0].lower()}{fault['msg'][1:]}." for fault in error.errors()]
    return Invalid(f"This address cannot be used. {' '.join(told)} Mend it there, or begin again.")


def _check_forgery(request: Request) -> None:
    """Let only what our own pages sent pass: the browser says so, and the token proves it.

    Raises:
        Forged: otherwise.
    """
    origin = request.headers.get("origin")
    told = request.headers.get("sec-fetch-site", "same-origin")
    is_ours = origin is None or urlsplit(origin).netloc == request.headers.get("host")
    shown = request.headers.get("x-csrf-token") or str(request.state.form.get("csrf", ""))
    is_right = hmac.compare_digest(shown.encode("utf-8", "replace"), request.state.csrf.encode())
    if told not in ("same-origin", "none") or not is_ours or not is_right:
        raise Forged


def _to_sign_in(request: Request, error: SignInNeeded) -> Response:
    if request.method != "GET" or "application/json" in request.headers.get("accept", ""):
        return error_page(request, error)
    place = request.url.path.removeprefix(request.scope.get("root_path", "").rstrip("/"))
    place += f"?{request.url.query}" if request.url.query else ""
    return redirect(request, "/sign-in" if place == "/" else f"/sign-in?next={quote(place)}")


def _keep_cookies(request: Request, response: Response) -> None:
    for name, state in ((SESSION, "new_session"), (FORM, "new_form")):
        value = getattr(request.state, state, None)
        if value is not None:
            set_cookie(request, response, name, value)
