"""Words that the site does not know yet."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from moderation.api.body import StrictRoute
from moderation.api.clients import Admin, ServiceDep
from moderation.api.wire import Moment, Name
from moderation.domain.backtesting.backtest import unheard
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.site import PolicyFiles
from moderation.domain.suggestions.suggestion import Drafted, Search

router = APIRouter(prefix="/v1", tags=["suggestions"], route_class=StrictRoute)


class SuggestionsOut(BaseModel):
    """Suggestions, the clearest first."""

    suggestions: list[Drafted]


@router.get("/suggestions")
def read(
    client: Admin,
    service: ServiceDep,
    most: Annotated[int, Query(ge=1, le=100)] = 10,
    since: Moment | None = None,
    until: Annotated[Moment | None, Query(description="Up to, and not including.")] = None,
    section: Annotated[Name | None, Query(description="Comments under articles of this section alone.")] = None,
) -> SuggestionsOut:
    """Find words that rejected comments have, approved ones lack, and no rule catches; nothing is changed.

    Each comes with its evidence, a rule in shadow with examples, and what that rule would have done.
    """
    site = client.site.id
    name, files = service.sites.policy(site, service.sites.get(site).policy)
    search = Search(
        site=site,
        policy=PolicyFiles(name=name, files=files),
        query=VerdictQuery(since=since, until=until, section=section),
        most=most,
    )
    return SuggestionsOut(suggestions=service.suggest(search, unheard))
