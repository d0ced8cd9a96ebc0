"""Comments as rows: what waits, what is published, what is blocked, what was looked for."""

import base64
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Annotated, Any

from fastapi import Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic_core import from_json, to_json

from moderation.blind import as_listed
from moderation.domain.comment import CommentId
from moderation.domain.desk import CommentQuery
from moderation.domain.errors import Invalid, NotFound
from moderation.domain.record import StoredComment
from moderation.domain.review import Order, Review, ReviewId, ReviewQuery, place_of
from moderation.domain.verdict import Outcome
from moderation.web.desk import frame
from moderation.web.render import render
from moderation.web.route import ServiceDep, VisitorDep, pages

router = pages()

#: Rows a page: what is shown is what a bulk act is about.
ROWS = 50

After = Annotated[str, Query(max_length=500)]


@router.get("/desk/list")
def waiting(
    request: Request,
    visitor: VisitorDep,
    service: ServiceDep,
    *,
    queue: str = "",
    order: Order = Order.PRIORITY,
    after: After = "",
) -> Response:
    """List what waits."""
    place = review_place(after) if after else None
    query, now = ReviewQuery(queue=queue or None, order=order, after=place, limit=ROWS), service.clock.now()
    with service.storage.read(visitor.site) as transaction:
        found = transaction.reviews.page(query)
    rows = [
        (comment, review, review.holder(now)) for review, comment in found if visitor.name not in review.not_for
    ]
    last = found[-1][0] if len(found) == ROWS else None
    more = None
    if last is not None:
        number, opened_at, id = place_of(last, order)
        more = cursor([number, opened_at.isoformat(), id])
    shown: dict[str, Any] = {
        "tab": "list",
        "title": "What waits",
        "rows": rows,
        "more": more,
        "wanted": "",
        "queue": queue,
        "order": order.value,
        "seen": now,
    }
    return render(request, "list.html", **frame(service, visitor), **shown)


@router.get("/desk/rows")
def rows_now(
    visitor: VisitorDep, service: ServiceDep, reviews: Annotated[str, Query(max_length=5_000)]
) -> Response:
    """Return what became of rows that a page shows: whether the comment still waits, and who holds it.

    Rows are named by their reviews, with commas between.
    """
    now, comments = service.clock.now(), dict[str, CommentId]()
    with service.storage.read(visitor.site) as transaction:
        for id in reviews.split(",")[:ROWS]:
            with suppress(NotFound):  # erased: it waits no more
                comments[id] = transaction.reviews.get(ReviewId(id)).comment_id
        open_ = transaction.reviews.open_for_all(list(comments.values()))
    waiting = {id: open_[comment] for id, comment in comments.items() if comment in open_}
    return JSONResponse({"me": visitor.name, "held_by": {id: each.holder(now) for id, each in waiting.items()}})


@router.get("/desk/published")
def published(request: Request, visitor: VisitorDep, service: ServiceDep, after: After = "") -> Response:
    """List what appears on the site, newest first."""
    return _comments(request, visitor, service, tab="published", outcome=Outcome.ALLOW, after=after)


@router.get("/desk/blocked")
def blocked(request: Request, visitor: VisitorDep, service: ServiceDep, after: After = "") -> Response:
    """List what was stopped, newest first."""
    return _comments(request, visitor, service, tab="blocked", outcome=Outcome.BLOCK, after=after)


@router.get("/desk/search")
def search(
    request: Request,
    visitor: VisitorDep,
    service: ServiceDep,
    q: Annotated[str, Query(max_length=300)] = "",
    after: After = "",
) -> Response:
    """Find comments by link, id, author or words; words are found in disguise too."""
    return _comments(request, visitor, service, tab="search", wanted=q.strip() or None, after=after)


def _comments(
    request: Request,
    visitor: VisitorDep,
    service: ServiceDep,
    *,
    tab: str,
    outcome: Outcome | None = None,
    wanted: str | None = None,
    after: str,
) -> Response:
    place = _comment_place(after) if after else None
    query = CommentQuery(wanted=wanted, outcome=outcome, after=place, limit=ROWS)
    found, now = list[StoredComment](), service.clock.now()
    with service.storage.read(visitor.site) as transaction:
        if wanted is not None or tab != "search":
            found = transaction.desk.search(query)
        reviews = transaction.reviews.open_for_all([comment.id for comment in found])
    rows = _rows(visitor.name, found, reviews, outcome=outcome, at=now)
    last = found[-1] if len(found) == ROWS else None
    more = cursor([last.received_at.isoformat(), last.id]) if last else None
    titles = {"published": "Published", "blocked": "Blocked", "search": "Find a comment"}
    shown: dict[str, Any] = {
        "tab": tab,
        "title": titles[tab],
        "rows": rows,
        "more": more,
        "wanted": wanted or "",
        "queue": "",
        "seen": now,
    }
    return render(request, "list.html", **frame(service, visitor), **shown)


def _rows(
    moderator: str,
    found: list[StoredComment],
    reviews: Mapping[CommentId, Review],
    *,
    outcome: Outcome | None,
    at: datetime,
) -> list[tuple[StoredComment, Review | None, str | None]]:
    """Return comments with the review of those that wait, and who holds it; only those of an outcome, if asked."""
    rows = []
    for comment in as_listed(moderator, found, reviews):
        if outcome in (None, comment.outcome):
            review = reviews.get(comment.id) if comment.outcome is Outcome.FLAG else None
            rows.append((comment, review, review.holder(at) if review else None))
    return rows


def cursor(place: list[object]) -> str:
    """Write down a place in a list, to go on from."""
    return base64.urlsafe_b64encode(to_json(place)).decode().rstrip("=")


def _read(cursor: str) -> list[str]:
    try:
        found = from_json(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError:
        found = None
    if not isinstance(found, list):
        raise Invalid("This page of the list does not exist; begin again.")
    return found


def review_place(cursor: str) -> tuple[int, datetime, str]:
    """Return the place in a queue that was written down.

    Raises:
        Invalid: if it is none.
    """
    try:
        priority, opened_at, id = _read(cursor)
        return int(priority), datetime.fromisoformat(opened_at), str(id)
    except (ValueError, TypeError):
        raise Invalid("This page of the list does not exist; begin again.") from None


def _comment_place(cursor: str) -> tuple[datetime, CommentId]:
    try:
        received_at, id = _read(cursor)
        return datetime.fromisoformat(received_at), CommentId(str(id))
    except (ValueError, TypeError):
        raise Invalid("This page of the list does not exist; begin again.") from None
