"""Comments that a site had before this service was there, as its archive holds them."""

import dataclasses
from dataclasses import dataclass
from enum import StrEnum

from moderation.domain.comment import Comment
from moderation.domain.decision import Decision, Source
from moderation.domain.outcome import Label, SiteOutcome
from moderation.domain.record import Submission
from moderation.domain.signals import Signals
from moderation.domain.verdict import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedComment:
    """One comment of an archive; its `created_at` is always there."""

    comment: Comment
    #: What the site's people had done with it; `None` where the archive does not tell.
    outcome: SiteOutcome | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unusable:
    """What stands in an archive in place of a comment, and why it cannot be used."""

    #: Where it begins in its file, from 1.
    line: int
    #: The comment's id, where it could be read.
    id: str | None = None
    #: The field and what is wrong with it, without its value: `comment_date_gmt: is no time`.
    reason: str


class Fate(StrEnum):
    """What became of a comment of an archive."""

    #: It was not known, and now is.
    ADDED = "added"
    #: It is on record with this text; nothing was changed.
    KNOWN = "known"
    #: It is on record with another text, which stays.
    CHANGED = "changed"
    #: It is on record and was erased, which stays so.
    ERASED = "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastEntry:
    """Everything that one comment of an archive adds to the database."""

    submission: Submission
    decision: Decision
    signals: Signals
    #: `None` where the archive does not tell what the site's people had done.
    label: Label | None = None


def settled(decision: Decision, outcome: SiteOutcome | None) -> Decision:
    """Turn the policy's decision into one of the archive: what the site's people did stands, where it is told."""
    stood = decision.outcome
    if outcome is not None:
        stood = Outcome.ALLOW if outcome is SiteOutcome.PUBLISHED else Outcome.BLOCK
    return dataclasses.replace(decision, source=Source.ARCHIVE, outcome=stood)


def label_of(decision: Decision, outcome: SiteOutcome | None) -> Label | None:
    """Return the label that an archive holds for the comment of a decision."""
    if outcome is None:
        return None
    return Label(
        site=decision.site,
        comment_id=decision.comment_id,
        revision=decision.revision,
        outcome=outcome,
        by=None,
        at=decision.at,
    )
