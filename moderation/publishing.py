"""The life of a policy: save a draft, publish it, go back; who, when and why is kept of each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from moderation.domain.backtesting.backtest import Backtest
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.brake import to_watch
from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, Invalid, NotAllowed, NotFound, PolicyInvalid, StaleVersion
from moderation.domain.gate import newly_blocking, report_of, telling
from moderation.domain.policy import Policy
from moderation.domain.policy_difference import PolicyDifference, difference_of
from moderation.domain.policy_version import (
    PolicyVersion,
    VersionState,
    gone_live,
    live_of,
    named,
    newer_than,
    overtaken_by,
    root_of,
)
from moderation.domain.site import PolicyFiles
from moderation.ports import Storage, Transaction

#: So many rules are named in an error.
_NAMED = 5

#: Makes a policy of its name and files; raises `PolicyInvalid` with every fault.
Load = Callable[[str, Mapping[str, str]], Policy]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A policy that somebody saves."""

    files: PolicyFiles
    #: Hash of the version that it was made from; `None` for the live one, whichever that is.
    base: str | None
    by: str
    why: str | None = None
    #: Whether another draft of the same version may stand beside it.
    is_beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A version that somebody makes live."""

    hash: str
    by: str
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rollback:
    """Somebody's wish to have back what was live before."""

    by: str
    why: str | None = None
    #: Hash of the version wanted; the one before where `None`.
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """What a site asks of whoever publishes."""

    #: Makes a policy of its files.
    load: Load
    #: Raises `PolicyInvalid` where a policy's own examples fail.
    prove: Callable[[Policy], None]
    #: Whether a rule that blocks needs a second person, whatever the policy says.
    second_editor: bool = False


def versions(storage: Storage, *, site: SiteId) -> list[PolicyVersion]:
    """Return the versions of a site's policy, newest first."""
    with storage.read(site) as transaction:
        return transaction.policies.versions()


def version(storage: Storage, hash: str, *, site: SiteId) -> tuple[PolicyVersion, PolicyFiles]:
    """Return one version with its files.

    Raises:
        NotFound: if the site has no such version.
    """
    with storage.read(site) as transaction:
        return named(transaction.policies.versions(), hash), transaction.policies.files(hash)


def compare(
    storage: Storage, *, site: SiteId, load: Load, before: str | None = None, after: str | None = None
) -> PolicyDifference:
    """Return what one version says otherwise than another; the live one where `None`.

    Raises:
        NotFound: if the site has no such version.
    """
    with storage.read(site) as transaction:
        live = live_of(transaction.policies.versions()).hash
        files = [transaction.policies.files(hash or live) for hash in (before, after)]
    old, new = ((load(each.name, each.files), each) for each in files)
    return difference_of(old, new)


def save(storage: Storage, draft: Draft, *, site: SiteId, load: Load, at: datetime) -> PolicyVersion:
    """Keep a draft, unless somebody saved or published since its base was read.

    A draft that was made from a draft takes its place.
    One that says what a version of before says is that version.

    Raises:
        PolicyInvalid: if it has faults; nothing is kept.
        StaleVersion: with what has changed since its base.
        NotFound: if the site has no such base.
        Conflict: if it says what the live version says.
    """
    policy = load(draft.files.name, draft.files.files)
    with storage.write(site) as transaction:
        known = transaction.policies.versions()
        base = named(known, draft.base) if draft.base else live_of(known)
        newer = overtaken_by(base, known) if draft.is_beside else newer_than(base, known)
        if newer is None or newer.hash == policy.hash or draft.base is None:
            return _kept(transaction, draft, policy, base=base, at=at)
    raise _stale(storage, base, newer, site=site, load=load)


def discard(storage: Storage, hash: str, *, site: SiteId, by: str, at: datetime) -> PolicyVersion:
    """Give a draft up; it stays on record.

    Raises:
        NotFound: if the site has no such version.
        Conflict: if it is no draft.
    """
    with storage.write(site) as transaction:
        found = named(transaction.policies.versions(), hash)
        if found.state is not VersionState.DRAFT:
            raise Conflict(f"{hash} is {found.state}; only a draft can be given up.")
        retired = replace(found, state=VersionState.RETIRED)
        transaction.policies.save(retired)
        transaction.audit(by=by, what="policy.discard", detail={"hash": hash}, at=at)
    return retired


