"""What a second moderator concluded about a ruling that they did not know; a measure, without effect."""

from dataclasses import dataclass
from datetime import datetime

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, DecisionId
from moderation.domain.verdict import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """A second look at one ruling."""

    site: SiteId
    comment_id: CommentId
    revision: int
    #: The ruling, which stands whatever the opinion; who made it, and what it was.
    decision_id: DecisionId
    first_by: str | None
    first: Outcome
    #: Who looked again, and what they would have decided: allow or block.
    by: str
    second: Outcome
    #: The clause that a rejection would rest on.
    clause: str | None
    note: str | None
    at: datetime

    @property
    def agrees(self) -> bool:
        """Whether both concluded the same."""
        return self.first is self.second


def is_drawn(ruling: Decision, share: float) -> bool:
    """Whether chance draws a ruling for a second look.

    The id of a decision hangs on the microsecond of its making, so nobody can foresee the lot.
    """
    digits = ruling.id.removeprefix("d_")
    return int(digits, 16) < share * 16.0 ** len(digits)
