"""The second look: another moderator concludes without knowing the ruling, and changes nothing by it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from moderation.blind import as_seen_by
from moderation.desk import Case, case, upcoming, write_note
from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision
from moderation.domain.errors import Conflict
from moderation.domain.policy import Settings
from moderation.domain.review import DISPUTED, SECOND, Review, ReviewQuery, Ruling, State
from moderation.domain.verdict import Outcome, Priority
from moderation.insights import insights
from moderation.review import RulingRequest, claim, rule_on_comment, rule_on_review, undo
from moderation.testing.acts import decisions_on, review_of
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy

Judge = Callable[..., Decision]
Rule = Callable[..., Decision]
ALL = policy(settings=Settings(second_share=1.0))


@pytest.fixture
def rule(memory: MemoryStorage, clock: FixedClock) -> Rule:
    """Return what lets somebody rule on the open review of a comment."""

    def rule(moderator: str, ruling: Ruling, *, id: str = "c-1", **more: str) -> Decision:
        waiting = review_of(memory, id)
        assert waiting is not None
        request = RulingRequest(ruling=ruling, moderator=moderator, **more)  # type: ignore[arg-type]
        at = clock.advance(minutes=1)
        return rule_on_review(memory, request, site=NORTH, id=waiting.id, policy=ALL, at=at)

    return rule


@pytest.fixture
def first(judge: Judge, rule: Rule) -> Decision:
    """Let Mia reject a comment, and chance draw it."""
    judge("You idiot.")
    return rule("mia", Ruling.REJECT, note="aimed at a reader")


def waiting(memory: MemoryStorage) -> Review:
    """Return the open review of the comment."""
    found = review_of(memory)
    assert found is not None
    return found


def seen(memory: MemoryStorage, clock: FixedClock, moderator: str) -> Case:
    """Return the case as a moderator is to see it."""
    found = case(memory, site=NORTH, id=CommentId("c-1"), policy=ALL, at=clock.now())
    return as_seen_by(moderator, found)


def test_ruling_that_is_drawn_stands_and_waits_last(first: Decision, memory: MemoryStorage) -> None:
    """The site has been told: a measure must not hold a comment up."""
    review = waiting(memory)

    assert decisions_on(memory)[-1] == first
    assert (review.queue, review.priority, review.not_for) == (SECOND, Priority.LOW, ("mia",))
    assert review.is_blind


def test_nothing_is_drawn_unless_the_policy_says_so(
    judge: Judge, memory: MemoryStorage, clock: FixedClock
) -> None:
    """A newsroom of one has nobody to ask."""
    judge("You idiot.")
    request = RulingRequest(ruling=Ruling.REJECT, moderator="mia")
    at = clock.advance(minutes=1)
    rule_on_comment(memory, request, site=NORTH, id=CommentId("c-1"), policy=policy(), at=at)

    assert review_of(memory) is None


def test_nobody_looks_again_at_their_own_ruling(
    first: Decision, memory: MemoryStorage, clock: FixedClock, rule: Rule
) -> None:
    """Whoever agrees with themselves proves nothing."""
    review, query = waiting(memory), ReviewQuery()

    assert upcoming(memory, query, site=NORTH, moderator="mia", at=clock.now()) == []
    assert upcoming(memory, query, site=NORTH, moderator="ben", at=clock.now()) == [review]
    with pytest.raises(Conflict, match="You have ruled"):
        claim(memory, site=NORTH, id=review.id, moderator="mia", at=clock.now())
    with pytest.raises(Conflict, match="You have ruled"):
        rule("mia", Ruling.REJECT)


def test_second_moderator_sees_nothing_of_the_first(
    first: Decision, memory: MemoryStorage, clock: FixedClock
) -> None:
    """What somebody knows, they cannot help but follow."""
    write_note(memory, site=NORTH, id=CommentId("c-1"), by="mia", text="Clearly an insult.", at=clock.now())

    found = seen(memory, clock, "ben")

    assert "mia" not in repr(replace(found, review=None))
    assert found.comment.outcome is Outcome.FLAG
    assert [each.id for each in found.decisions] != []
    assert (found.author, found.consequence, found.notes) == (None, None, ())


def test_first_moderator_finds_a_comment_that_was_decided(
    first: Decision, memory: MemoryStorage, clock: FixedClock
) -> None:
    """To them nothing waits; they can still reverse what they did."""
    found = seen(memory, clock, "mia")

    assert (found.review, found.comment.outcome) == (None, Outcome.BLOCK)


def test_agreement_is_kept_and_changes_nothing(
    first: Decision, memory: MemoryStorage, clock: FixedClock, rule: Rule
) -> None:
    """The feed, the author's strikes and the comment stay as they were."""
    stands = rule("ben", Ruling.REJECT)

    (opinion,) = seen(memory, clock, "ben").opinions
    assert stands == first == decisions_on(memory)[-1]
    assert review_of(memory) is None
    assert (opinion.first_by, opinion.by, opinion.clause, opinion.agrees) == ("mia", "ben", "attacks", True)


