"""The collections of Coral's database, as `mongoexport` writes them."""

import json
from datetime import UTC, datetime
from io import BufferedReader, BytesIO
from typing import Any

import pytest

from moderation.domain.archive import ArchivedComment, Unusable
from moderation.domain.comment import Article, Author, AuthorId, Comment, CommentId, Format, Kind, Parent
from moderation.domain.errors import Invalid
from moderation.domain.outcome import SiteOutcome
from moderation.importers.coral import Known
from moderation.importers.files import comments
from moderation.testing.factories import NORTH
from tests.importers.conftest import LIMITS, Read, only, reasons

STORY = {
    "_id": {"$oid": "5d0000000000000000000001"},
    "tenantID": "t-1",
    "id": "s-1",
    "siteID": "site-1",
    "url": "https://news.example/fees",
    "metadata": {"title": "Fees rise", "author": "Desk"},
    "commentCounts": {"status": {"APPROVED": 1}},
    "createdAt": {"$date": "2019-03-01T00:00:00Z"},
}
USER = {
    "_id": {"$oid": "5d0000000000000000000002"},
    "tenantID": "t-1",
    "id": "u-7",
    "username": "Ann",
    "email": "ann@canary.example",
    "role": "COMMENTER",
    "profiles": [{"type": "local", "password": "hash"}],
}


def written(**changes: Any) -> dict[str, Any]:
    """Return a comment as the database holds it, edited once."""
    at = {"$date": "2019-03-04T05:06:07.123Z"}
    return {
        "_id": {"$oid": "5d0000000000000000000003"},
        "tenantID": "t-1",
        "id": "c-2",
        "ancestorIDs": ["c-1"],
        "parentID": "c-1",
        "authorID": "u-7",
        "storyID": "s-1",
        "siteID": "site-1",
        "section": "local",
        "revisions": [
            {"id": "r-1", "body": "Wel said.", "actionCounts": {}, "metadata": {"nudge": True}, "createdAt": at},
            {"id": "r-2", "body": "<div>Well said.</div>", "actionCounts": {}, "metadata": {}, "createdAt": at},
        ],
        "status": "APPROVED",
        "actionCounts": {"FLAG": 1},
        "tags": [],
        "childIDs": [],
        "createdAt": at,
    } | changes


def lines(*records: dict[str, Any]) -> str:
    """Write records as `mongoexport` does."""
    return "".join(json.dumps(record, separators=(",", ":")) + "\n" for record in records)


def test_comment_has_its_story_its_author_and_its_last_text(read: Read) -> None:
    """Coral's phase names authors and stories by the same ids: who wrote before is no newcomer."""
    found = only(read(lines(STORY, USER, written())))

    assert found.outcome is SiteOutcome.PUBLISHED
    assert found.comment == Comment(
        site=NORTH,
        id=CommentId("c-2"),
        text="<div>Well said.</div>",
        format=Format.HTML,
        kind=Kind.REPLY,
        created_at=datetime(2019, 3, 4, 5, 6, 7, 123_000, tzinfo=UTC),
        parent=Parent(id=CommentId("c-1")),
        author=Author(id=AuthorId("u-7"), verified=True, name="Ann"),
        article=Article(id="s-1", url="https://news.example/fees", title="Fees rise", section="local"),
    )


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("NONE", SiteOutcome.PUBLISHED),
        ("REJECTED", SiteOutcome.REMOVED),
        ("PREMOD", None),
        ("SYSTEM_WITHHELD", None),
    ],
)
def test_state_says_what_was_done(read: Read, status: str, outcome: SiteOutcome | None) -> None:
    """What a program withheld is no word of a person."""
    assert only(read(lines(written(status=status)))).outcome is outcome


@pytest.mark.parametrize(
    "at",
    [
        {"$date": {"$numberLong": "1551675967123"}},
        {"$date": "2019-03-04T05:06:07.123Z"},
        "2019-03-04T05:06:07.123Z",
    ],
)
def test_time_in_each_way_that_the_database_writes_it(read: Read, at: object) -> None:
    """Extended JSON has a relaxed and a canonical way, and `--jsonFormat` chooses."""
    found = only(read(lines(written(createdAt=at))))

    assert found.comment.created_at == datetime(2019, 3, 4, 5, 6, 7, 123_000, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"deletedAt": {"$date": "2019-04-01T00:00:00Z"}, "revisions": []}, "deletedAt: the comment was deleted"),
        ({"revisions": []}, "body: is missing or empty"),
        ({"revisions": "x"}, "body: is missing or empty"),
        ({"revisions": ["x"]}, "body: is missing or empty"),
        ({"status": "ACCEPTED"}, "status: is none of NONE, APPROVED, REJECTED, PREMOD, SYSTEM_WITHHELD"),
        ({"createdAt": {"$date": {"$numberLong": "9" * 30}}}, "createdAt: is no text"),
        ({"createdAt": {"$date": 7.5}}, "createdAt: is no text"),
        ({"storyID": None}, "storyID: is missing or empty"),
    ],
)
def test_what_cannot_be_used_is_named(read: Read, changes: dict[str, Any], reason: str) -> None:
    """One record is skipped, with its reason, and the rest comes in."""
    found = read(lines(written(**changes), written(id="c-9")))

    assert reasons(found) == [(1, reason)]
    assert [each.comment.id for each in found if isinstance(each, ArchivedComment)] == ["c-9"]


def test_author_who_was_erased_is_nobody(read: Read) -> None:
    """Coral forgets the author where somebody left."""
    assert only(read(lines(USER, written(authorID=None)))).comment.author is None


def test_stories_may_come_in_a_file_of_their_own() -> None:
    """Each collection is exported by itself."""
    known = Known()
    found: list[ArchivedComment | Unusable] = []
    for collection in (lines(STORY), lines(USER), lines(written())):
        found += comments(BufferedReader(BytesIO(collection.encode())), LIMITS, name="coral", known=known)
    comment = only(found).comment

    assert comment.article is not None
    assert comment.author is not None
    assert (comment.article.title, comment.author.name) == ("Fees rise", "Ann")


def test_other_collections_hold_no_comments(read: Read) -> None:
    """Who exports everything gets what there is."""
    action = {"_id": {}, "tenantID": "t-1", "id": "a-1", "commentID": "c-2", "actionType": "FLAG", "userID": "u-7"}

    story = {"tenantID": "t-1", "id": "s-2", "url": "https://x.example", "metadata": None}

    assert read(lines(action, story)) == []


def test_array_is_told_how_to_be_exported(read: Read) -> None:
    """An array would have to be read whole."""
    with pytest.raises(Invalid, match="--jsonArray"):
        read("[\n" + lines(STORY))
