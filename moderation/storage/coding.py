"""Domain values to stored bytes and back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

from moderation.domain.backtesting.backtest import Backtest
from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision, DecisionId, Source
from moderation.domain.signals import UNKNOWN, Signals
from moderation.domain.suggestions.suggestion import Drafted
from moderation.domain.verdict import Outcome, Span

_DECISION = TypeAdapter(Decision)
_BACKTEST = TypeAdapter(Backtest)
_DRAFTED = TypeAdapter(tuple[Drafted, ...])


@dataclass(slots=True)
class _Match:
    rule: str


@dataclass(slots=True)
class _Verdict:
    matches: list[_Match]
    shadow: list[_Match]
    unknown: tuple[str, ...]
    policy: str


@dataclass(slots=True)
class _WithVerdict:
    verdict: _Verdict


_VERDICT = TypeAdapter(_WithVerdict)


@dataclass(frozen=True, slots=True)
class _Found:
    rule: str
    clause: str
    queue: str


@dataclass(frozen=True, slots=True)
class _Concluded:
    matches: tuple[_Found, ...]
    shadow: tuple[_Found, ...]
    would_be: Outcome | None


@dataclass(slots=True)
class Outline:
    """Of a decision, what is counted."""

    id: DecisionId
    comment_id: CommentId
    revision: int
    outcome: Outcome
    source: Source
    at: datetime
    verdict: _Concluded | None
    language: str | None
    by: str | None
    clause: str | None
    masked: tuple[Span, ...] = ()
    review_queue: str | None = None
    is_drawn: bool = False


_OUTLINE = TypeAdapter(Outline)


def decision_to_bytes(decision: Decision) -> bytes:
    """Write a decision as JSON."""
    return _DECISION.dump_json(decision)


def decision_of_bytes(body: bytes) -> Decision:
    """Read a decision that was written."""
    return _DECISION.validate_json(bytes(body))


def verdict_of_bytes(body: bytes) -> _Verdict:
    """Read which rules held, by which policy, and what had failed; a third of the time of the whole."""
    return _VERDICT.validate_json(bytes(body)).verdict


def outlines_of_bytes(bodies: Iterable[bytes]) -> Iterator[Outline]:
    """Read what figures and reports count, in a fraction of the time of the whole.

    What policies conclude is alike for many comments, and is kept once: the collector of garbage goes through
    all that is held, again and again.
    """
    known: dict[_Concluded, _Concluded] = {}
    for body in bodies:
        outline = _OUTLINE.validate_json(bytes(body))
        if outline.verdict is not None:
            outline.verdict = known.setdefault(outline.verdict, outline.verdict)
        yield outline


def backtest_to_bytes(backtest: Backtest) -> bytes:
    """Write what a look back found as JSON."""
    return _BACKTEST.dump_json(backtest)


def backtest_of_bytes(body: bytes) -> Backtest:
    """Read what a look back found."""
    return _BACKTEST.validate_json(bytes(body))


def drafted_to_bytes(drafted: tuple[Drafted, ...]) -> bytes:
    """Write the words that a search found as JSON."""
    return _DRAFTED.dump_json(drafted)


def drafted_of_bytes(body: bytes) -> tuple[Drafted, ...]:
    """Read the words that a search found."""
    return _DRAFTED.validate_json(bytes(body))


def signals_to_bytes(signals: Signals) -> bytes:
    """Write the facts and their spans as JSON; the text stays out."""
    unknown = [name for name, fact in signals.facts.items() if fact is UNKNOWN]
    return to_json(
        {
            "facts": {name: fact for name, fact in signals.facts.items() if fact is not UNKNOWN},
            "unknown": unknown,
            "spans": {name: [(s.start, s.end) for s in spans] for name, spans in signals.spans.items()},
        }
    )


def signals_of_bytes(body: bytes) -> tuple[dict[str, Any], dict[str, tuple[Span, ...]]]:
    """Read facts and spans."""
    stored = from_json(bytes(body))
    return facts_of(stored), spans_of(stored)


def facts_of(stored: dict[str, Any]) -> dict[str, Any]:
    """Return the facts of what was read; lists become tuples, what was unknown is `UNKNOWN` again."""
    facts: dict[str, Any] = stored["facts"]
    for name, fact in facts.items():
        if type(fact) is list:
            facts[name] = tuple(fact)
    facts.update(dict.fromkeys(stored["unknown"], UNKNOWN))
    return facts


def spans_of(stored: dict[str, Any]) -> dict[str, tuple[Span, ...]]:
    """Return the spans of what was read."""
    return {name: tuple(Span(start, end) for start, end in pairs) for name, pairs in stored["spans"].items()}
