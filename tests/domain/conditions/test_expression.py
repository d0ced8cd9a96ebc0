"""Conditions as values: what they contain, and what they ask."""

import pytest

from moderation.domain.conditions.expression import (
    AllOf,
    Amount,
    BesideMatch,
    Comparison,
    Domain,
    NoneOf,
    Quoted,
    Terms,
    Word,
    asks,
    parts_of,
    walk,
)

WORD = Word(terms=Terms(words=("x",)))
LINKS = Amount(fact="links", comparison=Comparison(">=", 1))


def test_walk_meets_every_condition_inside() -> None:
    """Whoever checks a policy must not miss a condition that is nested deep."""
    whole = AllOf((WORD, NoneOf((BesideMatch(LINKS),))))

    assert walk(whole) == [whole, WORD, NoneOf((BesideMatch(LINKS),)), BesideMatch(LINKS), LINKS]
    assert parts_of(WORD) == ()


def test_asks_names_the_facts_only() -> None:
    """What no rule asks about need not be looked up."""
    assert asks(AllOf((WORD, LINKS, Domain(domains=("a.example",)), Quoted(value=True)))) == {
        "links",
        "link_domain",
    }


@pytest.mark.parametrize(
    ("bound", "shown"),
    [(Comparison(">=", 0.6), "≥ 0.60"), (Comparison(">", 5), "> 5"), (Comparison("==", 1), "= 1")],
)
def test_a_bound_is_written_for_people(bound: Comparison, shown: str) -> None:
    """Moderators read reasons, not code."""
    assert str(bound) == shown
