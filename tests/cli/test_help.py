"""`moderation --help`: the manual that everybody reads."""

import pytest
from typer.main import get_command

from moderation import __version__
from moderation.cli import app
from tests.cli.conftest import Run

COMMANDS = get_command(app).commands  # type: ignore[attr-defined]
GROUPS = [(name, sub) for name, group in COMMANDS.items() for sub in getattr(group, "commands", ())]


@pytest.mark.parametrize("path", [*((name,) for name in COMMANDS), *GROUPS], ids=" ".join)
def test_every_command_explains_itself(path: tuple[str, ...], run: Run) -> None:
    """A command without a sentence is one that nobody dares to run."""
    result = run(*path, "--help")

    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 5


def test_every_option_says_what_it_does() -> None:
    """An option without help is a riddle."""
    leaves = [*COMMANDS.values(), *(COMMANDS[group].commands[name] for group, name in GROUPS)]
    silent = [
        f"{leaf.name} {parameter.name}"
        for leaf in leaves
        for parameter in leaf.params
        if parameter.name != "help" and not getattr(parameter, "help", None)
    ]

    assert silent == []


def test_the_version_is_told(run: Run) -> None:
    """The first question in every report of a fault."""
    assert run("--version").stdout.strip() == __version__
