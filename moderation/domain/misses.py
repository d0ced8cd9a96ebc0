"""Rejected comments that resemble what a rule catches, and escape it.

Resemblance is by words: how much likelier a word is among what is caught than elsewhere
(naive Bayes log ratios; Manning, Raghavan & Schütze 2008, Introduction to Information Retrieval, section 13.2).
"""

import heapq
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log

from moderation.domain.backtest import Miss
from moderation.domain.past_verdict import MODULUS, SCATTER, PastVerdict

_WORD = re.compile(r"[^\W\d_]{3,}")
_LONGEST = 2_000
#: Words that are counted, comments that are remembered, comments that are shown.
_MOST_WORDS, _MOST_ESCAPED, MOST_SHOWN = 4_000, 400, 10
#: Of what is neither caught nor rejected, one in so many is read, to know which words are common.
_ONE_IN = 40
_TELLING = 5
#: The least mean log ratio of the telling words that counts as resemblance.
_LEAST = 1.0


@dataclass(slots=True)
class Misses:
    """Gathers what is caught, what escaped, and what is common; of bounded size."""

    caught: Counter[str] = field(default_factory=Counter)
    common: Counter[str] = field(default_factory=Counter)
    caught_count: int = 0
    common_count: int = 0
    #: Some of those that escaped: by their place in a fixed disorder, the same ones each time.
    escaped: list[tuple[int, Miss]] = field(default_factory=list)

    def note_caught(self, archived: PastVerdict) -> None:
        """Take in a comment for which a changed rule holds."""
        self.caught.update(_words(archived))
        self.caught_count += 1
        _trim(self.caught)

    def note_escaped(self, archived: PastVerdict) -> None:
        """Take in a rejected comment for which no changed rule holds and which would be published."""
        text = archived.text
        if text is None:
            return
        miss = Miss(
            decision_id=archived.decision.id,
            comment_id=archived.decision.comment_id,
            at=archived.decision.at,
            text=text[:_LONGEST],
            shared=(),
            resemblance=0.0,
        )
        self._keep([(-(archived.decision.position * SCATTER % MODULUS), miss)])

    def note_other(self, archived: PastVerdict) -> None:
        """Take in one of the rest."""
        if archived.gist.position % _ONE_IN == 0:
            self.common.update(_words(archived))
            self.common_count += 1
            _trim(self.common)

    def add(self, other: "Misses") -> None:
        """Take in what another gathered."""
        self.caught.update(other.caught)
        self.common.update(other.common)
        self.caught_count += other.caught_count
        self.common_count += other.common_count
        self._keep(other.escaped)

    def likeliest(self) -> tuple[Miss, ...]:
        """Return those that resemble what is caught most."""
        if not self.caught_count:
            return ()
        likened = [self._likened(miss) for _, miss in self.escaped]
        found = [miss for miss in likened if miss.resemblance >= _LEAST]
        return tuple(sorted(found, key=lambda m: (-m.resemblance, m.decision_id))[:MOST_SHOWN])

    def _keep(self, escaped: Iterable[tuple[int, Miss]]) -> None:
        self.escaped = heapq.nlargest(_MOST_ESCAPED, [*self.escaped, *escaped], key=lambda pair: pair[0])

    def _likened(self, miss: Miss) -> Miss:
        words = {word for word in _WORD.findall(miss.text.casefold()) if word in self.caught}
        weighed = sorted(((self._weight(word), word) for word in words), reverse=True)[:_TELLING]
        telling = [(weight, word) for weight, word in weighed if weight > 0]
        return Miss(
            decision_id=miss.decision_id,
            comment_id=miss.comment_id,
            at=miss.at,
            text=miss.text,
            shared=tuple(word for _, word in telling),
            # Fewer telling words than these say less.
            resemblance=round(sum(weight for weight, _ in telling) / 3, 3),
        )

    def _weight(self, word: str) -> float:
        caught = (self.caught[word] + 0.5) / (self.caught_count + 1)
        common = (self.common[word] + 0.5) / (self.common_count + 1)
        return log(caught / common) if self.caught[word] > 1 or self.caught_count < 20 else 0.0


def _words(archived: PastVerdict) -> set[str]:
    return set(_WORD.findall((archived.text or "")[:_LONGEST].casefold()))


def _trim(counter: Counter[str]) -> None:
    """Forget the rarest words once there are twice as many as are kept."""
    if len(counter) > 2 * _MOST_WORDS:
        kept = counter.most_common(_MOST_WORDS)
        counter.clear()
        counter.update(dict(kept))
