"""Comments in columns of our own names."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from moderation.domain.archive import ArchivedComment
from moderation.domain.comment import Article, Author, AuthorId, Comment, CommentId, Format, Kind, Parent
from moderation.domain.outcome import SiteOutcome
from moderation.importers import plain
from moderation.importers.fields import BadField, Record
from moderation.testing.factories import NORTH
from tests.importers.conftest import LIMITS, Read, only

LEAST = {"id": "c-1", "text": "Well said.", "created_at": "2024-05-17T08:30:00Z"}
WRITTEN_AT = datetime(2024, 5, 17, 8, 30, tzinfo=UTC)


def made(**fields: Any) -> ArchivedComment:
    """Make a comment of the least fields and some more."""
    return plain.comment(Record(1, LEAST | fields), LIMITS)


def test_least_that_is_needed_is_enough() -> None:
    """Many systems know no more than who said what when."""
    expected = Comment(site=NORTH, id=CommentId("c-1"), text="Well said.", created_at=WRITTEN_AT)

    assert made() == ArchivedComment(comment=expected, outcome=None)


def test_every_field_has_its_place() -> None:
    """A column that is read and dropped would be missed years later."""
    author = {"author_id": "7", "author_verified": True, "author_name": "Ann", "author_email": "ann@example.org"}
    author |= {"author_url": "https://ann.example", "author_ip": "192.0.2.7"}
    article = {"article_id": 12, "article_url": "https://x.example/12", "article_title": "Fees"}
    article |= {"article_section": "city"}
    rest = {"format": "html", "parent_id": "c-0", "url": "https://x.example/12#c-1", "language": "pt-BR"}
    found = made(**author, **article, **rest, status="spam")

    assert found.comment == Comment(
        site=NORTH,
        id=CommentId("c-1"),
        text="Well said.",
        format=Format.HTML,
        kind=Kind.REPLY,
        created_at=WRITTEN_AT,
        url="https://x.example/12#c-1",
        parent=Parent(id=CommentId("c-0")),
        author=Author(
            id=AuthorId("7"),
            verified=True,
            name="Ann",
            email="ann@example.org",
            url="https://ann.example",
            ip="192.0.2.7",
        ),
        article=Article(id="12", url="https://x.example/12", title="Fees", section="city"),
        language="pt-BR",
    )
    assert found.outcome is SiteOutcome.SPAM


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"id": None}, "id: is missing or empty"),
        ({"id": "x" * 256}, "id: is longer than 255 characters"),
        ({"id": ["c-1"]}, "id: is no text"),
        ({"text": "  "}, "text: is missing or empty"),
        ({"text": "x" * 1_001}, "text: is longer than 1000 characters"),
        ({"created_at": "yesterday"}, "created_at: is no time such as 2024-05-17 08:30:00"),
        ({"created_at": "0000-00-00 00:00:00"}, "created_at: is no time such as 2024-05-17 08:30:00"),
        ({"created_at": "2031-01-01"}, "created_at: is not between 1970 and now"),
        ({"created_at": "0001-01-01T00:00:00+14:00"}, "created_at: is no time such as 2024-05-17 08:30:00"),
        ({"created_at": "1812-09-14"}, "created_at: is not between 1970 and now"),
        ({"status": "meh"}, "status: is none of 1, approve, approved, publish, published, spam, trash, "),
        ({"format": "markdown"}, "format: is neither plain nor html"),
        ({"kind": "poem"}, "kind: is none of comment, reply, edit, pingback, trackback"),
        ({"author_verified": "perhaps"}, "author_verified: is neither true nor false"),
        ({"language": "English, mostly"}, "language: is no language such as en or pt-BR"),
    ],
)
def test_bad_field_is_named_without_its_value(fields: dict[str, Any], reason: str) -> None:
    """The report goes by mail and into tickets; what a reader wrote does not."""
    with pytest.raises(BadField) as caught:
        made(**fields)

    assert str(caught.value).startswith(reason)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("published", "published"),
        ("Approved", "published"),
        ("1", "published"),
        ("removed", "removed"),
        ("trash", "removed"),
        ("", None),
        ("pending", None),
        (0, None),
        (None, None),
    ],
)
def test_states_are_labels(status: Any, outcome: str | None) -> None:
    """Every system has its own word for what people did."""
    assert made(status=status).outcome == outcome


@pytest.mark.parametrize("written", ["2024-05-17 08:30:00", "2024-05-17T10:30:00+02:00", "2024-05-17T08:30:00Z"])
def test_times_are_in_utc(written: str) -> None:
    """One moment is one moment, whatever the export's clock."""
    assert made(created_at=written).comment.created_at == WRITTEN_AT


@pytest.mark.parametrize(
    ("fields", "kind"),
    [({}, Kind.COMMENT), ({"parent_id": "c-0"}, Kind.REPLY), ({"kind": "pingback"}, Kind.PINGBACK)],
)
def test_kind_is_told_or_follows(fields: dict[str, Any], kind: Kind) -> None:
    """What answers another comment is a reply, whether the file says so or not."""
    assert made(**fields).comment.kind is kind


def test_what_no_database_keeps_is_replaced() -> None:
    """One NUL must not cost a batch of good comments."""
    assert made(text="a\0b\ud800c").comment.text == "a\ufffdb\ufffdc"


@pytest.mark.parametrize("name", ["csv", "jsonl"])
def test_both_forms_say_the_same(name: str, read: Read) -> None:
    """Which of the two somebody writes is taste."""
    fields = LEAST | {"author_name": "Ann", "status": "published", "article_title": 'The "fees"'}
    csv = ",".join(fields) + '\nc-1,Well said.,2024-05-17T08:30:00Z,Ann,published,"The ""fees"""\n'

    assert only(read(csv if name == "csv" else json.dumps(fields))) == made(**fields)
