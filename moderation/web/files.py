"""The scripts, styles and pictures of pages: shipped along, and kept by browsers for good."""

from fastapi import APIRouter
from fastapi.responses import FileResponse

from moderation.domain.errors import NotFound
from moderation.web.headers import HEADERS
from moderation.web.render import EDITION, HERE

router = APIRouter(include_in_schema=False)

KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png"}


@router.get("/static/web/{edition}/{name}")
def file(edition: str, name: str) -> FileResponse:
    """Return one file; an old edition's address gets what is there now, and is not kept."""
    path = HERE / "static" / name
    if "/" in name or path.suffix not in KINDS or not path.is_file():
        raise NotFound("There is no such file.")
    kept = "public, max-age=31536000, immutable" if edition == EDITION else "no-store"
    return FileResponse(path, media_type=KINDS[path.suffix], headers=HEADERS | {"Cache-Control": kept})


@router.get("/favicon.ico")
def icon() -> FileResponse:
    """Return the sign that browsers show in their tabs."""
    return FileResponse(HERE / "static" / "icon.svg", media_type="image/svg+xml")
