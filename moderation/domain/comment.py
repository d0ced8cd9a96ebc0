"""A comment as a site submits it, with its author, its article and the comment it answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

SiteId = NewType("SiteId", str)
CommentId = NewType("CommentId", str)
AuthorId = NewType("AuthorId", str)


class Kind(StrEnum):
    """What was submitted."""

    #: A comment under an article.
    COMMENT = "comment"
    #: An answer to another comment.
    REPLY = "reply"
    #: A new text for a comment that exists.
    EDIT = "edit"
    #: A notice from another blog that links here.
    PINGBACK = "pingback"
    #: The older form of the same.
    TRACKBACK = "trackback"


class Format(StrEnum):
    """How the text is written."""

    #: The text is what the reader sees.
    PLAIN = "plain"
    #: The text is HTML; spans still count characters of the source as sent.
    HTML = "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote the comment, as the site identifies them. `None` is what the site did not send."""

    id: AuthorId | None = None
    #: Whether the site vouches for `id` (a signed-in account), not a typed name.
    verified: bool | None = None
    name: str | None = None
    email: str | None = None
    url: str | None = None
    ip: str | None = None
    user_agent: str | None = None
    role: str | None = None
    #: Comments of this author that the site has approved, by the site's own count.
    approved_count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The page under which the comment stands. `people` and `about` are derived where `None`."""

    id: str | None = None
    url: str | None = None
    title: str | None = None
    text: str | None = None
    section: str | None = None
    tags: tuple[str, ...] | None = None
    people: tuple[str, ...] | None = None
    about: tuple[str, ...] | None = None
    author: str | None = None
    published_at: datetime | None = None
    #: Whether the site has every comment under it looked at first.
    premoderated: bool | None = None
    #: Whether the site calls its subject sensitive.
    sensitive: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """The comment that this one answers."""

    id: CommentId | None = None
    text: str | None = None
    #: Name of the parent's author.
    author: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A text submitted for moderation, with what the site tells about it."""

    site: SiteId
    id: CommentId
    text: str
    format: Format = Format.PLAIN
    kind: Kind = Kind.COMMENT
    created_at: datetime | None = None
    url: str | None = None
    parent: Parent | None = None
    author: Author | None = None
    article: Article | None = None
    #: BCP 47 language as the site states it; detected where `None`.
    language: str | None = None
