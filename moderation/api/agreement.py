"""How verdicts compare with what the site's people decide."""

from typing import Annotated

from fastapi import APIRouter, Query

from moderation.agreement import agreement
from moderation.api.body import StrictRoute
from moderation.api.clients import Admin, ServiceDep
from moderation.api.wire import Moment
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.budgets.agreement import Agreement
from moderation.domain.budgets.budget import MISSED, WRONG_BLOCKS, ErrorBudget

router = APIRouter(prefix="/v1", tags=["agreement"], route_class=StrictRoute)

Allowed = Annotated[float, Query(gt=0, lt=1)]


@router.get("/agreement")
def read(
    client: Admin,
    service: ServiceDep,
    since: Moment | None = None,
    until: Annotated[Moment | None, Query(description="Up to, and not including.")] = None,
    wrong_blocks: Allowed = WRONG_BLOCKS,
    missed: Allowed = MISSED,
) -> Agreement:
    """Compare verdicts, in observe mode as if live, with rulings and outcomes; tells what is not proved yet."""
    return agreement(
        service.storage,
        site=client.site.id,
        query=VerdictQuery(since=since, until=until),
        budget=ErrorBudget(wrong_blocks=wrong_blocks, missed=missed),
    )
