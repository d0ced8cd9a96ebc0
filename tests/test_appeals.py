"""Authors contest decisions: once, in time, and somebody else decides."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from moderation.appeals import appeal
from moderation.desk import upcoming
from moderation.domain.appeal import QUEUE, WINDOW, Appeal, AppealState
from moderation.domain.comment import CommentId, Kind
from moderation.domain.decision import Decision
from moderation.domain.errors import Conflict, Invalid, NotFound
from moderation.domain.outcome import SiteOutcome
from moderation.domain.review import SECOND, ReviewQuery, Ruling
from moderation.domain.site import Reviews
from moderation.domain.verdict import Outcome
from moderation.reports import erase, report, settle
from moderation.review import RulingRequest, claim, release, rule_on_comment, rule_on_review
from moderation.testing.acts import decisions_on, review_of
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy

Judge = Callable[..., Decision]
ID = CommentId("c-1")


def rule(
    memory: MemoryStorage, ruling: Ruling, clock: FixedClock, *, by: str, answer: str | None = None
) -> Decision:
    """Rule on the comment a minute later."""
    request = RulingRequest(ruling=ruling, moderator=by, answer=answer)
    at = clock.advance(minutes=1)
    return rule_on_comment(memory, request, site=NORTH, id=ID, policy=policy(), at=at)


def contest(memory: MemoryStorage, clock: FixedClock, words: str = "I meant the argument.") -> Appeal:
    """Appeal a minute later."""
    return appeal(memory, site=NORTH, id=ID, words=words, at=clock.advance(minutes=1))


def state(memory: MemoryStorage) -> AppealState:
    """Return what became of the appeal."""
    with memory.read(NORTH) as transaction:
        return transaction.appeals.of_comment(ID)[-1].state


def strikes(memory: MemoryStorage) -> list[tuple[object, int]]:
    """Return when the author's strikes were added, and their weight."""
    with memory.read(NORTH) as transaction:
        return [(strike.at, strike.weight) for strike in transaction.authors.strikes("u-1", is_verified=True)]


