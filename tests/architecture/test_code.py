"""How the code is written: what a reader may rely on in every file."""

import ast
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "moderation"

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
#: With `self`.
MOST_POSITIONAL = 5

#: Migrations are written once, from Alembic's template, and never again.
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if "versions" not in path.parts)
EACH = pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))


@EACH
def test_module_says_what_the_reader_finds_in_it(path: Path) -> None:
    """A newcomer decides by the first line whether to read on."""
    assert ast.get_docstring(_tree(path))


@EACH
def test_package_file_holds_a_docstring_and_nothing_else(path: Path) -> None:
    """Code in `__init__.py` hides where a name comes from, and runs when nobody asked; only ours lists names."""
    if path.name != "__init__.py" or path.parent == PACKAGE:
        return
    allowed = "cli" in path.parts  # the console script is found there

    assert allowed or len(_tree(path).body) == 1


@EACH
def test_file_is_short_enough_to_be_one_idea(path: Path) -> None:
    """A file that cannot be read in one sitting holds two ideas; a table of words is looked up, not read."""
    tables = [
        n
        for n in _tree(path).body
        if isinstance(n, (ast.Assign, ast.AnnAssign)) and not isinstance(n.value, ast.Dict)
    ]
    words = sum((node.end_lineno or 0) - node.lineno for node in tables)

    assert path.read_text().count("\n") - words <= LONGEST_FILE


@EACH
def test_functions_are_short_enough_to_be_seen_whole(path: Path) -> None:
    """A function longer than a screen does more than one thing."""
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in _functions(path)}

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


@EACH
def test_comments_leave_nothing_to_be_done(path: Path) -> None:
    """Every commit can be released: unfinished work belongs in the tracker, where somebody plans it."""
    marks = ("TODO", "FIXME", "XXX", "HACK")

    assert [comment for comment in _comments(path) if any(mark in comment for mark in marks)] == []


@EACH
def test_only_the_command_line_prints(path: Path) -> None:
    """What a server prints is lost, or worse, a comment's text in somebody's log."""
    calls = [node for node in ast.walk(_tree(path)) if isinstance(node, ast.Call)]
    printed = [call.lineno for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]

    assert "cli" in path.parts or printed == []


@EACH
def test_arguments_are_named_where_they_are_many(path: Path) -> None:
    """A call with five bare arguments can be read by nobody; keywords say what each is."""
    many = [
        node.name for node in _functions(path) if len(node.args.posonlyargs + node.args.args) > MOST_POSITIONAL
    ]
    is_called_by_name = {"api", "cli", "testing"} & set(path.parts)  # by a framework

    assert is_called_by_name or many == []


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _comments(path: Path) -> list[str]:
    with path.open("rb") as file:
        return [token.string for token in tokenize.tokenize(file.readline) if token.type == tokenize.COMMENT]
