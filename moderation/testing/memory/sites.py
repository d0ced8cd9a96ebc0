"""Sites, their keys and the versions of their policies, in memory."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime

from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, NotFound
from moderation.domain.policy_version import PolicyVersion, VersionState, gone_live, offered
from moderation.domain.site import ApiKey, Site
from moderation.testing.memory.storage import MemoryStorage


class MemorySites:
    """Implements the port `Sites`."""

    def __init__(self, storage: MemoryStorage | None = None) -> None:
        """Start without any; versions of policies are kept in `storage`."""
        self._storage = storage or MemoryStorage()
        self._sites: dict[SiteId, Site] = {}
        self._keys: dict[str, ApiKey] = {}

    def get(self, id: SiteId) -> Site:
        """Return one site."""
        if id not in self._sites:
            raise NotFound(f"There is no site '{id}'.")
        return self._as_judged(self._sites[id])

    def all(self) -> list[Site]:
        """Return every site in the order of their names."""
        return [self.get(id) for id in sorted(self._sites)]

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
        with self._storage.read(site) as transaction:
            found = transaction.policies.files(hash)
        return found.name, dict(found.files)

    def policies(self, site: SiteId) -> list[PolicyVersion]:
        """Return the versions of a site's policy, newest first."""
        with self._storage.read(site) as transaction:
            return transaction.policies.versions()

    def keep_policy(self, site: SiteId, *, hash: str, name: str, files: Mapping[str, str], at: datetime) -> bool:
        """Offer a version as a draft, which nobody saved; returns whether it is new."""
        with self._storage.write(site) as transaction:
            versions = transaction.policies.versions()
            if any(version.hash == hash for version in versions):
                return False
            live = next((each.hash for each in versions if each.state is VersionState.LIVE), None)
            transaction.policies.add(offered(hash, name=name, parent=live, at=at), files)
            return True

    def publish_policy(self, site: SiteId, hash: str, *, by: str, at: datetime) -> None:
        """Make a kept version the live one, without asking anything."""
        with self._storage.write(site) as transaction:
            for version in gone_live(transaction.policies.versions(), hash, by=by, why=None, at=at):
                transaction.policies.save(version)
            transaction.audit(by=by, what="policy.publish", detail={"hash": hash}, at=at)

    def _as_judged(self, site: Site) -> Site:
        """Return a site with the policy that went live last; the one that it was made with before."""
        versions = self.policies(site.id)
        live = next((each.hash for each in versions if each.state is VersionState.LIVE), site.policy)
        return dataclasses.replace(site, policy=live)
