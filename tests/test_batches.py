"""Many comments decided at once: one proposes, another confirms, and all of it can be taken back."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from moderation.batches import confirm, propose, refuse, reverse
from moderation.desk import upcoming
from moderation.domain.batch import MOST, Batch, BatchId, BatchItem, BatchState
from moderation.domain.comment import CommentId, Kind
from moderation.domain.decision import Decision
from moderation.domain.errors import Conflict, Invalid
from moderation.domain.review import ReviewQuery, Ruling
from moderation.domain.verdict import Outcome
from moderation.review import RulingRequest, escalate, rule_on_comment
from moderation.testing.acts import decisions_on, latest, review_of
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy

Judge = Callable[..., Decision]
ID = BatchId("b_1")


@pytest.fixture
def proposed(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> Batch:
    """Let three comments wait, and Mia propose to reject them."""
    items = []
    for number in range(3):
        judge("You idiot.", id=f"c-{number}")
        review = review_of(memory, f"c-{number}")
        assert review is not None
        items.append(BatchItem(comment_id=review.comment_id, review=review.id, version=review.version))
    batch = Batch(
        id=ID,
        site=NORTH,
        by="mia",
        at=clock.advance(minutes=1),
        ruling=Ruling.REJECT,
        clause="attacks",
        note="A raid.",
        items=tuple(items),
    )
    return propose(memory, batch, policy=policy())


def settle(memory: MemoryStorage, clock: FixedClock, *, by: str = "ben") -> Batch:
    """Confirm the batch a minute later."""
    return confirm(memory, site=NORTH, id=ID, by=by, policy=policy(), at=clock.advance(minutes=1))


def outcomes(memory: MemoryStorage) -> list[Outcome]:
    """Return how the three comments stand."""
    return [latest(memory, f"c-{number}").outcome for number in range(3)]


def test_nothing_is_decided_by_one_alone(proposed: Batch, memory: MemoryStorage, clock: FixedClock) -> None:
    """What one person does to hundreds, a second has looked at."""
    with pytest.raises(Conflict, match="You proposed"):
        settle(memory, clock, by="mia")

    assert outcomes(memory) == [Outcome.FLAG] * 3


def test_confirmed_batch_is_ruled_on_in_both_names(
    proposed: Batch, memory: MemoryStorage, clock: FixedClock
) -> None:
    """Years later it is still known who proposed, who agreed, and why."""
    confirmed = settle(memory, clock)

    assert (confirmed.state, confirmed.done, confirmed.settled_by) == (BatchState.CONFIRMED, 3, "ben")
    ruling = decisions_on(memory, "c-0")[-1]
    assert (ruling.outcome, ruling.by, ruling.note) == (Outcome.BLOCK, "mia", "A raid. (confirmed by ben)")
    acts = [row.what for row in memory.rows(NORTH).audit]
    assert acts == ["batch.propose", "batch.confirm"]


def test_what_changed_since_is_left_to_people(
    proposed: Batch, judge: Judge, memory: MemoryStorage, clock: FixedClock
) -> None:
    """Nobody is rejected for words that neither of the two has read; what is with seniors stays there."""
    judge("You are right, after all.", id="c-0", kind=Kind.EDIT)
    handed_on = review_of(memory, "c-1")
    assert handed_on is not None
    at = clock.now()
    moved = escalate(memory, site=NORTH, id=handed_on.id, moderator="ben", queue="legal", at=at)
    item = replace(proposed.items[1], version=moved.version)
    newer = replace(proposed, id=BatchId("b_2"), items=(proposed.items[0], item, proposed.items[2]))
    propose(memory, newer, policy=policy())

    done = confirm(memory, site=NORTH, id=newer.id, by="eve", policy=policy(), at=clock.advance(minutes=1)).done
    assert (done, outcomes(memory)[1:]) == (1, [Outcome.FLAG, Outcome.BLOCK])


def test_refused_batch_decides_nothing(proposed: Batch, memory: MemoryStorage, clock: FixedClock) -> None:
    """A no is final; whoever still wants it proposes it anew."""
    refuse(memory, site=NORTH, id=ID, by="ben", at=clock.advance(minutes=1))

    with pytest.raises(Conflict, match="refused by ben"):
        settle(memory, clock, by="eve")
    assert outcomes(memory) == [Outcome.FLAG] * 3


def test_batch_is_reversed_as_a_whole_but_for_what_was_decided_anew(
    proposed: Batch, memory: MemoryStorage, clock: FixedClock
) -> None:
    """One act takes back what one act did, and no more."""
    settle(memory, clock)
    request = RulingRequest(ruling=Ruling.APPROVE, moderator="eve")
    at = clock.advance(minutes=1)
    rule_on_comment(memory, request, site=NORTH, id=CommentId("c-2"), policy=policy(), at=at)

    reversed_ = reverse(memory, site=NORTH, id=ID, by="ben", at=clock.advance(minutes=1))
    assert (reversed_.state, reversed_.done) == (BatchState.REVERSED, 2)
    assert outcomes(memory) == [Outcome.FLAG, Outcome.FLAG, Outcome.ALLOW]
    with pytest.raises(Conflict, match="Only a batch"):
        reverse(memory, site=NORTH, id=ID, by="ben", at=clock.now())


def test_what_waits_in_a_batch_is_not_served_until_the_batch_lapses(
    proposed: Batch, memory: MemoryStorage, clock: FixedClock
) -> None:
    """Nobody reads it one by one meanwhile; and what nobody confirms is not lost."""
    query = ReviewQuery(limit=5)
    held = upcoming(memory, query, site=NORTH, moderator="ben", at=clock.now())
    later = upcoming(memory, query, site=NORTH, moderator="ben", at=clock.advance(days=1))

    assert (len(held), len(later)) == (0, 3)
    with pytest.raises(Conflict, match="within a day"):
        settle(memory, clock)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"note": " "}, "Say why"),
        ({"clause": "taste"}, "no clause 'taste'"),
        ({"number": MOST + 1}, "At most 500"),
    ],
    ids=["no reason", "no such clause", "too many"],
)
def test_batch_that_nobody_could_judge_is_refused(
    proposed: Batch, memory: MemoryStorage, changes: dict[str, object], fault: str
) -> None:
    """The proposer is told at once, not the colleague."""
    number = changes.pop("number", 1)
    assert isinstance(number, int)
    faulty = replace(proposed, id=BatchId("b_2"), items=proposed.items[:1] * number, **changes)  # type: ignore[arg-type]

    with pytest.raises(Invalid, match=fault):
        propose(memory, faulty, policy=policy())
