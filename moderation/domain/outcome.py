"""What the site's own people and readers say about a comment: outcomes, reports, labels."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from moderation.domain.comment import CommentId, SiteId


class SiteOutcome(StrEnum):
    """What the site's own people did with a comment."""

    #: It stands on the page.
    PUBLISHED = "published"
    #: It was taken down or never published.
    REMOVED = "removed"
    #: It was taken down, or never published, as advertising.
    SPAM = "spam"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A human's true answer about one revision, for training and for agreement."""

    site: SiteId
    comment_id: CommentId
    revision: int
    outcome: SiteOutcome
    #: The person who decided, as the client names them.
    by: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A revision that a person decided on, and what the model had said of it."""

    comment_id: CommentId
    revision: int
    #: Whether it was taken down, rejected or never published; the last word of whoever decided.
    is_removed: bool
    #: The person who decided, as the client names them; `None` where it named nobody.
    by: str | None
    at: datetime
    #: Scores by attribute at the last verdict; empty where there were none.
    scores: Mapping[str, float]
    #: `name@version` of the model that gave them.
    model: str | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A reader's notice about a comment."""

    site: SiteId
    comment_id: CommentId
    revision: int
    #: Keyed hash of the reporter; one report a reader and comment counts. `None` where the site names nobody.
    reporter: str | None
    reason: str | None
    at: datetime
