"""`moderation --help`: the manual that everybody reads."""

import subprocess
import sys

import pytest
from typer.main import get_command

from moderation import __version__
from moderation.cli import COMMANDS as TABLE
from moderation.cli import app, policy
from moderation.cli.late import Late, whole
from tests.cli.conftest import Run

ROOT = get_command(app)
COMMANDS = {name: whole(command) for name, command in ROOT.commands.items()}  # type: ignore[attr-defined]
GROUPS = [(name, sub) for name, group in COMMANDS.items() for sub in getattr(group, "commands", ())]


@pytest.mark.parametrize("path", [*((name,) for name in COMMANDS), *GROUPS], ids=" ".join)
def test_every_command_explains_itself(path: tuple[str, ...], run: Run) -> None:
    """A command without a sentence is one that nobody dares to run."""
    result = run(*path, "--help")

    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 5


def test_every_option_says_what_it_does() -> None:
    """An option without help is a riddle."""
    leaves = [*COMMANDS.values(), *(whole(COMMANDS[group].commands[name]) for group, name in GROUPS)]
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


@pytest.mark.parametrize("row", [*TABLE, *policy.COMMANDS], ids=lambda row: row.place)
def test_a_table_says_what_the_command_itself_says(row: Late) -> None:
    """The overview is written without importing the commands: it must not tell of something else."""
    group = COMMANDS["policy"].commands if row in policy.COMMANDS else COMMANDS

    assert " ".join(whole(group[row.name]).help.split("\n\n")[0].split()) == row.about


HEAVY = {"alembic", "fastapi", "numpy", "onnxruntime", "re2", "requests", "sqlalchemy", "sqlmodel", "tldextract"}


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        (("--help",), set()),
        (("policy", "--help"), set()),
        (("policy", "lint"), {"numpy", "re2", "requests", "tldextract"}),
        (("policy", "test"), {"numpy", "re2", "requests", "tldextract"}),
    ],
    ids=["help", "policy help", "policy lint", "policy test"],
)
def test_a_command_imports_no_library_that_it_does_not_use(
    arguments: tuple[str, ...], needed: set[str], small: str
) -> None:
    """Who checks a policy twenty times an hour would wait each time for a database that is not asked."""
    given = [*arguments, *([] if "--help" in arguments else [small])]
    told = "atexit.register(lambda: print(*sys.modules))"
    code = f"import atexit, sys; {told}; from moderation.cli import app; app({given})"

    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

    assert HEAVY & set(shown.splitlines()[-1].split()) == needed
