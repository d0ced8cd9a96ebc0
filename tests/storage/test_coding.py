"""What is written to the database comes back the same."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.decision import Decision, DecisionId, Source
from moderation.domain.signals import UNKNOWN, Signals
from moderation.domain.text import normalise
from moderation.domain.verdict import Effect, Match, Mode, Outcome, Span, Verdict, WriterMessage
from moderation.storage.coding import decision_of_bytes, decision_to_bytes, signals_of_bytes, signals_to_bytes
from moderation.storage.tables import from_microseconds, to_microseconds
from moderation.testing.factories import ruled

TEXT = st.text(max_size=9)
SPANS = st.lists(st.builds(Span, st.integers(0, 9), st.integers(10, 99)), max_size=3).map(tuple)
MATCHES = st.lists(
    st.builds(
        Match,
        rule=TEXT,
        clause=TEXT,
        mode=st.sampled_from(Mode),
        outcome=st.sampled_from(Outcome),
        message=TEXT,
        spans=SPANS,
        attributes=st.lists(TEXT, max_size=2).map(tuple),
        effect=st.sampled_from(Effect),
        cooldown_seconds=st.none() | st.integers(0, 9),
    ),
    max_size=2,
).map(tuple)
VERDICTS = st.builds(
    Verdict,
    outcome=st.sampled_from(Outcome),
    matches=MATCHES,
    shadow=MATCHES,
    writer=st.none()
    | st.builds(WriterMessage, title=TEXT, message=TEXT, sentence=st.none() | st.just(Span(0, 9))),
    degraded=st.booleans(),
    unknown=st.lists(TEXT, max_size=2).map(tuple),
    would_be=st.none() | st.sampled_from(Outcome),
)
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2999, 1, 1), timezones=st.just(UTC))
DECISIONS = st.builds(
    Decision,
    id=TEXT.map(DecisionId),
    site=TEXT,
    comment_id=TEXT,
    revision=st.integers(1, 9),
    outcome=st.sampled_from(Outcome),
    source=st.sampled_from(Source),
    at=MOMENTS,
    position=st.integers(0, 2**60),
    verdict=st.none() | VERDICTS,
    scores=st.dictionaries(TEXT, st.floats(0, 1), max_size=3),
    derived_people=st.none() | st.lists(TEXT, max_size=2).map(tuple),
)
FACTS = st.booleans() | st.integers(-(2**53), 2**53) | st.floats(0, 1) | TEXT | st.lists(TEXT).map(tuple)


@given(DECISIONS)
def test_decision_comes_back_exactly(decision: Decision) -> None:
    """A repeat must be answered to the byte as the first time, spans, scores and microseconds alike."""
    assert decision_of_bytes(decision_to_bytes(decision)) == decision


@given(st.dictionaries(TEXT, FACTS | st.just(UNKNOWN)), st.dictionaries(TEXT, SPANS, max_size=3))
def test_signals_come_back_and_the_text_stays_out(
    facts: dict[str, bool | int | float | str | tuple[str, ...]], spans: dict[str, tuple[Span, ...]]
) -> None:
    """What outlives the text must hold all that rules saw, and none of the text."""
    written = signals_to_bytes(Signals(facts=facts, spans=spans, text=normalise("canarywren")))

    assert signals_of_bytes(written) == (facts, spans)
    assert b"canarywren" not in written


@pytest.mark.parametrize("value", [True, 1, 1.0, "1", ("1",), ()])
def test_kind_of_a_fact_is_kept(value: bool | int | float | str | tuple[str, ...]) -> None:
    """A rule that compares a number must not meet a text years later."""
    written = signals_to_bytes(Signals(facts={"f": value}, text=normalise("")))

    assert type(signals_of_bytes(written)[0]["f"]) is type(value)


def test_ruling_comes_back_as_a_persons() -> None:
    """A person's decision has no verdict, and must not grow one."""
    made = ruled(Outcome.BLOCK, at=datetime(2026, 3, 2, tzinfo=UTC), note="Clear.", clause="attacks")

    assert decision_of_bytes(decision_to_bytes(made)) == made


@given(MOMENTS)
def test_moments_are_kept_to_the_microsecond(moment: datetime) -> None:
    """A moment that is rounded changes the order of the queue, and with it who is shown twice."""
    assert from_microseconds(to_microseconds(moment)) == moment


@given(MOMENTS, MOMENTS)
def test_moments_keep_their_order(one: datetime, other: datetime) -> None:
    """The database sorts the numbers, and people mean the times."""
    assert (to_microseconds(one) < to_microseconds(other)) == (one < other)
