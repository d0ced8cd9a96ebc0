"""Rulings on very many comments at once: who proposed what, a few samples, and a second person's word."""

from dataclasses import dataclass
from random import Random
from typing import Any, Literal

from fastapi import Request, Response

from moderation.batches import confirm, refuse, reverse
from moderation.domain.batch import Batch, BatchId, BatchState
from moderation.domain.record import StoredComment
from moderation.web.desk import frame, is_alone_on_site, policy_of
from moderation.web.render import render
from moderation.web.route import FormDep, ServiceDep, VisitorDep, pages, redirect

router = pages()

#: How many comments of a batch are shown before all of them.
SAMPLES = 5

#: How many batches are shown.
_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBatch:
    """A batch with its comments, some of them chosen by chance."""

    batch: Batch
    waits: bool
    samples: tuple[StoredComment, ...]
    rest: tuple[StoredComment, ...]


@router.get("/desk/batches")
def batches(request: Request, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Show what waits for a second person, and what became of the latest."""
    now = service.clock.now()
    with service.storage.read(visitor.site) as transaction:
        found = transaction.desk.batches(states=(BatchState.WAITING,), limit=_SHOWN)
        waiting = [_shown(each, transaction.records.comments(_ids(each)), waits=each.waits(now)) for each in found]
        settled = transaction.desk.batches(states=tuple(set(BatchState) - {BatchState.WAITING}), limit=_SHOWN)
    shown: dict[str, Any] = {
        "waiting": waiting,
        "settled": settled,
        "clauses": policy_of(service, visitor).clauses,
        "is_alone": is_alone_on_site(service, visitor),
    }
    return render(request, "batches.html", **frame(service, visitor) | shown)


@router.post("/desk/batches/{act}")
def settle(
    request: Request,
    act: Literal["confirm", "refuse", "reverse"],
    form: FormDep,
    visitor: VisitorDep,
    service: ServiceDep,
) -> Response:
    """Confirm a colleague's batch, refuse it or take one's own back, or reverse what was confirmed."""
    id = BatchId(form.get("batch", ""))
    storage, site, by, now = service.storage, visitor.site, visitor.name, service.clock.now()
    if act == "confirm":
        confirm(storage, site=site, id=id, by=by, policy=policy_of(service, visitor), at=now)
    elif act == "refuse":
        refuse(storage, site=site, id=id, by=by, at=now)
    else:
        reverse(storage, site=site, id=id, by=by, at=now)
    return redirect(request, "/desk/batches")


def _ids(batch: Batch) -> list[Any]:
    return [item.comment_id for item in batch.items]


def _shown(batch: Batch, comments: list[StoredComment], *, waits: bool) -> ShownBatch:
    """Choose samples by chance, the same whenever the page is loaded: whoever proposed them cannot choose."""
    ordered = sorted(comments, key=lambda comment: comment.id)
    Random(batch.id).shuffle(ordered)  # noqa: S311 — nothing secret hangs on it
    return ShownBatch(batch=batch, waits=waits, samples=tuple(ordered[:SAMPLES]), rest=tuple(ordered[SAMPLES:]))
