"""What follows for accounts: who may be changed by whom, and that nobody locks everybody out."""

import pytest

from moderation.accounts import check_governs, choose_password, create, disable, give_role, known, make_link
from moderation.domain.account import Account, AccountName, Role, account_name, check_password
from moderation.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH
from moderation.testing.memory.accounts import MemoryAccounts
from moderation.testing.passwords import PlainPasswords

PHRASE = "a heron in the reeds"


@pytest.fixture
def accounts() -> MemoryAccounts:
    """Return accounts with one administrator of the north."""
    kept = MemoryAccounts()
    create(kept, name="chief", roles={NORTH: Role.ADMINISTRATOR}, by="test", at=START)
    return kept


def test_roles_include_those_before_them() -> None:
    """An editor rules too; a reader never does."""
    assert [role.may(Role.MODERATOR) for role in Role] == [False, True, True, True]


@pytest.mark.parametrize("name", ["", "  ", "a" * 61, "a\nb", "a\u202eb", "~hash"])
def test_name_that_cannot_be_read_is_refused(name: str) -> None:
    """A name that looks like another's would sign that other's rulings."""
    with pytest.raises(Invalid):
        account_name(name)


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaaaaaa", "the-chief-knows", "x" * 201])
def test_password_that_is_guessed_is_refused(password: str) -> None:
    """Length counts; a name inside, or one letter twelve times, does not."""
    with pytest.raises(Invalid):
        check_password(password, name="chief")


def test_last_administrator_of_a_site_stays(accounts: MemoryAccounts) -> None:
    """A site that nobody governs could be opened again only at the command line."""
    with pytest.raises(Conflict):
        disable(accounts, name="chief", by="test", at=START)
    with pytest.raises(Conflict):
        give_role(accounts, name="chief", site=NORTH, role=Role.EDITOR, by="test", at=START)
    create(accounts, name="deputy", roles={NORTH: Role.ADMINISTRATOR}, by="test", at=START)

    assert disable(accounts, name="chief", by="test", at=START).disabled_at == START
    assert disable(accounts, name="chief", by="test", at=START, disabled=False).disabled_at is None


def test_administrator_of_one_site_has_no_power_over_people_of_another() -> None:
    """Who resets a password can sign in as that person, everywhere."""
    chief = Account(name=AccountName("chief"), roles={NORTH: Role.ADMINISTRATOR}, created_at=START)
    local = Account(name=AccountName("local"), roles={NORTH: Role.MODERATOR}, created_at=START)
    both = Account(name=AccountName("both"), roles={NORTH: Role.READER, SOUTH: Role.READER}, created_at=START)
    check_governs(chief, local)

    with pytest.raises(NotAllowed):
        check_governs(chief, both)


def test_first_administrator_takes_no_name_that_is_taken(accounts: MemoryAccounts) -> None:
    """A link for a new account must not set an old account's password."""
    link = make_link(accounts, name=None, site=SOUTH, digest="l", at=START)
    with pytest.raises(Conflict):
        choose_password(accounts, PlainPasswords(), link, name="Chief", password=PHRASE, at=START)

    made = choose_password(accounts, PlainPasswords(), link, name="other", password=PHRASE, at=START)
    assert made.roles == {SOUTH: Role.ADMINISTRATOR}


def test_link_that_was_used_meanwhile_sets_nothing(accounts: MemoryAccounts) -> None:
    """Of two who hold one link, the second must not overwrite the first one's password."""
    link = make_link(accounts, name="chief", site=NORTH, digest="l", at=START)
    choose_password(accounts, PlainPasswords(), link, name="", password=PHRASE, at=START)

    with pytest.raises(NotFound):
        choose_password(accounts, PlainPasswords(), link, name="", password="another phrase", at=START)
    assert known(accounts, "Chief").password == f"plain:{PHRASE}"


def test_account_that_is_not_there_is_not_found(accounts: MemoryAccounts) -> None:
    """A typing error in a name must not pass in silence."""
    with pytest.raises(NotFound, match="nobody"):
        known(accounts, "nobody")
