"""Moderators at work: one comment, one person at a time, and every ruling a decision."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from moderation.domain.comment import CommentId, Kind
from moderation.domain.decision import Decision, Source
from moderation.domain.errors import Conflict, Invalid, ModerationError, NotFound, StaleVersion
from moderation.domain.review import LEASE, Review, ReviewId, Ruling, State
from moderation.domain.verdict import Outcome, Span
from moderation.ports import Storage
from moderation.review import RulingRequest, claim, escalate, release, rule_on_comment, rule_on_review, undo
from moderation.testing.acts import decisions_on, page, review_of
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH, SOUTH, author
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy

Judge = Callable[..., Decision]
REJECT = RulingRequest(ruling=Ruling.REJECT, moderator="mia")
APPROVE = RulingRequest(ruling=Ruling.APPROVE, moderator="mia")
WARN = RulingRequest(ruling=Ruling.WARN, moderator="mia")
MASKED = RulingRequest(ruling=Ruling.APPROVE_MASKED, moderator="mia")


@pytest.fixture
def flagged(judge: Judge, memory: MemoryStorage) -> Review:
    """Return the review of a comment that was flagged."""
    judge("You idiot.")
    review = review_of(memory)
    assert review is not None
    return review


def rule(storage: Storage, request: RulingRequest, clock: FixedClock, *, id: str = "c-1") -> Decision:
    """Rule on a comment a minute later."""
    at = clock.advance(minutes=1)
    return rule_on_comment(storage, request, site=NORTH, id=CommentId(id), policy=policy(), at=at)


def strikes(storage: Storage, *, is_verified: bool = True) -> list[tuple[str, int]]:
    """Return clause and weight of the strikes of the author `u-1`."""
    with storage.read(NORTH) as transaction:
        return [(s.clause, s.weight) for s in transaction.authors.strikes("u-1", is_verified=is_verified)]


def test_claim_keeps_others_away(memory: MemoryStorage, flagged: Review, clock: FixedClock) -> None:
    """Two moderators who read the same comment waste one's time."""
    held = claim(memory, site=NORTH, id=flagged.id, moderator="mia", at=clock.now())

    assert (held.state, held.claimed_by, held.claimed_until) == (State.CLAIMED, "mia", clock.now() + LEASE)
    with pytest.raises(Conflict, match="mia"):
        claim(memory, site=NORTH, id=flagged.id, moderator="ben", at=clock.now())


def test_claim_lasts_as_long_as_its_lease(memory: MemoryStorage, flagged: Review, clock: FixedClock) -> None:
    """A moderator who went to lunch must not hold a threat until the evening."""
    claim(memory, site=NORTH, id=flagged.id, moderator="mia", at=clock.now())
    clock.advance(seconds=LEASE.total_seconds())

    assert claim(memory, site=NORTH, id=flagged.id, moderator="ben", at=clock.now()).claimed_by == "ben"


def test_own_claim_can_be_renewed_and_given_back(
    memory: MemoryStorage, flagged: Review, clock: FixedClock
) -> None:
    """Who needs longer for a hard case says so; who cannot judge it hands it on."""
    claim(memory, site=NORTH, id=flagged.id, moderator="mia", at=clock.now())
    renewed = claim(memory, site=NORTH, id=flagged.id, moderator="mia", at=clock.advance(minutes=4))
    free = release(memory, site=NORTH, id=flagged.id, moderator="mia", at=clock.now())

    assert renewed.claimed_until == clock.now() + LEASE
    assert (free.state, free.claimed_by, free.version) == (State.OPEN, None, flagged.version + 3)


def test_somebody_elses_claim_cannot_be_given_back(
    memory: MemoryStorage, flagged: Review, clock: FixedClock
) -> None:
    """A claim that anybody can end is none."""
    claim(memory, site=NORTH, id=flagged.id, moderator="mia", at=clock.now())

    with pytest.raises(Conflict):
        release(memory, site=NORTH, id=flagged.id, moderator="ben", at=clock.now())


@pytest.mark.parametrize(
    ("ruling", "outcome", "clause"),
    [(Ruling.APPROVE, Outcome.ALLOW, None), (Ruling.REJECT, Outcome.BLOCK, "attacks")],
)
def test_ruling_closes_the_review_and_is_a_decision(
    memory: MemoryStorage,
    flagged: Review,
    clock: FixedClock,
    ruling: Ruling,
    outcome: Outcome,
    clause: str | None,
) -> None:
    """The site learns from the feed what a person decided, why, and who it was."""
    request = RulingRequest(ruling=ruling, moderator="mia", version=flagged.version, note="Clear.")
    at = clock.advance(minutes=1)
    made = rule_on_review(memory, request, site=NORTH, id=flagged.id, policy=policy(), at=at)

    assert (made.outcome, made.source, made.clause, made.position) == (outcome, Source.MODERATOR, clause, 2)
    assert (made.by, made.note, made.review_id, made.at) == ("mia", "Clear.", flagged.id, at)
    assert decisions_on(memory)[-1] == made
    assert review_of(memory) is None


