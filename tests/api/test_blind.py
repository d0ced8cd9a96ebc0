"""A blind review shows the comment, and nothing of what the service made of it."""

import dataclasses

import pytest

from moderation.api.answers import review_out, verdict_out
from moderation.domain.record import StoredComment
from moderation.domain.review import AUDIT
from moderation.domain.verdict import Outcome
from moderation.testing.acts import latest, record
from moderation.testing.factories import entry, review
from moderation.testing.memory.storage import MemoryStorage


@pytest.fixture
def stored(memory: MemoryStorage) -> StoredComment:
    """A comment that was blocked."""
    record(memory, entry(outcome=Outcome.BLOCK))
    return latest(memory)


def test_a_blind_review_does_not_tell_the_verdict(stored: StoredComment) -> None:
    """Whoever knows that it was blocked will find that it should have been."""
    shown = review_out(review(queue=AUDIT, clause="attacks"), stored)

    assert shown.comment is not None
    assert shown.comment.text == stored.text
    assert (shown.decision_id, shown.clause, shown.comment.outcome) == (None, None, None)


def test_another_review_tells_it(stored: StoredComment) -> None:
    """A moderator who decides on a flag must know why it was raised."""
    shown = review_out(review(queue="attacks", clause="attacks"), stored)

    assert shown.comment is not None
    assert (shown.clause, shown.comment.outcome) == ("attacks", Outcome.BLOCK)


def test_the_site_is_not_told_what_was_drawn() -> None:
    """A client that saw a review might hold what it was told to publish."""
    drawn = dataclasses.replace(entry().decision, review_id="r_1", review_queue=AUDIT, is_drawn=True)

    assert verdict_out(drawn).review is None
