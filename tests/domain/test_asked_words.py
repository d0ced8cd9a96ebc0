"""By which words a policy stops comments."""

from collections.abc import Callable

import pytest

from moderation.domain.asked_words import Use, asked_words
from moderation.domain.matching import Entry
from moderation.domain.policy import Policy
from moderation.policyfile.load import loads

HEAD = """
version: 1
clauses: {attacks: {title: A, text: B}}
lists: {insults: {words: [idiot*]}, kennel: {words: [dog]}}
rules:
"""


@pytest.fixture
def ruled() -> Callable[..., Policy]:
    """A policy with rules, each given by what it asks, and what follows where that is not a flag."""

    def load(*whens: str, then: str = "{verdict: flag}") -> Policy:
        rules = [f"  - {{id: r{n}, clause: attacks, when: {when}, then: {then}}}" for n, when in enumerate(whens)]
        return loads(HEAD + "\n".join(rules), name="p.yaml")

    return load


@pytest.mark.parametrize(
    ("when", "alone"),
    [
        ("{word: {list: insults}}", True),
        ("{any: [{word: {list: insults}}, {links: '> 2'}]}", True),
        ("{same_sentence: [{word: {list: insults}}, {none: [{word: {list: kennel}}]}]}", True),
        ("[{target: commenter}, {word: {list: insults}}]", False),
        ("{near: {a: {list: insults}, b: {words: x}, within: 3}}", False),
    ],
)
def test_a_word_stops_alone_unless_something_has_to_stand_beside_it(
    ruled: Callable[..., Policy], when: str, alone: bool
) -> None:
    """A word that needs others beside it catches no name and no comment by itself."""
    found = asked_words(ruled(when))

    assert found[Entry("insults", "idiot*")].alone is alone
    assert Entry("kennel", "dog") not in found, "what excuses stops nobody"


def test_what_every_rule_takes_for_innocent_is_innocent(ruled: Callable[..., Policy]) -> None:
    """A phrase that one rule lets pass and another stops is stopped."""
    word = "{{word: {{list: insults, unless_words: [{}]}}}}"
    found = asked_words(ruled(word.format("idiot wind, the idiot"), word.format("the idiot")))

    assert found[Entry("insults", "idiot*")] == Use(alone=True, innocent=frozenset({"the idiot"}))


def test_a_list_is_tried_as_its_hardest_rule_reads_it(ruled: Callable[..., Policy]) -> None:
    """One list may serve a soft rule and a hard one; what the hard one catches is caught."""
    found = asked_words(ruled("{word: {list: insults}}", "{word: {list: insults, fold: hard}}"))

    assert list(found) == [Entry("insults", "idiot*", "hard")]


def test_a_rule_that_allows_stops_nobody(ruled: Callable[..., Policy]) -> None:
    """Its words have nothing to answer for."""
    assert asked_words(ruled("{word: {words: please}}", then="{verdict: allow}")) == {}
