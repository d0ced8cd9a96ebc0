"""What can be told of a rule at a glance: by facts, and by which words may stand in the text at all.

A glance says false only where the rule is false. Where it cannot tell, the text has to be read.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from moderation.domain.conditions import logic
from moderation.domain.conditions.clues import Clues
from moderation.domain.conditions.compiler import Compiler, cost, is_placed, pattern_of
from moderation.domain.conditions.expression import (
    IN_TEXT,
    AllOf,
    AnyOf,
    BesideMatch,
    Expression,
    Holds,
    Member,
    Near,
    NoneOf,
    Quoted,
    Regex,
    SameSentence,
    Word,
    walk,
)
from moderation.domain.conditions.logic import Check
from moderation.domain.conditions.scene import Exhausted, Place, Scene, Truth
from moderation.domain.patterns import Gates
from moderation.domain.signals import UNKNOWN, Fact

if TYPE_CHECKING:
    from moderation.domain.matching import Pattern

_TEXTUAL = (Word, Near, Regex, Quoted, SameSentence, BesideMatch)


def needs_text(expression: Expression) -> bool:
    """Whether a condition asks for more than facts."""
    return any(isinstance(part, _TEXTUAL) for part in walk(expression))


class Glance(Scene):
    """The facts of a comment, and the words that may stand in it; looked for when a rule first asks."""

    __slots__ = ("_beside", "_clues", "_clues_of", "_look", "_plain", "_seen")

    def __init__(
        self,
        facts: Mapping[str, Fact],
        look: Callable[[], "Seen"],
        clues_of: "ClueFinder",
        *,
        today: date | None = None,
    ) -> None:
        """Look at facts, and through `look` at words."""
        self.facts = facts
        self.today = today
        self.window = None
        self.anchors = ()
        self.answers = {}
        self._look = look
        self._clues_of = clues_of
        self._seen: Seen | None = None
        self._beside: AbstractSet[str] | None = None
        self._clues: int | None = None
        self._plain: tuple[Scene | None] | None = None

    @property
    def glimpse(self) -> "Seen":
        """What may stand in and beside the text."""
        if self._seen is None:
            self._seen = self._look()
        return self._seen

    @property
    def words_beside(self) -> AbstractSet[str]:
        """The lists of which a word may stand beside the text."""
        if self._beside is None:
            self._beside = self.glimpse.beside()
        return self._beside

    @property
    def plain(self) -> Scene | None:
        """What plainly stands in the text."""
        if self._plain is None:
            self._plain = (self.glimpse.plain(),)
        return self._plain[0]

    @property
    def clues(self) -> int:  # type: ignore[override]  # a glance only reads it
        """What rules need that the comment may have."""
        if self._clues is None:
            self._clues = self._clues_of(self)
        return self._clues

    def open_to(self, gates: Gates) -> frozenset[int]:
        """Return which of some patterns may occur in the text as typed or as folded."""
        readings = self.glimpse.readings
        return gates.open_to(*readings) if readings is not None else frozenset()

    def places(self, name: str) -> Sequence[Place]:
        """Return nothing: a glance tells whether, and not where."""
        return ()


@dataclass(frozen=True, slots=True)
class Seen:
    """What a glance sees of a text; of one that is gone, that anything may have stood there."""

    #: The lists of which a word may stand in the text.
    words: AbstractSet[str]
    #: Tells those of which one may stand beside it; few rules ask.
    beside: Callable[[], AbstractSet[str]]
    #: The text as typed, and its plain folded reading; `None` where it is gone.
    readings: tuple[str, str] | None
    #: Shows what plainly stands in the text; `None` where it is gone, or disguised.
    plain: Callable[[], Scene | None]


@dataclass(frozen=True, slots=True)
class ClueFinder:
    """Tells which clues a comment may have, at a glance: never one too few."""

    clues: Clues
    #: Facts that have to be found in the text anew.
    stale: frozenset[str]

    def __call__(self, glance: Glance) -> int:
        """Return the clues."""
        facts = {**glance.facts, **dict.fromkeys(self.stale, UNKNOWN)} if self.stale else glance.facts
        seen = glance.glimpse
        if seen.readings is None:
            return self.clues.of_facts(facts) | self.clues.textual
        return self.clues.of_facts(facts) | self.clues.of_text(seen.words, glance) | self.clues.beside


def look(glances: Sequence[Glance]) -> None:
    """Look for words in comments, then for clues: what the first looks through fills the processor's caches."""
    for see in (attrgetter("glimpse"), attrgetter("clues")):
        for glance in glances:
            see(glance)


