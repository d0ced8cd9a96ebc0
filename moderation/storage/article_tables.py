"""The table of what is kept of articles."""

from datetime import datetime

from sqlmodel import Column, Field, SQLModel

from moderation.storage.tables import Moment


class PremoderationRow(SQLModel, table=True):
    """Until when every comment under an article waits for a person."""

    __tablename__ = "premoderation"
    site: str = Field(foreign_key="site.id", primary_key=True)
    article_key: str = Field(primary_key=True, max_length=300)
    until: datetime = Field(sa_column=Column(Moment, nullable=False))
    rule: str = Field(max_length=64)
    since: datetime | None = Field(default=None, sa_column=Column(Moment))
    ended_by: str | None = Field(default=None, max_length=300)
