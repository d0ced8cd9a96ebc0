"""Templates: escaped, strict about names, with addresses that know the prefix behind a proxy."""

import hashlib
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from moderation.web.permissions import PERMISSIONS, may
from moderation.web.veil import beginning

HERE = Path(__file__).parent

#: The main places, in the order of the bar; one whose route is not there, or not for the visitor, is not shown.
PLACES = (
    ("Desk", "/desk"),
    ("Policy", "/policy"),
    ("Insights", "/insights"),
    ("People", "/people"),
    ("Setup", "/setup"),
)


def render(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """Return a page."""
    return HTMLResponse(html(request, template, status=status, **context), status_code=status)


def html(request: Request, template: str, **context: Any) -> Markup:
    """Return a template filled in, its values escaped: a page, or a part of one for a script."""
    visitor = getattr(request.state, "visitor", None)
    token = getattr(request.state, "csrf", "")
    role = visitor.role if visitor else None
    shown = {
        "visitor": visitor,
        "now": request.app.state.service.clock.now(),
        "here": request.url.path.removeprefix(request.scope.get("root_path", "").rstrip("/")),
        "places": [
            place
            for place in PLACES
            if ("GET", place[1]) in PERMISSIONS and may(role, PERMISSIONS["GET", place[1]])
        ],
        "can": lambda method, path: may(role, PERMISSIONS[method, path]),
        "url": partial(address, request),
        "static": partial(static, request),
        "token": token,
        "csrf": lambda: Markup('<input type="hidden" name="csrf" value="{}">').format(token),
    }
    return Markup(ENVIRONMENT.get_template(template).render(shown | context))  # noqa: S704 — escaped there


def address(request: Request, path: str) -> str:
    """Return the address of a path."""
    return str(request.scope.get("root_path", "")).rstrip("/") + path


def static(request: Request, name: str) -> str:
    """Return the address of a file that is shipped along; it changes when any of them does."""
    return address(request, f"/static/web/{EDITION}/{name}")


def _edition() -> str:
    """Name all static files by a hash, so that modules may import one another and be kept for ever."""
    digest = hashlib.sha256()
    for path in sorted((HERE / "static").rglob("*")):
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def moment(at: datetime | None) -> Markup:
    """Return a moment as an element that a script shows in the reader's own time."""
    if at is None:
        return Markup("–")
    return Markup('<time datetime="{}">{}</time>').format(at.isoformat(), f"{at:%-d %b %Y, %H:%M} UTC")


def age(seconds: float) -> str:
    """Return a length of time as people say it: `<1 min`, `12 min`, `3 h`, `2 days`."""
    minutes = int(seconds // 60)
    if minutes < 1:
        return "<1 min"
    if minutes < 60:
        return f"{minutes} min"
    hours = minutes // 60
    if hours < 48:
        return f"{hours} h"
    return f"{hours // 24} days"


EDITION = _edition()

ENVIRONMENT = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.filters["moment"] = moment
ENVIRONMENT.filters["age"] = age
ENVIRONMENT.filters["beginning"] = beginning
