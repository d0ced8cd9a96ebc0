"""Sites, their keys, and the versions of their policies."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, select, update

from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, NotFound
from moderation.domain.policy_version import PolicyVersion, VersionState, gone_live, offered
from moderation.domain.site import ApiKey, Reviews, Scope, Site
from moderation.storage.database import translated
from moderation.storage.policies import PolicyRepository
from moderation.storage.tables import ApiKeyRow, AuditRow, SiteRow, table

_sites, _keys, _audit = table(SiteRow), table(ApiKeyRow), table(AuditRow)


class SiteRepository:
    """Implements the port `Sites`; each call is a transaction of its own."""

    def __init__(self, engine: Engine) -> None:
        """Use an engine of `storage.engine.connect`."""
        self._engine = engine

    def get(self, id: SiteId) -> Site:
        """Return one site."""
        with self._reading() as connection:
            row = connection.execute(select(_sites).where(_sites.c.id == id)).one_or_none()
        if row is None:
            raise NotFound(f"There is no site '{id}': see 'moderation site list'; 'moderation serve' makes one.")
        return _site(row)

    def all(self) -> list[Site]:
        """Return every site in the order of their names."""
        with self._reading() as connection:
            return [_site(row) for row in connection.execute(select(_sites).order_by(_sites.c.id))]

    def add(self, site: Site) -> None:
        """Keep a new site."""
        values = {"id": site.id, "position": 0, "created_at": site.created_at} | _changeable(site)
        with self._writing() as connection:
            if connection.execute(select(_sites.c.id).where(_sites.c.id == site.id)).first():
                raise Conflict(f"A site '{site.id}' exists already.")
            connection.execute(_sites.insert(), values)

    def save(self, site: Site) -> None:
        """Keep a changed site."""
        with self._writing() as connection:
            changed = update(_sites).where(_sites.c.id == site.id).values(_changeable(site))
            if not connection.execute(changed).rowcount:
                raise NotFound(f"There is no site '{site.id}'; 'moderation site list' shows those there are.")

    def key(self, prefix: str) -> ApiKey | None:
        """Find a key by its public prefix."""
        with self._reading() as connection:
            row = connection.execute(select(_keys).where(_keys.c.prefix == prefix)).one_or_none()
        return None if row is None else _key(row)

    def keys(self, site: SiteId | None = None) -> list[ApiKey]:
        """Return keys, newest first."""
        query = select(_keys).order_by(_keys.c.created_at.desc(), _keys.c.prefix)
        with self._reading() as connection:
            rows = connection.execute(query.where(_keys.c.site == site) if site else query)
            return [_key(row) for row in rows]

    def add_key(self, key: ApiKey) -> None:
        """Keep a new key."""
        values: dict[str, Any] = {"prefix": key.prefix, "site": key.site, "name": key.name, "digest": key.digest}
        values["scopes"] = " ".join(sorted(scope.value for scope in key.scopes))
        values["reviews"] = key.reviews.value if key.reviews else None
        with self._writing() as connection:
            connection.execute(_keys.insert(), values | {"created_at": key.created_at})

    def revoke_key(self, prefix: str, *, at: datetime) -> None:
        """End a key."""
        with self._writing() as connection:
            where = _keys.c.prefix == prefix, _keys.c.revoked_at.is_(None)
            if not connection.execute(update(_keys).where(*where).values(revoked_at=at)).rowcount:
                raise NotFound(f"There is no live key '{prefix}'; 'moderation key list' shows those there are.")

    def policy(self, site: SiteId, hash: str) -> tuple[str, dict[str, str]]:
        """Return name and files of one version of a site's policy, the main file first."""
        with self._reading() as connection:
            found = PolicyRepository(connection, site).files(hash)
        return found.name, dict(found.files)

    def policies(self, site: SiteId) -> list[PolicyVersion]:
        """Return the versions of a site's policy, newest first."""
        with self._reading() as connection:
            return PolicyRepository(connection, site).versions()

    def keep_policy(self, site: SiteId, *, hash: str, name: str, files: Mapping[str, str], at: datetime) -> bool:
        """Offer a version as a draft, which nobody saved; returns whether it is new."""
        with self._writing() as connection:
            policies = PolicyRepository(connection, site)
            known = {version.hash: version for version in policies.versions()}
            if hash in known:
                return False
            live = next((each.hash for each in known.values() if each.state is VersionState.LIVE), None)
            policies.add(offered(hash, name=name, parent=live, at=at), files)
            return True

    def publish_policy(self, site: SiteId, hash: str, *, by: str, at: datetime) -> None:
        """Make a kept version the live one, without asking anything."""
        with self._writing() as connection:
            policies = PolicyRepository(connection, site)
            for version in gone_live(policies.versions(), hash, by=by, why=None, at=at):
                policies.save(version)
            event = {"site": site, "at": at, "by": by, "what": "policy.publish", "detail": {"hash": hash}}
            connection.execute(_audit.insert(), event)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with translated(), self._engine.connect().execution_options(read_only=True) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with translated(), self._engine.begin() as connection:
            yield connection


def _changeable(site: Site) -> dict[str, Any]:
    return {"policy": site.policy, "reviews": site.reviews.value, "disabled_at": site.disabled_at}


def _site(row: Row[Any]) -> Site:
    return Site(
        id=SiteId(row.id),
        policy=row.policy,
        reviews=Reviews(row.reviews),
        created_at=row.created_at,
        disabled_at=row.disabled_at,
    )


def _key(row: Row[Any]) -> ApiKey:
    return ApiKey(
        prefix=row.prefix,
        site=SiteId(row.site),
        name=row.name,
        scopes=frozenset(Scope(scope) for scope in row.scopes.split()),
        digest=row.digest,
        reviews=Reviews(row.reviews) if row.reviews else None,
        created_at=row.created_at,
        revoked_at=row.revoked_at,
    )
