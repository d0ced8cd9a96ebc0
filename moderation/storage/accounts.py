"""Accounts with their roles, sessions, one-time links and failed attempts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, select, update

from moderation.domain.account import Account, AccountName, OneTimeLink, Role, Session
from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, NotFound
from moderation.storage.database import translated
from moderation.storage.people_tables import (
    AccountRow,
    OneTimeLinkRow,
    PreferenceRow,
    RoleRow,
    SessionRow,
    SignInFailureRow,
)
from moderation.storage.tables import AuditRow, table

_accounts, _roles, _sessions = table(AccountRow), table(RoleRow), table(SessionRow)
_links, _failures, _audit = table(OneTimeLinkRow), table(SignInFailureRow), table(AuditRow)
_preferences = table(PreferenceRow)

#: For how long a failed attempt is kept; a lock-out never looks further back.
FAILURES_KEPT = timedelta(days=1)

#: What an account's changes are noted under: it belongs to no single site.
EVERY_SITE = "*"


class AccountRepository:
    """Implements the port `Accounts`; each call is a transaction of its own."""

    def __init__(self, engine: Engine) -> None:
        """Use an engine of `storage.engine.connect`."""
        self._engine = engine

    def find(self, name: AccountName) -> Account | None:
        """Return one account with its roles."""
        with self._reading() as connection:
            return next(iter(_read(connection, name)), None)

    def all(self) -> list[Account]:
        """Return every account in the order of their names."""
        with self._reading() as connection:
            return _read(connection)

    def add(self, account: Account, *, by: str) -> None:
        """Keep a new account with its roles."""
        with self._writing() as connection:
            if connection.execute(select(_accounts.c.name).where(_accounts.c.name == account.name)).first():
                raise Conflict(f"There is an account '{account.name}' already.")
            values = {"name": account.name, "created_at": account.created_at} | _changeable(account)
            connection.execute(_accounts.insert(), values)
            _keep_roles(connection, account)
            _note(connection, account, by=by, what="account.create", at=account.created_at)

    def save(self, account: Account, *, by: str, at: datetime) -> None:
        """Keep a changed account with its roles."""
        changed = update(_accounts).where(_accounts.c.name == account.name).values(_changeable(account))
        with self._writing() as connection:
            if not connection.execute(changed).rowcount:
                raise NotFound(f"There is no account '{account.name}'.")
            _keep_roles(connection, account)
            _note(connection, account, by=by, what="account.change", at=at)

    def open_session(self, session: Session) -> None:
        """Keep a new session."""
        values = {name: getattr(session, name) for name in ("digest", "account", "site", "opened_at", "used_at")}
        with self._writing() as connection:
            connection.execute(_sessions.insert(), values)

    def session(self, digest: str) -> Session | None:
        """Find a session by what the browser shows."""
        with self._reading() as connection:
            found = connection.execute(select(_sessions).where(_sessions.c.digest == digest))
            row = found.mappings().one_or_none()
        return None if row is None else Session(**row)

    def use_session(self, digest: str, *, site: SiteId, at: datetime) -> None:
        """Note that a session is in use, and on which site."""
        with self._writing() as connection:
            used = update(_sessions).where(_sessions.c.digest == digest).values(site=site, used_at=at)
            connection.execute(used)

    def end_session(self, digest: str) -> None:
        """Forget one session."""
        with self._writing() as connection:
            connection.execute(delete(_sessions).where(_sessions.c.digest == digest))

    def end_sessions(self, account: AccountName) -> None:
        """Forget every session of an account."""
        with self._writing() as connection:
            connection.execute(delete(_sessions).where(_sessions.c.account == account))

    def add_link(self, link: OneTimeLink) -> None:
        """Keep a one-time link; earlier ones for the same account and site end."""
        same = _links.c.account.is_not_distinct_from(link.account), _links.c.site == link.site
        values = {name: getattr(link, name) for name in ("digest", "account", "site", "made_at")}
        with self._writing() as connection:
            connection.execute(delete(_links).where(*same))
            connection.execute(_links.insert(), values)

    def link(self, digest: str) -> OneTimeLink | None:
        """Find a one-time link by the secret in its address."""
        with self._reading() as connection:
            row = connection.execute(select(_links).where(_links.c.digest == digest)).mappings().one_or_none()
        return None if row is None else OneTimeLink(**row)

    def take_link(self, digest: str) -> bool:
        """Use a one-time link up; returns whether it was there."""
        with self._writing() as connection:
            return bool(connection.execute(delete(_links).where(_links.c.digest == digest)).rowcount)

    def failures(self, key: str, *, since: datetime) -> int:
        """Return how often signing in has failed since a moment."""
        where = _failures.c.key == key, _failures.c.at >= since
        with self._reading() as connection:
            return int(connection.execute(select(func.count()).select_from(_failures).where(*where)).scalar_one())

    def note_failure(self, key: str, *, at: datetime) -> None:
        """Note that signing in failed; what is older than a day is forgotten."""
        with self._writing() as connection:
            connection.execute(delete(_failures).where(_failures.c.at < at - FAILURES_KEPT))
            connection.execute(_failures.insert(), {"key": key, "at": at})

    def forget_failures(self, key: str, *, at: datetime | None = None) -> None:
        """Start counting anew; with a moment, take back what was noted then alone."""
        noted = delete(_failures).where(_failures.c.key == key)
        with self._writing() as connection:
            connection.execute(noted if at is None else noted.where(_failures.c.at == at))

    def preference(self, account: AccountName, name: str) -> object:
        """Return what somebody set for themselves; `None` where they did not."""
        where = _preferences.c.account == account, _preferences.c.name == name
        with self._reading() as connection:
            return connection.execute(select(_preferences.c.value).where(*where)).scalar_one_or_none()

    def keep_preference(self, account: AccountName, name: str, value: object) -> None:
        """Keep what somebody set for themselves, in place of what they had set before."""
        where = _preferences.c.account == account, _preferences.c.name == name
        with self._writing() as connection:
            connection.execute(delete(_preferences).where(*where))
            connection.execute(_preferences.insert(), {"account": account, "name": name, "value": value})

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with translated(), self._engine.connect().execution_options(read_only=True) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with translated(), self._engine.begin() as connection:
            yield connection


def _read(connection: Connection, name: AccountName | None = None) -> list[Account]:
    accounts, roles = select(_accounts).order_by(_accounts.c.name), select(_roles)
    if name is not None:
        accounts, roles = accounts.where(_accounts.c.name == name), roles.where(_roles.c.account == name)
    given: dict[str, dict[SiteId, Role]] = {}
    for row in connection.execute(roles):
        given.setdefault(row.account, {})[SiteId(row.site)] = Role(row.role)
    rows = connection.execute(accounts).mappings().all()
    return [Account(**row, roles=given.get(row["name"], {})) for row in rows]


def _keep_roles(connection: Connection, account: Account) -> None:
    connection.execute(delete(_roles).where(_roles.c.account == account.name))
    rows = [{"account": account.name, "site": site, "role": role.value} for site, role in account.roles.items()]
    if rows:
        connection.execute(_roles.insert(), rows)


def _note(connection: Connection, account: Account, *, by: str, what: str, at: datetime) -> None:
    detail: dict[str, Any] = {"account": account.name, "disabled": account.disabled_at is not None}
    detail["roles"] = {site: role.value for site, role in account.roles.items()}
    connection.execute(_audit.insert(), {"site": EVERY_SITE, "at": at, "by": by, "what": what, "detail": detail})


def _changeable(account: Account) -> dict[str, Any]:
    return {"password": account.password, "disabled_at": account.disabled_at}
