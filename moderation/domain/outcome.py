"""What the site's own people and readers say about a comment: outcomes, reports, labels."""

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
class Report:
    """A reader's notice about a comment."""

    site: SiteId
    comment_id: CommentId
    revision: int
    #: Keyed hash of the reporter; one report a reader and comment counts. `None` where the site names nobody.
    reporter: str | None
    reason: str | None
    at: datetime