@pytest.fixture
def rejected(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> Decision:
    """A comment that mia rejected."""
    judge("You idiot.")
    return rule(memory, Ruling.REJECT, clock, by="mia")


def test_an_appeal_waits_in_a_queue_of_its_own(
    memory: MemoryStorage, clock: FixedClock, rejected: Decision
) -> None:
    """An objection that drowns among a thousand flags is none."""
    opened = contest(memory, clock)

    review = review_of(memory)
    assert review is not None
    assert (review.queue, review.decision_id, review.clause) == (QUEUE, rejected.id, rejected.clause)
    assert (opened.decision_id, opened.contested_by, opened.state) == (rejected.id, "mia", AppealState.OPEN)
    assert [row.what for row in memory.rows(NORTH).audit][-1] == "appeal.open"


def test_who_ruled_does_not_decide(memory: MemoryStorage, clock: FixedClock, rejected: Decision) -> None:
    """Nobody is a fair judge of their own ruling."""
    contest(memory, clock)

    with pytest.raises(Conflict, match="somebody else"):
        rule(memory, Ruling.APPROVE, clock, by="mia")
    assert state(memory) is AppealState.OPEN


def test_who_ruled_is_never_given_the_appeal(memory: MemoryStorage, clock: FixedClock, rejected: Decision) -> None:
    """It is for somebody else from the start: it comes to others, and cannot be held up by a claim."""
    report(
        memory,
        site=NORTH,
        id=ID,
        reporter="r",
        reason="rude",
        policy=policy(),
        reviews=Reviews.HERE,
        at=clock.advance(minutes=1),
    )
    contest(memory, clock)
    review, at = review_of(memory), clock.now()
    assert review is not None
    found = [upcoming(memory, ReviewQuery(), site=NORTH, moderator=who, at=at) for who in ("mia", "ben")]

    assert [[each.comment_id for each in some] for some in found] == [[], [ID]]
    with pytest.raises(Conflict, match="somebody else"):
        claim(memory, site=NORTH, id=review.id, moderator="mia", at=at)
    assert claim(memory, site=NORTH, id=review.id, moderator="ben", at=at).holder(at) == "ben"


def test_who_is_alone_decides_and_that_is_kept(
    memory: MemoryStorage, clock: FixedClock, rejected: Decision
) -> None:
    """Where there is nobody else, an objection that nobody may decide would be none; who decided is not hidden."""
    contest(memory, clock)
    review, at = review_of(memory), clock.advance(minutes=1)
    assert review is not None
    found = upcoming(memory, ReviewQuery(), site=NORTH, moderator="mia", is_alone=True, at=at)
    assert claim(memory, site=NORTH, id=review.id, moderator="mia", is_alone=True, at=at).holder(at) == "mia"
    assert release(memory, site=NORTH, id=review.id, moderator="mia", at=at).holder(at) is None
    request = RulingRequest(ruling=Ruling.REJECT, moderator="mia", is_alone=True)
    rule_on_review(memory, request, site=NORTH, id=review.id, policy=policy(), at=at)

    assert [each.comment_id for each in found] == [ID]
    [row] = [row for row in memory.rows(NORTH).audit if row.what == "appeal.upheld"]
    assert "nobody else" in row.detail["by"]
    with memory.read(NORTH) as transaction:
        [closed] = transaction.appeals.of_comment(ID)
    assert (closed.state, closed.is_judged_alone) == (AppealState.UPHELD, True)


def test_who_is_alone_is_no_second_look(memory: MemoryStorage, clock: FixedClock, rejected: Decision) -> None:
    """A measure of agreement with oneself measures nothing."""
    contest(memory, clock)
    review = review_of(memory)
    assert review is not None

    assert review.is_for("mia", is_alone=True)
    assert not replace(review, queue=SECOND).is_for("mia", is_alone=True)


def test_overturning_publishes_and_lifts_the_strike(
    memory: MemoryStorage, clock: FixedClock, rejected: Decision
) -> None:
    """A mistake that is admitted must leave no mark on the author."""
    assert strikes(memory)
    contest(memory, clock)
    ruling = rule(memory, Ruling.APPROVE, clock, by="ben", answer="You were right.")

    with memory.read(NORTH) as transaction:
        [closed] = transaction.appeals.of_comment(ID)
    assert (closed.state, closed.decided_by, closed.answer) == (AppealState.OVERTURNED, "ben", "You were right.")
    assert closed.ruling_id == ruling.id == decisions_on(memory)[-1].id
    assert ruling.outcome is Outcome.ALLOW
    assert strikes(memory) == []
    assert review_of(memory) is None


def test_upholding_appends_a_decision_and_leaves_the_strike_as_it_was(
    memory: MemoryStorage, clock: FixedClock, rejected: Decision
) -> None:
    """Who asks must not pay for asking with a strike that lapses later."""
    before = strikes(memory)
    contest(memory, clock)
    ruling = rule(memory, Ruling.REJECT, clock, by="ben")

    assert state(memory) is AppealState.UPHELD
    assert decisions_on(memory)[-1].id == ruling.id
    assert strikes(memory) == before
    assert [row.what for row in memory.rows(NORTH).audit][-1] == "appeal.upheld"


def test_a_rejection_is_contested_once(memory: MemoryStorage, clock: FixedClock, rejected: Decision) -> None:
    """Whoever could ask for ever would hold up those who ask for the first time."""
    contest(memory, clock)
    with pytest.raises(Conflict, match="once"):
        contest(memory, clock)
    rule(memory, Ruling.REJECT, clock, by="ben")

    with pytest.raises(Conflict, match="once"):
        contest(memory, clock)


def test_it_can_be_contested_for_six_months(memory: MemoryStorage, clock: FixedClock, rejected: Decision) -> None:
    """The law says at least six months; what is older cannot be judged fairly."""
    late = rejected.at + WINDOW
    with pytest.raises(Conflict, match="six months"):
        appeal(memory, site=NORTH, id=ID, words="Late.", at=clock.advance(days=184))

    assert appeal(memory, site=NORTH, id=ID, words="Just in time.", at=late).state is AppealState.OPEN


def test_only_what_was_rejected_can_be_contested(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """A comment that waits has not been decided."""
    judge("You idiot.")

    with pytest.raises(Conflict, match="rejected"):
        contest(memory, clock)


@pytest.mark.parametrize("words", ["", "  \n ", "x" * 2_001], ids=["none", "blank", "too-many"])
def test_words_are_asked_for(memory: MemoryStorage, clock: FixedClock, rejected: Decision, words: str) -> None:
    """Whoever decides needs to know what is wrong, and has a morning."""
    with pytest.raises(Invalid, match="characters"):
        contest(memory, clock, words)


def test_a_stranger_has_nothing_to_contest(memory: MemoryStorage, clock: FixedClock) -> None:
    """A comment that is not here has no decision."""
    with pytest.raises(NotFound):
        contest(memory, clock)


def test_an_edit_withdraws_the_appeal(
    judge: Judge, memory: MemoryStorage, clock: FixedClock, rejected: Decision
) -> None:
    """A text that is gone is not to be judged; the new one has its own decision, and its own appeal."""
    contest(memory, clock)
    judge("A civil word.", kind=Kind.EDIT)

    assert state(memory) is AppealState.WITHDRAWN
    assert review_of(memory) is None


def test_erasing_withdraws_the_appeal(memory: MemoryStorage, clock: FixedClock, rejected: Decision) -> None:
    """There is nothing left to decide."""
    contest(memory, clock)
    erase(memory, site=NORTH, id=ID, at=clock.advance(minutes=1))

    assert state(memory) is AppealState.WITHDRAWN
    with pytest.raises(Conflict, match="erased"):
        contest(memory, clock)


def test_what_the_site_decides_decides_the_appeal(
    memory: MemoryStorage, clock: FixedClock, rejected: Decision
) -> None:
    """Where the site's own people publish it after all, the author must read so."""
    contest(memory, clock)
    settle(memory, site=NORTH, id=ID, outcome=SiteOutcome.PUBLISHED, by="editor", at=clock.advance(minutes=1))

    assert state(memory) is AppealState.OVERTURNED


def test_an_open_review_becomes_the_appeals(memory: MemoryStorage, clock: FixedClock, rejected: Decision) -> None:
    """One comment waits once, for whatever reasons."""
    report(
        memory,
        site=NORTH,
        id=ID,
        reporter="r",
        reason=None,
        policy=policy(),
        reviews=Reviews.HERE,
        at=clock.advance(minutes=1),
    )
    was = review_of(memory)
    contest(memory, clock)

    review = review_of(memory)
    assert was is not None
    assert review is not None
    assert (review.id, review.queue, review.version) == (was.id, QUEUE, was.version + 1)
