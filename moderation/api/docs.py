"""The page at `/docs`, with its script and style shipped along: nothing is fetched from another host."""

from pathlib import Path
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse

router = APIRouter(include_in_schema=False)

#: Swagger UI as published (Apache-2.0).
STATIC = Path(__file__).parent / "static" / "swagger-ui"


@router.get("/docs", response_class=HTMLResponse)
async def docs(request: Request) -> HTMLResponse:
    """Show every route, with a form to try it."""
    root = request.scope.get("root_path", "").rstrip("/")
    return get_swagger_ui_html(
        openapi_url=f"{root}/openapi.json",
        title="Comment moderation: the API",
        swagger_js_url=f"{root}/static/docs/swagger-ui-bundle.js",
        swagger_css_url=f"{root}/static/docs/swagger-ui.css",
        swagger_favicon_url=f"{root}/static/docs/favicon-32x32.png",
        swagger_ui_parameters={"persistAuthorization": True, "defaultModelsExpandDepth": 0},
    )


@router.get("/static/docs/{name}", response_class=FileResponse)
async def part(name: Literal["swagger-ui-bundle.js", "swagger-ui.css", "favicon-32x32.png"]) -> FileResponse:
    """Return a part of the page; a plain route, so that it works behind proxies of every kind."""
    return FileResponse(STATIC / name, headers={"Cache-Control": "max-age=86400"})


@router.get("/")
async def home(request: Request) -> RedirectResponse:
    """Lead whoever opens the bare address to the documentation."""
    return RedirectResponse(request.scope.get("root_path", "").rstrip("/") + "/docs")