def publish(
    storage: Storage, order: Publication, *, site: SiteId, requirements: Requirements, at: datetime
) -> PolicyVersion:
    """Make a version live; what was live stays on record, and is one act away.

    A version that was live before comes back without being asked anything; a new one is proved,
    must have been made from what is live, and where it blocks more, a backtest has to be on record.

    Raises:
        PolicyInvalid: if it has faults, or its examples fail.
        StaleVersion: if another version went live since it was made, with the difference.
        NotAllowed: if it blocks more, and nobody tried it or a second person is needed.
        NotFound: if the site has no such version.
    """
    with storage.read(site) as transaction:
        before, chosen = _of_order(transaction, order)
    watched: tuple[str, ...] = ()
    if chosen.published_at is None:
        watched = _check_new(storage, order, site=site, requirements=requirements)
    with storage.write(site) as transaction:
        if _of_order(transaction, order) != (before, chosen):
            raise StaleVersion("Somebody else changed the policy at this moment; look, and publish again.")
        return _publish(transaction, order, what="policy.publish", at=at, watched=watched)


def rollback(storage: Storage, order: Rollback, *, site: SiteId, load: Load, at: datetime) -> PolicyVersion:
    """Bring back the version that was live before, or an earlier one; the one act that asks nothing.

    Going back again goes further back.

    Raises:
        NotFound: if there is no earlier version, or no such one.
        Conflict: if it never was live, or is live now.
        PolicyInvalid: if this version of the service no longer accepts it.
    """
    with storage.read(site) as transaction:
        chosen = _earlier(transaction.policies.versions(), order.to)
        files = transaction.policies.files(chosen.hash)
    load(files.name, files.files)
    with storage.write(site) as transaction:
        if _earlier(transaction.policies.versions(), order.to).hash != chosen.hash:
            raise StaleVersion("Somebody else changed the policy at this moment; look, and go back again.")
        again = Publication(hash=chosen.hash, by=order.by, why=order.why)
        back = replace(_publish(transaction, again, what="policy.rollback", at=at), replaced=chosen.replaced)
        transaction.policies.save(back)
    return back


def keep_report(storage: Storage, backtest: Backtest, query: VerdictQuery, *, by: str, at: datetime) -> None:
    """Keep the figures of a backtest, by which a policy that blocks more may go live."""
    with storage.write(backtest.site) as transaction:
        transaction.policies.add_report(report_of(backtest, query, by=by, at=at))


def _kept(
    transaction: Transaction, draft: Draft, policy: Policy, *, base: PolicyVersion, at: datetime
) -> PolicyVersion:
    known = {version.hash: version for version in transaction.policies.versions()}
    same = known.get(policy.hash)
    if same is not None and same.state is VersionState.LIVE:
        raise Conflict(f"This says what the live version {policy.ref} says; nothing was saved.")
    if same is not None and same.published_at is not None:
        return same
    # What was saved before may have led to its base by now; under that it would stand under itself.
    parent = base.hash if same is None else root_of(base, list(known.values())).hash
    saved = PolicyVersion(
        hash=policy.hash,
        name=policy.name,
        state=VersionState.DRAFT,
        created_at=same.created_at if same else at,
        parent=parent,
        saved_by=draft.by,
        saved_why=draft.why,
    )
    if same is None:
        transaction.policies.add(saved, draft.files.files)
    else:
        transaction.policies.save(saved)
    if base.state is VersionState.DRAFT and base.hash != policy.hash:
        transaction.policies.save(replace(base, state=VersionState.RETIRED))
    detail = {"hash": policy.hash, "parent": parent, "why": draft.why}
    transaction.audit(by=draft.by, what="policy.save", detail=detail, at=at)
    return saved


def _publish(
    transaction: Transaction, order: Publication, *, what: str, at: datetime, watched: tuple[str, ...] = ()
) -> PolicyVersion:
    known = transaction.policies.versions()
    changed = gone_live(known, order.hash, by=order.by, why=order.why, at=at, watched=watched)
    for each in changed:
        transaction.policies.save(each)
    live = changed[-1]
    detail = {"hash": live.hash, "replaced": live.replaced, "why": order.why}
    transaction.audit(by=order.by, what=what, detail=detail, at=at)
    return live


def _of_order(transaction: Transaction, order: Publication) -> tuple[PolicyVersion, PolicyVersion]:
    known = transaction.policies.versions()
    live, chosen = live_of(known), named(known, order.hash)
    if chosen.hash == live.hash:
        raise Conflict(f"{order.hash} is live already.")
    return live, chosen


