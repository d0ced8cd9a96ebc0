"""What figures and reports ask of decisions and reviews; to read all of fifty thousand takes most of the time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from moderation.domain.comment import CommentId
from moderation.domain.decision import DecisionId, Source
from moderation.domain.verdict import Outcome, Span


class Found(Protocol):
    """A rule that held: a `Match`, or less of it."""

    @property
    def rule(self) -> str:
        """The rule's id."""

    @property
    def clause(self) -> str:
        """The clause that it serves."""

    @property
    def queue(self) -> str:
        """Where it sends the comment."""


class Concluded(Protocol):
    """What a policy concluded: a `Verdict`, or less of it."""

    @property
    def matches(self) -> Sequence[Found]:
        """The live rules that held."""

    @property
    def shadow(self) -> Sequence[Found]:
        """The shadow rules that held."""

    @property
    def would_be(self) -> Outcome | None:
        """The outcome as if live, where the site only observes."""


class Decided(Protocol):
    """What was decided: a `Decision`, or less of it; the fields are explained there."""

    @property
    def id(self) -> DecisionId:
        """The decision."""

    @property
    def comment_id(self) -> CommentId:
        """What it is about."""

    @property
    def revision(self) -> int:
        """Which text of it."""

    @property
    def outcome(self) -> Outcome:
        """What was decided."""

    @property
    def source(self) -> Source:
        """Who or what decided."""

    @property
    def at(self) -> datetime:
        """When."""

    @property
    def verdict(self) -> Concluded | None:
        """The verdict behind it; `None` where a person decided."""

    @property
    def language(self) -> str | None:
        """Language that the comment was read in."""

    @property
    def by(self) -> str | None:
        """The person who decided."""

    @property
    def clause(self) -> str | None:
        """What it rests on."""

    @property
    def masked(self) -> Sequence[Span]:
        """Where the text is masked."""

    @property
    def review_queue(self) -> str | None:
        """Where the review waited."""

    @property
    def is_drawn(self) -> bool:
        """Whether chance drew the comment for the audit sample."""


class Waited(Protocol):
    """What waits or waited: a `Review`, or less of it; the fields are explained there."""

    @property
    def comment_id(self) -> CommentId:
        """What waited."""

    @property
    def queue(self) -> str:
        """Where."""

    @property
    def opened_at(self) -> datetime:
        """Since when."""

    @property
    def closed_at(self) -> datetime | None:
        """Until when; `None` while it waits."""

    @property
    def report_count(self) -> int:
        """How many readers reported it."""

    @property
    def is_blind(self) -> bool:
        """Whether it is a measure, for which no writer waits."""
