"""WordPress's own export (WXR): articles with their comments within them.

It never holds spam; the CSV of the command line does.
"""

from moderation.domain.archive import ArchivedComment
from moderation.domain.comment import Article
from moderation.importers import wordpress
from moderation.importers.fields import Limits, Record
from moderation.importers.xml import Element, Shape

ROOT = "rss"
PREFIXES = {"http://wordpress.org/export/": "wp:"}

_ITEM, _COMMENT = "rss/channel/item", "rss/channel/item/wp:comment"

#: What the export calls a field → what the command line calls it.
_FIELDS = {
    "wp:comment_id": "comment_ID",
    "wp:comment_author": "comment_author",
    "wp:comment_author_email": "comment_author_email",
    "wp:comment_author_url": "comment_author_url",
    "wp:comment_author_IP": "comment_author_IP",
    "wp:comment_date_gmt": "comment_date_gmt",
    "wp:comment_content": "comment_content",
    "wp:comment_approved": "comment_approved",
    "wp:comment_type": "comment_type",
    "wp:comment_parent": "comment_parent",
    "wp:comment_user_id": "user_id",
}

SHAPE: Shape = {_ITEM: frozenset({"title", "link", "wp:post_id"}), _COMMENT: frozenset(_FIELDS)}


def record_of(element: Element) -> Record | None:
    """Return a comment with the fields of the article around it; `None` for what is no comment."""
    if element.path != _COMMENT:
        return None
    fields = {_FIELDS[name]: text for name, text in element.fields.items()}
    return Record(element.line, fields | dict(element.around))


def comment(record: Record, limits: Limits) -> ArchivedComment:
    """Turn a comment into the domain's, under the article that it stands in.

    Raises:
        BadField: if a field cannot be used, or the record is no comment of a reader.
    """
    article = Article(
        id=record.text("wp:post_id", limit=255),
        url=record.text("link", limit=2_000),
        title=record.text("title", limit=2_000),
    )
    return wordpress.comment(record, limits, article=None if article == Article() else article)
