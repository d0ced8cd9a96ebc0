"""Every figure of a small newsroom whose numbers can be counted by hand."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from moderation.appeals import appeal
from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision
from moderation.domain.errors import NotFound
from moderation.domain.insights.figure import Figure
from moderation.domain.review import Ruling
from moderation.insights import Insights, insights
from moderation.review import RulingRequest, rule_on_comment
from moderation.testing.clock import START, FixedClock
from moderation.testing.factories import NORTH, author
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy

Judge = Callable[..., Decision]


def rule(memory: MemoryStorage, clock: FixedClock, id: str, ruling: Ruling, *, by: str = "mia") -> None:
    """Rule on a comment ten minutes later."""
    request = RulingRequest(ruling=ruling, moderator=by, clause="attacks" if ruling is Ruling.REJECT else None)
    at = clock.advance(minutes=10)
    rule_on_comment(memory, request, site=NORTH, id=CommentId(id), policy=policy(), at=at)


@pytest.fixture
def shown(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> Insights:
    """Five comments: two flagged and read by two, one waiting, one allowed wrongly, one allowed."""
    for id in ("f-1", "f-2", "f-3"):
        judge(f"You idiot, number {id}.", id=id, author=author(f"u-{id}"))
    for id in ("a-1", "a-2"):
        judge(f"A civil word, number {id}.", id=id, author=author(f"u-{id}"))
    rule(memory, clock, "f-1", Ruling.REJECT)
    rule(memory, clock, "f-1", Ruling.REJECT, by="ben")
    rule(memory, clock, "f-2", Ruling.REJECT)
    rule(memory, clock, "f-2", Ruling.APPROVE, by="ben")
    rule(memory, clock, "a-1", Ruling.REJECT)
    appeal(memory, site=NORTH, id=CommentId("f-1"), words="A joke.", at=clock.advance(minutes=1))
    rule(memory, clock, "f-1", Ruling.APPROVE, by="cleo")
    at = clock.advance(minutes=1)
    return insights(memory, site=NORTH, policy=policy(), since=START, until=at, at=at)


def rows(shown: Insights, id: str) -> dict[str, tuple[object, ...]]:
    """Return the rows of a figure by their labels."""
    return {row.label: row.values for row in shown.figure(id).rows}


def test_every_number_leads_to_its_rows(shown: Insights) -> None:
    """A number that nobody can look behind is believed or not, and neither helps."""
    counted: list[Figure] = [figure for figure in shown.figures if figure.id in ("queues", "times", "reversals")]

    for row in (row for figure in counted for row in figure.rows):
        number = int(str(row.values[0]))
        assert min(number, 1) <= len(row.behind) <= number, row.label
    assert {headline.figure for headline in shown.headlines} <= {figure.id for figure in shown.figures}


def test_verdicts_are_counted_by_day(shown: Insights) -> None:
    """Two allowed, three flagged."""
    assert list(rows(shown, "volume").values()) == [(2, 3, 0)]


def test_error_of_what_was_decided_alone(shown: Insights) -> None:
    """Of two that were allowed one was looked at, and taken down."""
    allowed = rows(shown, "automation")["allowed"]

    assert allowed[:4] == (2, 1, 1, 100.0)


def test_precision_of_the_rule_counts_the_last_word(shown: Insights) -> None:
    """Of three matches two were ruled on, and both were published in the end."""
    [(clause, matches, ruled, rejected, *_)] = rows(shown, "rules").values()

    assert (clause, matches, ruled, rejected) == ("attacks", 3, 2, 0)


def test_agreement_counts_comments_that_two_have_read(shown: Insights) -> None:
    """Two comments, one ruled on alike."""
    assert rows(shown, "agreement")["all"][:2] == (2, 1)


def test_waiting_and_waited(shown: Insights) -> None:
    """One still waits; two flags and an appeal were decided after ten minutes and more."""
    assert rows(shown, "queues")["attacks"][0] == 1
    times = rows(shown, "times")
    assert sum(int(str(values[0])) for values in times.values()) == 3
    assert times["under 15 minutes"] == (2,)


def test_appeals_and_reversals(shown: Insights) -> None:
    """One appeal, overturned; what changed, changed for a reason that is named."""
    assert rows(shown, "appeals")["overturned"][0] == 1
    assert [values[0] for values in rows(shown, "reversals").values()] == [0, 1, 2, 1]


def test_authors_with_strikes_are_counted(shown: Insights) -> None:
    """The strike on what was allowed and then taken down is the only one left."""
    assert sum(int(str(values[0])) for values in rows(shown, "standings").values()) == 1


def test_an_empty_site_has_figures_without_numbers(memory: MemoryStorage) -> None:
    """The first morning must not end in a division by zero."""
    shown = insights(memory, site=NORTH, policy=policy(), since=START - timedelta(days=7), until=START, at=START)

    assert [headline.value for headline in shown.headlines if "alone" in headline.title] == ["–"]
    with pytest.raises(NotFound):
        shown.figure("no-such")
