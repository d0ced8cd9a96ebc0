"""What a person answered to a step of the ladder that waited for one."""

from dataclasses import dataclass
from datetime import datetime

from moderation.domain.account import Role
from moderation.domain.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAnswer:
    """A step of the ladder that a person confirmed, or refused."""

    #: The author's key.
    author: str
    #: From how many strikes on the step is reached: which one it is.
    step: int
    #: In which role somebody may answer, and take that back.
    needs: Role
    #: What was confirmed or refused.
    standing: Standing
    is_confirmed: bool
    #: When the standing ends by itself; `None` where it does not, or was refused.
    until: datetime | None = None
    by: str
    at: datetime
