"""A time during which every comment under an article waits for a person."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Premoderation:
    """When it ends, and the rule that began it."""

    until: datetime
    rule: str
