"""Rejected comments that resemble what a rule catches, and escape it.

Resemblance is by words: how much likelier a word is among what is caught than elsewhere
(naive Bayes log ratios; Manning, Raghavan & Schütze 2008, Introduction to Information Retrieval, section 13.2).
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from heapq import heappush, heappushpop
from math import log
from typing import Generic, TypeVar

from moderation.domain.backtesting.backtest import Miss
from moderation.domain.backtesting.past_verdict import MODULUS, SCATTER, PastVerdict

_T = TypeVar("_T")
_WORD = re.compile(r"[^\W\d_]{3,}")
_LONGEST = 2_000
#: Texts of which the words are counted, comments that are likened, comments that are shown.
MOST_READ, MOST_LIKENED, MOST_SHOWN = 1_000, 400, 10
_TELLING = 5
#: The least mean log ratio of the telling words that counts as resemblance.
_LEAST = 1.0
#: A word in more than this share of the other comments is one that everybody uses, and no reason.
_COMMON = 0.1


@dataclass(slots=True)
class Some(Generic[_T]):
    """Some of many: by their place in a fixed disorder, so the same ones in whatever order they come."""

    most: int
    #: A heap of rank, position and what is kept: what would go first is first.
    kept: list[tuple[int, int, _T]] = field(default_factory=list)

    def wants(self, position: int) -> bool:
        """Whether what stands at a position of the feed would be kept."""
        return len(self.kept) < self.most or (_rank(position), position) > self.kept[0][:2]

    def take(self, position: int, value: _T) -> None:
        """Keep what is wanted, in place of another where there is no room."""
        (heappush if len(self.kept) < self.most else heappushpop)(self.kept, (_rank(position), position, value))

    def add(self, other: "Some[_T]") -> None:
        """Take in what another kept."""
        for _, position, value in other.kept:
            if self.wants(position):
                self.take(position, value)

    @property
    def values(self) -> list[_T]:
        """What was kept, in no order."""
        return [value for _, _, value in self.kept]


def _rank(position: int) -> int:
    return -(position * SCATTER % MODULUS)


@dataclass(slots=True)
class Misses:
    """Gathers what is caught, what escaped, and what is common; of bounded size."""

    #: Texts for which a changed rule holds, and texts of the rest.
    caught: Some[str] = field(default_factory=lambda: Some(MOST_READ))
    common: Some[str] = field(default_factory=lambda: Some(MOST_READ))
    escaped: Some[Miss] = field(default_factory=lambda: Some(MOST_LIKENED))

    def note_caught(self, archived: PastVerdict) -> None:
        """Take in a comment for which a changed rule holds."""
        _keep(self.caught, archived)

    def note_escaped(self, archived: PastVerdict) -> None:
        """Take in a rejected comment for which no changed rule holds and which would be published."""
        text, position = archived.text, archived.gist.position
        if text is None or not self.escaped.wants(position):
            return
        miss = Miss(
            decision_id=archived.decision.id,
            comment_id=archived.decision.comment_id,
            at=archived.decision.at,
            text=text[:_LONGEST],
            shared=(),
            resemblance=0.0,
        )
        self.escaped.take(position, miss)

    def note_other(self, archived: PastVerdict) -> None:
        """Take in one of the rest."""
        _keep(self.common, archived)

    def add(self, other: "Misses") -> None:
        """Take in what another gathered."""
        self.caught.add(other.caught)
        self.common.add(other.common)
        self.escaped.add(other.escaped)

    def likeliest(self) -> tuple[Miss, ...]:
        """Return those that resemble what is caught most."""
        if not self.caught.kept:
            return ()
        likeness = _Likeness(self.caught.values, self.common.values)
        found = [likened for miss in self.escaped.values if (likened := likeness(miss)).resemblance >= _LEAST]
        return tuple(sorted(found, key=lambda m: (-m.resemblance, m.decision_id))[:MOST_SHOWN])


def _keep(some: Some[str], archived: PastVerdict) -> None:
    position = archived.gist.position
    if some.wants(position) and (text := archived.text) is not None:
        some.take(position, text[:_LONGEST])


class _Likeness:
    """Tells how much a comment resembles what is caught."""

    def __init__(self, caught: list[str], common: list[str]) -> None:
        self._caught, self._common = _counted(caught), _counted(common)
        self._sizes = len(caught), len(common)

    def __call__(self, miss: Miss) -> Miss:
        words = {word for word in _words(miss.text) & self._caught.keys() if not self._is_common(word)}
        weighed = sorted(((self._weight(word), word) for word in words), reverse=True)[:_TELLING]
        telling = [(weight, word) for weight, word in weighed if weight > 0]
        return replace(
            miss,
            shared=tuple(word for _, word in telling),
            # Fewer telling words than these say less.
            resemblance=round(sum(weight for weight, _ in telling) / 3, 3),
        )

    def _is_common(self, word: str) -> bool:
        return self._common[word] > max(1, _COMMON * self._sizes[1])  # once in a few texts may be chance

    def _weight(self, word: str) -> float:
        caught, common = self._sizes
        if self._caught[word] == 1 and caught >= 20:
            return 0.0
        return log((self._caught[word] + 0.5) / (caught + 1) / ((self._common[word] + 0.5) / (common + 1)))


def _counted(texts: Iterable[str]) -> Counter[str]:
    """Count the texts in which each word stands."""
    return Counter(word for text in texts for word in _words(text))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
