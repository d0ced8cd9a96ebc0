"""A version of a site's policy: draft, live or retired; who made it of what, and which may follow which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from moderation.domain.errors import NotFound


class VersionState(StrEnum):
    """Where a version stands in its life."""

    #: Saved, and in force nowhere.
    DRAFT = "draft"
    #: What comments are judged by.
    LIVE = "live"
    #: Another took its place, or it was given up.
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyVersion:
    """A version of a site's policy as kept, without its files."""

    #: First digits of the SHA-256 of all that it says.
    hash: str
    name: str
    state: VersionState
    created_at: datetime
    #: The version that it was made from; `None` of the first.
    parent: str | None = None
    saved_by: str = ""
    #: Why it was made; where nobody said so, why it first went live.
    saved_why: str | None = None
    #: Whether nobody saved it: a file that differed at a start was put beside the live version.
    is_offered: bool = False
    #: When it last went live, by whom and why; `None` where it never did.
    published_at: datetime | None = None
    published_by: str | None = None
    published_why: str | None = None
    #: The version whose place it took; going back leads there.
    replaced: str | None = None
    #: Rules that were new or changed when it went live, and may have to be stopped.
    watched: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What people know it by: why it was made, and never why somebody went back to it."""
        unnamed = f"Version {self.hash[:8]}" if self.parent else "What the site began with"
        return self.saved_why or unnamed


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyAct:
    """What somebody, or the brake, did to a site's policy, as the audit keeps it."""

    at: datetime
    by: str
    #: `policy.save`, `policy.publish`, `policy.brake` and the like.
    what: str
    detail: Mapping[str, Any]


def live_of(versions: Sequence[PolicyVersion]) -> PolicyVersion:
    """Return the live version.

    Raises:
        NotFound: if there is none, which no start leaves behind.
    """
    live = next((version for version in versions if version.state is VersionState.LIVE), None)
    if live is None:
        raise NotFound("This site has no live policy; 'moderation policy publish FILE' gives it one.")
    return live


def newer_than(base: PolicyVersion, versions: Sequence[PolicyVersion]) -> PolicyVersion | None:
    """Return the version that was saved or published since somebody read `base`; `None` where it is the newest.

    `versions` come newest first. What a start offered takes nobody's place.
    """
    drafts = [each for each in versions if each.state is VersionState.DRAFT and not each.is_offered]
    by_hash = {each.hash: each for each in versions}
    later = next((each for each in drafts if _is_made_from(base, each, by_hash)), None)
    return later or overtaken_by(base, versions)


def _is_made_from(base: PolicyVersion, draft: PolicyVersion, by_hash: Mapping[str, PolicyVersion]) -> bool:
    """Whether a draft goes back to `base`, directly or through drafts that it took the place of."""
    above: PolicyVersion | None = draft
    while above is not None and above.published_at is None:
        if above.parent == base.hash:
            return True
        above = by_hash.get(above.parent or "")
    return False


def overtaken_by(version: PolicyVersion, versions: Sequence[PolicyVersion]) -> PolicyVersion | None:
    """Return the live version where a draft was not made from it, directly or through other drafts."""
    live = live_of(versions)
    return None if root_of(version, versions).hash == live.hash else live


def tip_of(versions: Sequence[PolicyVersion]) -> PolicyVersion | None:
    """Return the newest draft of the live version that somebody saved; `None` where there is none."""
    drafts = [each for each in versions if each.state is VersionState.DRAFT and not each.is_offered]
    return next((each for each in drafts if overtaken_by(each, versions) is None), None)


def root_of(version: PolicyVersion, versions: Sequence[PolicyVersion]) -> PolicyVersion:
    """Return the version that was live once and that a draft goes back to; itself where there is none."""
    by_hash = {each.hash: each for each in versions}
    while version.published_at is None and version.parent in by_hash:
        version = by_hash[version.parent]
    return version


def named(versions: Sequence[PolicyVersion], hash: str) -> PolicyVersion:
    """Return the version of a hash.

    Raises:
        NotFound: if it is not among them.
    """
    found = next((version for version in versions if version.hash == hash), None)
    if found is None:
        raise NotFound(f"There is no policy version '{hash}'; 'moderation policy list' shows those there are.")
    return found


def offered(hash: str, *, name: str, parent: str | None, at: datetime) -> PolicyVersion:
    """Return the draft of a file that somebody put where the service starts, and that nobody saved."""
    return PolicyVersion(
        hash=hash, name=name, state=VersionState.DRAFT, created_at=at, parent=parent, is_offered=True
    )


def gone_live(
    versions: Sequence[PolicyVersion],
    hash: str,
    *,
    by: str,
    why: str | None,
    at: datetime,
    watched: tuple[str, ...] = (),
) -> list[PolicyVersion]:
    """Return the versions that change when one goes live: the one before, retired, and that one.

    Raises:
        NotFound: if it is not among them.
    """
    chosen = named(versions, hash)
    before = next((v for v in versions if v.state is VersionState.LIVE and v.hash != hash), None)
    live = replace(
        chosen,
        state=VersionState.LIVE,
        saved_why=chosen.saved_why if chosen.saved_why or chosen.published_at else why,
        published_at=at,
        published_by=by,
        published_why=why,
        replaced=before.hash if before is not None else chosen.replaced,
        watched=watched,
    )
    return [*([replace(before, state=VersionState.RETIRED)] if before is not None else []), live]
