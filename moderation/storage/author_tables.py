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