def test_clause_of_the_second_is_never_the_firsts(judge: Judge, rule: Rule, memory: MemoryStorage) -> None:
    """A clause that comes along unseen would be agreement by chance."""
    judge("You idiot.")
    rule("mia", Ruling.REJECT, clause="spam")
    rule("ben", Ruling.REJECT)

    with memory.read(NORTH) as transaction:
        (opinion,) = transaction.desk.opinions(CommentId("c-1"))
    assert opinion.clause == "attacks"


def test_difference_goes_to_an_editor_and_the_first_stands_meanwhile(
    first: Decision, memory: MemoryStorage, rule: Rule, clock: FixedClock
) -> None:
    """Neither of the two decides who was right."""
    stands = rule("ben", Ruling.APPROVE, note="banter")

    review = waiting(memory)
    assert stands == first == decisions_on(memory)[-1]
    assert (review.queue, review.state, review.not_for) == (DISPUTED, State.ESCALATED, ("mia", "ben"))
    assert [(each.first, each.second) for each in seen(memory, clock, "eva").opinions] == [
        (Outcome.BLOCK, Outcome.ALLOW)
    ]
    with pytest.raises(Conflict, match="You have ruled"):
        rule("ben", Ruling.APPROVE)


def test_editor_decides_a_dispute(first: Decision, memory: MemoryStorage, rule: Rule) -> None:
    """The site is told then, and nothing is drawn for a third."""
    rule("ben", Ruling.APPROVE)
    last = rule("eva", Ruling.APPROVE)

    assert (last.outcome, last.by, decisions_on(memory)[-1]) == (Outcome.ALLOW, "eva", last)
    assert review_of(memory) is None


def test_undo_ends_the_second_look(first: Decision, memory: MemoryStorage, clock: FixedClock) -> None:
    """A ruling that was taken back is no longer there to be looked at."""
    at = clock.advance(minutes=1)
    undo(memory, site=NORTH, id=CommentId("c-1"), moderator="mia", at=at)

    review = waiting(memory)
    assert (review.queue, review.holder(at), review.is_blind) == ("attacks", "mia", False)


def test_whoever_rules_on_the_comment_itself_ends_the_second_look(
    first: Decision, memory: MemoryStorage, clock: FixedClock
) -> None:
    """They know what was decided, so theirs is a ruling, and takes effect."""
    request = RulingRequest(ruling=Ruling.APPROVE, moderator="mia")
    at = clock.advance(minutes=1)
    made = rule_on_comment(memory, request, site=NORTH, id=CommentId("c-1"), policy=ALL, at=at)

    assert made.outcome is Outcome.ALLOW
    assert review_of(memory) is None


def test_insights_tell_agreement_from_second_looks(
    first: Decision, memory: MemoryStorage, rule: Rule, clock: FixedClock
) -> None:
    """A lead sees how far two people agree, and that chance chose what they read."""
    rule("ben", Ruling.APPROVE)
    now = clock.advance(minutes=1)

    found = insights(
        memory, site=NORTH, policy=ALL, since=now - timedelta(days=1), until=now + timedelta(seconds=1), at=now
    )
    figure = found.figure("agreement")
    assert [(row.label, row.values[:2], row.behind) for row in figure.rows] == [
        ("all", (1, 0), ("c-1",)),
        ("attacks", (1, 0), ("c-1",)),
    ]
    assert "Chance drew" in (figure.note or "")


def test_other_cards_do_not_tell_the_first_ruling(
    first: Decision, judge: Judge, memory: MemoryStorage, clock: FixedClock
) -> None:
    """Whoever opens the author's next comment would else read there how the one before was ruled on."""
    judge("You idiot, again.", id="c-2")

    def told(moderator: str) -> set[Outcome]:
        found = case(memory, site=NORTH, id=CommentId("c-2"), policy=ALL, at=clock.now())
        shown = as_seen_by(moderator, found)
        beside = (*shown.recent, *shown.thread, *shown.precedents)
        return {each.outcome for each in beside if each.id == "c-1"}

    assert told("ben") == {Outcome.FLAG}
    assert told("mia") == {Outcome.BLOCK}
