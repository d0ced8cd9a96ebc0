"""Backtests: what another policy would have done to the comments of the past."""

from pathlib import PurePosixPath

from fastapi import APIRouter

from moderation.api.body import StrictRoute
from moderation.api.clients import Admin, ServiceDep
from moderation.api.wire import BacktestIn
from moderation.domain.backtesting.backtest import Backtest, Trial, unheard
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.comment import SiteId
from moderation.domain.site import PolicyFiles
from moderation.publishing import keep_report
from moderation.service import Service

router = APIRouter(prefix="/v1", tags=["backtests"], route_class=StrictRoute)


@router.post("/backtests")
def create(body: BacktestIn, client: Admin, service: ServiceDep) -> Backtest:
    """Try a policy on verdicts of the past, and make nothing live; that it was tried is noted, in figures.

    Only rules that differ are asked again, and no model is run; the whole archive is for the command line.
    """
    site = client.site.id
    before = _kept(service, site, body.against or service.sites.get(site).policy)
    after = _kept(service, site, body.policy) if body.policy is not None else _sent(body)
    query = VerdictQuery(since=body.since, until=body.until, section=body.section)
    trial = Trial(site=site, before=before, after=after, query=query, sample=body.sample)
    found = service.look_back(trial, unheard)
    keep_report(service.storage, found, query, by=client.key.name, at=service.clock.now())
    return found


def _kept(service: Service, site: SiteId, hash: str) -> PolicyFiles:
    name, files = service.sites.policy(site, hash)
    return PolicyFiles(name=name, files=files)


def _sent(body: BacktestIn) -> PolicyFiles:
    files = body.files or {}
    return PolicyFiles(name=PurePosixPath(next(iter(files))).stem, files=files)
