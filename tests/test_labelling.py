"""What people decided elsewhere: a label on what is known, a past for what is not."""

import pytest

from moderation.archive import Judge
from moderation.domain.comment import CommentId
from moderation.domain.outcome import SiteOutcome
from moderation.domain.verdict import Outcome
from moderation.labelling import label
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH, comment, submission
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.testing.scorers import OneLanguage, WordScorer


def _label(memory: MemoryStorage, outcome: SiteOutcome, clock: FixedClock) -> None:
    judge = Judge(policy=policy(), scorer=WordScorer(), languages=OneLanguage())
    label(
        memory, submission(comment(id="c-9")), outcome=outcome, judge=judge, by="mia", at=clock.advance(seconds=1)
    )


@pytest.mark.parametrize(
    ("outcome", "stands"), [(SiteOutcome.PUBLISHED, Outcome.ALLOW), (SiteOutcome.REMOVED, Outcome.BLOCK)]
)
def test_unknown_comment_is_filed_as_the_past(
    memory: MemoryStorage, clock: FixedClock, outcome: SiteOutcome, stands: Outcome
) -> None:
    """A label without its text teaches nothing; and what happened elsewhere is no news in the feed."""
    _label(memory, outcome, clock)

    with memory.read(NORTH) as transaction:
        assert transaction.decisions.comment(CommentId("c-9")).outcome is stands
        assert transaction.decisions.feed(after=0, limit=10) == []
        [judged] = transaction.decisions.judged()
    assert (judged.is_removed, judged.by) == (outcome is SiteOutcome.REMOVED, "mia")


def test_known_comment_gets_the_label(memory: MemoryStorage, clock: FixedClock) -> None:
    """The second word of the same people is a change of mind, and not another comment."""
    _label(memory, SiteOutcome.PUBLISHED, clock)
    _label(memory, SiteOutcome.REMOVED, clock)

    with memory.read(NORTH) as transaction:
        assert transaction.decisions.comment(CommentId("c-9")).outcome is Outcome.BLOCK
        assert [judged.is_removed for judged in transaction.decisions.judged()] == [True]
