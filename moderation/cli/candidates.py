"""Which policy is tried on which sites: a file or a kept version, alone or under the policies that extend it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import join, normpath, relpath

from moderation.cli.opened import Opened
from moderation.domain.comment import SiteId
from moderation.domain.errors import Invalid, NotFound
from moderation.domain.site import PolicyFiles
from moderation.policyfile import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A policy that may come, on one site, beside the one that is."""

    site: SiteId
    before: PolicyFiles
    after: PolicyFiles


def candidates(found: Opened, new: str, *, against: str | None, site: str | None, default: str) -> list[Candidate]:
    """Return what is to be tried where.

    Without a site, a file is tried on every site whose live policy is of its name or extends one of it;
    where there is none, on the `default` site.

    Raises:
        PolicyInvalid: if the file has faults.
        Invalid: if there is neither such a file nor such a version.
    """
    named = [found.site(site)] if site is not None else []
    if Path(new).suffix in (".yaml", ".yml") or Path(new).is_file():
        chosen = _of_base(found, _of_file(Path(new)), named or [found.site(default)], is_named=bool(named))
    else:
        id = named[0] if named else found.site(default)
        chosen = {id: _kept(found, id, new)}
    return [
        Candidate(site=id, before=_named(found, id, against) if against else _live(found, id), after=after)
        for id, after in chosen.items()
    ]


def _of_base(
    found: Opened, base: PolicyFiles, otherwise: list[SiteId], *, is_named: bool
) -> dict[SiteId, PolicyFiles]:
    """Return the sites that a policy concerns: those that have one of its name, alone or under their own."""
    enabled = [each.id for each in found.sites.all() if each.disabled_at is None]
    sites = otherwise if is_named else enabled
    after = {id: policy_on(base, live) for id in sites if _has((live := _live(found, id)), base)}
    return after or dict.fromkeys(otherwise, base)


def _has(live: PolicyFiles, base: PolicyFiles) -> bool:
    main = PurePosixPath(next(iter(base.files))).name
    return any(PurePosixPath(name).name == main for name in live.files)


def policy_on(base: PolicyFiles, live: PolicyFiles) -> PolicyFiles:
    """Lay a new base under the policy that extends it; the base itself where the policy is the older one."""
    main = PurePosixPath(next(iter(base.files)))
    own, *others = live.files
    old = next((PurePosixPath(name) for name in others if PurePosixPath(name).name == main.name), None)
    if old is None:
        return base
    moved = {_moved(name, main, old): content for name, content in base.files.items()}
    return PolicyFiles(name=live.name, files={own: live.files[own]} | dict(live.files) | moved)


def _moved(name: str, main: PurePosixPath, old: PurePosixPath) -> str:
    """Name a file of the new base where the old one has its own."""
    return normpath(join(old.parent, relpath(name, main.parent)))


def _of_file(path: Path) -> PolicyFiles:
    if not path.is_file():
        raise Invalid(f"{path}: there is no such file.")
    policy, sources = files.read(path)
    return PolicyFiles(name=policy.name, files=sources)


def _named(found: Opened, site: SiteId, given: str) -> PolicyFiles:
    return _of_file(Path(given)) if Path(given).is_file() else _kept(found, site, given)


def _live(found: Opened, site: SiteId) -> PolicyFiles:
    return _version(found.sites.policy(site, found.sites.get(site).policy))


def _kept(found: Opened, site: SiteId, hash: str) -> PolicyFiles:
    try:
        return _version(found.sites.policy(site, hash))
    except NotFound:
        raise Invalid(f"'{hash}' is neither a policy file nor a version that '{site}' keeps.") from None


def _version(kept: tuple[str, Mapping[str, str]]) -> PolicyFiles:
    name, sources = kept
    return PolicyFiles(name=name, files=dict(sources))
