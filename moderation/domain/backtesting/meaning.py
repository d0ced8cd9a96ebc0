"""When two rules ask the same: whatever they are called, wherever their words are listed."""

from collections.abc import Hashable

from moderation.domain.conditions.expression import (
    AllOf,
    AnyOf,
    BesideMatch,
    Domain,
    Expression,
    Holds,
    Member,
    Near,
    NoneOf,
    SameSentence,
    Terms,
    Word,
    walk,
)
from moderation.domain.policy import EntityKind, Policy, Rule

_ARTICLE = ("article.about", "article.people")


def meaning_of(rule: Rule, policy: Policy) -> Hashable:
    """Return what decides whether a rule holds: rules of equal meaning hold for the same comments."""
    parts = (rule.when, rule.unless) if rule.unless is not None else (rule.when,)
    asks_groups = any(_asks_groups(part) for whole in parts for part in walk(whole))
    return (
        *(_meaning(part, policy) for part in parts),
        rule.expires,
        policy.settings.own_words_only,
        groups_of(policy) if asks_groups else None,
    )


def groups_of(policy: Policy) -> Hashable:
    """Return the words by which a policy knows that a comment is aimed at a group."""
    listed = frozenset(word for each in policy.lists.values() if each.names_groups for word in each.words)
    peoples = [each for each in policy.entities if each.kind is EntityKind.PEOPLE]
    return listed, frozenset(name for each in peoples for name in (each.name, *each.spellings))


def _asks_groups(part: Expression) -> bool:
    """Whether a condition asks who is meant, in a way that the words for groups decide."""
    match part:
        case Member(fact="target", values=values):
            return not {"group", "nobody", "*"}.isdisjoint(value.casefold() for value in values)
        case _:
            return False


def _meaning(expression: Expression, policy: Policy) -> Hashable:
    match expression:
        case Word(terms=terms, fields=fields, unless_words=innocent):
            return "word", _words(terms, policy), frozenset(fields), frozenset(innocent)
        case Near(a=a, b=b, within=within, ordered=ordered, sentence=sentence):
            return "near", _words(a, policy), _words(b, policy), within, ordered, sentence
        case Member(fact=fact, values=values) if fact in _ARTICLE:
            return "member", fact, frozenset(_spelled(values, policy))
        case Domain(domains=domains, list=list, outside=outside):
            listed = policy.lists[list].domains if list else ()
            return "domain", frozenset((*domains, *listed)), outside
        case AllOf(parts) | AnyOf(parts) | NoneOf(parts) | SameSentence(parts):
            return type(expression).__name__, frozenset(_meaning(part, policy) for part in parts)
        case BesideMatch(part):
            return "beside", _meaning(part, policy)
        case Holds(when=when, unless=unless, expires=expires):
            return "rule", *(part and _meaning(part, policy) for part in (when, unless)), expires
        case _:
            return expression


def words_of(terms: Terms, policy: Policy) -> frozenset[str]:
    """Return the words to look for, listed or given in place."""
    listed = policy.lists[terms.list].words if terms.list else ()
    return frozenset((*listed, *terms.words))


def _words(terms: Terms, policy: Policy) -> Hashable:
    return words_of(terms, policy), terms.fold


def _spelled(values: tuple[str, ...], policy: Policy) -> list[str]:
    spellings = {
        name.casefold(): (each.name, *each.spellings)
        for each in policy.entities
        for name in (each.name, *each.spellings)
    }
    return [spelling.casefold() for value in values for spelling in spellings.get(value.casefold(), (value,))]