def _check_new(
    storage: Storage, order: Publication, *, site: SiteId, requirements: Requirements
) -> tuple[str, ...]:
    """Ask of a version that never was live what has to be shown first; takes its time outside of any write.

    Returns the rules that are to be watched.
    """
    with storage.read(site) as transaction:
        known = transaction.policies.versions()
        live, chosen = live_of(known), named(known, order.hash)
        before, after = (transaction.policies.files(each.hash) for each in (live, chosen))
        reports = transaction.policies.reports(chosen.hash)
    newer = overtaken_by(chosen, known)
    if newer is not None:
        stale = _stale(storage, root_of(chosen, known), newer, site=site, load=requirements.load)
        command, address = f"policy carry-over {order.hash}", f"/v1/policies/{order.hash}/carry-over"
        way = f"Its page, 'moderation {command}' or 'POST {address}' puts it on top where that can be."
        raise StaleVersion(f"{stale.message} {way}", difference=stale.difference)
    policy = requirements.load(after.name, after.files)
    requirements.prove(policy)
    try:
        old = requirements.load(before.name, before.files)
    except PolicyInvalid:
        return ()  # the live version cannot be read: anything is better
    blocking = newly_blocking(old, policy)
    if blocking and telling(reports, before=live.hash, after=chosen.hash) is None:
        raise NotAllowed(
            f"{_more(blocking)}, and nobody has looked what that does to the past. Look back on its page, "
            f"or run 'moderation policy backtest {chosen.hash} --site {site}'; then do this again."
        )
    _check_eyes(order, chosen, requirements, before=old, after=policy)
    return to_watch(old, policy)


def _check_eyes(
    order: Publication, chosen: PolicyVersion, requirements: Requirements, *, before: Policy, after: Policy
) -> None:
    """Ask for another person than who saved it, where the installation or what is in force says so.

    Raises:
        NotAllowed: if it blocks more, or would ask for nobody else from now on, and the same person publishes it.
    """
    is_asked = requirements.second_editor or before.settings.second_editor
    if not is_asked or not _is_same_person(order.by, chosen.saved_by):
        return
    blocking, who = newly_blocking(before, after), chosen.saved_by or "nobody by name"
    if blocking:
        more = _more(blocking)
    elif before.settings.second_editor and not after.settings.second_editor:
        more = "From then on one editor alone could let more be blocked"
    else:
        return
    raise NotAllowed(f"{more}, and {who} saved it: another person has to publish it, by name.")


def _more(blocking: Sequence[str]) -> str:
    """Say what blocks more, with as many names as a sentence can hold."""
    shown = ", ".join(f"'{each}'" for each in blocking[:_NAMED])
    rest = f" and {len(blocking) - _NAMED} more" if len(blocking) > _NAMED else ""
    return f"{shown}{rest} would block comments that are not blocked now"


def _is_same_person(one: str, other: str) -> bool:
    return not one.strip() or one.strip().casefold() == other.strip().casefold()


def _earlier(known: list[PolicyVersion], to: str | None) -> PolicyVersion:
    live = live_of(known)
    wanted = to or live.replaced
    if wanted is None:
        raise NotFound(f"There is no version before {live.hash} to go back to.")
    chosen = named(known, wanted)
    if chosen.published_at is None:
        raise Conflict(f"{wanted} never was live; 'moderation policy publish {wanted}' makes it so.")
    if chosen.hash == live.hash:
        raise Conflict(f"{wanted} is live already.")
    return chosen


def _stale(
    storage: Storage, base: PolicyVersion, newer: PolicyVersion, *, site: SiteId, load: Load
) -> StaleVersion:
    """Say who was first, with what they changed."""
    is_live = newer.state is VersionState.LIVE
    who, act = (newer.published_by, "published") if is_live else (newer.saved_by, "saved")
    at = newer.published_at if is_live and newer.published_at else newer.created_at
    try:
        found = compare(storage, site=site, load=load, before=base.hash, after=newer.hash)
    except Invalid:  # an old version that this service no longer reads: who was first is told all the same
        found = None
    first = f"{who or 'Somebody'} {act} {newer.hash} on {at:%Y-%m-%d at %H:%M} UTC"
    return StaleVersion(
        f"{first}, and this was made from {base.hash}; take over what changed, and save it again.",
        difference=found,
    )
