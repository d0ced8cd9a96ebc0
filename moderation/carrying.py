"""Carries a draft over to what somebody saved or published since it was begun."""

from dataclasses import replace
from datetime import datetime

from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict
from moderation.domain.merging import merged
from moderation.domain.policy_version import (
    PolicyVersion,
    VersionState,
    live_of,
    named,
    newer_than,
    overtaken_by,
    root_of,
)
from moderation.domain.site import PolicyFiles
from moderation.ports import Storage
from moderation.publishing import Draft, Load, discard, save


def carry_over(storage: Storage, hash: str, *, site: SiteId, load: Load, by: str, at: datetime) -> PolicyVersion:
    """Save a draft that has what the live version says and what the draft changed; it takes the draft's place.

    Raises:
        Conflict: if it is no draft, was made from the live version, or both changed the same lines.
        PolicyInvalid: if the two together have faults, such as two rules of one name.
        NotFound: if the site has no such version.
    """
    with storage.read(site) as transaction:
        known = transaction.policies.versions()
        draft, live = named(known, hash), live_of(known)
        root = root_of(draft, known)
        if draft.state is not VersionState.DRAFT or root.hash in (hash, live.hash):
            raise Conflict(f"{hash} is no draft of an earlier version; there is nothing to carry over.")
        before, mine, theirs = (transaction.policies.files(each) for each in (root.hash, hash, live.hash))
    files = _together(before, mine, theirs, onto="the live version")
    made = Draft(files=files, base=live.hash, by=by, why=draft.saved_why, is_beside=True)
    saved = save(storage, made, site=site, load=load, at=at)
    if saved.hash != hash:
        discard(storage, hash, site=site, by=by, at=at)
    return saved


def brought_up(storage: Storage, draft: Draft, *, site: SiteId) -> Draft:
    """Return a draft that is not saved yet, made anew from what somebody saved or published since its base.

    Where nobody did it is as it was. One that may stand beside others is made from the live version.

    Raises:
        Conflict: if both changed the same lines.
        NotFound: if the site has no such base.
    """
    with storage.read(site) as transaction:
        known = transaction.policies.versions()
        base = named(known, draft.base) if draft.base else live_of(known)
        newer = overtaken_by(base, known) if draft.is_beside else newer_than(base, known)
        if newer is None:
            return draft
        before, theirs = (transaction.policies.files(each.hash) for each in (base, newer))
    files = _together(before, draft.files, theirs, onto=newer.hash)
    return replace(draft, files=files, base=newer.hash)


def _together(before: PolicyFiles, mine: PolicyFiles, theirs: PolicyFiles, *, onto: str) -> PolicyFiles:
    """Return files with both changes."""
    found = merged(before.files, mine.files, theirs.files)
    if found.clashes:
        places = ", ".join(f"{name} at line {line}" for name, line in found.clashes)
        raise Conflict(f"Both changed the same lines ({places}): make the change anew from {onto}.")
    return PolicyFiles(name=theirs.name, files=found.files)