def test_of_two_rulings_at_once_one_wins(memory: MemoryStorage, flagged: Review, clock: FixedClock) -> None:
    """One comment, two moderators, two answers: the site must hear one, and the other must know."""
    both = threading.Barrier(2)

    def press(ruling: Ruling) -> str:
        request = RulingRequest(ruling=ruling, moderator=ruling.value, version=flagged.version)
        both.wait()
        try:
            at = clock.advance(minutes=1)
            rule_on_review(memory, request, site=NORTH, id=flagged.id, policy=policy(), at=at)
        except Conflict:
            return "conflict"
        return "won"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(press, (Ruling.APPROVE, Ruling.REJECT))) == ["conflict", "won"]
    assert len(decisions_on(memory)) == 2


def test_ruling_on_a_version_that_is_gone_is_refused(
    memory: MemoryStorage, flagged: Review, clock: FixedClock
) -> None:
    """A comment that ten readers reported since is not the comment that the moderator weighed."""
    claim(memory, site=NORTH, id=flagged.id, moderator="mia", at=clock.now())
    request = RulingRequest(ruling=Ruling.APPROVE, moderator="mia", version=flagged.version)

    with pytest.raises(StaleVersion):
        rule_on_review(memory, request, site=NORTH, id=flagged.id, policy=policy(), at=clock.now())
    assert len(decisions_on(memory)) == 1


def test_ruling_while_somebody_else_holds_the_review_is_refused(
    memory: MemoryStorage, flagged: Review, clock: FixedClock
) -> None:
    """Whoever claimed a comment decides on it, by the queue and by the comment's own address."""
    claim(memory, site=NORTH, id=flagged.id, moderator="ben", at=clock.now())

    with pytest.raises(Conflict):
        rule_on_review(memory, APPROVE, site=NORTH, id=flagged.id, policy=policy(), at=clock.now())
    with pytest.raises(Conflict):
        rule_on_comment(memory, APPROVE, site=NORTH, id=flagged.comment_id, policy=policy(), at=clock.now())


def test_review_of_another_site_is_not_found(memory: MemoryStorage, flagged: Review, clock: FixedClock) -> None:
    """A moderator of one publisher must not even learn that the review exists."""
    for id in (flagged.id, ReviewId("r_0")):
        with pytest.raises(NotFound):
            claim(memory, site=SOUTH, id=id, moderator="mia", at=clock.now())
        with pytest.raises(NotFound):
            rule_on_review(memory, APPROVE, site=SOUTH, id=id, policy=policy(), at=clock.now())


@pytest.mark.parametrize("text", ["The fees rise again.", "Cheap pharmacy!"], ids=["allowed", "blocked"])
@pytest.mark.parametrize(
    "request_", [APPROVE, RulingRequest(ruling=Ruling.REJECT, moderator="mia", clause="spam")]
)
def test_any_comment_can_be_ruled_on(
    judge: Judge, memory: MemoryStorage, clock: FixedClock, text: str, request_: RulingRequest
) -> None:
    """The policy errs both ways, and a person must be able to say so of what never was in a queue."""
    judge(text)
    made = rule(memory, request_, clock)

    assert made.outcome is (Outcome.ALLOW if request_ is APPROVE else Outcome.BLOCK)


@pytest.mark.parametrize("clause", [None, "no-such-clause"])
def test_rejection_names_a_clause_of_the_policy(
    judge: Judge, memory: MemoryStorage, clock: FixedClock, clause: str | None
) -> None:
    """An author is owed the rule that was broken, and nobody may make one up."""
    judge("The fees rise again.")

    with pytest.raises(Invalid, match="attacks, spam"):
        rule(memory, RulingRequest(ruling=Ruling.REJECT, moderator="mia", clause=clause), clock)
    assert len(decisions_on(memory)) == 1


def test_version_without_an_open_review_is_stale(
    memory: MemoryStorage, flagged: Review, clock: FixedClock
) -> None:
    """Who names a version has a review on the screen; if it is closed, somebody else was faster."""
    rule(memory, APPROVE, clock)

    with pytest.raises(StaleVersion):
        rule(memory, RulingRequest(ruling=Ruling.REJECT, moderator="ben", version=flagged.version), clock)


def test_edit_takes_the_review_from_the_older_text(
    judge: Judge, memory: MemoryStorage, flagged: Review, clock: FixedClock
) -> None:
    """A ruling on a text that is gone would fall on one that the moderator never saw."""
    judge("You total idiot.", kind=Kind.EDIT)

    with pytest.raises(Conflict):
        rule_on_review(memory, APPROVE, site=NORTH, id=flagged.id, policy=policy(), at=clock.now())
    assert [review.revision for review in page(memory)] == [2]


