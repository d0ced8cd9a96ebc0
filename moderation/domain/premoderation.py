"""A time during which every comment under an article waits for a person."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Premoderation:
    """When it ends, the rule that began it, and whether a person ended it before its time."""

    until: datetime
    rule: str
    #: When it began; `None` where that was not kept yet.
    since: datetime | None = None
    #: Who ended it; `None` while it lasts.
    ended_by: str | None = None
