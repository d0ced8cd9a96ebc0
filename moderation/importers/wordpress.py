"""Comments as WordPress names their fields, in the CSV of its command line and in its own export."""

from moderation.domain.archive import ArchivedComment
from moderation.domain.comment import Article, Author, AuthorId, Comment, CommentId, Format, Kind, Parent
from moderation.importers.fields import BadField, Limits, Record

#: The column that names a comment, and what the names of most columns begin with.
ID = "comment_ID"
PREFIX = "comment_"

#: Without these there is nothing to import; the command line exports the second only where it is asked to.
NEEDED = (ID, "comment_content", "comment_date_gmt")

#: How a file is exported that holds everything.
EXPORT = (
    "wp comment list --format=csv --fields=comment_ID,comment_post_ID,comment_author,comment_author_email,"
    "comment_author_url,comment_author_IP,comment_date_gmt,comment_content,comment_approved,comment_type,"
    "comment_parent,user_id"
)

#: What stands for "none" where an id is wanted.
_NOBODY = (None, "0")

_KINDS = {None: Kind.COMMENT, "comment": Kind.COMMENT, "review": Kind.COMMENT}
_KINDS |= {"pingback": Kind.PINGBACK, "trackback": Kind.TRACKBACK}


def comment(record: Record, limits: Limits, *, article: Article | None = None) -> ArchivedComment:
    """Turn a record into a comment; its article has an id alone, unless it is told.

    Raises:
        BadField: if a field cannot be used, or the record is no comment of a reader.
    """
    parent = record.text("comment_parent", limit=255)
    return ArchivedComment(
        comment=Comment(
            site=limits.site,
            id=_id(record),
            text=record.needed("comment_content", limit=limits.text),
            format=Format.HTML,  # WordPress keeps what a browser is to show
            kind=_kind(record, is_reply=parent not in _NOBODY),
            created_at=record.moment("comment_date_gmt", now=limits.now),
            url=record.text("url", limit=2_000),
            parent=None if parent in _NOBODY else Parent(id=CommentId(str(parent))),
            author=_author(record),
            article=article or _article(record),
        ),
        outcome=record.outcome("comment_approved"),
    )


def _id(record: Record) -> CommentId:
    id = record.needed(ID)
    if not id.isdecimal():
        raise BadField(ID, "is no whole number; a spreadsheet may have changed it: export the file again")
    return CommentId(id)


def _kind(record: Record, *, is_reply: bool) -> Kind:
    value = record.text("comment_type")
    if value not in _KINDS:
        raise BadField("comment_type", "is neither comment, review, pingback nor trackback")
    kind = _KINDS[value]
    return Kind.REPLY if is_reply and kind is Kind.COMMENT else kind


def _author(record: Record) -> Author | None:
    """Return who wrote: the account where there was one, which the site vouched for, or what was typed."""
    account = record.text("user_id", limit=255)
    is_account = account not in _NOBODY
    author = Author(
        id=AuthorId(str(account)) if is_account else None,
        verified=is_account,
        name=record.text("comment_author"),
        email=record.text("comment_author_email"),
        url=record.text("comment_author_url", limit=2_000),
        ip=record.text("comment_author_IP"),
    )
    return None if author == Author(verified=False) else author


def _article(record: Record) -> Article | None:
    id = record.text("comment_post_ID", limit=255)
    return None if id in _NOBODY else Article(id=id)
