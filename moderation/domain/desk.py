"""What a moderator looks for and writes down at the desk: searches, notes, how much waits where."""

from dataclasses import dataclass
from datetime import datetime

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.verdict import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentQuery:
    """Which comments to find, newest first; every condition that is given must hold."""

    #: An id, an address, an author's name or key, or words of the text.
    wanted: str | None = None
    outcome: Outcome | None = None
    author_key: str | None = None
    article_key: str | None = None
    #: The last comment of the page before: when it was received, its id.
    after: tuple[datetime, CommentId] | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a moderator wrote about a comment, for colleagues."""

    site: SiteId
    comment_id: CommentId
    by: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How many reviews of one kind wait, and since when the oldest does."""

    queue: str
    clause: str | None
    language: str | None
    section: str | None
    count: int
    oldest: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesake:
    """Another author of the site whose name looks the same."""

    key: str
    name: str | None
    verified: bool
    first_seen: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorPast:
    """What an author wrote lately, and who else may be the same person, or pass for them."""

    #: Of what they wrote lately: what stands, and what a person rejected.
    approved: int
    rejected: int
    #: Others whose names look the same, those that the site vouches for first, then the elder.
    namesakes: tuple[Namesake, ...]
    #: How many others wrote lately from the address that the comment came from.
    same_address: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """How people decided on comments that waited on the same clause."""

    approved: int
    rejected: int

    @property
    def total(self) -> int:
        """How many were decided."""
        return self.approved + self.rejected
