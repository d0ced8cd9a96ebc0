"""A verdict or a ruling that took effect; appended, never changed."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.verdict import Outcome, Span, Verdict

DecisionId = NewType("DecisionId", str)

#: What stands in place of a reason's sentence once the text is erased.
ERASED = "the text was erased"


class Source(StrEnum):
    """Who or what decided."""

    #: The policy, when the comment came in.
    POLICY = "policy"
    #: The policy, when a signal that had failed was back.
    REJUDGED = "rejudged"
    #: A person's order that takes back what one rule did, or that undoes such an order.
    REVERSED = "reversed"
    #: A moderator's ruling here.
    MODERATOR = "moderator"
    #: The site's own people, as the site reported.
    SITE = "site"
    #: Nobody here: it stood so on the site when its archive was imported.
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided about one revision of a comment, with all that is needed to explain it."""

    id: DecisionId
    site: SiteId
    comment_id: CommentId
    #: 1 for the first text, one more for each edit.
    revision: int
    outcome: Outcome
    source: Source
    at: datetime
    #: Place in the site's feed, without gaps; 0 until recorded, below 0 before the feed begins.
    position: int = 0
    #: The verdict behind it, or beside it where an archive told the outcome; `None` where a person decided.
    verdict: Verdict | None = None
    scores: Mapping[str, float] = field(default_factory=dict)
    #: Language that the comment was read in.
    language: str | None = None
    #: `name@version` of the model that scored; `None` where none did.
    model: str | None = None
    #: People and subjects that were derived, where the site did not send them.
    derived_people: tuple[str, ...] | None = None
    derived_about: tuple[str, ...] | None = None
    #: The person who decided, as the client names them.
    by: str | None = None
    clause: str | None = None
    #: Whether it is published with a word to the writer, who came near to the clause.
    is_warning: bool = False
    note: str | None = None
    #: Where the site masks the text as typed when it publishes it: in order, and none within another.
    masked: tuple[Span, ...] = ()
    #: The review that this decision opened.
    review_id: str | None = None
    review_queue: str | None = None
    #: Whether chance drew the comment for the audit sample, whatever the verdict.
    is_drawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a decision was made from, besides the verdict itself."""

    scores: Mapping[str, float]
    language: str
    model: str | None
    derived_people: tuple[str, ...] | None = None
    derived_about: tuple[str, ...] | None = None


def decide(
    verdict: Verdict, grounds: Grounds, *, site: SiteId, comment_id: CommentId, revision: int, at: datetime
) -> Decision:
    """Let the verdict take effect."""
    return Decision(
        id=decision_id(site, comment_id, revision=revision, at=at),
        site=site,
        comment_id=comment_id,
        revision=revision,
        outcome=verdict.outcome,
        source=Source.POLICY,
        at=at,
        verdict=verdict,
        scores=grounds.scores,
        language=grounds.language,
        model=grounds.model,
        derived_people=grounds.derived_people,
        derived_about=grounds.derived_about,
        clause=verdict.matches[0].clause if verdict.matches else None,
    )


def without_quotes(decision: Decision) -> Decision:
    """Take out the words of the text that reasons quote; what was decided, and by which rules, stays."""
    verdict = decision.verdict
    if verdict is None:
        return decision
    matches, shadow = (
        tuple(replace(match, message=ERASED) for match in some) for some in (verdict.matches, verdict.shadow)
    )
    return replace(decision, verdict=replace(verdict, matches=matches, shadow=shadow))


def decision_id(site: SiteId, comment_id: CommentId, *, revision: int, at: datetime) -> DecisionId:
    """Name a decision after what it decides and when, so that no chance is needed."""
    key = f"{site}\0{comment_id}\0{revision}\0{at.isoformat()}".encode()
    return DecisionId("d_" + hashlib.blake2b(key, digest_size=12).hexdigest())
