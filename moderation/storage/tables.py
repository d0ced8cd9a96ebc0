"""Every table. Rows are not the domain: they stay inside `storage`, and hold no rules."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    desc,
    text,
)
from sqlalchemy.types import JSON, TypeDecorator
from sqlmodel import Field, SQLModel


class Moment(TypeDecorator[datetime]):
    """A moment in UTC as microseconds since 1970: alike, exact and ordered on both databases."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> int | None:
        """Turn an aware datetime into microseconds."""
        return None if value is None else to_microseconds(value)

    def process_result_value(self, value: int | None, _dialect: Dialect) -> datetime | None:
        """Turn microseconds into an aware datetime in UTC."""
        return None if value is None else from_microseconds(value)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_microseconds(value: datetime) -> int:
    """Count the microseconds from 1970 to an aware datetime."""
    span = value - _EPOCH
    return (span.days * 86_400 + span.seconds) * 1_000_000 + span.microseconds


def from_microseconds(value: int) -> datetime:
    """Return the moment so many microseconds after 1970, in UTC."""
    seconds, micro = divmod(value, 1_000_000)
    return datetime.fromtimestamp(seconds, UTC).replace(microsecond=micro)


def _moment(*, nullable: bool = False) -> Any:
    return Field(sa_column=Column(Moment, nullable=nullable))


def _text(*, nullable: bool = False) -> Any:
    return Field(sa_column=Column(Text, nullable=nullable))


def _json(*, nullable: bool = False) -> Any:
    return Field(sa_column=Column(JSON, nullable=nullable))


class SiteRow(SQLModel, table=True):
    """A site, and how far its feed has come."""

    __tablename__ = "site"
    id: str = Field(primary_key=True, max_length=100)
    policy: str
    reviews: str
    #: Position of the newest decision; the row's lock puts the site's writers in line.
    position: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))
    created_at: datetime = _moment()
    disabled_at: datetime | None = _moment(nullable=True)


class ApiKeyRow(SQLModel, table=True):
    """A client's key, hashed."""

    __tablename__ = "api_key"
    prefix: str = Field(primary_key=True, max_length=40)
    site: str = Field(foreign_key="site.id", index=True)
    name: str
    scopes: str
    digest: str
    reviews: str | None = None
    created_at: datetime = _moment()
    revoked_at: datetime | None = _moment(nullable=True)


class AuthorRow(SQLModel, table=True):
    """Somebody who wrote, by the service's name for them."""

    __tablename__ = "author"
    __table_args__ = (
        Index("ix_author_name", "site", "name_key"),
        Index("ix_author_shape", "site", "name_shape", desc("verified"), "first_seen"),
    )
    site: str = Field(foreign_key="site.id", primary_key=True)
    key: str = Field(primary_key=True, max_length=300)
    verified: bool = False
    name: str | None = None
    #: Keyed hash of the folded display name of a verified author, to spot another who takes it.
    name_key: str | None = None
    #: Fingerprint of what the display name looks like, to tell moderators who is easily taken for another.
    name_shape: str | None = None
    first_seen: datetime = _moment()
    #: Standing that a person set.
    standing: str | None = None
    standing_until: datetime | None = _moment(nullable=True)
    standing_reason: str | None = None
    standing_by: str | None = None
    erased_at: datetime | None = _moment(nullable=True)


class StrikeRow(SQLModel, table=True):
    """A mark against an author from a ruling."""

    __tablename__ = "strike"
    __table_args__ = (Index("ix_strike_author", "site", "author_key"),)
    decision: str = Field(primary_key=True, max_length=40)
    site: str = Field(foreign_key="site.id")
    author_key: str
    verified: bool
    clause: str
    weight: int
    at: datetime = _moment()
    lifted_at: datetime | None = _moment(nullable=True)


_COUNTED = ("is_latest", "outcome", "by_person")


