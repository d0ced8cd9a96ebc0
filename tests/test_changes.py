"""What happened to a comment since a moderator read it."""

from collections.abc import Callable

from moderation.changes import Changes, changes_since
from moderation.desk import write_note
from moderation.domain.comment import CommentId, Kind
from moderation.domain.decision import Decision
from moderation.domain.review import Ruling
from moderation.review import RulingRequest, escalate, rule_on_comment
from moderation.testing.acts import review_of
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy

Judge = Callable[..., Decision]
ID = CommentId("c-1")


def since(memory: MemoryStorage, clock: FixedClock, *, minutes: int) -> Changes:
    """Return what Mia would be told who read the comment some minutes ago."""
    now = clock.now()
    seen = FixedClock(now).advance(minutes=-minutes)
    return changes_since(memory, site=NORTH, id=ID, moderator="mia", seen=seen, policy=policy(), at=now)


def test_only_what_is_new_is_told(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """What stood on the card when it was read, the moderator knows; so one's own notes."""
    judge("You idiot.")
    write_note(memory, site=NORTH, id=ID, by="ben", text="Known.", at=clock.now())
    clock.advance(minutes=10)
    for by in ("ben", "mia"):
        write_note(memory, site=NORTH, id=ID, by=by, text="Look at the thread.", at=clock.now())

    found = since(memory, clock, minutes=5)
    assert [note.by for note in found.notes] == ["ben"]
    assert (found.decisions, found.edit, found.is_empty) == ((), (), False)
    assert len(since(memory, clock, minutes=60).notes) == 2


def test_edit_is_told_from_the_version_that_was_read(
    judge: Judge, memory: MemoryStorage, clock: FixedClock
) -> None:
    """Of three versions, whoever read the second is told what the third changed."""
    judge("You idiot.")
    clock.advance(minutes=10)
    judge("You idiot, sir.", kind=Kind.EDIT)
    clock.advance(minutes=10)
    judge("You old idiot, sir.", kind=Kind.EDIT)

    found = since(memory, clock, minutes=5)
    assert [(run.change.value, run.text) for run in found.edit][1] == ("added", "old ")
    assert [each.revision for each in found.decisions] == [3]


def test_ruling_that_was_on_its_way_is_told_all_the_same(
    judge: Judge, memory: MemoryStorage, clock: FixedClock
) -> None:
    """A refusal that named nobody, though somebody decided, would be a riddle."""
    judge("You idiot.")
    request = RulingRequest(ruling=Ruling.REJECT, moderator="ben")
    rule_on_comment(memory, request, site=NORTH, id=ID, policy=policy(), at=clock.advance(seconds=1))

    assert [each.by for each in since(memory, clock, minutes=0).decisions] == ["ben"]


def test_what_was_handed_on_says_where_it_waits(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """It is for somebody senior now."""
    judge("You idiot.")
    waiting = review_of(memory)
    assert waiting is not None
    escalate(memory, site=NORTH, id=waiting.id, moderator="ben", queue="legal", at=clock.now())

    found = since(memory, clock, minutes=0)
    assert (found.is_escalated, found.review.queue if found.review else None) == (True, "legal")
