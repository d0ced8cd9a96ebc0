"""A revision of a comment as a row, and back."""

import dataclasses
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping

from moderation.domain.archive import PastEntry
from moderation.domain.folded import folded_of
from moderation.domain.record import Entry, StoredComment, context_of
from moderation.domain.verdict import Outcome

#: The columns that are fields of the domain's value as they are.
NAMES = tuple(field.name for field in dataclasses.fields(StoredComment) if field.name != "outcome")


def stored_comment(row: RowMapping) -> StoredComment:
    """Turn a row of the comment table into the domain's value."""
    return StoredComment(outcome=Outcome(row["outcome"]), **{name: row[name] for name in NAMES})


def past_comment_row(entry: PastEntry) -> dict[str, Any]:
    """Turn a comment of an archive into a row, as if it had been received when it was written."""
    return comment_row(entry, at=entry.decision.at) | {"by_person": entry.label is not None}


def comment_row(entry: Entry | PastEntry, *, at: datetime) -> dict[str, Any]:
    """Turn a judged comment into a row."""
    submission, comment = entry.submission, entry.submission.comment
    author = comment.author
    return {
        "site": comment.site,
        "id": comment.id,
        "revision": entry.decision.revision,
        "kind": comment.kind.value,
        "text": comment.text,
        "read": entry.signals.text.read,
        "folded": folded_of(entry.signals.text),
        "context": context_of(comment),
        "text_digest": submission.text_digest,
        "read_digest": submission.read_digest,
        "author_key": submission.author_key,
        "author_verified": bool(author and author.verified),
        "author_name": author.name if author else None,
        "ip_key": submission.ip_key,
        "article_key": submission.article_key,
        "language": entry.decision.language,
        "received_at": at,
        "outcome": entry.decision.outcome.value,
        "is_latest": True,
        "by_person": False,
        "erased_at": None,
    }
