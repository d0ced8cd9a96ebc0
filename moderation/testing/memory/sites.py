"""Sites, their keys and the versions of their policies, in memory."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime

from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, NotFound
from moderation.domain.site import ApiKey, PolicyVersion, Site


class MemorySites:
    """Implements the port `Sites`."""

    def __init__(self) -> None:
        """Start without any."""
        self._sites: dict[SiteId, Site] = {}
        self._keys: dict[str, ApiKey] = {}
        self._policies: dict[tuple[SiteId, str], tuple[PolicyVersion, dict[str, str]]] = {}

    def get(self, id: SiteId) -> Site:
        """Return one site."""
        if id not in self._sites:
            raise NotFound(f"There is no site '{id}'.")
        return self._sites[id]

    def all(self) -> list[Site]:
        """Return every site in the order of their names."""
        return [self._sites[id] for id in sorted(self._sites)]

    def add(self, site: Site) -> None:
        """Keep a new site."""
        if site.id in self._sites:
            raise Conflict(f"A site '{site.id}' exists already.")
        self._sites[site.id] = site

    def save(self, site: Site) -> None:
        """Keep a changed site."""
        self._sites[site.id] = dataclasses.replace(site, created_at=self.get(site.id).created_at)

    def key(self, prefix: str) -> ApiKey | None:
        """Find a key by its public prefix."""
        return self._keys.get(prefix)

    def keys(self, site: SiteId | None = None) -> list[ApiKey]:
        """Return keys, newest first."""
        wanted = [key for key in self._keys.values() if site in (None, key.site)]
        return sorted(sorted(wanted, key=lambda key: key.prefix), key=lambda key: key.created_at, reverse=True)

    def add_key(self, key: ApiKey) -> None:
        """Keep a new key."""
        self._keys[key.prefix] = key

    def revoke_key(self, prefix: str, *, at: datetime) -> None:
        """End a key."""
        key = self._keys.get(prefix)
        if key is None or key.revoked_at is not None:
            raise NotFound(f"There is no live key '{prefix}'.")
        self._keys[prefix] = dataclasses.replace(key, revoked_at=at)

    def policy(self, site: SiteId, hash: str) -> tuple[str, dict[str, str]]:
        """Return name and files of one version of a site's policy, the main file first."""
        version, files = self._version(site, hash)
        return version.name, dict(files)

    def policies(self, site: SiteId) -> list[PolicyVersion]:
        """Return the versions of a site's policy, newest first."""
        mine = [version for (owner, _), (version, _) in sorted(self._policies.items()) if owner == site]
        return sorted(mine, key=lambda version: version.created_at, reverse=True)

    def keep_policy(self, site: SiteId, *, hash: str, name: str, files: Mapping[str, str], at: datetime) -> bool:
        """Keep a version as a draft; returns whether it is new."""
        if (site, hash) in self._policies:
            return False
        version = PolicyVersion(hash=hash, name=name, state="draft", created_at=at)
        self._policies[site, hash] = version, dict(files)
        return True

    def publish_policy(self, site: SiteId, hash: str, *, by: str, at: datetime) -> None:
        """Make a kept version the live one."""
        self._version(site, hash)
        for (owner, other), (version, files) in self._policies.items():
            if owner == site and other == hash:
                live = dataclasses.replace(version, state="live", published_at=at)
                self._policies[owner, other] = live, files
            elif owner == site and version.state == "live":
                self._policies[owner, other] = dataclasses.replace(version, state="retired"), files
        self._sites[site] = dataclasses.replace(self._sites[site], policy=hash)

    def _version(self, site: SiteId, hash: str) -> tuple[PolicyVersion, dict[str, str]]:
        if (site, hash) not in self._policies:
            raise NotFound(f"Site '{site}' has no policy version '{hash}'.")
        return self._policies[site, hash]
