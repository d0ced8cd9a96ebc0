"""Policies: the versions of a site's, what differs between them, and how another goes live."""

from dataclasses import fields
from pathlib import PurePosixPath
from typing import Annotated

from fastapi import APIRouter, Query

from moderation.api.answers import ActsOut, PoliciesOut, PolicyOut, ReversalOut, RulesOut
from moderation.api.body import StrictRoute
from moderation.api.clients import Admin, Moderate, ServiceDep
from moderation.api.wire import CarryOverIn, DraftIn, ExampleIn, Moment, PublicationIn, ReversalIn, RollbackIn
from moderation.carrying import brought_up, carry_over
from moderation.domain.comment import CommentId
from moderation.domain.errors import StaleVersion
from moderation.domain.policy_difference import PolicyDifference
from moderation.domain.policy_version import PolicyVersion
from moderation.domain.site import PolicyFiles
from moderation.examples import ExampleOrder, keep_example
from moderation.figures import figures
from moderation.publishing import (
    Draft,
    Publication,
    Rollback,
    compare,
    discard,
    publish,
    rollback,
    save,
    version,
    versions,
)
from moderation.reversal import Reversal, reverse

router = APIRouter(prefix="/v1/policies", tags=["policies"], route_class=StrictRoute)

#: Verdicts that one request looks at, so that it ends before a proxy gives up.
MOST_LOOKED_AT = 10_000

#: How a save goes on that somebody else was before.
WAYS_OUT = (
    'Send the same with "carry_over": true to put it on top of that; '
    'where that is a draft which may wait, with "beside": true to save it next to it.'
)

Since = Annotated[Moment | None, Query(description="Day from which on to count; all days where left out.")]
AtMost = Annotated[int, Query(ge=1, le=1_000)]
By = Annotated[str, Query(min_length=1, max_length=300, description="Who gives it up.")]
Against = Annotated[str | None, Query(description="Hash to compare with; the live version where left out.")]


@router.get("")
def page(client: Admin, service: ServiceDep) -> PoliciesOut:
    """List the versions of the policy, newest first: draft, live, retired; by whom, when and why."""
    return PoliciesOut(policies=versions(service.storage, site=client.site.id))


@router.post("", status_code=201)
def post_draft(body: DraftIn, client: Admin, service: ServiceDep) -> PolicyVersion:
    """Save a draft. Where somebody saved or published since its base: 409 `stale_version`, with the difference.

    `carry_over` puts it on top of that, where the two do not touch the same lines; else 409.
    """
    files = PolicyFiles(name=PurePosixPath(next(iter(body.files))).stem, files=body.files)
    draft = Draft(files=files, base=body.base, by=body.by, why=body.why, is_beside=body.beside)
    draft = brought_up(service.storage, draft, site=client.site.id) if body.carry_over else draft
    try:
        return save(service.storage, draft, site=client.site.id, load=service.load_policy, at=service.clock.now())
    except StaleVersion as error:
        raise StaleVersion(f"{error.message} {WAYS_OUT}", difference=error.difference) from None


@router.post("/rollback")
def post_rollback(body: RollbackIn, client: Admin, service: ServiceDep) -> PolicyVersion:
    """Bring back the version that was live before, or an earlier one; once more goes further back."""
    order = Rollback(by=body.by, why=body.why, to=body.to)
    return rollback(service.storage, order, site=client.site.id, load=service.load_policy, at=service.clock.now())


@router.get("/acts")
def acts(client: Admin, service: ServiceDep, limit: AtMost = 100) -> ActsOut:
    """Tell who did what to the policy, newest first; `policy.brake` is a rule that stopped itself."""
    with service.storage.read(client.site.id) as transaction:
        return ActsOut(acts=transaction.policies.acts(limit=limit))


@router.get("/rules")
def rules(client: Admin, service: ServiceDep, since: Since = None) -> RulesOut:
    """Return what each rule of the live policy does: matches, precision by rulings, last match.

    Counted day by day, in UTC. The precision comes with its exact 95 % interval.
    """
    policy = service.policy(service.sites.get(client.site.id))
    found = figures(service.storage, policy, site=client.site.id, since=since)
    return RulesOut(policy=policy.ref, rules=found)


@router.post("/examples", status_code=201)
def post_example(body: ExampleIn, client: Moderate, service: ServiceDep) -> PolicyVersion:
    """Keep a comment as an example of a rule, in a draft; nothing goes live.

    Rejected is a `hit`; approved is a `miss`, or, where the rule held, a `known_fp`; `kind` says otherwise.
    """
    order = ExampleOrder(comment=CommentId(body.comment), rule=body.rule, by=body.by, kind=body.kind, why=body.why)
    return keep_example(
        service.storage,
        order,
        site=client.site.id,
        load=service.load_policy,
        keep=service.keep_example,
        at=service.clock.now(),
    )


@router.post("/reversals")
def post_reversal(body: ReversalIn, client: Admin, service: ServiceDep) -> ReversalOut:
    """Take back what one rule did since a moment, or undo that; `dry_run` tells alone what would be done.

    Looks at some 10,000 verdicts; where `next` is set, send the same with `after` set to it.
    """
    order = Reversal(
        rule=body.rule, since=body.since, by=body.by, why=body.why, is_dry=body.dry_run, is_undo=body.undo
    )
    steps = reverse(
        service.storage,
        order,
        site=client.site.id,
        reviews=client.site.reviews,
        at=service.clock.now(),
        after=body.after,
        most=MOST_LOOKED_AT,
    )
    total = list(steps)[-1]
    return ReversalOut(**{each.name: getattr(total, each.name) for each in fields(total)})


@router.get("/{hash}")
def read(hash: str, client: Admin, service: ServiceDep) -> PolicyOut:
    """Return a version with its files, and what backtests of it found; `live` names the live one."""
    site = client.site.id
    hash = service.sites.get(site).policy if hash == "live" else hash
    found, files = version(service.storage, hash, site=site)
    with service.storage.read(site) as transaction:
        reports = transaction.policies.reports(found.hash)
    return PolicyOut(version=found, files=dict(files.files), backtests=reports)


@router.delete("/{hash}")
def delete(hash: str, by: By, client: Admin, service: ServiceDep) -> PolicyVersion:
    """Give a draft up; it stays on record."""
    return discard(service.storage, hash, site=client.site.id, by=by, at=service.clock.now())


@router.post("/{hash}/carry-over", status_code=201)
def post_carry_over(hash: str, body: CarryOverIn, client: Admin, service: ServiceDep) -> PolicyVersion:
    """Make a draft that the live version overtook one of the live version, with both changes; it takes its place.

    409 where both changed the same lines, or nothing overtook it.
    """
    site, now = client.site.id, service.clock.now()
    return carry_over(service.storage, hash, site=site, load=service.load_policy, by=body.by, at=now)


@router.post("/{hash}/publish")
def post_publication(hash: str, body: PublicationIn, client: Admin, service: ServiceDep) -> PolicyVersion:
    """Make a version live. What blocks more has to be tried first, and where so set a second person publishes."""
    order = Publication(hash=hash, by=body.by, why=body.why)
    site, now = client.site.id, service.clock.now()
    return publish(service.storage, order, site=site, requirements=service.requirements, at=now)


@router.get("/{hash}/diff")
def diff(
    hash: str,
    client: Admin,
    service: ServiceDep,
    against: Against = None,
) -> PolicyDifference:
    """Return what a version says otherwise than another: by rule, list and clause in words, and line by line."""
    return compare(service.storage, site=client.site.id, load=service.load_policy, before=against, after=hash)