class CommentRow(SQLModel, table=True):
    """One revision of a comment."""

    __tablename__ = "comment"
    __table_args__ = (
        # Each holds all that its counts ask for, so that no row with its text is read to be counted.
        Index("ix_comment_author", "site", "author_key", "received_at", *_COUNTED, "author_verified"),
        Index("ix_comment_article", "site", "article_key", "received_at", "is_latest"),
        Index("ix_comment_read", "site", "read_digest", "received_at", "is_latest", "author_key"),
        Index("ix_comment_ip", "site", "ip_key", "received_at", "is_latest"),
        Index("ix_comment_outcome", "site", "outcome", "received_at"),
    )
    site: str = Field(foreign_key="site.id", primary_key=True)
    id: str = Field(primary_key=True, max_length=300)
    revision: int = Field(primary_key=True)
    kind: str
    text: str | None = _text(nullable=True)
    #: The text as read; erased with the text.
    read: str | None = _text(nullable=True)
    #: Every folded reading of the text, for a backtest; erased with the text.
    folded: str | None = _text(nullable=True)
    context: dict[str, Any] = _json()
    text_digest: str
    #: Fingerprint of the folded text, to find copies.
    read_digest: str | None = None
    author_key: str | None = None
    author_verified: bool = False
    author_name: str | None = None
    ip_key: str | None = None
    article_key: str | None = None
    language: str | None = None
    received_at: datetime = _moment()
    #: Outcome of the latest decision on this revision.
    outcome: str
    is_latest: bool = True
    #: Whether a person has decided on it.
    by_person: bool = False
    erased_at: datetime | None = _moment(nullable=True)


class DecisionRow(SQLModel, table=True):
    """What was decided; appended, never changed."""

    __tablename__ = "decision"
    __table_args__ = (
        UniqueConstraint("site", "id", name="uq_decision_id"),
        Index("ix_decision_comment", "site", "comment_id", "revision"),
        Index("ix_decision_at", "site", "at"),
    )
    site: str = Field(foreign_key="site.id", primary_key=True)
    position: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    id: str = Field(max_length=40)
    comment_id: str
    revision: int
    outcome: str
    source: str
    at: datetime = _moment()
    #: The whole decision as JSON, exact to the byte for a repeat.
    body: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    #: The signals that it rests on, without text.
    signals: bytes | None = Field(sa_column=Column(LargeBinary, nullable=True))


def _only(condition: str) -> dict[str, Any]:
    """Return how an index holds only the rows where a condition is met, on both databases."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


#: A review is closed where it has a time of closing; queries must say so in these words to be served.
_WAITING, _CLOSED = _only("closed_at IS NULL"), _only("closed_at IS NOT NULL")
_HELD = _only("claimed_by IS NOT NULL")


class ReviewRow(SQLModel, table=True):
    """A comment that waits for a person."""

    __tablename__ = "review"
    __table_args__ = (
        # What waits in each order, alone and in one queue; how much waits of each kind.
        Index("ix_review_next", "site", desc("priority"), "opened_at", "id", **_WAITING),
        Index("ix_review_next_in_queue", "site", "queue", desc("priority"), "opened_at", "id", **_WAITING),
        Index("ix_review_reported", "site", desc("report_count"), "opened_at", "id", **_WAITING),
        Index("ix_review_reported_in_queue", "site", "queue", desc("report_count"), "opened_at", "id", **_WAITING),
        Index("ix_review_age", "site", "opened_at", "id", **_WAITING),
        Index("ix_review_kind", "site", "queue", "clause", "language", "section", "opened_at", **_WAITING),
        Index("ix_review_comment", "site", "comment_id"),
        Index("ix_review_claimed", "site", "claimed_by", **_HELD),
        Index("ix_review_closed", "site", "closed_at", **_CLOSED),
        Index("ix_review_clause", "site", "clause", "closed_at", **_CLOSED),
    )
    site: str = Field(foreign_key="site.id", primary_key=True)
    id: str = Field(primary_key=True, max_length=40)
    comment_id: str
    revision: int
    queue: str
    priority: int
    opened_at: datetime = _moment()
    decision_id: str | None = None
    clause: str | None = None
    language: str | None = None
    section: str | None = None
    state: str
    version: int
    claimed_by: str | None = None
    claimed_until: datetime | None = _moment(nullable=True)
    closed_at: datetime | None = _moment(nullable=True)
    report_count: int = 0
    #: Names, one a line; none of a person holds a line's end.
    not_for: str = Field(default="", sa_column=Column(Text, nullable=False, server_default=""))


class ReportRow(SQLModel, table=True):
    """A reader's report."""

    __tablename__ = "report"
    __table_args__ = (
        Index("ix_report_comment", "site", "comment_id"),
        Index("ix_report_reporter", "site", "reporter", "comment_id", "revision"),
    )
    id: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True))
    site: str = Field(foreign_key="site.id")
    comment_id: str
    revision: int
    reporter: str | None = None
    reason: str | None = _text(nullable=True)
    at: datetime = _moment()


