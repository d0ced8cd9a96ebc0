"""What every `Accounts` must do. Give the suite an empty fixture `accounts`, with the sites NORTH and SOUTH."""

import dataclasses
from datetime import timedelta

import pytest

from moderation.domain.account import Account, AccountName, OneTimeLink, Role, Session
from moderation.domain.errors import Conflict, NotFound
from moderation.ports_people import Accounts
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH

LATER = START + timedelta(hours=1)
ANN, BEN = AccountName("ann"), AccountName("ben")


def account(name: AccountName = ANN, **roles: Role) -> Account:
    """Make an account; a moderator of the north unless told otherwise."""
    given = {site: roles[site] for site in (NORTH, SOUTH) if site in roles} or {NORTH: Role.MODERATOR}
    return Account(name=name, password="$hash", roles=given, created_at=START)  # noqa: S106


def session(digest: str = "s-1", account: AccountName = ANN) -> Session:
    """Make a session on the north."""
    return Session(digest=digest, account=account, site=NORTH, opened_at=START, used_at=START)


def link(digest: str = "l-1", account: AccountName | None = ANN) -> OneTimeLink:
    """Make a one-time link to the north."""
    return OneTimeLink(digest=digest, account=account, site=NORTH, made_at=START)


class AccountsContract:
    """Accounts and roles are kept, apart from one another."""

    def test_account_comes_back_as_it_was_kept(self, accounts: Accounts) -> None:
        """Roles differ by site, and each page asks for them."""
        kept = account(north=Role.EDITOR, south=Role.READER)
        accounts.add(kept, by="test")
        accounts.add(account(BEN), by="test")

        assert accounts.find(ANN) == kept
        assert [each.name for each in accounts.all()] == [ANN, BEN]

    def test_what_somebody_set_is_theirs_and_the_last_word_counts(self, accounts: Accounts) -> None:
        """A colleague's keys or searches would be a stumbling block."""
        for name in (ANN, BEN):
            accounts.add(account(name), by="test")
        accounts.keep_preference(ANN, "keys", {"approve": "f"})
        accounts.keep_preference(ANN, "keys", {"approve": "q", "to": ["Ֆ", 1, None]})

        assert accounts.preference(ANN, "keys") == {"approve": "q", "to": ["Ֆ", 1, None]}
        assert accounts.preference(ANN, "searches") is None
        assert accounts.preference(BEN, "keys") is None

    def test_name_is_taken_once(self, accounts: Accounts) -> None:
        """A second account of one name would take the first one's password away."""
        accounts.add(account(), by="test")

        with pytest.raises(Conflict):
            accounts.add(account(south=Role.READER), by="test")
        assert accounts.find(ANN) == account()

    def test_change_is_kept_with_its_roles(self, accounts: Accounts) -> None:
        """A role that was taken away must not come back with the next page."""
        accounts.add(account(north=Role.EDITOR, south=Role.READER), by="test")
        changed = dataclasses.replace(account(south=Role.MODERATOR), password=None, disabled_at=LATER)
        accounts.save(changed, by="test", at=LATER)

        assert accounts.find(ANN) == changed

    def test_account_that_is_not_there_is_not_found(self, accounts: Accounts) -> None:
        """A typing error in a name must not pass in silence."""
        assert accounts.find(ANN) is None
        with pytest.raises(NotFound):
            accounts.save(account(), by="test", at=LATER)


class SessionsContract:
    """Sessions are found, renewed and ended."""

    def test_session_is_found_until_it_is_ended(self, accounts: Accounts) -> None:
        """Signing out must end what a stolen cookie could do."""
        accounts.add(account(), by="test")
        accounts.open_session(session())
        found = accounts.session("s-1")
        accounts.end_session("s-1")

        assert (found, accounts.session("s-1")) == (session(), None)

    def test_use_is_noted(self, accounts: Accounts) -> None:
        """A session that is in use does not run out, and stays on its site."""
        accounts.add(account(), by="test")
        accounts.open_session(session())
        accounts.use_session("s-1", site=SOUTH, at=LATER)

        assert accounts.session("s-1") == dataclasses.replace(session(), site=SOUTH, used_at=LATER)

    def test_all_sessions_of_one_account_end_together(self, accounts: Accounts) -> None:
        """Signing out everywhere is for oneself, not for the colleagues."""
        for name in (ANN, BEN):
            accounts.add(account(name), by="test")
        for digest, name in (("s-1", ANN), ("s-2", ANN), ("s-3", BEN)):
            accounts.open_session(session(digest, name))
        accounts.end_sessions(ANN)

        assert [accounts.session(digest) is None for digest in ("s-1", "s-2", "s-3")] == [True, True, False]


class LinksContract:
    """One-time links open once; failures are counted."""

    @pytest.mark.parametrize("name", [ANN, None], ids=["reset", "first"])
    def test_link_opens_once(self, accounts: Accounts, name: AccountName | None) -> None:
        """Whoever reads an old message must not get in."""
        accounts.add_link(link(account=name))

        assert accounts.link("l-1") == link(account=name)
        assert [accounts.take_link("l-1"), accounts.take_link("l-1")] == [True, False]
        assert accounts.link("l-1") is None

    def test_later_link_ends_the_earlier(self, accounts: Accounts) -> None:
        """A link that was sent to the wrong address is taken back by making another."""
        for each in (link("l-1"), link("l-2", account=None), link("l-3")):
            accounts.add_link(each)

        assert [accounts.link(digest) is None for digest in ("l-1", "l-2", "l-3")] == [True, False, False]

    def test_failures_are_counted_until_forgotten(self, accounts: Accounts) -> None:
        """A lock-out counts one key's failures, since a moment."""
        for key, at in (("a", START), ("a", LATER), ("b", LATER)):
            accounts.note_failure(key, at=at)
        counted = [accounts.failures("a", since=START), accounts.failures("a", since=LATER)]
        accounts.forget_failures("a")

        assert counted == [2, 1]
        assert (accounts.failures("a", since=START), accounts.failures("b", since=START)) == (0, 1)

    def test_one_failure_is_taken_back(self, accounts: Accounts) -> None:
        """A try is counted before the password is looked at, and was none if that is right."""
        for at in (START, LATER):
            accounts.note_failure("a", at=at)
        accounts.forget_failures("a", at=LATER)

        assert (accounts.failures("a", since=START), accounts.failures("a", since=LATER)) == (1, 0)
