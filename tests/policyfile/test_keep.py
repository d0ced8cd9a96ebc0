"""A comment becomes an example by one line more; the editor's file stays the editor's."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from moderation.domain.errors import NotFound, PolicyInvalid
from moderation.domain.example import KeptExample
from moderation.domain.site import PolicyFiles
from moderation.policyfile.files import load
from moderation.policyfile.keep import with_example
from tests.cli.conftest import SMALL

TEXT = 'He said: "what a\nclown" {you: me} # no \u200b😀'
KEPT = KeptExample(rule="name-calling", kind="hit", text=TEXT, note="ruled by mia")


def policy(text: str = SMALL, **others: str) -> PolicyFiles:
    """A policy of files."""
    return PolicyFiles(name="evening", files={"evening.yaml": text} | others)


def hits(name: str, files: Mapping[str, str], kind: str = "hit") -> list[str]:
    """The texts that prove the rule."""
    [rule] = [rule for rule in load(name, files).rules if rule.id == "name-calling"]
    return [example.text for example in getattr(rule.examples, kind)]


@pytest.mark.parametrize(
    "text",
    [
        SMALL,
        SMALL.replace("[what a clown]", "[]"),
        SMALL.replace("hit: [what a clown]", "hit:\n        # ours\n        - what a clown"),
        SMALL.replace("      hit: [what a clown]\n", ""),
        SMALL[: SMALL.index("    examples:")],
        SMALL.replace("examples:\n      hit: [what a clown]\n      miss: [a civil word]", "examples: {miss: [a]}"),
        SMALL[: SMALL.index("rules:")]
        + "rules:\n  - {id: name-calling, clause: attacks, when: {word: {list: names}}, then: {verdict: flag}}\n",
    ],
    ids=["in line", "empty", "block", "no hits", "no examples", "in one line", "a rule in one line"],
)
def test_text_is_kept_as_it_is(text: str) -> None:
    """Whatever stands in it, and however the file is written."""
    found = with_example(policy(text), KEPT)

    assert TEXT in hits("evening", found.files)
    before, after = text.splitlines(), found.files["evening.yaml"].splitlines()
    assert len(set(before) - set(after)) <= 1
    assert len(after) - len(before) in (0, 1)


def test_example_goes_where_the_rule_has_its_own() -> None:
    """A site's file that only changes the rule's mode must not take the base's examples away."""
    own = "version: 1\nname: own\nextends: evening.yaml\nrules:\n  - id: name-calling\n    mode: shadow\n"
    files = PolicyFiles(name="own", files={"own.yaml": own, "evening.yaml": SMALL})

    found = with_example(files, KEPT)

    assert found.files["own.yaml"] == own
    assert hits("own", found.files) == [TEXT, "what a clown"]


def test_rule_that_blocks_accepts_no_false_positive() -> None:
    """The same as if the editor had written it."""
    blocks = policy(SMALL.replace("verdict: flag", "verdict: block"))

    with pytest.raises(PolicyInvalid):
        with_example(blocks, KeptExample(rule="name-calling", kind="known_fp", text=TEXT, note=""))


def test_rule_that_is_not_there_is_told() -> None:
    """A typing error in a name must not pass in silence."""
    with pytest.raises(NotFound, match="nowhere"):
        with_example(policy(), KeptExample(rule="nowhere", kind="hit", text=TEXT, note=""))


def test_what_the_rule_rests_on_goes_along() -> None:
    """An insult to whoever was answered proves nothing where nobody is answered."""
    found = with_example(policy(), replace(KEPT, reply_to='J. "C"', section="Politics", scores={"insult": 0.9123}))
    [rule] = load("evening", found.files).rules
    kept = next(each for each in rule.examples.hit if each.text == TEXT)

    assert (kept.parent_author, kept.facts["article.section"]) == ('J. "C"', "Politics")
    assert kept.facts["score.insult"] == 0.9123
