"""Comments in columns of our own names: CSV and JSON Lines that anybody can write."""

import re

from moderation.domain.archive import ArchivedComment
from moderation.domain.comment import Article, Author, AuthorId, Comment, CommentId, Format, Kind, Parent
from moderation.importers.fields import BadField, Limits, Record

#: The column that names a comment.
ID = "id"

#: Without these there is nothing to import.
NEEDED = (ID, "text", "created_at")

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*")


def comment(record: Record, limits: Limits) -> ArchivedComment:
    """Turn a record into a comment.

    Raises:
        BadField: if a field cannot be used.
    """
    return ArchivedComment(
        comment=Comment(
            site=limits.site,
            id=CommentId(record.needed(ID)),
            text=record.needed("text", limit=limits.text),
            format=_format(record),
            kind=_kind(record),
            created_at=record.moment("created_at", now=limits.now),
            url=record.text("url", limit=2_000),
            parent=_parent(record),
            author=_author(record),
            article=_article(record),
            language=_language(record),
        ),
        outcome=record.outcome("status"),
    )


def _format(record: Record) -> Format:
    value = record.text("format") or Format.PLAIN
    if value not in set(Format):
        raise BadField("format", "is neither plain nor html")
    return Format(value)


def _kind(record: Record) -> Kind:
    value = record.text("kind")
    if value is None:
        return Kind.REPLY if record.text("parent_id") else Kind.COMMENT
    if value not in set(Kind):
        raise BadField("kind", "is none of " + ", ".join(Kind))
    return Kind(value)


def _parent(record: Record) -> Parent | None:
    id = record.text("parent_id", limit=255)
    return Parent(id=CommentId(id)) if id else None


def _author(record: Record) -> Author | None:
    id = record.text("author_id", limit=255)
    author = Author(
        id=AuthorId(id) if id else None,
        verified=record.is_true("author_verified"),
        name=record.text("author_name"),
        email=record.text("author_email"),
        url=record.text("author_url", limit=2_000),
        ip=record.text("author_ip"),
    )
    return None if author == Author() else author


def _article(record: Record) -> Article | None:
    article = Article(
        id=record.text("article_id", limit=255),
        url=record.text("article_url", limit=2_000),
        title=record.text("article_title", limit=2_000),
        section=record.text("article_section"),
    )
    return None if article == Article() else article


def _language(record: Record) -> str | None:
    value = record.text("language")
    if value is not None and not _LANGUAGE.fullmatch(value):
        raise BadField("language", "is no language such as en or pt-BR")
    return value
