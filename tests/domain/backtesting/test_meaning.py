"""When two rules ask the same."""

import pytest

from moderation.domain.backtesting.meaning import meaning_of
from moderation.domain.conditions.expression import (
    AllOf,
    AnyOf,
    BesideMatch,
    Domain,
    Expression,
    Member,
    Near,
    Terms,
    Word,
)
from moderation.domain.policy import Entity, EntityKind, ListEntry, Policy, Rule, Then, WordList
from moderation.domain.verdict import Outcome

ENTITIES = (Entity(name="Turkey", spellings=("Türkiye",), kind=EntityKind.PLACE),)


def meaning(when: Expression, *, entities: tuple[Entity, ...] = (), **lists: tuple[str, ...]) -> object:
    """Return what a rule of one condition means, in a policy of lists."""
    kept = {
        id: WordList(id=id, entries=tuple(ListEntry(word=word) for word in words), domains=words)
        for id, words in lists.items()
    }
    rule = Rule(id="r", clause="c", when=when, then=Then(verdict=Outcome.FLAG))
    return meaning_of(rule, Policy(name="test", lists=kept, entities=entities, rules=(rule,)))


def listed(name: str) -> Word:
    """A condition on the words of a list."""
    return Word(terms=Terms(list=name))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (meaning(listed("a"), a=("x", "y")), meaning(listed("b"), b=("y", "x"))),
        (meaning(listed("a"), a=("x",)), meaning(Word(terms=Terms(words=("x",))))),
        (meaning(AllOf((listed("a"), listed("b"))), a=("x",), b=("y",)),
         meaning(AllOf((listed("b"), listed("a"))), a=("x",), b=("y",))),
        (meaning(Domain(list="a"), a=("x.org",)), meaning(Domain(domains=("x.org",)))),
        (meaning(Member(fact="article.about", values=("turkey",)), entities=ENTITIES),
         meaning(Member(fact="article.about", values=("Türkiye",)), entities=ENTITIES)),
    ],
    ids=["renamed list", "words in place", "another order", "domains in place", "another spelling"],
)  # fmt: skip
def test_the_same_in_other_words_is_the_same(one: object, other: object) -> None:
    """A list that moved into another file is no change."""
    assert one == other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (meaning(listed("a"), a=("x",)), meaning(listed("a"), a=("x", "y"))),
        (meaning(Word(terms=Terms(words=("x",)))), meaning(Word(terms=Terms(words=("x",), fold="hard")))),
        (meaning(AllOf((listed("a"),)), a=("x",)), meaning(AnyOf((listed("a"),)), a=("x",))),
        (meaning(BesideMatch(listed("a")), a=("x",)), meaning(BesideMatch(listed("a")), a=("y",))),
        (meaning(Near(a=Terms(words=("x",)), b=Terms(words=("y",)), within=2)),
         meaning(Near(a=Terms(words=("x",)), b=Terms(words=("y",)), within=3))),
        (meaning(Member(fact="article.about", values=("Turkey",)), entities=ENTITIES),
         meaning(Member(fact="article.about", values=("Turkey",)))),
    ],
    ids=["a word more", "fold", "any for all", "beside", "distance", "an entity less"],
)  # fmt: skip
def test_what_catches_other_comments_is_another_rule(one: object, other: object) -> None:
    """A change that is overlooked here is missing from every report."""
    assert one != other
