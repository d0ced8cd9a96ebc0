"""The version of a policy that a page is about: the live one, or the one that the address names."""

from collections.abc import Mapping
from dataclasses import dataclass

from moderation.domain.errors import Unavailable
from moderation.domain.policy import Policy
from moderation.domain.policy_version import PolicyVersion, VersionState, live_of, named
from moderation.domain.site import PolicyFiles
from moderation.ports_sites import PolicyEditor
from moderation.publishing import Draft, save, version, versions
from moderation.service import Service
from moderation.web.visitors import Visitor


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPolicy:
    """A version with all that it says."""

    version: PolicyVersion
    live: PolicyVersion
    files: PolicyFiles
    policy: Policy
    #: Every version, newest first.
    known: list[PolicyVersion]

    @property
    def is_live(self) -> bool:
        """Whether comments are judged by it."""
        return self.version.hash == self.live.hash

    @property
    def is_draft(self) -> bool:
        """Whether it was saved, and never was in force."""
        return self.version.state is VersionState.DRAFT

    @property
    def query(self) -> str:
        """What an address adds to stay on this version."""
        return "" if self.is_live else f"?version={self.version.hash}"

    @property
    def before(self) -> PolicyVersion | None:
        """The version to which going back leads; `None` where there was none."""
        return named(self.known, self.live.replaced) if self.live.replaced else None

    @property
    def drafts(self) -> list[PolicyVersion]:
        """Those that may come."""
        return [each for each in self.known if each.state is VersionState.DRAFT]


def shown(service: Service, visitor: Visitor, hash: str | None) -> ShownPolicy:
    """Return a version of the policy of the site that somebody works on; the live one where none is named.

    Raises:
        NotFound: if the site has no such version.
    """
    known = versions(service.storage, site=visitor.site)
    live = live_of(known)
    found, files = version(service.storage, hash or live.hash, site=visitor.site)
    site = service.sites.get(visitor.site)
    is_in_force = found.hash == site.policy
    policy = service.policy(site) if is_in_force else service.load_policy(files.name, files.files)
    return ShownPolicy(version=found, live=live, files=files, policy=policy, known=known)


def keep(
    service: Service,
    visitor: Visitor,
    files: Mapping[str, str],
    *,
    base: str,
    why: str,
    is_beside: bool = False,
) -> PolicyVersion:
    """Save changed files as a draft; with `is_beside` next to another draft of the same version.

    Raises:
        PolicyInvalid: if they have faults.
        StaleVersion: if somebody saved or published since.
        Conflict: if they say what the live version says.
    """
    name = next(iter(files)).rpartition("/")[2].rpartition(".")[0]
    kept, reason = PolicyFiles(name=name, files=files), why.strip()[:500] or None
    draft = Draft(files=kept, base=base, by=visitor.name, why=reason, is_beside=is_beside)
    return save(service.storage, draft, site=visitor.site, load=service.load_policy, at=service.clock.now())


def editor_of(service: Service) -> PolicyEditor:
    """Return what changes files.

    Raises:
        Unavailable: where nobody edits.
    """
    if service.editor is None:
        raise Unavailable("This service edits no policies.")
    return service.editor
