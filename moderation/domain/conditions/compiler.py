"""Turn conditions into functions, all word lists into one lexicon."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from weakref import WeakValueDictionary

from moderation.domain.conditions import facts, logic, wording
from moderation.domain.conditions.clues import Clues
from moderation.domain.conditions.expression import (
    AllOf,
    Amount,
    AnyOf,
    BesideMatch,
    Domain,
    Drawn,
    Expression,
    Flag,
    Fold,
    Holds,
    Hours,
    Member,
    Near,
    NoneOf,
    Quoted,
    Regex,
    SameSentence,
    Terms,
    Word,
    walk_own,
)
from moderation.domain.conditions.logic import Check
from moderation.domain.conditions.wording import Scope
from moderation.domain.matching import Entry, Lexicon, Pattern, compile_regex

#: The cheapest first, so that most rules end at their first fact.
_COST = (Flag, Member, Amount, Hours, Drawn, Domain, Word, AnyOf, AllOf, NoneOf, Near, SameSentence, Regex)


_Entries = tuple[tuple[str, str, Fold], ...]
#: Lexicons that some policy uses: a draft that changes no word shares the live one's, which takes seconds to make.
_LEXICONS: WeakValueDictionary[_Entries, Lexicon] = WeakValueDictionary()


@dataclass(slots=True)
class Compiler:
    """Compiles the rules of one policy, gathering the words that they look for."""

    #: Words, and domains, by id of their list.
    words: Mapping[str, Sequence[str]]
    domains: Mapping[str, Sequence[str]]
    #: Every spelling by any spelling of an entity, in folded case.
    spellings: Mapping[str, Sequence[str]]
    #: Whether quoted words are not the commenter's own.
    own_words_only: bool
    _entries: dict[tuple[str, str, Fold], None] = field(default_factory=dict)
    #: What the compiled rules cannot do without.
    clues: Clues = field(init=False, default_factory=Clues)
    #: Conditions that many rules share, compiled once.
    _shared: dict[tuple[Expression, bool], Check] = field(default_factory=dict)

    def rule(self, when: Expression, unless: Expression | None) -> Check:
        """Compile a rule: it holds where `when` does and `unless` does not."""
        parts = (when,) if unless is None else (when, unless)
        asks_quoted = any(isinstance(part, Quoted) for whole in parts for part in walk_own(whole))
        quotes = asks_quoted or not self.own_words_only
        compiled = self._compile(when, quotes)
        if unless is not None:
            compiled = logic.all_of((compiled,), (logic.none_of((self._compile(unless, quotes),)),))
        return logic.where_clues(self.clues.needed(when), compiled)

    def fact(self, expression: Expression) -> Check:
        """Compile a condition that asks about facts alone."""
        return self._compile(expression, quotes=True)

    def own(self, expression: Expression) -> Check:
        """Compile a condition that looks for words among the writer's own."""
        return self._compile(expression, quotes=False)

    def lexicon(self) -> Lexicon:
        """Return one lexicon over all the words that the compiled rules look for."""
        entries = tuple(self._entries)
        lexicon = _LEXICONS.get(entries)
        if lexicon is None:
            lexicon = _LEXICONS[entries] = Lexicon(
                Entry(list=key, word=word, fold=fold) for key, word, fold in entries
            )
        return lexicon

    def keys(self, terms: Terms) -> tuple[str, ...]:
        """Enter the words into the lexicon; return the keys under which their hits come back."""
        groups = [self.words[terms.list]] if terms.list else []
        groups += [terms.words] if terms.words else []
        for key, words in zip(terms.keys, groups, strict=True):
            self._entries.update(((key, word, terms.fold), None) for word in words)
        return terms.keys

    def needs(self, condition: Expression) -> list[frozenset[str]]:
        """Return groups of words: without a hit of each in the text, the condition is false."""
        match condition:
            case Word(terms=terms) if is_placed(condition):
                return [frozenset(self.keys(terms))]
            case Near(a=a, b=b):
                return [frozenset(self.keys(a)), frozenset(self.keys(b))]
            case AllOf(parts) | SameSentence(parts):
                return [group for part in parts for group in self.needs(part)]
            case AnyOf(parts):
                groups = [self.needs(part) for part in parts]
                return [frozenset().union(*(each[0] for each in groups))] if all(groups) else []
            case _:
                return []

    def _compile(self, expression: Expression, quotes: bool) -> Check:
        if not isinstance(expression, (Member, Word, Near)):
            return self._compiled(expression, quotes)
        known = (expression, quotes)
        if known not in self._shared:
            self._shared[known] = logic.remembered(self._compiled(expression, quotes))
        return self._shared[known]

    def _compiled(self, expression: Expression, quotes: bool) -> Check:
        match expression:
            case Amount(fact=fact, comparison=comparison):
                return facts.amount(fact, comparison)
            case Member(fact=fact, values=values):
                return facts.member(fact, self._spelled(fact, values))
            case Flag(fact=fact, value=value):
                return facts.flag(fact, value)
            case Hours():
                return facts.hours(expression)
            case Drawn():
                return facts.drawn(expression)
            case Domain():
                return self._domain(expression)
            case Word():
                return self._word(expression, quotes)
            case Near():
                scope = wording.everything if quotes else wording.own
                keys = (self.keys(expression.a), self.keys(expression.b))
                return wording.near(expression, a=keys[0], b=keys[1], scope=scope)
            case Regex():
                return self._regex(expression, quotes)
            case Quoted(value=value):
                return wording.is_quoted(value)
            case AllOf(parts):
                return self._all(parts, quotes)
            case AnyOf(parts):
                compiled = [self._compile(part, quotes) for part in parts]
                return logic.any_of(compiled, [self.clues.needed(part) for part in parts])
            case NoneOf(parts):
                return logic.none_of([self._compile(part, quotes) for part in parts])
            case SameSentence(parts):
                return self._same_sentence(parts, quotes)
            case Holds():
                return self._holds(expression)
            case _:
                return logic.beside_match(self._compile(expression.part, quotes))

    def _all(self, parts: Sequence[Expression], quotes: bool) -> Check:
        free = sorted((part for part in parts if not _is_bound(part)), key=cost)
        bound = [part for part in parts if _is_bound(part)]
        compiled = [[self._compile(part, quotes) for part in group] for group in (free, bound)]
        return logic.all_of(*compiled)

    def _same_sentence(self, parts: Sequence[Expression], quotes: bool) -> Check:
        return logic.same_sentence(
            self._all(parts, quotes),
            facts=[self._compile(part, quotes) for part in parts if isinstance(part, (Flag, Member, Amount))],
            needs=[group for part in parts for group in self.needs(part)],
            placed=[self._compile(part, quotes) for part in sorted(parts, key=cost) if is_placed(part)],
            size=sum(len(walk_own(part)) for part in parts),
        )

    def _holds(self, condition: Holds) -> Check:
        """Compile another rule once, however many rest on it."""
        if condition.when is None:
            return logic.never
        known = (condition, False)
        if known not in self._shared:
            check = self.rule(condition.when, condition.unless)
            self._shared[known] = logic.rule_holds(condition.rule, check, expires=condition.expires)
        return self._shared[known]

    def _word(self, condition: Word, quotes: bool) -> Check:
        keys = self.keys(condition.terms)
        innocent = self.keys(Terms(words=condition.unless_words)) if condition.unless_words else (None,)
        others = [name for name in condition.fields if name not in ("body", "quote")]
        return wording.word(keys, scope=_scope(condition.fields, quotes), fields=others, innocent=innocent[0])

    def _regex(self, condition: Regex, quotes: bool) -> Check:
        others = [name for name in condition.fields if name not in ("body", "quote")]
        compiled = partial(pattern_of, condition.pattern, condition.case)
        scope = _scope(condition.fields, quotes)
        gate = (self.clues.gates, self.clues.gates.add(condition.pattern, case=condition.case))
        return wording.pattern(compiled, gate=gate, scope=scope, fields=others, case=condition.case)

    def _domain(self, condition: Domain) -> Check:
        listed = self.domains[condition.list] if condition.list else ()
        return facts.domain((*condition.domains, *listed), outside=condition.outside)

    def _spelled(self, fact: str, values: Sequence[str]) -> Sequence[str]:
        if fact not in ("article.about", "article.people"):
            return values
        return [spelling for value in values for spelling in self.spellings.get(value.casefold(), (value,))]


def _scope(fields: Sequence[str], quotes: bool) -> Scope | None:
    if "body" in fields:
        return wording.everything if quotes or "quote" in fields else wording.own
    return wording.quoted if "quote" in fields else None


def _is_bound(part: Expression) -> bool:
    """Whether a condition needs to know what the others have found."""
    return any(isinstance(inner, (Quoted, BesideMatch)) for inner in walk_own(part))


def is_placed(part: Expression) -> bool:
    """Whether a condition holds only by words of the text, and so has its place in a sentence."""
    match part:
        case Word(fields=fields) | Regex(fields=fields):
            return set(fields) <= {"body", "quote"}
        case Near():
            return True
        case AnyOf(parts):
            return all(map(is_placed, parts))
        case _:
            return False


def cost(part: Expression) -> int:
    """Rank a condition: the cheaper to ask, the lower."""
    return _COST.index(type(part)) if type(part) in _COST else len(_COST)


@cache
def pattern_of(pattern: str, case: bool) -> Pattern:
    """Compile a pattern when a comment first needs it."""
    return compile_regex(pattern, case=case)
