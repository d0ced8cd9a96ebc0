"""The export of Disqus."""

from datetime import UTC, datetime

import pytest

from moderation.domain.archive import ArchivedComment
from moderation.domain.comment import Article, Author, AuthorId, Comment, CommentId, Format, Kind, Parent
from moderation.domain.outcome import SiteOutcome
from moderation.testing.factories import NORTH
from tests.importers.conftest import Read, only, reasons

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<category dsq:id="1"><forum>blog</forum><title>General</title><isDefault>true</isDefault></category>
<thread dsq:id="7"><id>post-12</id><forum>blog</forum><category dsq:id="1" /><link>https://blog.example/12</link>
<title>Fees</title><message /><createdAt>2013-10-10T19:20:29Z</createdAt>
<author><name>Editor</name></author><isClosed>false</isClosed><isDeleted>false</isDeleted></thread>
<thread dsq:id="8"><id /><link>https://blog.example/13</link><title></title></thread>
"""
FOOT = "</disqus>"
AUTHOR = "<email>ann@example.org</email><name>Ann</name><isAnonymous>false</isAnonymous><username>ann7</username>"


def post(
    id: str = "42", *, author: str = AUTHOR, thread: str = "7", parent: str = "", state: str = "", at: str = ""
) -> str:
    """Write a comment."""
    answered = f'<parent dsq:id="{parent}" />' if parent else ""
    return f"""<post dsq:id="{id}"><id>wp_id=3</id><message><![CDATA[<p>Well said.</p>]]></message>
<createdAt>{at or "2013-10-11T05:06:07Z"}</createdAt>{state}<author>{author}</author>
<ipAddress>192.0.2.7</ipAddress><thread dsq:id="{thread}" />{answered}</post>
"""


def read_one(read: Read, written: str) -> ArchivedComment:
    """Read an archive of one comment."""
    return only(read(HEAD + written + FOOT))


def test_post_becomes_a_comment(read: Read) -> None:
    """Threads come first in the file, and each post names its own."""
    found = read_one(read, post(parent="41"))

    assert found.outcome is SiteOutcome.PUBLISHED
    assert found.comment == Comment(
        site=NORTH,
        id=CommentId("disqus-42"),
        text="<p>Well said.</p>",
        format=Format.HTML,
        kind=Kind.REPLY,
        created_at=datetime(2013, 10, 11, 5, 6, 7, tzinfo=UTC),
        parent=Parent(id=CommentId("disqus-41")),
        author=Author(
            id=AuthorId("disqus-ann7"), verified=True, name="Ann", email="ann@example.org", ip="192.0.2.7"
        ),
        article=Article(id="post-12", url="https://blog.example/12", title="Fees"),
    )


@pytest.mark.parametrize(
    ("state", "outcome"),
    [
        ("<isDeleted>false</isDeleted><isSpam>false</isSpam>", "published"),
        ("<isDeleted>false</isDeleted><isSpam>true</isSpam>", "removed"),
        ("<isDeleted>true</isDeleted><isSpam>true</isSpam>", "removed"),
        ("<isDeleted>true</isDeleted><isSpam>false</isSpam>", None),
        ("<isApproved>false</isApproved>", None),
        ("<isApproved>true</isApproved>", "published"),
    ],
)
def test_states_are_labels(state: str, outcome: str | None, read: Read) -> None:
    """Whoever deletes an own comment was not rejected by anybody, and the export does not tell the two apart."""
    assert read_one(read, post(state=state)).outcome == outcome


@pytest.mark.parametrize("author", ["<name>Ann</name>", f"{AUTHOR.replace('false', 'true')}"])
def test_guest_is_nobodys_account(author: str, read: Read) -> None:
    """A typed name is vouched for by nobody."""
    found = read_one(read, post(author=author)).comment.author

    assert found is not None
    assert (found.id, found.verified, found.name) == (None, False, "Ann")


@pytest.mark.parametrize(
    ("thread", "article"), [("8", Article(url="https://blog.example/13")), ("9", None)], ids=["no id", "orphan"]
)
def test_threads_that_say_little_are_no_harm(thread: str, article: Article | None, read: Read) -> None:
    """Exports hold empty threads, and posts of threads that are gone."""
    assert read_one(read, post(thread=thread)).comment.article == article


def test_bad_post_is_named_and_the_others_read(read: Read) -> None:
    """What Disqus lost is lost; what it kept is imported."""
    archive = HEAD + post("1") + post("2", at="soon") + post("3") + FOOT
    found = read(archive)

    line = 1 + archive[: archive.index('<post dsq:id="2"')].count("\n")
    assert reasons(found) == [(line, "createdAt: is no time such as 2024-05-17 08:30:00")]
    assert len(found) == 3
