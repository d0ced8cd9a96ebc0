"""What signing in needs from the world; a page of its own beside `ports`."""

from datetime import datetime
from typing import Protocol

from moderation.domain.account import Account, AccountName, OneTimeLink, Session
from moderation.domain.comment import SiteId


class Passwords(Protocol):
    """Makes and checks what is kept of a password."""

    def hash(self, password: str) -> str:
        """Return what to keep of a password."""
        ...

    def is_right(self, password: str, kept: str | None) -> bool:
        """Whether a password is the one that was kept; takes as long where none was."""
        ...


class Accounts(Protocol):
    """People's accounts, their sessions and one-time links; each call is a transaction of its own."""

    def find(self, name: AccountName) -> Account | None:
        """Return one account with its roles."""
        ...

    def all(self) -> list[Account]:
        """Return every account in the order of their names."""
        ...

    def add(self, account: Account, *, by: str) -> None:
        """Keep a new account with its roles; noted in the audit.

        Raises:
            Conflict: if there is one of that name.
        """
        ...

    def save(self, account: Account, *, by: str, at: datetime) -> None:
        """Keep a changed account with its roles; noted in the audit.

        Raises:
            NotFound: if there is none of that name.
        """
        ...

    def open_session(self, session: Session) -> None:
        """Keep a new session."""
        ...

    def session(self, digest: str) -> Session | None:
        """Find a session by what the browser shows."""
        ...

    def use_session(self, digest: str, *, site: SiteId, at: datetime) -> None:
        """Note that a session is in use, and on which site."""
        ...

    def end_session(self, digest: str) -> None:
        """Forget one session."""
        ...

    def end_sessions(self, account: AccountName) -> None:
        """Forget every session of an account."""
        ...

    def add_link(self, link: OneTimeLink) -> None:
        """Keep a one-time link; earlier ones for the same account and site end."""
        ...

    def link(self, digest: str) -> OneTimeLink | None:
        """Find a one-time link by the secret in its address."""
        ...

    def take_link(self, digest: str) -> bool:
        """Use a one-time link up; returns whether it was there: of two that try at once, one gets it."""
        ...

    def failures(self, key: str, *, since: datetime) -> int:
        """Return how often signing in has failed since a moment."""
        ...

    def note_failure(self, key: str, *, at: datetime) -> None:
        """Note that signing in failed; what is older than a day is forgotten."""
        ...

    def forget_failures(self, key: str, *, at: datetime | None = None) -> None:
        """Start counting anew; with a moment, take back what was noted then alone."""
        ...

    def preference(self, account: AccountName, name: str) -> object:
        """Return what somebody set for themselves, as JSON values; `None` where they did not."""
        ...

    def keep_preference(self, account: AccountName, name: str, value: object) -> None:
        """Keep what somebody set for themselves, in place of what they had set before."""
        ...