@pytest.mark.parametrize(
    ("text", "clause", "expected"),
    [
        ("You idiot.", None, [("attacks", 1)]),
        ("I will kill you, idiot.", None, [("attacks", 3)]),
        ("You idiot.", "spam", [("spam", 1)]),
        ("The fees rise again.", "attacks", [("attacks", 1)]),
        ("Cheap pharmacy!", None, []),
    ],
    ids=["rule's strike", "heaviest", "another clause", "no rule", "rule without strike"],
)
def test_rejection_adds_the_strike_of_its_ground(
    judge: Judge,
    memory: MemoryStorage,
    clock: FixedClock,
    text: str,
    clause: str | None,
    expected: list[tuple[str, int]],
) -> None:
    """What follows for the author is written in the policy, not in a moderator's mood."""
    judge(text)
    rule(memory, RulingRequest(ruling=Ruling.REJECT, moderator="mia", clause=clause), clock)

    assert strikes(memory) == expected


def test_reversal_lifts_the_strike(memory: MemoryStorage, flagged: Review, clock: FixedClock) -> None:
    """An author who was wronged must not be limited for it."""
    rule(memory, REJECT, clock)
    rule(memory, APPROVE, clock)

    assert strikes(memory) == []


def test_second_rejection_replaces_the_first(memory: MemoryStorage, flagged: Review, clock: FixedClock) -> None:
    """One comment is one offence, however often it is ruled on."""
    rule(memory, REJECT, clock)
    rule(memory, RulingRequest(ruling=Ruling.REJECT, moderator="eve", clause="spam"), clock)

    assert strikes(memory) == [("spam", 1)]


def test_strike_of_an_unverified_author_is_the_names_alone(
    judge: Judge, memory: MemoryStorage, clock: FixedClock
) -> None:
    """Anybody can type an id; the account behind it must not pay."""
    judge("You idiot.", author=author(verified=False))
    rule(memory, REJECT, clock)

    assert (strikes(memory), strikes(memory, is_verified=False)) == ([], [("attacks", 1)])


