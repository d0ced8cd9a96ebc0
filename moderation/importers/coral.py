"""Coral's own records, a JSON object a line as `mongoexport` writes its collections: stories, users, comments."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from moderation.domain.archive import ArchivedComment
from moderation.domain.comment import Article, Author, AuthorId, Comment, CommentId, Format, Kind, Parent
from moderation.domain.outcome import SiteOutcome
from moderation.importers.fields import BadField, Limits, Record

#: What every record of Coral has, and no other archive.
MARK = "tenantID"

#: The field that names a comment; the phase, the webhooks and the suggested scores of Coral name it so too.
ID = "id"

#: What Coral calls a state → what its people did; what still waits tells nothing.
_STATES = {
    "NONE": SiteOutcome.PUBLISHED,
    "APPROVED": SiteOutcome.PUBLISHED,
    "REJECTED": SiteOutcome.REMOVED,
    "PREMOD": None,
    "SYSTEM_WITHHELD": None,
}


class Known:
    """The stories and the names of users that were read so far, in whatever file; some hundred bytes for each."""

    def __init__(self) -> None:
        """Know none."""
        self._stories: dict[str, dict[str, Any]] = {}
        self._names: dict[str, str] = {}

    def record_of(self, record: Record) -> Record | None:
        """Return a comment with what is known around it; `None` for a story or a user, which is kept."""
        fields = record.fields
        if "authorID" in fields:
            named = self._names.get(str(fields["authorID"])) if fields["authorID"] else None
            story = self._stories.get(str(fields.get("storyID")), {})
            return Record(record.line, _flat(fields) | story | {"username": named})
        if isinstance(fields.get("username"), str) and fields.get(ID):
            self._names[str(fields[ID])] = fields["username"]
        elif isinstance(fields.get("url"), str) and fields.get(ID):
            metadata = fields.get("metadata")
            told = metadata if isinstance(metadata, dict) else {}
            self._stories[str(fields[ID])] = {"url": fields["url"], "title": told.get("title")}
        return None


def comment(record: Record, limits: Limits) -> ArchivedComment:
    """Turn a record into a comment.

    Raises:
        BadField: if a field cannot be used, or the comment was deleted.
    """
    if record.fields.get("deletedAt"):
        raise BadField("deletedAt", "the comment was deleted")
    status = record.needed("status")
    if status not in _STATES:
        raise BadField("status", "is none of " + ", ".join(_STATES))
    parent = record.text("parentID", limit=255)
    return ArchivedComment(
        comment=Comment(
            site=limits.site,
            id=CommentId(record.needed(ID)),
            text=record.needed("body", limit=limits.text),
            format=Format.HTML,
            kind=Kind.REPLY if parent else Kind.COMMENT,
            created_at=record.moment("createdAt", now=limits.now),
            parent=Parent(id=CommentId(parent)) if parent else None,
            author=_author(record),
            article=Article(
                id=record.needed("storyID"),
                url=record.text("url", limit=2_000),
                title=record.text("title", limit=2_000),
                section=record.text("section"),
            ),
        ),
        outcome=_STATES[status],
    )


def _author(record: Record) -> Author | None:
    """Return who wrote, as Coral's phase names them: an account that Coral vouches for."""
    id = record.text("authorID", limit=255)
    return Author(id=AuthorId(id), verified=True, name=record.text("username")) if id else None


def _flat(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a comment with its latest text, and with its time as text."""
    revisions = fields.get("revisions")
    latest = revisions[-1] if isinstance(revisions, list) and revisions else None
    body = latest.get("body") if isinstance(latest, dict) else None
    return {**fields, "body": body, "createdAt": _moment(fields.get("createdAt"))}


def _moment(value: Any) -> Any:
    """Read a time as MongoDB's Extended JSON 2 writes it, relaxed or canonical; what is none stays as it is."""
    told = value.get("$date", value) if isinstance(value, dict) else value
    number = told.get("$numberLong") if isinstance(told, dict) else None
    if isinstance(number, str) and number.lstrip("-").isdecimal() and len(number) < 16:
        return datetime.fromtimestamp(int(number) / 1_000, UTC).isoformat()
    return told
