"""WordPress's own export."""

from datetime import UTC, datetime

from moderation.domain.comment import Article, Author, Comment, CommentId, Format, Kind, Parent
from moderation.domain.outcome import SiteOutcome
from moderation.testing.factories import NORTH
from tests.importers.conftest import Read, only, reasons, texts

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/7.1" -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>A blog</title><link>https://blog.example</link>
<wp:author><wp:author_login>ann</wp:author_login></wp:author>
"""
FOOT = "</channel></rss>\n"
COMMENT = """<wp:comment>
<wp:comment_id>{id}</wp:comment_id>
<wp:comment_author><![CDATA[Ann]]></wp:comment_author>
<wp:comment_author_email><![CDATA[ann@example.org]]></wp:comment_author_email>
<wp:comment_author_url>https://ann.example/?a=1&amp;b=2</wp:comment_author_url>
<wp:comment_author_IP><![CDATA[192.0.2.7]]></wp:comment_author_IP>
<wp:comment_date><![CDATA[2019-03-04 06:06:07]]></wp:comment_date>
<wp:comment_date_gmt><![CDATA[{at}]]></wp:comment_date_gmt>
<wp:comment_content><![CDATA[{text}]]></wp:comment_content>
<wp:comment_approved><![CDATA[{approved}]]></wp:comment_approved>
<wp:comment_type><![CDATA[comment]]></wp:comment_type>
<wp:comment_parent>{parent}</wp:comment_parent>
<wp:comment_user_id>0</wp:comment_user_id>
<wp:commentmeta><wp:meta_key>akismet_result</wp:meta_key>
<wp:meta_value><![CDATA[O:8:"Evil":0:{{}}]]></wp:meta_value></wp:commentmeta>
</wp:comment>
"""


def note(
    id: int, text: str = "Well said.", *, at: str = "2019-03-04 05:06:07", approved: str = "1", parent: int = 0
) -> str:
    """Write a comment."""
    return COMMENT.format(id=id, text=text, at=at, approved=approved, parent=parent)


def item(id: int, *notes: str, title: str = "Fees") -> str:
    """Write an article with its comments."""
    named = f"<title>{title}</title><link>https://blog.example/{id}</link><dc:creator>x</dc:creator>"
    body = f"<content:encoded><![CDATA[{'A long article. ' * 9}]]></content:encoded><wp:post_id>{id}</wp:post_id>"
    meta = "<wp:postmeta><wp:meta_key>title</wp:meta_key><title>not this</title></wp:postmeta>"
    return f"<item>{named}{body}{meta}{''.join(notes)}</item>\n"


def test_comment_has_its_article_around_it(read: Read) -> None:
    """A moderator wants to know under what it was said."""
    found = only(read(HEAD + item(12, note(42, "Fish &amp; <em>chips</em>", parent=41)) + FOOT))

    assert found.outcome is SiteOutcome.PUBLISHED
    assert found.comment == Comment(
        site=NORTH,
        id=CommentId("42"),
        text="Fish &amp; <em>chips</em>",
        format=Format.HTML,
        kind=Kind.REPLY,
        created_at=datetime(2019, 3, 4, 5, 6, 7, tzinfo=UTC),
        parent=Parent(id=CommentId("41")),
        author=Author(
            verified=False,
            name="Ann",
            email="ann@example.org",
            url="https://ann.example/?a=1&b=2",
            ip="192.0.2.7",
        ),
        article=Article(id="12", url="https://blog.example/12", title="Fees"),
    )


def test_articles_do_not_mix(read: Read) -> None:
    """Comments under the wrong article make nonsense of every thread."""
    found = read(HEAD + item(1, note(1), note(2)) + item(2, title="") + item(3, note(3), title="Rain") + FOOT)

    articles = [each.comment.article for each in found if hasattr(each, "comment")]
    assert [(article.id, article.title) for article in articles if article] == [
        ("1", "Fees"),
        ("1", "Fees"),
        ("3", "Rain"),
    ]


def test_bad_comment_is_named_and_the_others_read(read: Read) -> None:
    """One broken date of 2004 must not cost twenty years."""
    archive = HEAD + item(1, note(1), note(2, at="0000-00-00 00:00:00"), note(3, approved="trash")) + FOOT
    found = read(archive)

    line = 1 + archive[: archive.index("<wp:comment_id>2<")].count("\n") - 1
    assert texts(found) == ["Well said.", "Well said."]
    assert reasons(found) == [(line, "comment_date_gmt: is no time such as 2024-05-17 08:30:00")]


def test_older_versions_are_read_too(read: Read) -> None:
    """The archive may have been exported when it still could be."""
    assert texts(read((HEAD + item(1, note(1)) + FOOT).replace("export/1.2/", "export/1.0/"))) == ["Well said."]


def test_same_comment_is_the_same_from_either_export(read: Read) -> None:
    """Whoever takes the CSV for the spam after the XML for the rest must not get everything twice."""
    csv = "comment_ID,comment_content,comment_date_gmt\n42,Well said.,2019-03-04 05:06:07\n"
    made = [only(read(archive)).comment for archive in (HEAD + item(12, note(42)) + FOOT, csv)]

    assert [(each.id, each.text, each.format) for each in made] == [("42", "Well said.", Format.HTML)] * 2
