"""What the service knows of an author and an article before it judges."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from moderation.domain.premoderation import Premoderation
from moderation.domain.standing import Sanctioned, Strike

#: So many comments of a thread, the latest, tell who writes in it.
LATEST = 100
#: So many comments of a thread, the latest, tell how heated it is.
RECENT = 50
#: So many comments above one are counted, at most.
DEEPEST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What goes on around a comment; `None` for what nobody asked about, or what is not known."""

    #: Known comments above it: 0 where it answers the article.
    depth: int | None = None
    #: Role of whoever wrote the comment that this one answers, empty for readers; `None` where that is not known.
    parent_role: str | None = None
    #: Share of the latest `RECENT` comments under the article that are held or were refused, in [0, 1].
    temperature: float | None = None


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
    #: Every comment under the article waits, since a rule held under it.
    premoderation: Premoderation | None = None
    #: Earlier comments under this article.
    thread_length: int = 0
    #: Names of those whose comments stand under this article, the latest ones.
    thread_names: tuple[str, ...] = ()
    #: Name of whoever wrote the comment that this one answers.
    parent_author: str | None = None
    talk: Talk = Talk()
    #: Counts and likenesses by fact name: `rate.author.600`, `duplicate.any.86400`, `similarity.any.1.86400`.
    counts: Mapping[str, int | float] = field(default_factory=dict)
