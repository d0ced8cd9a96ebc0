"""Rejected comments that resemble what a rule catches, and escape it."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.backtesting.misses import MOST_LIKENED, MOST_READ, MOST_SHOWN, Misses, Some
from moderation.domain.backtesting.past_verdict import PastVerdict
from moderation.domain.decision import Grounds, decide
from moderation.domain.record import StoredComment
from moderation.domain.verdict import Outcome
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, comment, verdict


def past(text: str | None, number: int = 1) -> PastVerdict:
    """Make a verdict of the past on a text."""
    made = comment(id=f"c-{number}")
    decision = decide(
        verdict(),
        Grounds(scores={}, language="en", model=None),
        site=NORTH,
        comment_id=made.id,
        revision=1,
        at=START,
    )
    stored = StoredComment(
        site=NORTH,
        id=made.id,
        revision=1,
        kind="comment",
        text=text,
        context={},
        author_key=None,
        author_name=None,
        author_verified=False,
        article_key=None,
        language="en",
        text_digest="",
        received_at=START,
        outcome=Outcome.ALLOW,
    )
    placed = dataclasses.replace(decision, position=number)
    return PastVerdict(decision=placed, facts={}, spans={}, comment=stored, folded=None, ruling=None)


def test_where_nothing_is_caught_nothing_resembles_it() -> None:
    """A rule that catches nothing has no likeness."""
    misses = Misses()
    misses.note_escaped(past("The ferry sells tickets"))

    assert misses.likeliest() == ()


def test_an_erased_text_resembles_nothing() -> None:
    """What was erased is not shown again."""
    misses = Misses()
    misses.note_caught(past("The ferry sells tickets"))
    misses.note_escaped(past(None))

    assert misses.likeliest() == ()


def test_the_likest_comes_first_and_few_are_shown() -> None:
    """An editor reads ten, not four hundred."""
    misses = Misses()
    for number in range(30):
        misses.note_caught(past("The ferry sells tickets at night", number))
        misses.note_other(past("Parliament debates budgets", number * 40))
        misses.note_escaped(past("Tickets, tickets", 100 + number))
    misses.note_escaped(past("The ferry sells tickets at night, too", 99))

    found = misses.likeliest()
    assert found[0].comment_id == "c-99"
    assert len(found) == MOST_SHOWN


def test_words_that_everybody_uses_are_no_resemblance() -> None:
    """What is caught is long, and holds every "and" that short comments lack: an editor learns nothing of it."""
    misses = Misses()
    for number in range(30):
        misses.note_caught(past("The ferry and the tickets and the night", number))
        misses.note_other(past("Come and debate budgets" if number % 5 == 0 else "Debate budgets", number * 40))
    misses.note_escaped(past("Come and sell tickets", 99))
    misses.note_escaped(past("Come and debate budgets and rest", 100))

    assert [(each.comment_id, each.shared) for each in misses.likeliest()] == [("c-99", ("tickets",))]


def test_memory_does_not_grow_with_the_archive() -> None:
    """A million comments hold a million misspellings."""
    misses = Misses()
    for number in range(3 * MOST_READ):
        misses.note_caught(past("The ferry sells tickets", number))
        misses.note_other(past("Parliament debates budgets", number))
        misses.note_escaped(past("Tickets, tickets", number))

    assert [len(some.kept) for some in (misses.caught, misses.common)] == [MOST_READ, MOST_READ]
    assert len(misses.escaped.kept) == MOST_LIKENED


@given(st.lists(st.integers(-5_000_000, 5_000_000), unique=True, max_size=60), st.integers(0, 60))
def test_which_are_kept_does_not_depend_on_how_the_work_was_shared(positions: list[int], cut: int) -> None:
    """The same look back says the same twice, however many processes took part."""
    whole, first, second = (Some[str](20) for _ in range(3))
    for at, position in enumerate(positions):
        for some in (whole, first if at < cut else second):
            if some.wants(position):
                some.take(position, f"text {position}")
    second.add(first)

    assert sorted(whole.values) == sorted(second.values)
    assert len(whole.values) == min(len(positions), 20)
