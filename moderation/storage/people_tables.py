"""The tables of people who sign in, and of what they write down."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, Integer, Text
from sqlmodel import Field, SQLModel

from moderation.storage.tables import Moment


def _moment(*, nullable: bool = False) -> Any:
    return Field(sa_column=Column(Moment, nullable=nullable))


class AccountRow(SQLModel, table=True):
    """A person's way in."""

    __tablename__ = "account"
    name: str = Field(primary_key=True, max_length=60)
    #: Hash, never the password.
    password: str | None = None
    created_at: datetime = _moment()
    disabled_at: datetime | None = _moment(nullable=True)


class RoleRow(SQLModel, table=True):
    """What an account may do on a site."""

    __tablename__ = "role"
    account: str = Field(foreign_key="account.name", primary_key=True)
    site: str = Field(foreign_key="site.id", primary_key=True)
    role: str


class SessionRow(SQLModel, table=True):
    """A browser in which somebody is signed in."""

    __tablename__ = "session"
    digest: str = Field(primary_key=True, max_length=64)
    account: str = Field(foreign_key="account.name", index=True)
    site: str
    opened_at: datetime = _moment()
    used_at: datetime = _moment()


class OneTimeLinkRow(SQLModel, table=True):
    """An address that lets its holder choose a password, once."""

    __tablename__ = "one_time_link"
    digest: str = Field(primary_key=True, max_length=64)
    account: str | None = None
    site: str
    made_at: datetime = _moment()


class SignInFailureRow(SQLModel, table=True):
    """An attempt to sign in that did not succeed, by a hash of who tried."""

    __tablename__ = "sign_in_failure"
    __table_args__ = (Index("ix_sign_in_failure_key", "key", "at"),)
    id: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True))
    key: str = Field(max_length=64)
    at: datetime = _moment()


class PreferenceRow(SQLModel, table=True):
    """What somebody set for themselves."""

    __tablename__ = "preference"
    account: str = Field(foreign_key="account.name", primary_key=True)
    name: str = Field(primary_key=True, max_length=120)
    value: Any = Field(sa_column=Column(JSON, nullable=False))


class OpinionRow(SQLModel, table=True):
    """What a second moderator concluded about a ruling."""

    __tablename__ = "opinion"
    __table_args__ = (
        Index("ix_opinion_comment", "site", "comment_id"),
        Index("ix_opinion_at", "site", "at"),
    )
    id: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True))
    site: str = Field(foreign_key="site.id")
    comment_id: str
    revision: int
    decision_id: str
    first_by: str | None = None
    first: str
    by: str
    second: str
    clause: str | None = None
    note: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
    at: datetime = _moment()


class NoteRow(SQLModel, table=True):
    """What a moderator wrote about a comment, for colleagues."""

    __tablename__ = "note"
    __table_args__ = (Index("ix_note_comment", "site", "comment_id"),)
    id: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True))
    site: str = Field(foreign_key="site.id")
    comment_id: str
    by: str
    text: str = Field(sa_column=Column(Text, nullable=False))
    at: datetime = _moment()


class BatchRow(SQLModel, table=True):
    """A ruling on many comments that a second person looks at."""

    __tablename__ = "batch"
    __table_args__ = (Index("ix_batch_at", "site", "state", "at", "id"),)
    site: str = Field(foreign_key="site.id", primary_key=True)
    id: str = Field(primary_key=True, max_length=40)
    by: str
    at: datetime = _moment()
    ruling: str
    clause: str | None = None
    note: str = Field(sa_column=Column(Text, nullable=False))
    #: Comment, review and its version, of each.
    items: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    state: str
    settled_by: str | None = None
    settled_at: datetime | None = _moment(nullable=True)
    done: int = 0