class AppealRow(SQLModel, table=True):
    """An author's objection to a decision."""

    __tablename__ = "appeal"
    __table_args__ = (
        Index("ix_appeal_comment", "site", "comment_id"),
        Index("ix_appeal_opened", "site", "opened_at"),
    )
    site: str = Field(foreign_key="site.id", primary_key=True)
    id: str = Field(primary_key=True, max_length=40)
    comment_id: str
    revision: int
    decision_id: str
    contested_by: str | None = None
    #: The author's words; erased with the comment.
    words: str | None = _text(nullable=True)
    opened_at: datetime = _moment()
    state: str
    decided_at: datetime | None = _moment(nullable=True)
    decided_by: str | None = None
    answer: str | None = _text(nullable=True)
    ruling_id: str | None = None


class DigestRow(SQLModel, table=True):
    """What a site's desk was told last, by mail."""

    __tablename__ = "digest"
    site: str = Field(foreign_key="site.id", primary_key=True)
    told_at: datetime | None = _moment(nullable=True)
    urgent_at: datetime | None = _moment(nullable=True)
    urgent_upto: datetime | None = _moment(nullable=True)
    stopped_upto: datetime | None = _moment(nullable=True)
    not_before: datetime | None = _moment(nullable=True)


class LabelRow(SQLModel, table=True):
    """What the site's own people decided about a revision."""

    __tablename__ = "label"
    site: str = Field(foreign_key="site.id", primary_key=True)
    comment_id: str = Field(primary_key=True, max_length=300)
    revision: int = Field(primary_key=True)
    outcome: str
    by: str | None = None
    at: datetime = _moment()


class IdempotencyRow(SQLModel, table=True):
    """A key that a client sent, and the decision that it stands for."""

    __tablename__ = "idempotency"
    __table_args__ = (Index("ix_idempotency_at", "at"),)
    site: str = Field(foreign_key="site.id", primary_key=True)
    key: str = Field(primary_key=True, max_length=255)
    fingerprint: str
    decision_id: str
    at: datetime = _moment()


class OutboxRow(SQLModel, table=True):
    """Background work that committed together with what it follows from."""

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_due", "done_at", "due_at"),)
    id: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True))
    site: str = Field(foreign_key="site.id")
    kind: str
    #: Work of one lane is done apart from all other: a webhook's deliveries.
    lane: str | None = Field(default=None, max_length=40)
    payload: dict[str, Any] = _json()
    created_at: datetime = _moment()
    due_at: datetime = _moment()
    attempts: int = 0
    leased_until: datetime | None = _moment(nullable=True)
    done_at: datetime | None = _moment(nullable=True)
    #: Why the last attempt failed, without text of a comment.
    failure: str | None = None


class WebhookRow(SQLModel, table=True):
    """Where a site wants to be told; its secret is derived and never kept."""

    __tablename__ = "webhook"
    site: str = Field(foreign_key="site.id", primary_key=True)
    id: str = Field(primary_key=True, max_length=40)
    url: str = _text()
    #: Sources of decisions, separated by spaces.
    events: str
    generation: int
    rotated_at: datetime | None = _moment(nullable=True)
    created_at: datetime = _moment()
    disabled_at: datetime | None = _moment(nullable=True)
    disabled_why: str | None = None


class AuditRow(SQLModel, table=True):
    """Who changed what: a key, a policy, a standing."""

    __tablename__ = "audit"
    id: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True))
    site: str = Field(index=True)
    at: datetime = _moment()
    by: str
    what: str
    detail: dict[str, Any] = _json()


def among(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Hold where a column is one of the values that a statement is run with under a name.

    With it a statement is built once, when its module is loaded, and not for every comment.
    """
    return column.in_(bindparam(name, expanding=True))


def table(row: type[SQLModel]) -> Table:
    """Return the plain table behind a row class: bulk work needs no objects."""
    plain = row.__table__  # type: ignore[attr-defined]
    assert isinstance(plain, Table)
    return plain
