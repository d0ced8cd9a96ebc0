"""Conditions as plain values, one class for each kind; `compiler` turns them into functions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import eq, ge, gt, le, lt
from typing import Final, Literal

Fold = Literal["soft", "hard"]
Number = int | float

#: The comment's own words; what it quotes; and the texts that come with it.
FIELDS: Final = ("body", "quote", "author.name", "author.url", "author.email")
#: Those of them that are the comment's own.
IN_TEXT: Final = frozenset({"body", "quote"})

COMPARE: Final[Mapping[str, Callable[[Number, Number], bool]]] = {">=": ge, ">": gt, "<=": le, "<": lt, "==": eq}
SYMBOLS: Final[Mapping[str, str]] = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "==": "="}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A number's bound, such as `>= 0.6`."""

    operator: str
    bound: Number

    def holds(self, amount: Number) -> bool:
        """Whether an amount lies within the bound."""
        return COMPARE[self.operator](amount, self.bound)

    def __str__(self) -> str:
        """Write it as a person would: `≥ 0.60`."""
        bound = f"{self.bound:.2f}" if isinstance(self.bound, float) else str(self.bound)
        return f"{SYMBOLS[self.operator]} {bound}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Words to look for: a list of the policy, words given in place, or both."""

    list: str | None = None
    words: tuple[str, ...] = ()
    fold: Fold = "soft"

    @property
    def keys(self) -> tuple[str, ...]:
        """The names under which hits come back: the list's, and that of the words given in place."""
        names = [f"list {self.list}"] if self.list else []
        names += [f"words {' | '.join(self.words)}"] if self.words else []
        return tuple(f"{name} ({self.fold})" for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One of the terms occurs."""

    terms: Terms
    fields: tuple[str, ...] = ("body",)
    #: Longer phrases inside which the terms are innocent.
    unless_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A term of `a` and a term of `b` stand at most `within` words apart."""

    a: Terms
    b: Terms
    within: int
    #: Whether `a` has to come first.
    ordered: bool = False
    #: Whether both have to stand in one sentence.
    sentence: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Regex:
    """An RE2 pattern occurs."""

    pattern: str
    fields: tuple[str, ...] = ("body",)
    case: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number lies within a bound: a score, a count, a share, an age."""

    fact: str
    comparison: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A fact is, or holds, one of the values; compared without case. `*` stands for any value."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """A link leads to one of the domains, or (`outside`) to one that is none of them."""

    domains: tuple[str, ...] = ()
    list: str | None = None
    outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A yes-or-no fact has this value."""

    fact: str
    value: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """It was sent at an hour of the clock, on a day of the week, in the site's time zone."""

    #: Minutes since midnight, in [0, 1440]: from, and up to; what ends no later than it begins ends the next day.
    start: int
    end: int
    #: The days on which the hours begin; 0 for Monday.
    days: tuple[int, ...]
    #: By its name in the IANA database.
    zone: str = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The comment is one of a share of all: always the same ones, and others for each rule."""

    rule: str
    #: In (0, 1].
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Whether what the rule found lies only in quotation."""

    value: bool


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """No part holds; an unknown part never proves it."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class SameSentence:
    """Every part holds of one and the same sentence; what has no place in the text holds for each."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class BesideMatch:
    """The part holds of every sentence in which the rule found something."""

    part: "Expression"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """Another rule holds, by itself and of the whole comment, whether it is live or in shadow."""

    rule: str
    #: What that rule asks; `None` where it is off, and does not hold.
    when: "Expression | None" = None
    unless: "Expression | None" = None
    #: The last day on which it counts.
    expires: date | None = None


Expression = (
    Word
    | Near
    | Regex
    | Amount
    | Member
    | Domain
    | Flag
    | Hours
    | Drawn
    | Quoted
    | AllOf
    | AnyOf
    | NoneOf
    | SameSentence
    | BesideMatch
    | Holds
)


def parts_of(expression: Expression) -> tuple[Expression, ...]:
    """Return the conditions directly inside a condition."""
    match expression:
        case AllOf(parts) | AnyOf(parts) | NoneOf(parts) | SameSentence(parts):
            return parts
        case BesideMatch(part):
            return (part,)
        case Holds(when=when, unless=unless):
            return tuple(part for part in (when, unless) if part is not None)
        case _:
            return ()


def walk(expression: Expression) -> list[Expression]:
    """Return a condition and all conditions inside it, also those of the rules that it rests on."""
    return [expression, *(inner for part in parts_of(expression) for inner in walk(part))]


def walk_own(expression: Expression) -> list[Expression]:
    """Return a condition and all conditions inside it, without those of the rules that it rests on."""
    inside = () if isinstance(expression, Holds) else parts_of(expression)
    return [expression, *(inner for part in inside for inner in walk_own(part))]


def asks(expression: Expression) -> frozenset[str]:
    """Return the names of the facts that a condition asks about, and of the texts beside the comment's own."""
    facts: set[str] = set()
    for part in walk(expression):
        match part:
            case Amount(fact=fact) | Member(fact=fact) | Flag(fact=fact):
                facts.add(fact)
            case Word(fields=fields) | Regex(fields=fields):
                facts |= set(fields) - IN_TEXT
            case Domain():
                facts.add("link_domain")
            case Hours():
                facts.add("time")
            case Drawn():
                facts.add("comment.id")
            case _:
                pass
    return frozenset(facts)
