"""What became of a step of the ladder that waited for a person."""

from dataclasses import dataclass
from datetime import datetime

from moderation.domain.account import Role
from moderation.domain.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAnswer:
    """A step of the ladder that a person confirmed, or refused, or that nobody answered before strikes lapsed."""

    #: The author's key.
    author: str
    #: From how many strikes on the step is reached: which one it is.
    step: int
    #: In which role somebody may answer, and take that back.
    needs: Role
    #: What it would have come to, or did.
    standing: Standing
    is_confirmed: bool
    #: When the standing ends by itself; `None` where it does not, or was refused.
    until: datetime | None = None
    #: Empty where nobody answered.
    by: str
    #: When somebody answered, or the strikes had lapsed so far.
    at: datetime

    @property
    def is_lapsed(self) -> bool:
        """Whether nobody answered while it waited."""
        return not self.by
