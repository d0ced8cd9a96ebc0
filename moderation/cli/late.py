"""Commands that are imported when they are asked for, so that help, and a small command, need not wait for all."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand
from typer.main import get_group


@dataclass(frozen=True, slots=True)
class Late:
    """One row of a table of commands."""

    name: str
    #: `module:attribute`; a function is a command, a `typer.Typer` is a group of them.
    place: str
    #: The first sentence of its help.
    about: str
    #: Whether it shows its help where nothing is given.
    needs_file: bool = False


class LateCommand(TyperCommand):
    """Stands for a command in the help of its group, and gives way to it when it is asked for."""

    def make_context(self, *given: Any, **named: Any) -> Any:
        """Let the command itself read its arguments."""
        return whole(self).make_context(*given, **named)


def add(app: typer.Typer, rows: Sequence[Late]) -> None:
    """Let a group of commands have those of a table, in its order."""
    for row in rows:
        app.command(row.name, cls=LateCommand, help=row.about)(_loading(row))


def whole(command: Any) -> Any:
    """Return the command that a late one stands for, imported; any other as it is."""
    if not isinstance(command, LateCommand):
        return command
    assert command.callback is not None  # what `add` gave it
    return command.callback()


def _loading(row: Late) -> Any:
    def load() -> Any:
        module, _, attribute = row.place.partition(":")
        found = getattr(import_module(module), attribute)
        parent = typer.Typer(rich_markup_mode="markdown")
        if isinstance(found, typer.Typer):
            parent.add_typer(found, name=row.name, help=row.about, no_args_is_help=True)
        else:
            parent.command(row.name, no_args_is_help=row.needs_file)(found)
        return get_group(parent).commands[row.name]

    return load
