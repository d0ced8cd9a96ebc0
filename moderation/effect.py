"""Let a site's verdicts take effect, or let it only observe: a version of its policy like any other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict
from moderation.domain.policy import PolicyMode
from moderation.domain.policy_version import VersionState, live_of
from moderation.domain.site import PolicyFiles
from moderation.ports import Storage
from moderation.publishing import Draft, Load, save

#: Returns the same policy in another mode.
Switched = Callable[[PolicyFiles, PolicyMode], PolicyFiles]


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """Somebody's wish that the verdicts on a site take effect, or that it only observes."""

    site: SiteId
    mode: PolicyMode
    by: str
    why: str | None = None


def draft_of(storage: Storage, order: Switch, *, load: Load, switched: Switched, at: datetime) -> str:
    """Return the hash of the live policy in another mode; `publish` then asks of it what it asks of any version.

    So nothing goes live unseen: where its rules block, somebody must have looked what that does to the past.
    A site that was live by just these rules before is asked nothing, nor is who lets it observe.

    Raises:
        Conflict: if the site is in that mode already.
        Invalid: if the policy is written in a way that only a person can change.
    """
    with storage.read(order.site) as transaction:
        known = transaction.policies.versions()
        live = live_of(known)
        files = transaction.policies.files(live.hash)
    if load(files.name, files.files).settings.mode is order.mode:
        raise Conflict(f"Site '{order.site}' is in mode '{order.mode}' already; nothing was changed.")
    changed = switched(files, order.mode)
    hash = load(changed.name, changed.files).hash
    # Who saved it first stays on record, so that where two are asked for the other one may publish it.
    if not any(each.hash == hash and each.state is VersionState.DRAFT for each in known):
        draft = Draft(files=changed, base=live.hash, by=order.by, why=order.why, is_beside=True)
        save(storage, draft, site=order.site, load=load, at=at)
    return hash
