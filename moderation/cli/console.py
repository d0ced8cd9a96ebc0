"""How commands speak: answers on standard output, the rest on standard error, errors without a traceback."""

import sys
from pathlib import Path
from typing import Any, NoReturn

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table
from typer.core import TyperGroup

from moderation.domain.errors import Invalid, ModerationError, StaleVersion
from moderation.logs import configure
from moderation.settings import Settings

#: Exit statuses: something failed; what was given cannot be used.
FAILED, UNUSABLE = 1, 2

#: Columns of a file or a pipe.
UNWATCHED = 2_000


class Group(TyperGroup):
    """Commands whose own errors are sentences, with an exit status, and never a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; a known error ends it with its message."""
        try:
            return super().invoke(ctx)
        except ModerationError as error:
            since = error.difference if isinstance(error, StaleVersion) else None
            why = error.private if since is None else f"\n{since}"
            fail(error.message, status=UNUSABLE if isinstance(error, Invalid) else FAILED, why=why)


def fail(message: str, *, status: int = FAILED, why: str | None = None) -> NoReturn:
    """Say what is wrong and what to do, and end the command."""
    say(message if why is None else f"{message}\n{why}")
    raise typer.Exit(status)


def check_readable(file: Path) -> None:
    """End the command where a file cannot be read, or is a folder."""
    if file.is_dir():
        fail(f"{file} is a folder; name a file in it.", status=UNUSABLE)
    try:
        file.open("rb").close()
    except OSError as error:
        fail(f"{file}: {error.strerror}.", status=UNUSABLE)


def say(message: str) -> None:
    """Write a line for the person at the keyboard, beside the answer."""
    typer.echo(message, err=True)


def settings_of(**given: Any) -> Settings:
    """Read the settings; options that were given win over the environment.

    Ends the command where a setting cannot be used, naming its variable.
    """
    try:
        settings = Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        for fault in error.errors():
            say(f"MODERATION_{str(fault['loc'][0]).upper()}: {fault['msg']}; see 'moderation doctor'.")
        raise typer.Exit(UNUSABLE) from None
    configure(settings.log_level)
    return settings


def table_of(*columns: str) -> Table:
    """Return an empty table with a plain head."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def show(table: Table) -> None:
    """Write a table; as wide as it needs where nobody watches, so that a line stays a line."""
    Console(width=None if sys.stdout.isatty() else UNWATCHED, highlight=False).print(table)


def printable(text: str) -> str:
    """Return a text on one line, with nothing in it that could move a terminal's cursor."""
    return "".join(c if c.isprintable() else " " for c in text)
