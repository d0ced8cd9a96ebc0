"""What happened to a comment since a moderator read it: the answer to a ruling that comes too late."""

from dataclasses import dataclass
from datetime import datetime

from moderation.blind import as_seen_by
from moderation.desk import case
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, Source
from moderation.domain.desk import Note
from moderation.domain.edits import Run, edits
from moderation.domain.outcome import Report
from moderation.domain.policy import Policy
from moderation.domain.review import Review, State
from moderation.ports import Storage


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is new about a comment since a moment, and who has it now."""

    #: The review that is not closed.
    review: Review | None
    #: The text then and now; empty where it is the same, or one of the two was erased.
    edit: tuple[Run, ...]
    #: Each oldest first.
    decisions: tuple[Decision, ...]
    reports: tuple[Report, ...]
    notes: tuple[Note, ...]

    @property
    def is_escalated(self) -> bool:
        """Whether it waits for somebody senior by now."""
        return self.review is not None and self.review.state is State.ESCALATED

    @property
    def is_empty(self) -> bool:
        """Whether text, decisions, reports and notes are as they were."""
        return not (self.edit or self.decisions or self.reports or self.notes)


def changes_since(
    storage: Storage, *, site: SiteId, id: CommentId, moderator: str, seen: datetime, policy: Policy, at: datetime
) -> Changes:
    """Return what is new about a comment since a moderator read it; never more than its card would tell them.

    A review that is closed is closed by a decision: the latest is named even where it is no newer than `seen`,
    since it may have been on its way when the card was read.

    Raises:
        NotFound: if the site has no such comment.
    """
    found = as_seen_by(moderator, case(storage, site=site, id=id, policy=policy, at=at))
    decisions = tuple(each for each in found.decisions if each.at > seen)
    if not decisions and found.review is None and found.decisions[-1].source is not Source.POLICY:
        decisions = found.decisions[-1:]
    then = [each.revision for each in found.decisions if each.at <= seen]
    return Changes(
        review=found.review,
        edit=_edit(storage, site=site, id=id, then=then[-1] if then else 1, now=found.comment.revision),
        decisions=decisions,
        reports=tuple(each for each in found.reports if each.at > seen),
        notes=tuple(each for each in found.notes if each.at > seen and each.by != moderator),
    )


def _edit(storage: Storage, *, site: SiteId, id: CommentId, then: int, now: int) -> tuple[Run, ...]:
    if then == now:
        return ()
    with storage.read(site) as transaction:
        texts = [transaction.desk.text(id, revision=revision) for revision in (then, now)]
    before, after = texts
    return () if before is None or after is None or before == after else edits(before, after)
