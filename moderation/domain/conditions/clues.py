"""What a condition cannot do without, so that most rules end before they are asked.

Each clue is one bit: a word of some list stands in the comment, a pattern may occur in it, a fact is known, has a
value or lies within a bound, another text came with it. Whether a comment has all that a rule needs is then a few
additions of bits.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Final, TypeVar

from moderation.domain.conditions.expression import (
    AllOf,
    Amount,
    AnyOf,
    Comparison,
    Domain,
    Expression,
    Flag,
    Holds,
    Member,
    Near,
    Regex,
    SameSentence,
    Terms,
    Word,
)
from moderation.domain.patterns import Gates
from moderation.domain.signals import UNKNOWN, Fact

if TYPE_CHECKING:
    from moderation.domain.conditions.scene import Scene

#: Facts whose values are our own words, in lower case.
LOWER_CASE: Final = frozenset({"target", "kind", "pii"})
#: What nothing is asked of: a fact that is absent, or one that has no member.
_NOTHING: Final = (None, ())
_IN_TEXT: Final = frozenset({"body", "quote"})
_K = TypeVar("_K")


class Clues:
    """The clues that the rules of one policy need, each a bit."""

    def __init__(self, keys: Callable[[Terms], Sequence[str]]) -> None:
        """Know no clue yet; `keys` tells under which names the words of a list are found."""
        self._keys = keys
        self._by_word: dict[str, int] = {}
        self._by_fact: dict[str, int] = {}
        self._by_value: dict[str, dict[str, int]] = {}
        self._by_amount: dict[str, dict[Comparison, int]] = {}
        self._by_field: dict[str, int] = {}
        self._by_pattern: dict[int, int] = {}
        self._next = 1
        #: The patterns among them, known by their numbers.
        self.gates = Gates()

    def needed(self, condition: Expression) -> list[int]:
        """Return groups of clues: without one of each in the comment, the condition is false."""
        match condition:
            case Word(terms=terms, fields=fields):
                words = self._bits(self._by_word, self._keys(terms)) if not _IN_TEXT.isdisjoint(fields) else 0
                return [words | self._bits(self._by_field, (name for name in fields if name not in _IN_TEXT))]
            case Near(a=a, b=b):
                return [self._bits(self._by_word, self._keys(terms)) for terms in (a, b)]
            case Regex(pattern=pattern, case=case, fields=fields) if _IN_TEXT.issuperset(fields):
                return [self._bits(self._by_pattern, (self.gates.add(pattern, case=case),))]
            case Member(fact=fact, values=values) if fact in LOWER_CASE and "*" not in values:
                return [self._bits(self._by_value.setdefault(fact, {}), map(str.casefold, values))]
            case Amount(fact=fact, comparison=comparison):
                return [self._bits(self._by_amount.setdefault(fact, {}), (comparison,))]
            case Member(fact=fact) | Flag(fact=fact):
                return [self._bits(self._by_fact, (fact,))]
            case Domain():
                return [self._bits(self._by_fact, ("link_domain",))]
            case AllOf(parts) | SameSentence(parts):
                return list(dict.fromkeys(group for part in parts for group in self.needed(part)))
            case Holds(when=when) if when is not None:
                return self.needed(when)
            case AnyOf(parts):
                groups = [self.needed(part) for part in parts]
                # Each part needs a clue of its first group and one of its last.
                unions = (reduce(or_, (each[at] for each in groups)) for at in (0, -1)) if all(groups) else ()
                return list(dict.fromkeys(unions))
            case _:
                return []

    def seen(self, scene: "Scene") -> int:
        """Return the clues that a comment has."""
        bits = self.of_facts(scene.facts) | self.of_text(scene.keys, scene)
        for field in scene.signals.fields:
            bits |= self._by_field.get(field, 0)
        return bits

    def of_facts(self, facts: Mapping[str, Fact]) -> int:
        """Return the clues that facts are."""
        bits = 0
        for fact, bit in self._by_fact.items():
            if facts.get(fact) not in _NOTHING:
                bits |= bit
        for fact, by_comparison in self._by_amount.items():
            amount = facts.get(fact)
            if amount is not None:
                for comparison, bit in by_comparison.items():
                    if not isinstance(amount, (int, float)) or comparison.holds(amount):
                        bits |= bit
        for fact, by_value in self._by_value.items():
            value = facts.get(fact, ())
            values = by_value if value is UNKNOWN else value if isinstance(value, tuple) else (str(value),)
            for each in values:
                bits |= by_value.get(each, 0)
        return bits

    def of_text(self, words: Iterable[str], scene: "Scene") -> int:
        """Return the clues that the words of lists are, and the patterns that a comment is open to."""
        bits = 0
        for word in words:
            bits |= self._by_word.get(word, 0)
        for number in scene.open_to(self.gates) if self._by_pattern else ():
            bits |= self._by_pattern.get(number, 0)
        return bits

    @property
    def beside(self) -> int:
        """Every clue that may stand beside the text."""
        return reduce(or_, self._by_field.values(), 0)

    @property
    def textual(self) -> int:
        """Every clue that may stand in the text or beside it."""
        return reduce(or_, (*self._by_word.values(), *self._by_pattern.values()), self.beside)

    def _bits(self, known: dict[_K, int], names: Iterable[_K]) -> int:
        """Return the bits of some clues, giving one to each that has none yet."""
        bits = 0
        for name in names:
            if name not in known:
                known[name] = self._next
                self._next <<= 1
            bits |= known[name]
        return bits
