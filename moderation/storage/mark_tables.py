"""The table of what comments share."""

from datetime import datetime

from sqlalchemy import Column, Index
from sqlmodel import Field, SQLModel

from moderation.storage.tables import Moment


class MarkRow(SQLModel, table=True):
    """What a comment shares with others, where a rule asks for it; forgotten with its text."""

    __tablename__ = "mark"
    # The key is what is looked up: on SQLite the table itself is in its order, and needs no index beside it.
    __table_args__ = (Index("ix_mark_comment", "site", "comment_id"), {"sqlite_with_rowid": False})
    site: str = Field(foreign_key="site.id", primary_key=True)
    mark: str = Field(primary_key=True, max_length=300)
    received_at: datetime = Field(sa_column=Column(Moment, primary_key=True, nullable=False))
    comment_id: str = Field(primary_key=True, max_length=300)
    revision: int = Field(primary_key=True)
