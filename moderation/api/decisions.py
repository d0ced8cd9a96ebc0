"""What was decided: one decision explained, and the feed of all."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from moderation.api.answers import ExplainedOut, FeedOut, decision_out
from moderation.api.clients import ServiceDep, Verdicts
from moderation.domain.decision import DecisionId
from moderation.domain.signals import UNKNOWN

router = APIRouter(prefix="/v1", tags=["decisions"])


@router.get("/decisions")
def feed(
    client: Verdicts,
    service: ServiceDep,
    after: Annotated[int, Query(ge=0, le=2**62, description="`next` of the page before; 0 from the start.")] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> FeedOut:
    """Return decisions in the order in which they were made, without gaps: poll it, and miss nothing."""
    with service.storage.read(client.site.id) as transaction:
        decisions = transaction.decisions.feed(after=after, limit=limit)
    return FeedOut(
        decisions=[decision_out(decision, writer_url=service.writer_url(decision)) for decision in decisions],
        next=decisions[-1].position if decisions else after,
    )


@router.get("/decisions/{id}")
def explain(id: str, client: Verdicts, service: ServiceDep) -> ExplainedOut:
    """Return one decision with the signals that it rests on."""
    with service.storage.read(client.site.id) as transaction:
        decision = transaction.decisions.get(DecisionId(id))
        stored = transaction.decisions.signals(decision.id)
    signals: dict[str, Any] | None = None
    if stored is not None:
        signals = {name: None if fact is UNKNOWN else fact for name, fact in sorted(stored[0].items())}
    unknown = sorted(name for name, fact in stored[0].items() if fact is UNKNOWN) if stored else []
    shown = decision_out(decision, writer_url=service.writer_url(decision))
    return ExplainedOut(
        **shown.model_dump(),
        signals=signals,
        unknown=unknown,
    )
