"""A cut-off that is taken over changes one number, and the examples that it turns."""

from pathlib import Path

import pytest

from moderation.domain.errors import Invalid
from moderation.policyfile import edit, files
from moderation.policyfile.proof import prove

RULE = """id: insulting
clause: attacks
when: {all: [{score: {insult: ">= 0.65"}}, {target: [commenter]}]}   # of May
then: {verdict: flag}
examples:
  hit:
    - {text: "Doorknob.", scores: {insult: 0.88, toxicity: 0.7}}
    - {text: "Worse.", scores: {insult: 0.97}}
  miss: [{text: "Fair.", scores: {insult: 0.50}}, {text: "Of the council.", scores: {insult: 0.86}}]
"""


def test_raised_cutoff_raises_the_hits_that_would_fall_below() -> None:
    """A score in an example stands for "scores enough"."""
    changed = edit.with_threshold(RULE, attribute="insult", at=0.93)

    assert changed == RULE.replace(">= 0.65", ">= 0.93").replace("insult: 0.88", "insult: 0.93")


def test_lowered_cutoff_lowers_the_misses_that_it_would_reach() -> None:
    """And a miss for "does not score enough"; one that is a miss for another reason stays."""
    changed = edit.with_threshold(RULE, attribute="insult", at=0.4)

    assert changed == RULE.replace(">= 0.65", ">= 0.40").replace("insult: 0.50", "insult: 0.39")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (RULE, "does not ask for it"),
        (RULE.replace("target: [commenter]", 'score: {threat: ">= 0.1"}}, {score: {threat: ">= 0.2"}'), "several"),
    ],
    ids=["another score", "twice"],
)
def test_what_cannot_be_told_is_left_to_a_person(text: str, why: str) -> None:
    """Half a change is worse than a sentence that says what to do."""
    with pytest.raises(Invalid, match=why):
        edit.with_threshold(text, attribute="threat", at=0.9)


@pytest.mark.parametrize("at", [0.3, 0.99])
@pytest.mark.parametrize(
    ("rule", "attribute"),
    [("attack-on-commenter-by-model", "insult"), ("profanity-by-model", "obscene"), ("threat-by-model", "threat")],
)
def test_shipped_rules_prove_themselves_at_another_cutoff(rule: str, attribute: str, at: float) -> None:
    """Whoever takes a cut-off over must not first mend a dozen examples."""
    policy, sources = files.read(Path("policies/default.yaml"))
    text = edit.with_threshold(edit.rule(sources, rule).text, attribute=attribute, at=at)

    prove(files.load(policy.name, edit.with_rule(sources, rule, text=text)))
