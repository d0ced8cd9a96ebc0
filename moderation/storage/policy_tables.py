"""The tables of a policy's life: its versions, what was tried of them, and how often their rules held."""

from datetime import datetime

from sqlalchemy import JSON, BigInteger, Column, Index, Integer, LargeBinary, Text
from sqlmodel import Field, SQLModel

from moderation.storage.tables import Moment


class PolicyVersionRow(SQLModel, table=True):
    """A version of a site's policy: the files that make it, whole."""

    __tablename__ = "policy_version"
    site: str = Field(foreign_key="site.id", primary_key=True)
    hash: str = Field(primary_key=True, max_length=64)
    name: str
    state: str
    #: File name → content, the main file first.
    files: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    created_at: datetime = Field(sa_column=Column(Moment, nullable=False))
    parent: str | None = None
    saved_by: str = ""
    saved_why: str | None = Field(sa_column=Column(Text, nullable=True))
    is_offered: bool = False
    published_at: datetime | None = Field(sa_column=Column(Moment, nullable=True))
    published_by: str | None = None
    published_why: str | None = Field(sa_column=Column(Text, nullable=True))
    replaced: str | None = None
    #: Rules that were new or changed when it went live.
    watched: list[str] = Field(sa_column=Column(JSON, nullable=False))


class RuleCountRow(SQLModel, table=True):
    """How often a rule of one version held on one day; without a rule, how many comments were judged."""

    __tablename__ = "rule_count"
    site: str = Field(foreign_key="site.id", primary_key=True)
    policy: str = Field(primary_key=True, max_length=64)
    rule: str = Field(primary_key=True, max_length=200)
    mode: str = Field(primary_key=True, max_length=10)
    day: datetime = Field(sa_column=Column(Moment, primary_key=True, autoincrement=False))
    matches: int = Field(sa_column=Column(BigInteger, nullable=False))
    last_at: datetime = Field(sa_column=Column(Moment, nullable=False))


class RuleMarkRow(SQLModel, table=True):
    """Up to which position of a site's feed rules are counted."""

    __tablename__ = "rule_mark"
    site: str = Field(foreign_key="site.id", primary_key=True)
    position: int = Field(sa_column=Column(BigInteger, nullable=False))


class BacktestReportRow(SQLModel, table=True):
    """What a backtest found, in figures alone."""

    __tablename__ = "backtest_report"
    __table_args__ = (Index("ix_backtest_report_after", "site", "after"),)
    id: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True))
    site: str = Field(foreign_key="site.id")
    before: str
    after: str
    at: datetime = Field(sa_column=Column(Moment, nullable=False))
    by: str
    on_record: int
    looked_at: int
    changed: int
    contradicting: int
    agreeing: int
    is_whole: bool
    #: Rule that differs → comments for which it holds.
    held: dict[str, int] = Field(sa_column=Column(JSON, nullable=False))


class LookBackRow(SQLModel, table=True):
    """A look back that is under way, or was lately done."""

    __tablename__ = "look_back"
    site: str = Field(foreign_key="site.id", primary_key=True)
    id: str = Field(primary_key=True, max_length=40)
    hash: str
    by: str
    began_at: datetime = Field(sa_column=Column(Moment, nullable=False))
    told_at: datetime = Field(sa_column=Column(Moment, nullable=False))
    judged: int
    of: int
    is_done: bool
    fault: str | None = Field(sa_column=Column(Text, nullable=True))
    #: The whole backtest as JSON, with texts of comments: erased with any text of the site.
    found: bytes | None = Field(sa_column=Column(LargeBinary, nullable=True))
    section: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
    #: Words with their evidence as JSON, where it looked for such: erased as well.
    drafted: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))
    #: Whether a text was erased since it began.
    is_stale: bool = False