def test_nobodys_comment_can_be_rejected(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """A site that sends no author still moderates."""
    judge("You idiot.", author=None)

    assert rule(memory, REJECT, clock).outcome is Outcome.BLOCK


def test_erased_comment_cannot_be_ruled_on(memory: MemoryStorage, flagged: Review, clock: FixedClock) -> None:
    """A person cannot judge a text that nobody can read any more."""
    with memory.write(NORTH) as transaction:
        transaction.decisions.erase(flagged.comment_id, at=clock.now())

    with pytest.raises(Conflict, match="erased"):
        rule(memory, APPROVE, clock)


@pytest.mark.parametrize("act", [claim, release])
def test_closed_review_is_nobodys(
    memory: MemoryStorage, flagged: Review, clock: FixedClock, act: Callable[..., Review]
) -> None:
    """A decided comment must not come back into somebody's hands."""
    rule(memory, APPROVE, clock)

    with pytest.raises(ModerationError, match="closed"):
        act(memory, site=NORTH, id=flagged.id, moderator="mia", at=clock.now())


def test_ruling_that_is_taken_back_leaves_the_comment_waiting(
    flagged: Review, memory: MemoryStorage, clock: FixedClock
) -> None:
    """A slip of the finger costs nobody anything: the strike is lifted, the review is open, and held."""
    rule(memory, REJECT, clock)
    taken_back = undo(memory, site=NORTH, id=CommentId("c-1"), moderator="mia", at=clock.advance(minutes=1))

    review = review_of(memory)
    assert (taken_back.outcome, taken_back.source) == (Outcome.FLAG, Source.MODERATOR)
    assert review is not None
    assert review.holder(clock.now()) == "mia"
    assert [strike.lifted_at is not None for strike in memory.rows(NORTH).strikes] == [True]
    with memory.read(NORTH) as transaction:
        assert transaction.decisions.judged() == []


def test_comment_is_approved_with_its_words_masked(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """The site publishes it, and knows which letters to hide; what is taken back hides nothing."""
    judge("Try my pharmacy.")
    made = rule(memory, MASKED, clock)
    taken_back = undo(memory, site=NORTH, id=CommentId("c-1"), moderator="mia", at=clock.advance(minutes=1))

    assert (made.outcome, made.clause, made.masked) == (Outcome.ALLOW, None, (Span(7, 15),))
    assert decisions_on(memory)[1] == made
    assert (taken_back.outcome, taken_back.masked) == (Outcome.BLOCK, ())


def test_nothing_is_masked_where_no_rule_says_what(
    flagged: Review, memory: MemoryStorage, clock: FixedClock
) -> None:
    """A moderator who means to hide a word must know that none would be."""
    with pytest.raises(Invalid, match="says what to mask"):
        rule(memory, MASKED, clock)

    assert review_of(memory) == flagged


def test_warning_publishes_and_adds_no_strike(memory: MemoryStorage, flagged: Review, clock: FixedClock) -> None:
    """Whoever came near to a rule is told of it, and is punished for nothing; a warning replaces a rejection."""
    rule(memory, REJECT, clock)
    assert strikes(memory)
    warned = rule(memory, WARN, clock)

    assert (warned.outcome, warned.clause, warned.is_warning) == (Outcome.ALLOW, "attacks", True)
    assert strikes(memory) == []
    assert review_of(memory) is None


def test_warning_is_taken_back_to_what_was_before(
    memory: MemoryStorage, flagged: Review, clock: FixedClock
) -> None:
    """A warning that was pressed by mistake leaves the comment waiting; one that held holds again."""
    rule(memory, WARN, clock)
    undone = undo(memory, site=NORTH, id=CommentId("c-1"), moderator="mia", at=clock.advance(minutes=1))
    rule(memory, WARN, clock)
    rule(memory, APPROVE, clock)
    again = undo(memory, site=NORTH, id=CommentId("c-1"), moderator="mia", at=clock.advance(minutes=1))

    assert (undone.outcome, undone.is_warning) == (Outcome.FLAG, False)
    assert (again.outcome, again.is_warning, again.clause) == (Outcome.ALLOW, True, "attacks")


def test_warning_names_a_clause(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """Nobody is warned of nothing."""
    judge("The fees are fair.")

    with pytest.raises(Invalid, match="names the clause"):
        rule(memory, WARN, clock)


@pytest.mark.parametrize("second", [APPROVE, RulingRequest(ruling=Ruling.REJECT, moderator="mia", clause="spam")])
def test_second_ruling_that_is_taken_back_leaves_the_first_ones_strike(
    flagged: Review, memory: MemoryStorage, clock: FixedClock, second: RulingRequest
) -> None:
    """A slip of the finger on what was rejected must not wipe the author's slate, however often it is undone."""
    rule(memory, REJECT, clock)
    first, found = strikes(memory), []
    rule(memory, second, clock)
    after = strikes(memory)
    for _ in range(2):
        undo(memory, site=NORTH, id=CommentId("c-1"), moderator="mia", at=clock.advance(minutes=1))
        found.append(strikes(memory))

    assert first
    assert after != first
    assert found == [first, after]


def test_ruling_on_what_was_published_is_taken_back_to_that(
    judge: Judge, memory: MemoryStorage, clock: FixedClock
) -> None:
    """Where nothing waited, nothing waits afterwards."""
    judge("A civil word.")
    rule(memory, RulingRequest(ruling=Ruling.REJECT, moderator="mia", clause="attacks"), clock)
    taken_back = undo(memory, site=NORTH, id=CommentId("c-1"), moderator="mia", at=clock.advance(minutes=1))

    assert taken_back.outcome is Outcome.ALLOW
    assert review_of(memory) is None


def test_only_ones_own_latest_ruling_is_taken_back(
    flagged: Review, memory: MemoryStorage, clock: FixedClock
) -> None:
    """To undo what a colleague decided is a ruling, with one's own name on it."""
    for moderator in ("mia", "ben"):
        with pytest.raises(Conflict):
            undo(memory, site=NORTH, id=CommentId("c-1"), moderator=moderator, at=clock.advance(minutes=1))
        rule(memory, REJECT, clock)


def test_escalated_review_waits_elsewhere(flagged: Review, memory: MemoryStorage, clock: FixedClock) -> None:
    """What a moderator is not sure of goes to somebody who is, and the audit says who sent it."""
    held = claim(memory, site=NORTH, id=flagged.id, moderator="mia", at=clock.now())
    escalated = escalate(
        memory, site=NORTH, id=held.id, moderator="mia", queue="legal", version=held.version, at=clock.now()
    )

    assert (escalated.state, escalated.queue, escalated.claimed_by) == (State.ESCALATED, "legal", None)
    assert [row.what for row in memory.rows(NORTH).audit] == ["review.escalate"]


@pytest.mark.parametrize(("queue", "version", "error"), [("attic", None, Invalid), ("legal", 1, StaleVersion)])
def test_escalation_that_cannot_be_is_refused(
    flagged: Review,
    memory: MemoryStorage,
    clock: FixedClock,
    queue: str,
    version: int | None,
    error: type[Exception],
) -> None:
    """A queue that nobody reads, or a comment that has changed: both would be lost."""
    held = claim(memory, site=NORTH, id=flagged.id, moderator="mia", at=clock.now())

    with pytest.raises(error):
        escalate(memory, site=NORTH, id=held.id, moderator="mia", queue=queue, version=version, at=clock.now())
