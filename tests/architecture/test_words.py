"""The glossary and the code use the same words."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| (?P<term>[^|]+) \| (?P<code>[^|]+) \| (?P<meaning>[^|]+) \| (?P<never>[^|]+) \|$")


def _rows() -> list[re.Match[str]]:
    """Return the rows of the table, without its head."""
    found = [row for line in (ROOT / "docs/glossary.md").read_text().splitlines() if (row := ROW.match(line))]
    return [row for row in found if row["term"] != "Term"]


def _names() -> set[str]:
    """Return every name that the package's modules and classes define."""
    names: set[str] = set()
    for path in (ROOT / "moderation").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                names.add(node.name)
            if isinstance(node, ast.ClassDef):
                fields = [child for child in node.body if isinstance(child, ast.AnnAssign)]
                names |= {
                    f"{node.name}.{field.target.id}" for field in fields if isinstance(field.target, ast.Name)
                }
            if isinstance(node, ast.Assign):
                names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                names.add(node.target.id)
    return names


NAMES = _names()
CODE = sorted({name for row in _rows() for name in re.findall(r"`([\w.]+)`", row["code"])})
NEVER = sorted({word.strip() for row in _rows() for word in row["never"].split(",")})


@pytest.mark.parametrize("name", CODE)
def test_code_that_the_glossary_names_exists(name: str) -> None:
    """A glossary that names what was renamed sends its reader looking for a ghost."""
    assert name in NAMES


@pytest.mark.parametrize("word", NEVER)
def test_word_that_is_not_to_be_used_names_no_class(word: str) -> None:
    """The second word for one thing is how two people come to mean different things by one word."""
    class_name = "".join(part.title() for part in re.split(r"[ -]", word))

    assert class_name not in NAMES


def test_terms_are_explained_once() -> None:
    """Two entries for one term will differ one day."""
    terms = [row["term"] for row in _rows()]

    assert len(terms) == len(set(terms)) > 50
