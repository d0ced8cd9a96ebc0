"""What can be told of a rule at a glance: by facts, and by which words may stand in the text at all.

A glance says false only where the rule is false. Where it cannot tell, the text has to be read.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from moderation.domain.conditions import logic
from moderation.domain.conditions.compiler import Compiler, cost, is_placed, pattern_of
from moderation.domain.conditions.expression import (
    AllOf,
    AnyOf,
    BesideMatch,
    Expression,
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
from moderation.domain.conditions.scene import Place, Scene, Truth
from moderation.domain.signals import Fact

if TYPE_CHECKING:
    from moderation.domain.matching import Pattern

_TEXTUAL = (Word, Near, Regex, Quoted, SameSentence, BesideMatch)


def needs_text(expression: Expression) -> bool:
    """Whether a condition asks for more than facts."""
    return any(isinstance(part, _TEXTUAL) for part in walk(expression))


class Glance(Scene):
    """The facts of a comment, and the words that may stand in it; looked for when a rule first asks."""

    __slots__ = ("_look", "_seen")

    def __init__(self, facts: Mapping[str, Fact], look: Callable[[], "Seen"]) -> None:
        """Look at facts, and through `look` at words."""
        self.facts = facts
        self.window = None
        self.anchors = ()
        self.answers = {}
        self._look = look
        self._seen: Seen | None = None

    @property
    def words_seen(self) -> "Seen":
        """What may stand in and beside the text."""
        if self._seen is None:
            self._seen = self._look()
        return self._seen

    def places(self, name: str) -> Sequence[Place]:
        """Return nothing: a glance tells whether, and not where."""
        return ()


@dataclass(frozen=True, slots=True)
class Seen:
    """What a glance sees of a text; `None` where it is gone: then anything may have stood there."""

    #: The lists of which a word may stand in the text, and beside it.
    words: AbstractSet[str] | None = None
    beside: AbstractSet[str] = frozenset()
    #: The text as typed, and its plain folded reading.
    readings: tuple[str, str] | None = None


def glance_at(when: Expression, unless: Expression | None, *, compiler: Compiler, stale: frozenset[str]) -> Check:
    """Compile what a glance can tell of a rule; facts that are `stale` have to be found in the text anew."""
    checks = [_glance(when, compiler, stale, False)]
    if unless is not None:
        checks.append(logic.none_of((_glance(unless, compiler, stale, False),)))
    needed = compiler.needs(when)
    # Most rules end at their words, on most comments.
    return _first(needed, logic.all_of(checks)) if needed else logic.all_of(checks)


def _glance(expression: Expression, compiler: Compiler, stale: frozenset[str], inside: bool) -> Check:
    """Compile one condition; `inside` a sentence less is seen, so that what nothing holds of may yet hold."""
    match expression:
        case Word(terms=terms) if is_placed(expression):
            return _words([frozenset(compiler.keys(terms))])
        case Near(a=a, b=b):
            return _words([frozenset(compiler.keys(a)), frozenset(compiler.keys(b))])
        case Regex(pattern=pattern, case=case) if is_placed(expression):
            return _pattern(partial(pattern_of, pattern, case), case)
        case Word(terms=terms, fields=fields):
            return _words_anywhere(
                frozenset(compiler.keys(terms)), in_text=not {"body", "quote"}.isdisjoint(fields)
            )
        case Regex() | Quoted():
            return _unknown
        case Member(fact=fact) if fact in stale:
            return _unknown
        case AllOf(parts):
            return logic.all_of(_each(parts, compiler, stale, inside))
        case AnyOf(parts):
            return logic.any_of(_each(parts, compiler, stale, inside))
        case NoneOf(parts):
            return _unknown if inside else logic.none_of(_each(parts, compiler, stale, inside))
        case SameSentence(parts):
            return logic.all_of([*_each(parts, compiler, stale, True), _unknown])
        case BesideMatch(part):
            return logic.all_of([_glance(part, compiler, stale, True), _unknown])
        case _:
            return compiler.fact(expression)


def _each(parts: Sequence[Expression], compiler: Compiler, stale: frozenset[str], inside: bool) -> list[Check]:
    return [_glance(part, compiler, stale, inside) for part in sorted(parts, key=cost)]


def _seen(scene: Scene) -> Seen:
    assert isinstance(scene, Glance), "compiled for a glance"
    return scene.words_seen


def _unknown(_: Scene) -> Truth:
    return None


def _words(groups: Sequence[frozenset[str]]) -> Check:
    """Tell that words of a group occur nowhere."""
    groups = tuple(groups)

    def check(scene: Scene) -> Truth:
        words = _seen(scene).words
        if words is not None:
            for group in groups:
                if group.isdisjoint(words):
                    return False
        return None

    return check


def _first(needed: Sequence[frozenset[str]], check: Check) -> Check:
    groups = tuple(needed)

    def guarded(scene: Scene) -> Truth:
        words = _seen(scene).words
        if words is not None:
            for group in groups:
                if group.isdisjoint(words):
                    return False
        return check(scene)

    return guarded


def _words_anywhere(keys: frozenset[str], *, in_text: bool) -> Check:
    """Tell that words occur neither beside the text nor, where they count there, in it."""

    def check(scene: Scene) -> Truth:
        seen = _seen(scene)
        if seen.words is None or not keys.isdisjoint(seen.beside):
            return None
        return None if in_text and not keys.isdisjoint(seen.words) else False

    return check


def _pattern(compiled: "partial[Pattern]", case: bool) -> Check:
    """Tell that a pattern occurs nowhere, in the text as typed or as folded."""

    def check(scene: Scene) -> Truth:
        readings = _seen(scene).readings
        if readings is None:
            return None
        typed, soft = readings
        if compiled().find(typed) or (not case and compiled().find(soft)):
            return None
        return False

    return check
