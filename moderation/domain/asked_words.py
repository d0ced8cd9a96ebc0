"""The words by which a policy's rules can stop a comment, apart from those that only excuse one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from moderation.domain.conditions.expression import (
    AllOf,
    AnyOf,
    BesideMatch,
    Expression,
    Near,
    NoneOf,
    SameSentence,
    Terms,
    Word,
)
from moderation.domain.matching import Entry
from moderation.domain.policy import Policy, Rule
from moderation.domain.verdict import Mode, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """How rules use a word."""

    #: Whether a rule holds for the word alone, with nothing else beside it.
    alone: bool
    #: Longer phrases in which every rule that uses it takes it for innocent.
    innocent: frozenset[str]


def asked_words(policy: Policy) -> Mapping[Entry, Use]:
    """Return the words that can stop a comment, under their list, or under `rule ID` where a rule names them."""
    found: dict[Entry, Use] = {}
    for rule in policy.rules:
        if rule.mode is Mode.OFF or rule.then.verdict is Outcome.ALLOW:
            continue
        for terms, use in _uses(rule.when, alone=True):
            for entry in _entries(terms, policy, rule):
                found[entry] = _both(found.get(entry, use), use)
    # A list that one rule reads hard and another soft is tried as the hard one reads it.
    return {e: u for e, u in found.items() if e.fold == "hard" or Entry(e.list, e.word, "hard") not in found}


def _uses(condition: Expression, *, alone: bool) -> Iterator[tuple[Terms, Use]]:
    """The words that make a condition hold; those under `none` make it fail."""
    match condition:
        case Word(terms=terms):
            yield terms, Use(alone=alone, innocent=frozenset(condition.unless_words))
        case Near(a=a, b=b):
            yield from ((terms, Use(alone=False, innocent=frozenset())) for terms in (a, b))
        case AnyOf(parts):
            for part in parts:
                yield from _uses(part, alone=alone)
        case AllOf(parts) | SameSentence(parts):
            wanted = [part for part in parts if not isinstance(part, NoneOf)]
            for part in wanted:
                yield from _uses(part, alone=alone and len(wanted) == 1)
        case BesideMatch(part):
            yield from _uses(part, alone=False)
        case _:
            return


def _entries(terms: Terms, policy: Policy, rule: Rule) -> Iterator[Entry]:
    listed: Sequence[str] = policy.lists[terms.list].words if terms.list else ()
    yield from (Entry(terms.list or "", word, terms.fold) for word in listed)
    yield from (Entry(f"rule {rule.id}", word, terms.fold) for word in terms.words)


def _both(one: Use, other: Use) -> Use:
    return Use(alone=one.alone or other.alone, innocent=one.innocent & other.innocent)
