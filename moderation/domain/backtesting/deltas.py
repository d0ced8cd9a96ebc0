"""Rules of which only listed words differ: where none of those words can stand, they hold as they held."""

from collections.abc import Hashable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from moderation.domain.backtesting.evidence import Evidence
from moderation.domain.backtesting.meaning import meaning_of, words_of
from moderation.domain.conditions.expression import Expression, Near, Terms, Word, walk
from moderation.domain.matching import Entry, Lexicon
from moderation.domain.policy import Policy, Rule
from moderation.domain.record import NOT_KEPT

_NO_WORDS = Terms()


class Deltas:
    """The words that differ, rule by rule."""

    def __init__(self, recorded: Policy, policy: Policy, changed: list[Rule]) -> None:
        """Compare rules with those of the same id that were recorded."""
        known = {rule.id: rule for rule in recorded.rules}
        entries: list[Entry] = []
        #: Ids of the rules that differ in words alone.
        self.rules: frozenset[str] = frozenset()
        for rule in changed:
            words = _between((rule, policy), (known[rule.id], recorded)) if rule.id in known else None
            # A word with accents tells how the other words of its list are read; what is not kept may hold any.
            if words is not None and all(word.isascii() for word, _ in words) and NOT_KEPT.isdisjoint(rule.asks):
                self.rules |= {rule.id}
                entries += [Entry(list=rule.id, word=word, fold=fold) for word, fold in sorted(words)]
        self._lexicon = Lexicon(entries)
        self._asks_beside = any(map(_asks_beside, (rule for rule in changed if rule.id in self.rules)))

    def untouched(self, evidence: Evidence) -> frozenset[str]:
        """Return the rules of which no differing word can stand in a comment or beside it."""
        folded = None if not self.rules or evidence.is_gone else evidence.folded
        if folded is None:
            return frozenset()
        untouched = self.rules - self._lexicon.glance(folded)
        return untouched - evidence.words_beside(self._lexicon) if self._asks_beside else untouched


def _asks_beside(rule: Rule) -> bool:
    """Whether a rule looks for words beside the text, too."""
    wholes = (rule.when, rule.unless) if rule.unless is not None else (rule.when,)
    return any(
        isinstance(part, Word) and not {"body", "quote"}.issuperset(part.fields)
        for whole in wholes
        for part in walk(whole)
    )


def _between(one: tuple[Rule, Policy], other: tuple[Rule, Policy]) -> frozenset[Any] | None:
    """Return the words, each with its fold, that differ; `None` where more than words does."""
    if _shape(*one) != _shape(*other):
        return None
    words: set[Any] = set()
    for mine, theirs in zip(_terms(*one), _terms(*other), strict=True):
        words |= mine ^ theirs
    return frozenset(words)


def _shape(rule: Rule, policy: Policy) -> Hashable:
    """Return what decides whether a rule holds, besides the words of its lists, in the order written."""
    bare = replace(rule, when=_bare(rule.when), unless=_bare(rule.unless) if rule.unless is not None else None)
    return bare.when, bare.unless, rule.mode, meaning_of(bare, policy)


def _bare(value: Any) -> Any:
    """Take the words out of a condition, leaving how they are folded."""
    if isinstance(value, Terms):
        return replace(_NO_WORDS, fold=value.fold)
    if isinstance(value, tuple):
        return tuple(map(_bare, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _bare(getattr(value, each.name)) for each in fields(value)})
    return value


def _terms(rule: Rule, policy: Policy) -> Iterator[frozenset[Any]]:
    """Yield the words of each place that names some, in the order written."""
    wholes: list[Expression] = [rule.when, *([rule.unless] if rule.unless is not None else [])]
    for part in (part for whole in wholes for part in walk(whole)):
        match part:
            case Word(terms=terms):
                named: tuple[Terms, ...] = (terms,)
            case Near(a=a, b=b):
                named = (a, b)
            case _:
                named = ()
        for terms in named:
            yield frozenset((word, terms.fold) for word in words_of(terms, policy))
