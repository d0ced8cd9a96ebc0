"""How a person gets in: an account with a role on each site, the sessions that it has open, one-time links."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from moderation.domain.comment import SiteId
from moderation.domain.errors import Invalid

AccountName = NewType("AccountName", str)

#: Shortest password; length is what counts (NIST SP 800-63B-4, section 3.1.1.2).
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200
LONGEST_NAME = 60

#: For how long a one-time link opens.
LINK_LASTS = timedelta(days=2)


class Role(StrEnum):
    """What a person may do on a site; each may do what those before it may."""

    #: Look at the desk, the policy and the figures.
    READER = "reader"
    #: Rule on comments.
    MODERATOR = "moderator"
    #: Change the policy.
    EDITOR = "editor"
    #: Give roles, keys and passwords.
    ADMINISTRATOR = "administrator"

    @property
    def rank(self) -> int:
        """0 for reader to 3 for administrator."""
        return list(Role).index(self)

    def may(self, needed: "Role") -> bool:
        """Whether this role includes another."""
        return self.rank >= needed.rank


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person's way in."""

    name: AccountName
    #: Hash of the password; `None` until one is chosen.
    password: str | None = None
    roles: Mapping[SiteId, Role] = field(default_factory=dict)
    created_at: datetime
    disabled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A browser in which somebody is signed in."""

    #: SHA-256 of what the browser shows, hexadecimal.
    digest: str
    account: AccountName
    #: The site that the person works on.
    site: SiteId
    opened_at: datetime
    #: When it was last used, to the minute.
    used_at: datetime

    def is_live(self, *, at: datetime, idle: timedelta, longest: timedelta) -> bool:
        """Whether it still holds: used not long ago, and not opened too long ago."""
        return at < self.used_at + idle and at < self.opened_at + longest


@dataclass(frozen=True, slots=True, kw_only=True)
class OneTimeLink:
    """An address that lets its holder choose a password, once."""

    #: SHA-256 of the secret in the address, hexadecimal.
    digest: str
    #: Whose password; `None` where it makes the site's first administrator.
    account: AccountName | None
    site: SiteId
    made_at: datetime

    def is_open(self, at: datetime) -> bool:
        """Whether it can still be used."""
        return at < self.made_at + LINK_LASTS


def account_name(typed: str) -> AccountName:
    """Return the name of an account as it is kept.

    Raises:
        Invalid: if it is empty, too long, or holds what cannot be seen.
    """
    name = typed.strip().casefold()
    if not name or len(name) > LONGEST_NAME or not name.isprintable() or name.startswith("~"):
        raise Invalid(f"A name has 1 to {LONGEST_NAME} printable characters.")
    return AccountName(name)


def check_password(password: str, *, name: str) -> None:
    """Let a password pass that is long enough and not the name.

    Raises:
        Invalid: if it is too short, too long, or easily guessed.
    """
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise Invalid(f"A password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters; a sentence is good.")
    if len(set(password)) < 5 or (len(name) > 3 and name in password.casefold()):
        raise Invalid("This password is easily guessed; take a few words that only you would put together.")
