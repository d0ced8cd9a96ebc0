"""Counts what a backtest sees, comment by comment; of bounded size, and two of them add up."""

import heapq
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from moderation.domain.backtesting.backtest import Instance
from moderation.domain.backtesting.misses import Misses
from moderation.domain.backtesting.past_verdict import PastVerdict
from moderation.domain.decision import DecisionId
from moderation.domain.verdict import Outcome

#: So many instances are shown of each kind.
MOST_SHOWN = 20

#: Verdict before and after.
Pair = tuple[Outcome, Outcome]


@dataclass(slots=True)
class Tally:
    """What was seen of one stretch of the archive."""

    looked_at: int = 0
    untellable: int = 0
    shifts: Counter[Pair] = field(default_factory=Counter)
    rule_shifts: Counter[tuple[str, Pair]] = field(default_factory=Counter)
    held_before: Counter[str] = field(default_factory=Counter)
    held_after: Counter[str] = field(default_factory=Counter)
    contradicting: int = 0
    agreeing: int = 0
    contradictions: list[Instance] = field(default_factory=list)
    mistakes: list[Instance] = field(default_factory=list)
    #: Comments that wait for a person, before and after, by queue and by day.
    waiting_before: Counter[tuple[date, str]] = field(default_factory=Counter)
    waiting_after: Counter[tuple[date, str]] = field(default_factory=Counter)
    days: set[date] = field(default_factory=set)
    misses: Misses = field(default_factory=Misses)

    def add(self, other: "Tally") -> None:
        """Take in what another saw."""
        for name in ("looked_at", "untellable", "contradicting", "agreeing"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("shifts", "rule_shifts", "held_before", "held_after", "waiting_before", "waiting_after"):
            getattr(self, name).update(getattr(other, name))
        self.days |= other.days
        self.misses.add(other.misses)
        for instance in other.contradictions:
            keep(self.contradictions, instance)
        for instance in other.mistakes:
            keep(self.mistakes, instance)


def contradicts(archived: PastVerdict, pair: Pair) -> bool:
    """Whether the new verdict leads further from what a person ruled."""
    if archived.ruling is None:
        return False
    before, after = (abs(outcome.severity - archived.ruling.severity) for outcome in pair)
    return after > before


def doubt_of(archived: PastVerdict, pair: Pair) -> float:
    """Return how likely the new verdict is a mistake: the ruling tells, else the highest score does."""
    before, after = pair
    is_stricter = after.severity > before.severity
    if archived.ruling is not None:
        return abs(after.severity - archived.ruling.severity) / 2
    scores = archived.decision.scores
    highest = max(scores.values()) if scores else 0.5
    return round(1 - highest if is_stricter else highest, 4)


def is_worth_keeping(kept: list[Instance], doubt: float, id: DecisionId) -> bool:
    """Whether an instance of so much doubt would be among those that are shown."""
    return len(kept) < MOST_SHOWN or (doubt, id) > _rank(kept[-1])


def keep(kept: list[Instance], instance: Instance) -> None:
    """Keep the most doubtful ones, whichever come among equals."""
    kept[:] = heapq.nlargest(MOST_SHOWN, [*kept, instance], key=_rank)


def _rank(instance: Instance) -> tuple[float, DecisionId]:
    """Rank by doubt; ids are hashes, so that equals come from all of the archive and not from its end."""
    return instance.doubt, instance.decision_id
