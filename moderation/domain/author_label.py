"""A name that rules give an author for a time, and that other rules may ask about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorLabel:
    """A name with its end, the rule that gave it, and whether a person took it away before."""

    name: str
    until: datetime
    rule: str
    #: Who took it away; `None` while rules find it.
    taken_by: str | None = None


def names_of(labels: Iterable[AuthorLabel]) -> tuple[str, ...]:
    """Return the names that rules find, in the order of the labels."""
    return tuple(each.name for each in labels if each.taken_by is None)
