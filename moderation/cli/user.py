"""`moderation user`: the people who sign in, and what each may do on which site."""

import sys
from typing import Annotated

import typer

from moderation import accounts
from moderation.cli.console import settings_of, show, table_of
from moderation.cli.named_site import SiteOption
from moderation.cli.opened import Opened, opened
from moderation.domain.account import Role, check_password
from moderation.keys import digest_of
from moderation.passwords import Argon2
from moderation.storage.accounts import AccountRepository
from moderation.web.visitors import new_secret
from moderation.wiring import base_url

app = typer.Typer()

#: Who the audit names for what is done here.
BY = "command line"

NameArgument = Annotated[str, typer.Argument(help="Name that the person signs in with.", show_default=False)]
RoleOption = Annotated[Role, typer.Option(help="reader looks, moderator rules, editor changes the policy.")]
StdinOption = Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input.")]


@app.command()
def create(
    name: NameArgument,
    site: SiteOption = "default",
    role: RoleOption = Role.MODERATOR,
    password_stdin: StdinOption = False,
) -> None:
    """Make an account; prints a one-time link by which its owner chooses a password."""
    with opened(settings_of()) as found:
        kept = AccountRepository(found.engine)
        hashed = _read_password(name) if password_stdin else None
        accounts.create(kept, name=name, roles={found.site(site): role}, by=BY, at=found.now, password=hashed)
        typer.echo(f"'{name}' is {role.value} of site '{site}'.", err=True)
        if hashed is None:
            _show_link(found, name, site)


@app.command("list")
def list_() -> None:
    """List the accounts with their roles."""
    with opened(settings_of()) as found:
        everybody = AccountRepository(found.engine).all()
    table = table_of("name", "roles", "state", "since")
    for each in everybody:
        roles = ", ".join(f"{role.value} of {site}" for site, role in sorted(each.roles.items()))
        state = "disabled" if each.disabled_at else "active" if each.password else "no password yet"
        table.add_row(each.name, roles, state, f"{each.created_at:%Y-%m-%d}")
    show(table)


@app.command()
def grant(name: NameArgument, role: RoleOption = Role.MODERATOR, site: SiteOption = "default") -> None:
    """Give a person a role on a site, in place of the one they have there."""
    with opened(settings_of()) as found:
        kept = AccountRepository(found.engine)
        accounts.give_role(kept, name=name, site=found.site(site), role=role, by=BY, at=found.now)
    typer.echo(f"'{name}' is {role.value} of site '{site}'.")


@app.command()
def reset(name: NameArgument, site: SiteOption = "default") -> None:
    """Print a one-time link by which a person chooses a new password; the old one holds until then."""
    with opened(settings_of()) as found:
        _show_link(found, name, site)


@app.command()
def disable(name: NameArgument) -> None:
    """Sign a person out everywhere and keep them out; nothing that they decided changes."""
    with opened(settings_of()) as found:
        accounts.disable(AccountRepository(found.engine), name=name, by=BY, at=found.now)
    typer.echo(f"'{name}' is signed out and kept out.")


@app.command()
def enable(name: NameArgument) -> None:
    """Let a disabled person in again."""
    with opened(settings_of()) as found:
        accounts.disable(AccountRepository(found.engine), name=name, by=BY, at=found.now, disabled=False)
    typer.echo(f"'{name}' may sign in.")


def _show_link(found: Opened, name: str, site: str) -> None:
    secret, kept = new_secret(), AccountRepository(found.engine)
    accounts.make_link(kept, name=name, site=found.site(site), digest=digest_of(secret), at=found.now)
    typer.echo("Whoever opens this address within two days chooses the password, once:", err=True)
    typer.echo(f"{base_url(settings_of())}/welcome/{secret}")


def _read_password(name: str) -> str:
    password = sys.stdin.readline().rstrip("\n")
    check_password(password, name=name.casefold())
    return Argon2().hash(password)
