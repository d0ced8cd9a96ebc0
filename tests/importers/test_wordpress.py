"""Comments as WordPress names their fields."""

from datetime import UTC, datetime
from typing import Any

import pytest

from moderation.domain.archive import ArchivedComment
from moderation.domain.comment import Article, Author, AuthorId, Comment, CommentId, Format, Kind, Parent
from moderation.domain.outcome import SiteOutcome
from moderation.importers import wordpress
from moderation.importers.fields import BadField, Record
from moderation.testing.factories import NORTH
from tests.importers.conftest import LIMITS, Read, only

ROW = {
    "comment_ID": "42",
    "comment_post_ID": "12",
    "comment_author": "Ann",
    "comment_author_email": "ann@example.org",
    "comment_author_url": "",
    "comment_author_IP": "192.0.2.7",
    "comment_date_gmt": "2019-03-04 05:06:07",
    "comment_content": "Fish &amp; <em>chips</em>",
    "comment_approved": "1",
    "comment_type": "comment",
    "comment_parent": "41",
    "user_id": "0",
}


def made(**fields: Any) -> ArchivedComment:
    """Make a comment of the row with some fields changed."""
    return wordpress.comment(Record(2, ROW | fields), LIMITS)


def test_row_becomes_a_comment(read: Read) -> None:
    """What `wp comment list --format=csv` writes is read as it is."""
    row = ",".join(f'"{value}"' for value in ROW.values())
    found = only(read(",".join(ROW) + f"\n{row}\n"))

    assert found.outcome is SiteOutcome.PUBLISHED
    assert found.comment == Comment(
        site=NORTH,
        id=CommentId("42"),
        text="Fish &amp; <em>chips</em>",
        format=Format.HTML,
        kind=Kind.REPLY,
        created_at=datetime(2019, 3, 4, 5, 6, 7, tzinfo=UTC),
        parent=Parent(id=CommentId("41")),
        author=Author(verified=False, name="Ann", email="ann@example.org", ip="192.0.2.7"),
        article=Article(id="12"),
    )


@pytest.mark.parametrize("id", ["1.00001E+05", "42,0", "wp-42"])
def test_id_that_wordpress_cannot_have_given_is_refused(id: str) -> None:
    """A spreadsheet writes long numbers alike: comments would meet under one id, and none be found again."""
    with pytest.raises(BadField, match="comment_ID: is no whole number; a spreadsheet"):
        made(comment_ID=id)


@pytest.mark.parametrize(
    ("approved", "outcome"),
    [("1", "published"), ("spam", "spam"), ("trash", "removed"), ("0", None), ("post-trashed", None)],
)
def test_approval_is_a_label(approved: str, outcome: str | None) -> None:
    """`0` waits for somebody: that is no answer yet."""
    assert made(comment_approved=approved).outcome == outcome


@pytest.mark.parametrize(
    ("type", "parent", "kind"),
    [
        ("", "0", Kind.COMMENT),
        ("comment", "", Kind.COMMENT),
        ("review", "0", Kind.COMMENT),
        ("comment", "41", Kind.REPLY),
        ("pingback", "0", Kind.PINGBACK),
        ("trackback", "41", Kind.TRACKBACK),
    ],
)
def test_types_are_kinds(type: str, parent: str, kind: Kind) -> None:
    """Old rows have no type, and a pingback is no comment of a reader."""
    assert made(comment_type=type, comment_parent=parent).comment.kind is kind


@pytest.mark.parametrize("type", ["note", "order_note", "action_log"])
def test_what_no_reader_wrote_is_skipped(type: str) -> None:
    """Shops keep their order notes among the comments."""
    with pytest.raises(BadField, match="comment_type: is neither comment, review, pingback nor trackback"):
        made(comment_type=type)


def test_account_is_vouched_for() -> None:
    """WordPress writes the account only where somebody was signed in."""
    found = made(user_id="7").comment.author

    assert found is not None
    assert (found.id, found.verified) == (AuthorId("7"), True)


def test_nobody_is_nobody() -> None:
    """Comments without name, address and account are not all by one author."""
    nobody = dict.fromkeys(("comment_author", "comment_author_email", "comment_author_IP"), "")

    assert made(**nobody).comment.author is None


@pytest.mark.parametrize("id", ["0", ""])
def test_no_article_is_no_article(id: str) -> None:
    """Comments whose article is gone do not stand in one thread."""
    assert made(comment_post_ID=id).comment.article is None
