"""What the service knows of an author and an article before it judges."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from moderation.domain.standing import Sanctioned, Strike

#: So many comments of a thread, the latest, tell who writes in it.
LATEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Signals about an author's past, and about what goes on around a comment."""

    #: Decisions on this author's comments whose latest is allow, and block by a person.
    approved: int = 0
    rejected: int = 0
    first_seen: datetime | None = None
    strikes: tuple[Strike, ...] = ()
    #: A standing that a person set; it overrules the ladder until it ends.
    set_standing: Sanctioned | None = None
    #: The same display name belongs to a verified author with another id.
    name_taken_by_other: bool = False
    #: Names of the labels that the author still has.
    labels: tuple[str, ...] = ()
    #: Earlier comments under this article.
    thread_length: int = 0
    #: Names of those whose comments stand under this article, the latest ones.
    thread_names: tuple[str, ...] = ()
    #: Name of whoever wrote the comment that this one answers.
    parent_author: str | None = None
    #: Counts by fact name: `rate.author.600`, `duplicate.any.86400`.
    counts: Mapping[str, int] = field(default_factory=dict)
