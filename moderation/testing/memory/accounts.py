"""Accounts, sessions, one-time links and failed attempts, in memory."""

import dataclasses
from datetime import datetime, timedelta

from moderation.domain.account import Account, AccountName, OneTimeLink, Session
from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, NotFound


class MemoryAccounts:
    """Implements the port `Accounts`."""

    def __init__(self) -> None:
        """Start without any."""
        self._accounts: dict[AccountName, Account] = {}
        self._sessions: dict[str, Session] = {}
        self._links: dict[str, OneTimeLink] = {}
        self._preferences: dict[tuple[AccountName, str], object] = {}
        self._failures: list[tuple[str, datetime]] = []
        #: What was changed, by whom, for a test to look at.
        self.audit: list[tuple[str, AccountName]] = []

    def find(self, name: AccountName) -> Account | None:
        """Return one account with its roles."""
        return self._accounts.get(name)

    def all(self) -> list[Account]:
        """Return every account in the order of their names."""
        return [self._accounts[name] for name in sorted(self._accounts)]

    def add(self, account: Account, *, by: str) -> None:
        """Keep a new account with its roles."""
        if account.name in self._accounts:
            raise Conflict(f"There is an account '{account.name}' already.")
        self._accounts[account.name] = account
        self.audit.append((by, account.name))

    def save(self, account: Account, *, by: str, at: datetime) -> None:
        """Keep a changed account with its roles."""
        if account.name not in self._accounts:
            raise NotFound(f"There is no account '{account.name}'.")
        self._accounts[account.name] = account
        self.audit.append((by, account.name))

    def open_session(self, session: Session) -> None:
        """Keep a new session."""
        self._sessions[session.digest] = session

    def session(self, digest: str) -> Session | None:
        """Find a session by what the browser shows."""
        return self._sessions.get(digest)

    def use_session(self, digest: str, *, site: SiteId, at: datetime) -> None:
        """Note that a session is in use, and on which site."""
        if digest in self._sessions:
            self._sessions[digest] = dataclasses.replace(self._sessions[digest], site=site, used_at=at)

    def end_session(self, digest: str) -> None:
        """Forget one session."""
        self._sessions.pop(digest, None)

    def end_sessions(self, account: AccountName) -> None:
        """Forget every session of an account."""
        self._sessions = {key: each for key, each in self._sessions.items() if each.account != account}

    def add_link(self, link: OneTimeLink) -> None:
        """Keep a one-time link; earlier ones for the same account and site end."""
        others = {
            digest: each
            for digest, each in self._links.items()
            if (each.account, each.site) != (link.account, link.site)
        }
        self._links = others | {link.digest: link}

    def link(self, digest: str) -> OneTimeLink | None:
        """Find a one-time link by the secret in its address."""
        return self._links.get(digest)

    def take_link(self, digest: str) -> bool:
        """Use a one-time link up; returns whether it was there."""
        return self._links.pop(digest, None) is not None

    def failures(self, key: str, *, since: datetime) -> int:
        """Return how often signing in has failed since a moment."""
        return sum(one == key and at >= since for one, at in self._failures)

    def note_failure(self, key: str, *, at: datetime) -> None:
        """Note that signing in failed; what is older than a day is forgotten."""
        kept = [each for each in self._failures if each[1] >= at - timedelta(days=1)]
        self._failures = [*kept, (key, at)]

    def forget_failures(self, key: str, *, at: datetime | None = None) -> None:
        """Start counting anew; with a moment, take back what was noted then alone."""
        self._failures = [each for each in self._failures if each[0] != key or at not in (None, each[1])]

    def preference(self, account: AccountName, name: str) -> object:
        """Return what somebody set for themselves; `None` where they did not."""
        return self._preferences.get((account, name))

    def keep_preference(self, account: AccountName, name: str, value: object) -> None:
        """Keep what somebody set for themselves, in place of what they had set before."""
        self._preferences[account, name] = value
