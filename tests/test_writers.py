"""What a writer may know of their own comment, at each stage."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from moderation.appeals import appeal
from moderation.domain.appeal import AppealState
from moderation.domain.comment import CommentId, Kind
from moderation.domain.decision import Decision
from moderation.domain.errors import NotFound
from moderation.domain.policy import Clause
from moderation.domain.review import Ruling
from moderation.domain.verdict import Outcome
from moderation.reports import erase
from moderation.review import RulingRequest, rule_on_comment
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH, SOUTH
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.writers import Stage, WriterView, writer_view

Judge = Callable[..., Decision]


def view(memory: MemoryStorage, decision: Decision, clock: FixedClock) -> WriterView:
    """Look at a comment by a decision on it."""
    return writer_view(memory, site=NORTH, id=decision.id, policy=policy(), at=clock.now())


def rule(memory: MemoryStorage, ruling: Ruling, clock: FixedClock, *, id: str = "c-1", minutes: int = 1) -> None:
    """Rule on a comment some minutes later."""
    at = clock.advance(minutes=minutes)
    request = RulingRequest(ruling=ruling, moderator="mia")
    rule_on_comment(memory, request, site=NORTH, id=CommentId(id), policy=policy(), at=at)


def test_a_held_comment_waits_with_its_sentence_and_clause(
    judge: Judge, memory: MemoryStorage, clock: FixedClock
) -> None:
    """Who is told what is wrong, and where, can put it right."""
    shown = view(memory, judge("Fair point. You idiot. Good day."), clock)

    assert shown.stage is Stage.WAITING
    assert shown.clause is not None
    assert shown.refusal is not None, "what is not decided cannot be contested"


def test_a_rejected_comment_can_be_contested_and_an_approved_one_needs_not(
    judge: Judge, memory: MemoryStorage, clock: FixedClock
) -> None:
    """The page of yesterday must show what stands today."""
    flagged = judge("You idiot.")
    rule(memory, Ruling.REJECT, clock)
    rejected = view(memory, flagged, clock)
    rule(memory, Ruling.APPROVE, clock)
    approved = view(memory, flagged, clock)

    assert (rejected.stage, rejected.is_by_person, rejected.refusal) == (Stage.REJECTED, True, None)
    assert (approved.stage, approved.clause, approved.message) == (Stage.PUBLISHED, None, None)


def test_an_appeal_is_shown_until_the_text_changes(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """A writer who asked wants to read that it was heard; a new text begins anew."""
    flagged = judge("You idiot.")
    rule(memory, Ruling.REJECT, clock)
    appeal(memory, site=NORTH, id=CommentId("c-1"), words="A joke.", at=clock.advance(minutes=1))
    before = view(memory, flagged, clock)
    judge("A civil word.", kind=Kind.EDIT)
    after = view(memory, flagged, clock)

    assert before.appeal is not None
    assert (before.appeal.state, before.refusal is None) == (AppealState.OPEN, False)
    assert (after.appeal, after.stage) == (None, Stage.PUBLISHED)


def test_the_usual_wait_is_measured(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """A promise that nobody measured is a lie; with too few to tell, none is made."""
    for number in range(4):
        judge("You idiot.", id=f"c-{number}")
        rule(memory, Ruling.APPROVE, clock, id=f"c-{number}", minutes=10)
    last = judge("You idiot.", id="c-9")
    too_few = view(memory, last, clock)
    rule(memory, Ruling.APPROVE, clock, id="c-9", minutes=10)

    assert too_few.usual_wait is None
    assert view(memory, last, clock).usual_wait == timedelta(minutes=10)


def test_nothing_is_left_of_an_erased_comment(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """The page must not hold what the database forgot."""
    flagged = judge("You idiot.")
    erase(memory, site=NORTH, id=CommentId("c-1"), at=clock.advance(minutes=1))
    shown = view(memory, flagged, clock)

    assert (shown.stage, shown.comment.text, shown.sentence) == (Stage.ERASED, None, None)


def test_another_sites_decision_is_not_found(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """A link of one site opens nothing on another."""
    flagged = judge("You idiot.")

    with pytest.raises(NotFound):
        writer_view(memory, site=SOUTH, id=flagged.id, policy=policy(), at=clock.now())
    assert flagged.outcome is Outcome.FLAG


@pytest.mark.parametrize(("language", "title"), [("ru-RU", "Без нападок"), ("en", "No personal attacks")])
def test_the_clause_stands_in_the_language_of_the_comment(
    judge: Judge, memory: MemoryStorage, clock: FixedClock, language: str, title: str
) -> None:
    """Whoever is held to a rule should be able to read it."""
    judged = judge("You idiot.", language=language)
    request = RulingRequest(ruling=Ruling.REJECT, moderator="mia", clause="attacks")
    at = clock.advance(minutes=1)
    rule_on_comment(memory, request, site=NORTH, id=CommentId("c-1"), policy=policy(), at=at)
    russian = Clause(id="attacks", title="Без нападок", text="Спорьте с доводом.")
    attacks = replace(policy().clauses["attacks"], translations={"ru": russian})

    shown = writer_view(memory, site=NORTH, id=judged.id, policy=policy(clauses={"attacks": attacks}), at=at)

    assert shown.clause is not None
    assert shown.clause.title == title
