"""`moderation user`: accounts from the command line."""

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.weights


def test_account_is_made_with_a_link(prepared: Run) -> None:
    """The owner chooses the password; nobody else ever knows it."""
    made = prepared("user", "create", "Ann", "--role", "administrator")

    assert made.stdout.startswith("http://127.0.0.1:8000/welcome/")
    listed = prepared("user", "list").stdout
    assert "ann" in listed
    assert "administrator of default" in listed
    assert "no password yet" in listed


def test_password_is_read_from_standard_input(prepared: Run) -> None:
    """A script sets accounts up without a link, and without a password in its arguments."""
    refused = prepared("user", "create", "ben", "--password-stdin", stdin="short\n")
    made = prepared("user", "create", "ben", "--password-stdin", stdin="a heron in the reeds\n")

    assert (refused.exit_code, made.exit_code) == (2, 0)
    assert "active" in prepared("user", "list").stdout


def test_account_is_disabled_enabled_and_reset(prepared: Run) -> None:
    """What an administrator does in the browser works where nobody can sign in."""
    prepared("user", "create", "cleo")
    prepared("user", "grant", "cleo", "--role", "editor")

    assert prepared("user", "disable", "cleo").exit_code == 0
    assert "disabled" in prepared("user", "list").stdout
    assert prepared("user", "enable", "cleo").exit_code == 0
    assert "editor of default" in prepared("user", "list").stdout
    assert "/welcome/" in prepared("user", "reset", "cleo").stdout
    assert prepared("user", "reset", "nobody").exit_code == 1
