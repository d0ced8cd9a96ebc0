"""An author contests a decision, once: what may be contested, by when, and what comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, DecisionId
from moderation.domain.errors import Conflict, Invalid
from moderation.domain.record import StoredComment
from moderation.domain.review import APPEALS
from moderation.domain.verdict import Outcome

AppealId = NewType("AppealId", str)

#: For how long a decision may be contested: six months, as article 20 of the Digital Services Act has it.
WINDOW = timedelta(days=183)

#: Where appeals wait, and how urgently.
QUEUE, PRIORITY = APPEALS, 70

#: Longest appeal, in characters.
LONGEST = 2_000


class AppealState(StrEnum):
    """What became of an appeal."""

    #: Nobody has decided it yet.
    OPEN = "open"
    #: The decision stands.
    UPHELD = "upheld"
    #: A new decision replaces it.
    OVERTURNED = "overturned"
    #: The writer changed or took back the comment before anybody decided.
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """An author's objection to one decision."""

    id: AppealId
    site: SiteId
    comment_id: CommentId
    revision: int
    #: The decision that is contested.
    decision_id: DecisionId
    #: Who made it, where a person did: nobody decides on an objection to their own ruling.
    contested_by: str | None
    #: Why, in the author's words; `None` once erased.
    words: str | None
    opened_at: datetime
    state: AppealState = AppealState.OPEN
    decided_at: datetime | None = None
    decided_by: str | None = None
    #: What the author is told beside the outcome.
    answer: str | None = None
    #: The decision that it led to.
    ruling_id: DecisionId | None = None

    @property
    def is_judged_alone(self) -> bool:
        """Whether the same person decided who had made the contested ruling."""
        return self.decided_by is not None and self.decided_by == self.contested_by


def contest(
    comment: StoredComment, decisions: Sequence[Decision], before: Sequence[Appeal], *, words: str, at: datetime
) -> Appeal:
    """Return the appeal against the decision that stands.

    Raises:
        Conflict: if nothing stands that could be contested, not any more, or not again.
        Invalid: if the words are missing or too many.
    """
    why_not = refusal(comment, decisions, before, at=at)
    if why_not is not None:
        raise Conflict(why_not)
    words = words.strip()
    if not words or len(words) > LONGEST:
        raise Invalid(f"Say in 1 to {LONGEST} characters why the decision is wrong; there are {len(words)}.")
    latest = decisions[-1]
    return Appeal(
        id=AppealId("a" + latest.id[1:]),
        site=comment.site,
        comment_id=comment.id,
        revision=comment.revision,
        decision_id=latest.id,
        contested_by=latest.by,
        words=words,
        opened_at=at,
    )


def refusal(
    comment: StoredComment, decisions: Sequence[Decision], before: Sequence[Appeal], *, at: datetime
) -> str | None:
    """Say why the decision that stands cannot be contested; `None` where it can."""
    if comment.erased_at is not None:
        return "The text of this comment was erased; there is nothing left to decide."
    if any(appeal.revision == comment.revision for appeal in before):
        return "This decision was contested already; that can be done once."
    latest = decisions[-1]
    if latest.outcome is not Outcome.BLOCK or latest.revision != comment.revision:
        return "Only a comment that was rejected can be appealed; this one was not."
    if at > latest.at + WINDOW:
        return "The decision is older than six months; it can no longer be contested."
    return None


def check_judge(appeal: Appeal, moderator: str, *, is_alone: bool = False) -> None:
    """Let nobody decide on an objection to their own ruling, unless there is nobody else.

    Raises:
        Conflict: if the moderator made the decision that is contested.
    """
    if appeal.contested_by == moderator and not is_alone:
        raise Conflict("This is an appeal against your own ruling; somebody else decides it.")


def decided(appeal: Appeal, ruling: Decision, *, answer: str | None) -> Appeal:
    """Close an appeal by the decision that it led to."""
    is_upheld = ruling.outcome is Outcome.BLOCK
    return replace(
        appeal,
        state=AppealState.UPHELD if is_upheld else AppealState.OVERTURNED,
        decided_at=ruling.at,
        decided_by=ruling.by,
        answer=answer,
        ruling_id=ruling.id,
    )


def withdrawn(appeal: Appeal, *, at: datetime) -> Appeal:
    """Close an appeal whose comment was changed or taken back."""
    return replace(appeal, state=AppealState.WITHDRAWN, decided_at=at)