def glance_at(when: Expression, unless: Expression | None, *, compiler: Compiler, stale: frozenset[str]) -> Check:
    """Compile what a glance can tell of a rule; facts that are `stale` have to be found in the text anew.

    A rule need not be asked where a comment lacks the clues that it needs: most end there, on most comments.
    """
    checks = [_glance(when, compiler, stale, False)]
    if unless is not None:
        checks.append(logic.none_of((_glance(unless, compiler, stale, False),)))
    return logic.all_of(checks)


def _needed(expression: Expression, compiler: Compiler) -> int:
    """Return groups of clues that a condition needs, where it looks at the text: of facts it is quicker to ask."""
    return compiler.clues.needed(expression) if needs_text(expression) else 0


def _glance(expression: Expression, compiler: Compiler, stale: frozenset[str], inside: bool) -> Check:
    """Compile one condition; `inside` a sentence less is seen, so that what nothing holds of may yet hold."""
    match expression:
        case Word(unless_words=()) if is_placed(expression) and not inside:
            return logic.where_clues(compiler.clues.needed(expression), _plainly(compiler.own(expression)))
        case Word() | Near() if is_placed(expression):
            return logic.where_clues(compiler.clues.needed(expression), _unknown)
        case Regex(pattern=pattern, case=case) if is_placed(expression):
            found = _pattern(partial(pattern_of, pattern, case), case)
            return logic.where_clues(compiler.clues.needed(expression), found)
        case Word(terms=terms, fields=fields):
            return _words_anywhere(
                frozenset(compiler.keys(terms)), in_text=not IN_TEXT.isdisjoint(fields), fields=fields
            )
        case Regex() | Quoted():
            return _unknown
        case Member(fact=fact) if fact in stale:
            return _unknown
        case AllOf(parts):
            return logic.all_of(_each(parts, compiler, stale, inside))
        case AnyOf(parts):
            needs = [_needed(part, compiler) for part in parts]
            return logic.any_of([_glance(part, compiler, stale, inside) for part in parts], needs)
        case NoneOf(parts):
            return _unknown if inside else logic.none_of(_each(parts, compiler, stale, inside))
        case SameSentence(parts):
            return logic.all_of([*_each(parts, compiler, stale, True), _unknown])
        case BesideMatch(part):
            return logic.all_of([_glance(part, compiler, stale, True), _unknown])
        case Holds(rule=rule, when=when, unless=unless, expires=expires) if when is not None:
            seen = glance_at(when, unless, compiler=compiler, stale=stale)
            return logic.rule_holds(rule, seen, expires=expires)
        case _:
            return compiler.fact(expression)


def _each(parts: Sequence[Expression], compiler: Compiler, stale: frozenset[str], inside: bool) -> list[Check]:
    return [_glance(part, compiler, stale, inside) for part in sorted(parts, key=cost)]


def _unknown(_: Scene) -> Truth:
    return None


def _plainly(check: Check) -> Check:
    """Tell that words plainly stand in the text: whatever else is read in it, they do."""

    def glanced(scene: Scene) -> Truth:
        assert isinstance(scene, Glance), "compiled for a glance"
        try:
            return (scene.plain is not None and check(scene.plain)) or None
        except Exhausted:
            return None

    return glanced


def _words_anywhere(keys: frozenset[str], *, in_text: bool, fields: Sequence[str]) -> Check:
    """Tell that words occur neither beside the text nor, where they count there, in it."""
    others = [field for field in fields if field not in IN_TEXT]

    def check(scene: Scene) -> Truth:
        assert isinstance(scene, Glance), "compiled for a glance"
        if not keys.isdisjoint(scene.words_beside) or any(scene.facts.get(f) is UNKNOWN for f in others):
            return None
        return None if in_text and not keys.isdisjoint(scene.glimpse.words) else False

    return check


def _pattern(compiled: "partial[Pattern]", case: bool) -> Check:
    """Tell that a pattern occurs nowhere, in the text as typed or as folded."""

    def check(scene: Scene) -> Truth:
        assert isinstance(scene, Glance), "compiled for a glance"
        readings = scene.glimpse.readings
        if readings is None:
            return None
        typed, soft = readings
        if compiled().find(typed) or (not case and compiled().find(soft)):
            return None
        return False

    return check
