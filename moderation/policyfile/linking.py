"""Rules given what they ask beside their own words: what other rules ask, the site's time zone, a share."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from moderation.domain.conditions.expression import (
    AllOf,
    AnyOf,
    BesideMatch,
    Drawn,
    Expression,
    Holds,
    Hours,
    NoneOf,
    SameSentence,
    walk_own,
)
from moderation.domain.policy import Rule
from moderation.domain.verdict import Mode

Change = Callable[[Expression], Expression]


def linked(rules: Sequence[Rule], *, zone: str) -> tuple[Rule, ...]:
    """Return the rules with what they rest on inside; no rule may rest on itself, however far round.

    The reasons of one that rests on a private rule are for moderators only, too.
    """
    by_id = {rule.id: rule for rule in rules}
    done: dict[str, Rule] = {}

    def link(id: str) -> Rule:
        if id not in done:
            done[id] = _linked(by_id[id], link, zone)
        return done[id]

    return tuple(link(rule.id) for rule in rules)


def _linked(rule: Rule, link: Callable[[str], Rule], zone: str) -> Rule:
    def change(part: Expression) -> Expression:
        match part:
            case Hours():
                return replace(part, zone=zone)
            case Holds(rule=id):
                return _holds(link(id))
            case _:
                return _changed(part, change)

    wholes = (rule.when,) if rule.unless is None else (rule.when, rule.unless)
    rests_on = [part.rule for whole in wholes for part in walk_own(whole) if isinstance(part, Holds)]
    when = change(rule.when)
    if rule.rollout < 1:
        when = AllOf((Drawn(rule=rule.id, share=rule.rollout), when))
    return replace(
        rule,
        when=when,
        unless=None if rule.unless is None else change(rule.unless),
        private=rule.private or any(link(id).private for id in rests_on),
    )


def _holds(rule: Rule) -> Holds:
    if rule.mode is Mode.OFF:
        return Holds(rule=rule.id)
    return Holds(rule=rule.id, when=rule.when, unless=rule.unless, expires=rule.expires)


def _changed(part: Expression, change: Change) -> Expression:
    """Change the conditions directly inside a condition."""
    match part:
        case AllOf(parts):
            return AllOf(tuple(map(change, parts)))
        case AnyOf(parts):
            return AnyOf(tuple(map(change, parts)))
        case NoneOf(parts):
            return NoneOf(tuple(map(change, parts)))
        case SameSentence(parts):
            return SameSentence(tuple(map(change, parts)))
        case BesideMatch(inner):
            return BesideMatch(change(inner))
        case _:
            return part
