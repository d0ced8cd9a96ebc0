"""The tables of what is kept of those who write, besides their names."""

from datetime import datetime

from sqlmodel import Column, Field, SQLModel

from moderation.storage.tables import Moment


class AuthorLabelRow(SQLModel, table=True):
    """A name that a rule gave an author for a time."""

    __tablename__ = "author_label"
    site: str = Field(foreign_key="site.id", primary_key=True)
    author_key: str = Field(primary_key=True, max_length=300)
    verified: bool = Field(primary_key=True)
    name: str = Field(primary_key=True, max_length=64)
    until: datetime = Field(sa_column=Column(Moment, nullable=False))
    rule: str = Field(max_length=64)
    taken_by: str | None = Field(default=None, max_length=300)


class StepAnswerRow(SQLModel, table=True):
    """What a person answered to a step of the ladder that waited for one."""

    __tablename__ = "step_answer"
    site: str = Field(foreign_key="site.id", primary_key=True)
    author_key: str = Field(primary_key=True, max_length=300)
    step: int = Field(primary_key=True)
    needs: str = Field(max_length=20)
    standing: str = Field(max_length=20)
    is_confirmed: bool
    until: datetime | None = Field(default=None, sa_column=Column(Moment))
    by: str = Field(max_length=300)
    at: datetime = Field(sa_column=Column(Moment, nullable=False))
