"""What is published about a period: numbers that add up, and statements that name nobody."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision
from moderation.domain.insights.statement import StatementOfReasons
from moderation.domain.review import Ruling
from moderation.domain.site import Reviews
from moderation.reports import report as report_comment
from moderation.review import RulingRequest, rule_on_comment
from moderation.testing.clock import START, FixedClock
from moderation.testing.factories import NORTH, author
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.transparency import TransparencyReport, report, statements

Judge = Callable[..., Decision]
TOMORROW = START + timedelta(days=1)


def rule(memory: MemoryStorage, clock: FixedClock, id: str, ruling: Ruling) -> None:
    """Rule on a comment a minute later."""
    request = RulingRequest(ruling=ruling, moderator="mia", clause="attacks" if ruling is Ruling.REJECT else None)
    rule_on_comment(memory, request, site=NORTH, id=CommentId(id), policy=policy(), at=clock.advance(minutes=1))


@pytest.fixture
def filled(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> MemoryStorage:
    """One blocked by the policy, one flagged and rejected, one reported and rejected, one fine."""
    judge("Buy at the pharmacy, canarywren.", id="auto", author=author("u-1"))
    judge("You idiot, canarywren.", id="flagged", author=author("u-2"))
    judge("A sly word about canarywren.", id="reported", author=author("u-3"))
    judge("A civil word.", id="fine", author=author("u-4"))
    report_comment(
        memory,
        site=NORTH,
        id=CommentId("reported"),
        reporter="r",
        reason="rude",
        policy=policy(),
        reviews=Reviews.HERE,
        at=clock.advance(minutes=1),
    )
    rule(memory, clock, "flagged", Ruling.REJECT)
    rule(memory, clock, "reported", Ruling.REJECT)
    return memory


def stated(memory: MemoryStorage) -> list[StatementOfReasons]:
    """Return the statements of the day."""
    return statements(memory, site=NORTH, policy=policy(), since=START, until=TOMORROW)


def published(memory: MemoryStorage) -> TransparencyReport:
    """Return the report on the day."""
    return report(memory, site=NORTH, policy=policy(), since=START, until=TOMORROW)


def rows(made: TransparencyReport, id: str) -> dict[str, tuple[object, ...]]:
    """Return the rows of one of its figures."""
    return {row.label: row.values for figure in made.figures if figure.id == id for row in figure.rows}


def test_each_rejection_has_a_statement_that_says_who_decided_and_why(filled: MemoryStorage) -> None:
    """Article 17: facts, ground, what started it, automated or not."""
    told = [
        (s.automated_decision[19:], s.automated_detection, s.source_type, s.category[19:]) for s in stated(filled)
    ]

    assert told == [
        ("FULLY", "Yes", "SOURCE_VOLUNTARY", "SCAMS_AND_FRAUD"),
        ("PARTIALLY", "Yes", "SOURCE_VOLUNTARY", "CYBER_VIOLENCE"),
        ("NOT_AUTOMATED", "No", "SOURCE_TYPE_OTHER_NOTIFICATION", "CYBER_VIOLENCE"),
    ]


def test_no_statement_holds_personal_details(filled: MemoryStorage) -> None:
    """The database is public: it must hold no word of a comment and nobody's name."""
    for statement in stated(filled):
        assert not re.search("canarywren|Ann|mia|u-[0-9]", repr(statement))


def test_a_statement_is_within_the_bounds_of_the_schema(filled: MemoryStorage) -> None:
    """One field too long, and the whole batch is refused."""
    for statement in stated(filled):
        assert re.fullmatch(r"[a-zA-Z0-9_-]{1,500}", statement.puid)
        assert len(statement.decision_facts) <= 5_000
        assert (statement.content_language, len(statement.territorial_scope)) == ("EN", 30)
        assert statement.content_date <= statement.application_date


def test_what_was_published_after_all_is_stated_once(filled: MemoryStorage, clock: FixedClock) -> None:
    """It was taken from readers for a while, and that is what a statement is about."""
    rule(filled, clock, "flagged", Ruling.APPROVE)
    rule(filled, clock, "flagged", Ruling.REJECT)

    assert len(stated(filled)) == 4, "rejected, published, rejected again"


def test_what_was_published_masked_is_stated_as_such(filled: MemoryStorage, clock: FixedClock) -> None:
    """Words that readers do not see are a restriction, too; the comment is no rejection any more."""
    rule(filled, clock, "auto", Ruling.APPROVE_MASKED)

    told = {s.decision_visibility_other: s.decision_visibility for s in stated(filled)[-1:]}
    assert told == {"Published with the words masked that went against the terms.": ("DECISION_VISIBILITY_OTHER",)}
    assert sum(int(str(values[0])) for values in rows(published(filled), "restrictions").values()) == 3


def test_the_numbers_add_up(filled: MemoryStorage) -> None:
    """A reader who adds them must come to the same sum."""
    made = published(filled)

    assert rows(made, "overview") == {
        "comments": (4,),
        "published": (1,),
        "rejected": (3,),
        "still waiting": (0,),
    }
    assert sum(int(str(values[0])) for values in rows(made, "restrictions").values()) == 3
    assert rows(made, "notices")["reports by readers"] == (1,)
    assert rows(made, "automated")["comments"][:3] == (3, 1, 1)


def test_a_period_without_comments_is_reported_too(memory: MemoryStorage) -> None:
    """Nothing is a number as well."""
    assert rows(published(memory), "overview")["comments"] == (0,)
    assert stated(memory) == []
