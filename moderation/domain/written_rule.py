"""A rule as it is written: the parts of its text that a form shows apart, each in YAML."""

from collections.abc import Mapping
from dataclasses import dataclass

#: The parts of a rule, in the order in which a new one is written.
PARTS = ("id", "clause", "mode", "owner", "note", "expires", "private", "when", "unless", "then", "examples")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRule:
    """A rule in the words of its file."""

    id: str
    #: The file that holds it, by its name within the policy.
    file: str
    #: The line on which it begins there, from 1.
    line: int
    #: Its YAML, as if it stood alone; comments included.
    text: str
    #: Part → what stands behind its key, in YAML; a part that is not written is not there.
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenList:
    """Where the words of a list are written."""

    id: str
    file: str
    #: The line on which they begin there, from 1.
    line: int
