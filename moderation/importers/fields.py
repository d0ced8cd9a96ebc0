"""One record of an archive, and its fields as the values that they should be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from moderation.domain.comment import SiteId
from moderation.domain.outcome import SiteOutcome

#: What one database or the other cannot keep: NUL, and halves of a character.
_UNKEEPABLE = re.compile("[\0\ud800-\udfff]")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

#: What systems call the state of a comment → what the site's people did with it.
STATES: Mapping[str, SiteOutcome | None] = (
    dict.fromkeys(("1", "approve", "approved", "publish", "published"), SiteOutcome.PUBLISHED)
    | {"spam": SiteOutcome.SPAM}
    | dict.fromkeys(("trash", "reject", "rejected", "removed"), SiteOutcome.REMOVED)
    | dict.fromkeys(("", "0", "hold", "pending", "unapproved", "post-trashed"), None)
)


class BadField(Exception):
    """A field cannot be used, and the record with it."""

    def __init__(self, field: str, reason: str) -> None:
        """Say which, and what is wrong with it; never its value, which may be personal."""
        super().__init__(f"{field}: {reason}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What holds for every comment of an import."""

    site: SiteId
    #: Longest text, in characters.
    text: int
    #: No comment was written after it.
    now: datetime


@dataclass(frozen=True, slots=True)
class Record:
    """What stands in an archive for one comment: text by field, and where it begins."""

    #: Counted from 1.
    line: int
    fields: Mapping[str, Any]

    def text(self, field: str, *, limit: int = 300) -> str | None:
        """Return a text of at most so many characters; `None` where it is missing or empty.

        Raises:
            BadField: if it is longer, or no text.
        """
        value = self.fields.get(field)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            raise BadField(field, "is no text")
        if len(value) > limit:
            raise BadField(field, f"is longer than {limit} characters")
        return _UNKEEPABLE.sub("\ufffd", value)

    def needed(self, field: str, *, limit: int = 255) -> str:
        """Return a text that must be there.

        Raises:
            BadField: if it is missing or blank, too long or no text.
        """
        value = self.text(field, limit=limit)
        if value is None or not value.strip():
            raise BadField(field, "is missing or empty")
        return value

    def moment(self, field: str, *, now: datetime) -> datetime:
        """Return a time; one without a zone is in UTC.

        Raises:
            BadField: if it is missing, no ISO 8601 time, or not between 1970 and now.
        """
        value = self.needed(field)
        try:
            read = datetime.fromisoformat(value.strip())
            moment = read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
        except (ValueError, OverflowError):
            raise BadField(field, "is no time such as 2024-05-17 08:30:00") from None
        if not _EPOCH <= moment <= now:
            raise BadField(field, "is not between 1970 and now")
        return moment

    def outcome(self, field: str) -> SiteOutcome | None:
        """Return what the site's people did, as the state of the comment tells.

        Raises:
            BadField: if it is a state that no system has.
        """
        state = (self.text(field) or "").strip().lower()
        if state not in STATES:
            raise BadField(field, "is none of " + ", ".join(state for state in STATES if state))
        return STATES[state]

    def is_true(self, field: str) -> bool | None:
        """Return whether a field says yes; `None` where it is missing.

        Raises:
            BadField: if it says neither yes nor no.
        """
        value = self.fields.get(field)
        said = str(value).strip().lower() if value not in (None, "") else None
        if said not in (None, "true", "1", "yes", "false", "0", "no"):
            raise BadField(field, "is neither true nor false")
        return None if said is None else said in ("true", "1", "yes")

    @property
    def is_utf8(self) -> bool:
        """Whether every field could be decoded."""
        values = (value for value in self.fields.values() if isinstance(value, str) and not value.isascii())
        return not any("\udc80" <= character <= "\udcff" for value in values for character in value)
