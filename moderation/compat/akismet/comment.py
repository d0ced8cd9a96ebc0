"""From Akismet's fields to a comment: `to_comment`."""

import hashlib
import re
from datetime import UTC, datetime

from moderation.compat.akismet.fields import Fields
from moderation.domain.comment import Article, Author, AuthorId, Comment, CommentId, Format, Kind, Parent, SiteId
from moderation.domain.errors import Invalid

#: Author and address by which clients try whether spam is told.
TEST_AUTHOR, TEST_EMAIL = "viagra-test-123", "akismet-guaranteed-spam@example.com"
#: Whoever runs the site is never told that they write spam.
TRUSTED_ROLE = "administrator"

_KINDS = {"pingback": Kind.PINGBACK, "trackback": Kind.TRACKBACK, "reply": Kind.REPLY}
_MARKUP = re.compile(r"</?(?:a|p|br|strong|b|em|i|blockquote|code|ul|ol|li|div|span)\b[^<>]*>", re.IGNORECASE)


def to_comment(fields: Fields, *, site: SiteId, limit: int) -> Comment | None:
    """Return the comment of a request; `None` where there is nothing to judge.

    Clients ask before a comment has an id, and later name it by its fields again: so do we.

    Raises:
        Invalid: if the text has more characters than `limit`.
    """
    content = fields.values.get("comment_content", "").strip()
    text = content or fields.get("comment_author_url", "comment_author") or ""
    if not text:
        return None
    if len(text) > limit:
        raise Invalid(f"The comment has {len(text)} characters; {limit} are the limit.")
    kind = _KINDS.get((fields.get("comment_type", "content_type") or "").lower(), Kind.COMMENT)
    return Comment(
        site=site,
        id=_id(fields, content, kind=kind),
        text=text,
        format=Format.HTML if _MARKUP.search(text) else Format.PLAIN,
        kind=kind,
        created_at=_moment(fields.get("comment_date_gmt")),
        url=fields.get("permalink", limit=2_000),
        parent=_parent(fields),
        author=_author(fields),
        article=_article(fields),
    )


def expected(fields: Fields) -> bool | None:
    """Return the answer that Akismet's test values ask for; `None` where there are none."""
    author, email = fields.get("comment_author") or "", fields.get("comment_author_email") or ""
    if author == TEST_AUTHOR or email.lower() == TEST_EMAIL:
        return True
    roles = (fields.get("user_role") or "").lower().split(",")
    return False if TRUSTED_ROLE in [role.strip() for role in roles] else None


def _id(fields: Fields, content: str, *, kind: Kind) -> CommentId:
    told = [content, *(fields.get(name, limit=2_000) or "" for name in _NAMING)]
    told += [kind.value] if kind in _LINKS else []
    return CommentId("a_" + hashlib.blake2b("\0".join(told).encode(), digest_size=12).hexdigest())


#: What a comment is known by, beside its text: without the address, all who are anonymous would write one comment,
#: and what somebody approved of the first would let the others pass.
_NAMING = ("comment_author", "comment_author_email", "permalink", "user_ip")
#: What another site sends: what was said of a comment must not let a trackback of the same words pass.
_LINKS = frozenset({Kind.PINGBACK, Kind.TRACKBACK})


def _author(fields: Fields) -> Author:
    id = fields.get("user_id", "user_ID", limit=255)
    is_known = id is not None and id != "0"
    return Author(
        id=AuthorId(id) if id is not None and is_known else None,
        verified=True if is_known else None,
        name=fields.get("comment_author"),
        email=fields.get("comment_author_email"),
        url=fields.get("comment_author_url", limit=2_000),
        ip=fields.get("user_ip"),
        user_agent=fields.get("user_agent", limit=2_000),
        role=fields.get("user_role"),
    )


def _article(fields: Fields) -> Article | None:
    id, url = fields.get("comment_post_ID", limit=255), fields.get("permalink", limit=2_000)
    return Article(id=id, url=url) if id or url else None


def _parent(fields: Fields) -> Parent | None:
    id = fields.get("comment_parent", limit=255)
    return Parent(id=CommentId(id)) if id and id != "0" else None


def _moment(text: str | None) -> datetime | None:
    """Read ISO 8601, or what MySQL writes; the client's time is UTC where it names no zone."""
    try:
        read = datetime.fromisoformat(text) if text else None
        return None if read is None else (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
