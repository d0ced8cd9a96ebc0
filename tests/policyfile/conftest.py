"""A sound policy to change."""

from collections.abc import Callable

import pytest

from moderation.domain.errors import PolicyInvalid
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


@pytest.fixture
def refused() -> Callable[[str], str]:
    """Load a policy that has faults, and return what is said of them."""

    def say(text: str) -> str:
        with pytest.raises(PolicyInvalid) as error:
            loads(text, name="test.yaml")
        return error.value.message

    return say
