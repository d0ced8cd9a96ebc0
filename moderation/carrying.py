"""Carries a draft over to what is live now, where another version went live since it was made."""

from datetime import datetime

from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict
from moderation.domain.merging import merged
from moderation.domain.policy_version import PolicyVersion, VersionState, live_of, named, root_of
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
    found = merged(before.files, mine.files, theirs.files)
    if found.clashes:
        places = ", ".join(f"{name} at line {line}" for name, line in found.clashes)
        raise Conflict(f"Both changed the same lines ({places}): make the change anew from the live version.")
    files = PolicyFiles(name=theirs.name, files=found.files)
    made = Draft(files=files, base=live.hash, by=by, why=draft.saved_why, is_beside=True)
    saved = save(storage, made, site=site, load=load, at=at)
    if saved.hash != hash:
        discard(storage, hash, site=site, by=by, at=at)
    return saved
