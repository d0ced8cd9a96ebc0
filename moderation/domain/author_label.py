"""A name that rules give an author for a time, and that other rules may ask about."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorLabel:
    """A name with its end, and the rule that gave it."""

    name: str
    until: datetime
    rule: str
