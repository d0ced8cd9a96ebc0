"""What an error budget lets the service decide alone."""

from typing import Annotated

from fastapi import APIRouter, Query

from moderation.api.body import StrictRoute
from moderation.api.clients import Admin, ServiceDep
from moderation.api.wire import Moment
from moderation.budgeting import allowance
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.budgets.allowance import Allowance
from moderation.domain.budgets.budget import MISSED, WRONG_BLOCKS, ErrorBudget

router = APIRouter(prefix="/v1", tags=["budget"], route_class=StrictRoute)

Allowed = Annotated[float, Query(gt=0, lt=1)]


@router.get("/budget")
def read(
    client: Admin,
    service: ServiceDep,
    wrong_blocks: Allowed = WRONG_BLOCKS,
    missed: Allowed = MISSED,
    since: Moment | None = None,
    until: Annotated[Moment | None, Query(description="Up to, and not including.")] = None,
) -> Allowance:
    """Find the cut-offs that keep a budget, and say how many rulings are still wanted; nothing is changed."""
    return allowance(
        service.storage,
        site=client.site.id,
        policy=client.policy,
        budget=ErrorBudget(wrong_blocks=wrong_blocks, missed=missed),
        query=VerdictQuery(since=since, until=until),
    )
