"""The desk: what waits for a person."""

from fastapi import Request, Response

from moderation.web.render import render
from moderation.web.route import ServiceDep, VisitorDep, pages

router = pages()


@router.get("/desk")
def desk(request: Request, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Show the queues: how much waits in each, and since when."""
    with service.storage.read(visitor.site) as transaction:
        counts = transaction.reviews.counts()
    return render(request, "desk.html", queues=sorted(counts.items()))
