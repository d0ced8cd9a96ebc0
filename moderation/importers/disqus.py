"""The export of Disqus: first the articles, which it calls threads, then every comment, which it calls a post."""

from collections.abc import Mapping

from moderation.domain.archive import ArchivedComment
from moderation.domain.comment import Article, Author, AuthorId, Comment, CommentId, Format, Kind, Parent
from moderation.domain.outcome import SiteOutcome
from moderation.importers.fields import Limits, Record
from moderation.importers.xml import Element, Shape

ROOT = "disqus"
PREFIXES = {
    "http://disqus.com/disqus-internals": "dsq:",
    "http://www.disqus.com/disqus-internals": "dsq:",
    "http://disqus.com": "",
    "http://www.disqus.com": "",
}

#: The attribute that names a comment.
ID = "@dsq:id"

#: Before every id of Disqus: what the site numbers itself counts from 1 too.
MARK = "disqus-"

_THREAD, _POST = "disqus/thread", "disqus/post"

SHAPE: Shape = {
    _THREAD: frozenset({ID, "id", "link", "title"}),
    _POST: frozenset(
        {
            ID,
            "message",
            "createdAt",
            "isDeleted",
            "isSpam",
            "isApproved",
            "author/name",
            "author/email",
            "author/username",
            "author/isAnonymous",
            "ipAddress",
            "thread@dsq:id",
            "parent@dsq:id",
        }
    ),
}

#: Where a record keeps what its thread says, beside its own fields.
_ARTICLE = {"id": "thread/id", "link": "thread/link", "title": "thread/title"}


class Threads:
    """The articles that a file has named so far; some hundred bytes for each."""

    def __init__(self) -> None:
        """Know none."""
        self._threads: dict[str, Mapping[str, str]] = {}

    def record_of(self, element: Element) -> Record | None:
        """Return a comment with what its thread says; `None` for a thread, which is kept."""
        if element.path == _POST:
            thread = self._threads.get(element.fields.get("thread@dsq:id", ""), {})
            return Record(element.line, element.fields | dict(thread))
        named = {_ARTICLE[name]: text for name, text in element.fields.items() if name in _ARTICLE and text}
        self._threads[element.fields.get(ID, "")] = named
        return None


def comment(record: Record, limits: Limits) -> ArchivedComment:
    """Turn a post into a comment.

    Raises:
        BadField: if a field cannot be used.
    """
    parent = record.text("parent@dsq:id", limit=200)
    return ArchivedComment(
        comment=Comment(
            site=limits.site,
            id=CommentId(MARK + record.needed(ID, limit=200)),
            text=record.needed("message", limit=limits.text),
            format=Format.HTML,
            kind=Kind.REPLY if parent else Kind.COMMENT,
            created_at=record.moment("createdAt", now=limits.now),
            parent=Parent(id=CommentId(MARK + parent)) if parent else None,
            author=_author(record),
            article=_article(record),
        ),
        outcome=_outcome(record),
    )


def _outcome(record: Record) -> SiteOutcome | None:
    """Return what the site's people did. Writers delete too, and the export does not tell who did."""
    if record.is_true("isSpam"):
        return SiteOutcome.REMOVED
    if record.is_true("isDeleted") or record.is_true("isApproved") is False:
        return None
    return SiteOutcome.PUBLISHED


def _author(record: Record) -> Author | None:
    username = record.text("author/username", limit=200)
    is_account = username is not None and not record.is_true("author/isAnonymous")
    author = Author(
        id=AuthorId(f"{MARK}{username}") if is_account else None,
        verified=is_account,
        name=record.text("author/name"),
        email=record.text("author/email"),
        ip=record.text("ipAddress"),
    )
    return None if author == Author(verified=False) else author


def _article(record: Record) -> Article | None:
    article = Article(
        id=record.text("thread/id", limit=255),
        url=record.text("thread/link", limit=2_000),
        title=record.text("thread/title", limit=2_000),
    )
    return None if article == Article() else article
