"""A comment as it is kept: the text that was judged, its fingerprints, and where it stands."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moderation.domain.comment import Article, Author, AuthorId, Comment, CommentId, Format, Kind, Parent, SiteId
from moderation.domain.decision import Decision
from moderation.domain.review import Review
from moderation.domain.signals import Signals
from moderation.domain.standing import Sanctioned
from moderation.domain.verdict import Outcome

_AUTHOR_KEPT = ("id", "verified", "name", "url", "role", "approved_count")
_ARTICLE_KEPT = ("id", "url", "title", "section", "tags", "people", "about", "author", "premoderated", "sensitive")

#: A longer address is named by a hash: an index holds no more than some two thousand bytes.
LONGEST_NAME = 300

#: Texts that rules may look into when a comment comes in, and that nobody can look into later.
NOT_KEPT = frozenset({"author.email"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A comment that came in, with what makes sending it again safe."""

    comment: Comment
    #: The service's name for the author: the site's id, or a keyed hash of name and e-mail.
    author_key: str | None = None
    ip_key: str | None = None
    #: The service's name for the article: the site's id, its address, or a hash of its title.
    article_key: str | None = None
    #: SHA-256 of the text and what else makes a revision, hexadecimal.
    text_digest: str
    #: Fingerprint of the text as read, by which copies are found.
    read_digest: str | None = None
    #: The letters of the text as read, which near copies have in common.
    letters: str = ""
    #: By what later comments find this one, where a rule asks (`marks.marks_of`).
    marks: tuple[str, ...] = ()
    idempotency_key: str | None = None
    #: SHA-256 of the canonical body; the key with another fingerprint is refused.
    fingerprint: str | None = None
    #: The comment's lot in [0, 1), by a keyed hash: below the policy's share it is drawn for the audit sample.
    lot: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Everything that one judged comment adds to the database, in one transaction."""

    submission: Submission
    decision: Decision
    signals: Signals
    review: Review | None = None
    #: Open review of an earlier revision, closed because the text changed.
    superseded: Review | None = None
    #: Whether the comment is to be judged again when the missing signal is back.
    rejudge: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredComment:
    """A comment as kept, at its latest revision."""

    site: SiteId
    id: CommentId
    revision: int
    kind: str
    #: `None` once erased.
    text: str | None
    #: The rest of what was submitted, as JSON values; empty once erased.
    context: dict[str, Any]
    author_key: str | None
    author_name: str | None
    author_verified: bool
    article_key: str | None
    language: str | None
    text_digest: str
    received_at: datetime
    #: Outcome of the latest decision.
    outcome: Outcome
    erased_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAuthor:
    """An author as kept."""

    key: str
    name: str | None
    verified: bool
    first_seen: datetime
    #: Standing that a person set.
    set_standing: Sanctioned | None = None
    #: Comments whose latest decision is allow.
    approved: int = 0
    #: Comments that a person rejected.
    rejected: int = 0


def article_keys(told: str) -> tuple[str, ...]:
    """Return by which names an article may be kept that a site tells of: as told, if that is short, and hashed."""
    hashed = "#" + hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=12).hexdigest()
    return (told, hashed) if len(told) <= LONGEST_NAME else (hashed,)


def context_of(comment: Comment) -> dict[str, Any]:
    """Return what is kept beside the text, as JSON values; no address, no e-mail, no text of the article."""
    author, article, parent = comment.author, comment.article, comment.parent
    context: dict[str, Any] = {"format": comment.format.value, "url": comment.url}
    context["created_at"] = comment.created_at and comment.created_at.isoformat()
    if parent:
        context["parent"] = {"id": parent.id, "text": parent.text, "author": parent.author}
    if author:
        context["author"] = {name: getattr(author, name) for name in _AUTHOR_KEPT}
    if article:
        context["article"] = {name: getattr(article, name) for name in _ARTICLE_KEPT}
        context["article"]["published_at"] = article.published_at and article.published_at.isoformat()
    return context


def comment_of(stored: StoredComment) -> Comment:
    """Return the comment as it was submitted, as far as it is kept."""
    context = stored.context
    created_at = context.get("created_at")
    return Comment(
        site=stored.site,
        id=stored.id,
        text=stored.text or "",
        format=Format(context.get("format", Format.PLAIN)),
        kind=Kind(stored.kind),
        created_at=datetime.fromisoformat(created_at) if created_at else None,
        url=context.get("url"),
        parent=Parent(**context["parent"]) if context.get("parent") else None,
        author=_author_of(context["author"]) if context.get("author") else None,
        article=_article_of(context["article"]) if context.get("article") else None,
        language=stored.language,
    )


def _author_of(kept: dict[str, Any]) -> Author:
    return Author(**kept | {"id": AuthorId(kept["id"]) if kept["id"] is not None else None})


def _article_of(kept: dict[str, Any]) -> Article:
    published_at = kept["published_at"]
    lists = {name: tuple(kept[name]) if kept[name] is not None else None for name in ("tags", "people", "about")}
    return Article(
        **kept | lists | {"published_at": datetime.fromisoformat(published_at) if published_at else None}
    )
