"""A sound policy to change, and golden files to compare with."""

from collections.abc import Callable
from pathlib import Path

import pytest

from moderation.domain.policy import Policy
from moderation.policyfile.load import loads

SOUND = """
version: 1
clauses:
  attacks: {title: No attacks, text: Argue with the point.}
lists:
  insults: {words: [idiot*, moron]}
rules:
  - id: insults
    clause: attacks
    when: {word: {list: insults}}
    then: {verdict: flag}
"""

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be written anew; the difference is then reviewed."""
    parser.addoption("--update-golden", action="store_true", default=False, help="rewrite golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a file, or write the file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden", default=False):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def sound() -> str:
    """A small policy without a fault."""
    return SOUND


@pytest.fixture
def ruled() -> Callable[[str], Policy]:
    """Load a policy with one rule, given by its `when` and what follows."""

    def load_rule(rest: str) -> Policy:
        head = SOUND[: SOUND.index("    when")].replace("lists:", "lists:\n  hosts: {domains: [bit.ly]}")
        return loads(f"{head}    then: {{verdict: flag}}\n    {rest}\n", name="test.yaml")

    return load_rule
