"""The plain values of a policy file."""

import pytest

from moderation.domain.errors import PolicyInvalid
from moderation.policyfile.load import loads
from moderation.policyfile.words import word_fault


@pytest.mark.parametrize("word", ["idiot", "idiot*", "13/52", "ցեղ", "i was", "🖕", "C#", "(((", "don't"])
def test_words_that_can_be_looked_for(word: str) -> None:
    """Slang is not made of letters alone."""
    assert word_fault(word) is None


@pytest.mark.parametrize("word", ["", "  ", "*", "* *", "a*", "a*b", "ab**", "*ab", "x" * 101])
def test_words_that_would_catch_everything_or_nothing(word: str) -> None:
    """An empty alternative has emptied more than one comment section."""
    assert word_fault(word) is not None


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("{word: {list: insults}}", "{links: -1}", "-1 is below 0"),
        ("{word: {list: insults}}", "{links: 1.5}", "1.5 is not a whole number"),
        ("{word: {list: insults}}", '{score: {insult: "<= 1"}}', "always holds"),
        ("{word: {list: insults}}", "{link_domain: {}}", "either `outside`, or `list`"),
        ("{word: {list: insults}}", "{author: {}}", "no key here"),
        ("{word: {list: insults}}", "{target: []}", "an empty list"),
        ("{word: {list: insults}}", "{target: }", "a value is missing"),
        ("{word: {list: insults}}", "{word: {words: }}", "a value is missing"),
        ("{word: {list: insults}}", f"{{regex: {{pattern: {'x' * 1001}}}}}", "a pattern of 1001 characters"),
        ("{verdict: flag}", "{verdict: flag, cooldown: 5000d}", "longer than ten years"),
        ("{verdict: flag}", "{verdict: flag, queue: My Queue}", "cannot be a name"),
        ("{verdict: flag}", "{verdict: flag, priority: -1}", "-1 is too small"),
        ("{verdict: flag}", "{verdict: true}", "'true' is not text"),
        ("Argue with the point.", "true", "'true' is not text"),
        ("Argue with the point.", "~", "a value is missing"),
    ],
)
def test_values_out_of_range_are_refused(sound: str, old: str, new: str, fault: str) -> None:
    """A slip of the finger must not become a rule."""
    with pytest.raises(PolicyInvalid) as refused:
        loads(sound.replace(old, new), name="p.yaml")

    assert fault in str(refused.value)


def test_numbers_may_stand_where_text_is_due(sound: str) -> None:
    """`title: 2026` needs no quotes."""
    assert (
        loads(sound.replace("title: No attacks", "title: 2026"), name="p.yaml").clauses["attacks"].title == "2026"
    )
