"""The page of a backtest: what a colleague opens without this program."""

from datetime import date

import pytest

from moderation.cli.backtest_page import page_of
from moderation.cli.backtest_tables import marked, show_backtest
from moderation.domain.backtesting.backtest import Backtest, Instance, Miss, QueueLoad, RuleShift, Shift
from moderation.domain.comment import CommentId
from moderation.domain.decision import DecisionId
from moderation.domain.verdict import Outcome, Span
from moderation.testing.clock import START
from moderation.testing.factories import NORTH

SHIFT = Shift(before=Outcome.ALLOW, after=Outcome.FLAG, count=3)


def instance(text: str | None, *spans: Span, ruling: Outcome | None = None) -> Instance:
    """Make a verdict that would have been another."""
    return Instance(
        decision_id=DecisionId("d_1"),
        comment_id=CommentId("c-1"),
        at=START,
        section="city",
        before=Outcome.ALLOW,
        after=Outcome.FLAG,
        ruling=ruling,
        rules=("insult",),
        text=text,
        spans=spans,
        message="“idiot”",
        doubt=0.9,
    )


REPORT = Backtest(
    site=NORTH,
    before="a@1",
    after="a@2",
    on_record=10,
    looked_at=10,
    untellable=2,
    changed=3,
    shifts=(SHIFT,),
    rules=(RuleShift(rule="insult", held_before=0, held_after=3, shifts=(SHIFT,)),),
    contradicting=1,
    agreeing=0,
    contradictions=(instance("<b>You</b> idiot & co", Span(11, 16), ruling=Outcome.ALLOW),),
    mistakes=(instance(None),),
    misses=(
        Miss(
            decision_id=DecisionId("d_2"),
            comment_id=CommentId("c-2"),
            at=START,
            text="You <i>fool",
            shared=("fool",),
            resemblance=2.0,
        ),
    ),
    queue=QueueLoad(
        before_per_day=0.0,
        after_per_day=1.5,
        busiest_before=0.0,
        busiest_after=2.0,
        queues={"attacks": (0.0, 1.5)},
        days={date(2026, 3, 2): (0.0, 1.0), date(2026, 3, 3): (0.0, 2.0)},
    ),
    notes=("A sample was looked at.",),
)


def test_a_text_is_shown_as_text() -> None:
    """Whoever wrote the comment must not write the page."""
    page = page_of([REPORT])

    assert "&lt;b&gt;You&lt;/b&gt; <mark>idiot</mark> &amp; co" in page
    assert "<i>fool" not in page


def test_everything_is_on_the_page() -> None:
    """What is left out is what somebody asks for."""
    page = page_of([REPORT])

    wanted = ("a person ruled <b>allow</b>", "The text was erased.", "shares fool", "<polyline", "A sample was")
    assert [each for each in wanted if each not in page] == []


def test_several_sites_stand_in_one_table() -> None:
    """One page for the publisher of several titles."""
    assert page_of([REPORT, REPORT]).count("<th>Site</th>") == 1


def test_the_terminal_tells_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """The table and the page are two views of one report."""
    show_backtest(REPORT)

    told = capsys.readouterr().out
    wanted = ("2 cannot be told", "⟦idiot⟧", "(erased)", "fool", "busiest day", "A sample was looked at.")
    assert [each for each in wanted if each not in told] == []


def test_a_long_text_is_shown_around_the_word() -> None:
    """The word that matters may stand in the last of forty lines."""
    text = "word " * 100 + "idiot " + "word " * 100

    shown = marked(instance(text, Span(500, 505)))
    assert "⟦idiot⟧" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
