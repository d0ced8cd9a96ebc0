"""People and their accounts: sign in, choose a password, give a role, end what is open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from moderation.domain.account import (
    Account,
    AccountName,
    OneTimeLink,
    Role,
    Session,
    account_name,
    check_password,
)
from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, Invalid, LockedOut, NotAllowed, NotFound
from moderation.ports_people import Accounts, Passwords

#: Failures count for so long; so many of one name from one address, of one name, from one address, lock out.
COUNTED = timedelta(minutes=15)
MOST_FAILURES = {"pair": 5, "name": 50, "address": 30}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """Somebody who wants in: the name and password as typed, and hashes of who tries from where."""

    name: str
    password: str
    #: Kind of `MOST_FAILURES` → what is counted.
    keys: Mapping[str, str]


def sign_in(accounts: Accounts, passwords: Passwords, attempt: Attempt, *, digest: str, at: datetime) -> Session:
    """Open a session for whoever knows the password.

    Raises:
        NotAllowed: if name or password is wrong, or the account is disabled or has no role: one message for all.
        LockedOut: after too many failures.
    """
    since = at - COUNTED
    for kind, key in attempt.keys.items():
        if accounts.failures(key, since=since) >= MOST_FAILURES[kind]:
            raise LockedOut
        accounts.note_failure(key, at=at)  # before the slow check, so that attempts at once all count
    try:
        account = accounts.find(account_name(attempt.name))
    except Invalid:
        account = None
    is_right = passwords.is_right(attempt.password, account.password if account else None)
    if account is None or not is_right or account.disabled_at is not None or not account.roles:
        raise NotAllowed("Name or password is not right.")
    for kind, key in attempt.keys.items():
        # Signing in takes back its own try alone: with an account of one's own, nobody may try others' at will.
        accounts.forget_failures(key, at=None if kind == "pair" else at)
    return open_session(accounts, account, digest=digest, at=at)


def open_session(
    accounts: Accounts, account: Account, *, digest: str, at: datetime, site: SiteId | None = None
) -> Session:
    """Open a session on a site, or on the first one where the account has a role."""
    place = site or sorted(account.roles)[0]
    session = Session(digest=digest, account=account.name, site=place, opened_at=at, used_at=at)
    accounts.open_session(session)
    return session


def choose_password(
    accounts: Accounts, passwords: Passwords, link: OneTimeLink, *, name: str, password: str, at: datetime
) -> Account:
    """Use a one-time link: set the password of its account, or make the first administrator.

    Raises:
        Invalid: if name or password cannot be used; the link stays open.
        Conflict: if the name is taken.
        NotFound: if the link was used by somebody else just now.
    """
    chosen = link.account or account_name(name)
    check_password(password, name=chosen)
    known = accounts.find(chosen)
    if link.account is None and known is not None:
        raise Conflict(f"There is an account '{chosen}' already; choose another name.")
    if not accounts.take_link(link.digest):
        raise NotFound("This link was used already.")
    hashed = passwords.hash(password)
    if known is None:
        roles = {link.site: Role.ADMINISTRATOR}
        account = Account(name=chosen, password=hashed, roles=roles, created_at=at)
        accounts.add(account, by="one-time link")
        return account
    account = replace(known, password=hashed)
    accounts.save(account, by="one-time link", at=at)
    accounts.end_sessions(chosen)
    return account


def create(
    accounts: Accounts,
    *,
    name: str,
    roles: Mapping[SiteId, Role],
    by: str,
    at: datetime,
    password: str | None = None,
) -> Account:
    """Make an account; without the hash of a password it waits for a one-time link.

    Raises:
        Conflict: if there is one of that name.
    """
    account = Account(name=account_name(name), password=password, roles=dict(roles), created_at=at)
    accounts.add(account, by=by)
    return account


def give_role(accounts: Accounts, *, name: str, site: SiteId, role: Role | None, by: str, at: datetime) -> Account:
    """Give a person a role on a site, or take it away with `None`; it holds from the next page on.

    Raises:
        NotFound: if there is no such account.
        Conflict: if the site would be left without an administrator.
    """
    account = known(accounts, name)
    roles = {place: kept for place, kept in account.roles.items() if place != site}
    changed = replace(account, roles=roles | ({site: role} if role else {}))
    _check_somebody_left(accounts, account, changed)
    accounts.save(changed, by=by, at=at)
    return changed


def disable(accounts: Accounts, *, name: str, by: str, at: datetime, disabled: bool = True) -> Account:
    """Keep a person out, at once, or let them in again.

    Raises:
        NotFound: if there is no such account.
        Conflict: if a site would be left without an administrator.
    """
    account = known(accounts, name)
    changed = replace(account, disabled_at=at if disabled else None)
    _check_somebody_left(accounts, account, changed)
    accounts.save(changed, by=by, at=at)
    if disabled:
        accounts.end_sessions(account.name)
    return changed


def alone(accounts: Accounts, *, site: SiteId) -> AccountName | None:
    """Return the only person who may rule on a site; `None` where several may, or nobody."""
    roles = {each.name: each.roles.get(site) for each in accounts.all() if each.disabled_at is None}
    judges = [name for name, role in roles.items() if role is not None and role.may(Role.MODERATOR)]
    return judges[0] if len(judges) == 1 else None


def make_link(accounts: Accounts, *, name: str | None, site: SiteId, digest: str, at: datetime) -> OneTimeLink:
    """Make a one-time link for an account, or for the first administrator of a site.

    Raises:
        NotFound: if there is no such account.
    """
    account = known(accounts, name).name if name is not None else None
    link = OneTimeLink(digest=digest, account=account, site=site, made_at=at)
    accounts.add_link(link)
    return link


def check_governs(administrator: Account, other: Account) -> None:
    """Let an administrator change an account only where they administer every site that it has a role on.

    Raises:
        NotAllowed: otherwise; who resets a password can be that person everywhere.
    """
    foreign = {site for site in other.roles if administrator.roles.get(site) is not Role.ADMINISTRATOR}
    if foreign:
        raise NotAllowed("This person also works on a site that you do not administer; ask for the command line.")


def known(accounts: Accounts, name: str) -> Account:
    """Return an account by its name as typed.

    Raises:
        NotFound: if there is none.
    """
    account = accounts.find(account_name(name))
    if account is None:
        raise NotFound(f"There is no account '{name}'; 'moderation user list' shows those there are.")
    return account


def _check_somebody_left(accounts: Accounts, was: Account, changed: Account) -> None:
    lost = {site for site, role in was.roles.items() if role is Role.ADMINISTRATOR and was.disabled_at is None}
    if changed.disabled_at is None:
        lost -= {site for site, role in changed.roles.items() if role is Role.ADMINISTRATOR}
    others = [each for each in accounts.all() if each.name != was.name and each.disabled_at is None]
    for site in sorted(lost):
        if not any(each.roles.get(site) is Role.ADMINISTRATOR for each in others):
            raise Conflict(f"Site '{site}' would be left without an administrator; give somebody the role first.")
