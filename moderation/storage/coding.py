"""Domain values to stored bytes and back."""

from typing import Any

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

from moderation.domain.decision import Decision
from moderation.domain.signals import UNKNOWN, Signals
from moderation.domain.verdict import Span

_DECISION = TypeAdapter(Decision)


def decision_to_bytes(decision: Decision) -> bytes:
    """Write a decision as JSON."""
    return _DECISION.dump_json(decision)


def decision_of_bytes(body: bytes) -> Decision:
    """Read a decision that was written."""
    return _DECISION.validate_json(bytes(body))


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
    """Read facts (lists become tuples, what was unknown is `UNKNOWN` again) and spans."""
    stored = from_json(bytes(body))
    facts = {n: tuple(f) if isinstance(f, list) else f for n, f in stored["facts"].items()}
    facts |= dict.fromkeys(stored["unknown"], UNKNOWN)
    spans = {n: tuple(Span(start, end) for start, end in pairs) for n, pairs in stored["spans"].items()}
    return facts, spans
