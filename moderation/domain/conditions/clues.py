"""What a condition cannot do without, so that most rules end before they are asked.

A clue is a word of some list in the comment, a pattern that may occur in it, a fact that is known, has a value or
lies within a bound, another text that came with it. A rule needs one clue of each of some groups, and each group
is one bit: whether a comment has all that a rule needs is then one comparison of bits.
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from moderation.domain.conditions.expression import (
    IN_TEXT,
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
from moderation.domain.spelt import Listed

if TYPE_CHECKING:
    from moderation.domain.conditions.scene import Scene

#: Facts whose values are our own words, in lower case.
LOWER_CASE: Final = frozenset({"target", "kind", "pii"})
#: What nothing is asked of: a fact that is absent, or one that has no member.
_NOTHING: Final = (None, ())


class _Clue(NamedTuple):
    """One thing that a comment may have: of which kind, and what tells it from others of that kind."""

    kind: Literal["word", "field", "pattern", "fact", "value", "amount"]
    name: str = ""
    which: Comparison | str | int | None = None


_Group = frozenset[_Clue]


class Clues:
    """The groups of clues that the rules of one policy need, each a bit."""

    def __init__(self) -> None:
        """Know no clue yet."""
        self._bits: dict[_Group, int] = {}
        # By clue, the groups that it is of.
        self._by_word: dict[str, int] = {}
        self._by_fact: dict[str, int] = {}
        self._by_value: dict[str, dict[str, int]] = {}
        self._by_amount: dict[str, dict[Comparison, int]] = {}
        self._by_field: dict[str, int] = {}
        self._by_pattern: dict[int, int] = {}
        # By what spellings have in common, the groups of their lists; worked out when it is first met.
        self._by_listed: dict[Listed, int] = {}
        #: The patterns among them, known by their numbers.
        self.gates = Gates()

    def needed(self, condition: Expression) -> int:
        """Return the groups of clues that a condition needs: without a clue of each of them it is false."""
        return reduce(or_, map(self._bit, self._groups(condition)), 0)

    def _groups(self, condition: Expression) -> list[_Group]:
        match condition:
            case Word(terms=terms, fields=fields):
                words = self._words(terms) if not IN_TEXT.isdisjoint(fields) else frozenset()
                return [words | {_Clue("field", name) for name in fields if name not in IN_TEXT}]
            case Near(a=a, b=b):
                return [self._words(terms) for terms in (a, b)]
            case Regex(pattern=pattern, case=case, fields=fields) if IN_TEXT.issuperset(fields):
                return [frozenset({_Clue("pattern", which=self.gates.add(pattern, case=case))})]
            case Member(fact=fact, values=values) if fact in LOWER_CASE and "*" not in values:
                return [frozenset(_Clue("value", fact, value.casefold()) for value in values)]
            case Amount(fact=fact, comparison=comparison):
                return [frozenset({_Clue("amount", fact, comparison)})]
            case Member(fact=fact) | Flag(fact=fact):
                return [frozenset({_Clue("fact", fact)})]
            case Domain():
                return [frozenset({_Clue("fact", "link_domain")})]
            case AllOf(parts) | SameSentence(parts):
                return list(dict.fromkeys(group for part in parts for group in self._groups(part)))
            case Holds(when=when) if when is not None:
                return self._groups(when)
            case AnyOf(parts):
                groups = [self._groups(part) for part in parts]
                # Each part needs a clue of its first group and one of its last.
                ends = (0, -1) if all(groups) else ()
                return list(dict.fromkeys(frozenset().union(*(each[at] for each in groups)) for at in ends))
            case _:
                return []

    def _words(self, terms: Terms) -> _Group:
        return frozenset(_Clue("word", key) for key in terms.keys)

    def _bit(self, group: _Group) -> int:
        """Return the bit of a group, giving it one where it has none yet."""
        if group not in self._bits:
            bit = self._bits[group] = 1 << len(self._bits)
            self._by_listed.clear()
            for clue in group:
                known, name = self._known(clue)
                known[name] = known.get(name, 0) | bit
        return self._bits[group]

    def _known(self, clue: _Clue) -> tuple[dict[Any, int], Any]:
        """Return where the groups of a clue are known, and under which name."""
        match clue.kind:
            case "word":
                return self._by_word, clue.name
            case "field":
                return self._by_field, clue.name
            case "fact":
                return self._by_fact, clue.name
            case "pattern":
                return self._by_pattern, clue.which
            case "value":
                return self._by_value.setdefault(clue.name, {}), clue.which
            case "amount":
                return self._by_amount.setdefault(clue.name, {}), clue.which

    def seen(self, scene: "Scene") -> int:
        """Return the groups of which a comment has a clue."""
        bits = self.of_facts(scene.facts) | self._of_patterns(scene)
        known = self._by_listed
        for listed in scene.listed:
            try:
                bits |= known[listed]
            except KeyError:
                bit = known[listed] = self._of_words(listed.lists)
                bits |= bit
        for field, bit in self._by_field.items():
            if field in scene.signals.fields or scene.facts.get(field) is UNKNOWN:
                bits |= bit
        return bits

    def of_facts(self, facts: Mapping[str, Fact]) -> int:
        """Return the groups of which a fact is a clue."""
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
        """Return those of which the words of lists are clues, and the patterns that a comment is open to."""
        return self._of_words(words) | self._of_patterns(scene)

    def _of_words(self, words: Iterable[str]) -> int:
        return reduce(or_, (self._by_word.get(word, 0) for word in words), 0)

    def _of_patterns(self, scene: "Scene") -> int:
        bits = 0
        for number in scene.open_to(self.gates) if self._by_pattern else ():
            bits |= self._by_pattern.get(number, 0)
        return bits

    @property
    def beside(self) -> int:
        """Every group of which a clue may stand beside the text."""
        return reduce(or_, self._by_field.values(), 0)

    @property
    def textual(self) -> int:
        """Every group of which a clue may stand in the text or beside it."""
        return reduce(or_, (*self._by_word.values(), *self._by_pattern.values()), self.beside)
