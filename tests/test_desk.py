"""The desk: what comes next, and what is known about one comment."""

from collections.abc import Callable

import pytest

from moderation.desk import case, upcoming, write_note
from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision
from moderation.domain.errors import Invalid, NotFound
from moderation.domain.review import ReviewQuery, Ruling
from moderation.domain.standing import Ladder, Standing, Step
from moderation.review import RulingRequest, claim, rule_on_comment
from moderation.testing.acts import page
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH, author
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy

Judge = Callable[..., Decision]
LADDER = Ladder(steps=(Step(at=2, standing=Standing.LIMITED), Step(at=4, standing=Standing.BLOCKED)))


def ids(memory: MemoryStorage, clock: FixedClock, *, moderator: str, limit: int = 5) -> list[str]:
    """Return which comments come next for somebody."""
    query = ReviewQuery(limit=limit)
    found = upcoming(memory, query, site=NORTH, moderator=moderator, at=clock.now())
    return [review.comment_id for review in found]


def test_next_never_serves_what_somebody_else_holds(
    judge: Judge, memory: MemoryStorage, clock: FixedClock
) -> None:
    """Two people on one queue must not read the same comment."""
    for number in range(3):
        judge("You idiot.", id=f"c-{number}")
    first = page(memory)[0]
    claim(memory, site=NORTH, id=first.id, moderator="mia", at=clock.now())

    assert ids(memory, clock, moderator="ben") == ["c-1", "c-2"]
    assert ids(memory, clock, moderator="mia") == ["c-0", "c-1", "c-2"]
    clock.advance(minutes=6)
    assert ids(memory, clock, moderator="ben") == ["c-0", "c-1", "c-2"]


def test_next_looks_further_than_a_page(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """Where sixty are held by others, the sixty-first is served."""
    for number in range(61):
        judge("You idiot.", id=f"c-{number:02}")
    for review in page(memory, ReviewQuery(limit=60)):
        claim(memory, site=NORTH, id=review.id, moderator="mia", at=clock.now())

    assert ids(memory, clock, moderator="ben") == ["c-60"]


def test_case_says_what_a_rejection_would_mean(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """Whoever rejects should know that it blocks somebody."""
    for number in range(2):
        judge("You idiot.", id=f"c-{number}")
    request = RulingRequest(ruling=Ruling.REJECT, moderator="mia")
    strict = policy(ladder=LADDER)
    rule_on_comment(memory, request, site=NORTH, id=CommentId("c-0"), policy=strict, at=clock.advance(minutes=1))

    found = case(memory, site=NORTH, id=CommentId("c-1"), policy=strict, at=clock.now())

    assert found.consequence is not None
    assert (found.consequence.live, found.consequence.adds) == (1, 1)
    assert found.consequence.then.standing is Standing.LIMITED
    assert found.consequence.next == LADDER.steps[1]
    assert [each.id for each in found.recent] == ["c-0"]
    assert (found.shares.approved, found.shares.rejected) == (0, 1)
    assert [each.id for each in found.precedents] == ["c-0"]


def test_case_of_somebody_unknown_has_no_author(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """A comment without an author is shown all the same."""
    judge("You idiot.", author=author(None, name=None, verified=None), article=None)
    judge("You idiot.", id="c-2", author=None)

    found = case(memory, site=NORTH, id=CommentId("c-2"), policy=policy(), at=clock.now())

    assert (found.author, found.consequence, found.recent) == (None, None, ())


@pytest.mark.parametrize("text", ["", "   ", "x" * 2_001])
def test_note_that_says_nothing_or_too_much_is_refused(
    judge: Judge, memory: MemoryStorage, clock: FixedClock, text: str
) -> None:
    """A note is for the next shift to read."""
    judge("You idiot.")

    with pytest.raises(Invalid):
        write_note(memory, site=NORTH, id=CommentId("c-1"), by="mia", text=text, at=clock.now())
    with pytest.raises(NotFound):
        write_note(memory, site=NORTH, id=CommentId("c-9"), by="mia", text="Seen.", at=clock.now())
