"""Background work in the outbox."""

from dataclasses import dataclass
from typing import Any

from moderation.domain.comment import SiteId


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A piece of background work that was leased."""

    id: int
    site: SiteId
    kind: str
    payload: dict[str, Any]
    #: Tries so far, this one not counted.
    attempts: int
