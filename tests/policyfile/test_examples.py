"""A policy proved by its own examples."""

import gc
import weakref
from datetime import date

import pytest

from moderation.domain.policy import Policy
from moderation.policyfile.examples import Expectation, run_examples, run_scenarios
from moderation.policyfile.load import loads
from moderation.policyfile.rehearse import observer
from moderation.policyfile.swap import run_swaps
from moderation.scoring.language import Langid

PROVED = """
version: 1
clauses:
  attacks: {title: A, text: B}
  spam: {title: A, text: B}
rules:
  - id: attack
    clause: attacks
    when: [{target: commenter}, {any: [{word: {words: [idiot]}}, {score: {insult: ">= 0.6"}}]}]
    then: {verdict: flag}
    examples:
      hit: [You are an idiot., {text: Go on., target: commenter, scores: {insult: 0.9}}]
      miss: [{text: Go on., target: commenter, scores: {insult: 0.1}}, The idiot board broke.]
  - id: flood
    clause: spam
    mode: off
    when:
      any: [{rate: {by: author, count: "> 5", within: 10m}}, {duplicate: {of: any, within: 1h, min_letters: 0}}]
    then: {verdict: flag}
    examples:
      hit: [{text: again, rates: {author: 6}}, {text: again, duplicates: {any: 1}}]
      miss: [{text: again, rates: {author: 5}}]
  - id: links
    clause: spam
    when: [{links: ">= 2"}, {author: {approved: "< 1"}}, {article: {about: Turkey}}]
    then: {verdict: flag}
    examples:
      hit:
        - text: See
          links: [https://blog.example.com/1, https://shop.example.org/2]
          author: {approved: 0}
          article: {about: Turkey}
      known_fp: [{text: See, links: https://blog.example.com/1, author: {approved: 0}, article: {about: Turkey}}]
  - id: advertiser
    clause: spam
    when: {word: {words: [pharmacorp], in: [author.name, author.url, author.email]}}
    then: {verdict: flag}
    examples:
      hit: [{text: Hi, author: {email: ann@pharmacorp.example}}, {text: Hi, author: {url: pharmacorp.example}}]
      miss: [{text: Hi, author: {name: Ann, email: ann@post.example}}, pharmacorp]
  - id: bare-addresses
    clause: spam
    when: [{links: ">= 3"}, {link_domain: a.example}]
    then: {verdict: flag}
    examples:
      hit: [{text: x, links: [a.example, b.example, c.example]}]
      miss: [{text: x, links: [b.example, c.example, d.example]}]
scenarios:
  - {text: You are an idiot., expect: flag, fired: attack, not_fired: links}
  - {text: You there., unknown: score, expect: flag}
  - {text: Fine words., expect: block, fired: attack, not_fired: links}
"""


@pytest.fixture(scope="module")
def proved() -> Policy:
    """A policy with examples, one of which is out of date, and a scenario that fails."""
    return loads(PROVED, name="proved.yaml")


def test_examples_run_against_their_rule_whatever_its_mode(proved: Policy) -> None:
    """A rule that is off or in shadow is proved before it goes live."""
    outcomes = run_examples(proved, observe=observer(proved))

    failed = [(o.rule, o.expectation, o.found) for o in outcomes if not o.passed]
    assert failed == [("links", Expectation.KNOWN_FP, "no longer holds; move it to `miss`")]
    assert len(outcomes) == 15


def test_example_is_proved_by_its_own_rule_and_no_other() -> None:
    """All rules are asked at once; a hit of a neighbour must not pass for one's own."""
    mistaken = PROVED.replace("hit: [You are an idiot.,", "hit: [{text: Pay, author: {url: pharmacorp.example}},")
    policy = loads(mistaken, name="proved.yaml")

    outcomes = run_examples(policy, observe=observer(policy))

    assert next((o.rule, o.text, o.found) for o in outcomes if not o.passed) == ("attack", "Pay", "does not hold")


def test_scenarios_hold_the_whole_policy_to_a_verdict(proved: Policy) -> None:
    """What one rule gives another may take; only the whole tells."""
    outcomes = run_scenarios(proved, observe=observer(proved))

    assert [outcome.passed for outcome in outcomes] == [True, True, False]
    assert outcomes[2].found == "expected block, got allow; 'attack' did not fire; allow: no rule holds"


def test_examples_without_scores_have_none(proved: Policy) -> None:
    """A word rule is proved by its words, and an absent score is no low score."""
    example = proved.rules[0].examples.hit[0]

    signals = observer(proved)(example.text, example)

    assert "score.insult" not in signals.facts
    assert signals.facts["kind"] == "comment"


def test_policy_that_nobody_uses_any_more_is_forgotten() -> None:
    """An editor tries many drafts in a day; what their comments and articles left behind must not keep them."""
    draft = loads(PROVED, name="proved.yaml")
    assert run_examples(draft, observe=observer(draft))
    held = weakref.ref(draft)

    del draft
    gc.collect()

    assert held() is None


LASTING = """
version: 1
clauses: {spam: {title: A, text: B}}
rules:
  - id: fair
    clause: spam
    expires: 2026-11-01
    when: {word: {words: [stall]}}
    then: {verdict: flag}
    examples: {hit: [my stall]}
  - id: french
    clause: spam
    when: {language: fr}
    then: {verdict: flag}
    examples: {hit: [Le maire a promis de construire une nouvelle école.], miss: [{text: Le maire, language: de}]}
scenarios:
  - {text: Come to my stall., expect: flag, fired: fair}
  - {text: Le maire a promis de construire une nouvelle école., expect: flag, fired: french}
  - {text: Le maire a promis de construire une nouvelle école., expect: allow, language: de}
"""


def test_an_expired_rule_is_no_part_of_a_scenario() -> None:
    """The service asks it no longer; what only it would stop passes, and the editor had better know."""
    policy = loads(LASTING, name="lasting.yaml")
    observe = observer(policy, languages=Langid())

    on_its_last_day = run_scenarios(policy, observe=observe, today=date(2026, 11, 1))
    afterwards = run_scenarios(policy, observe=observe, today=date(2026, 11, 2))

    assert [each.passed for each in on_its_last_day] == [True, True, True]
    assert [each.passed for each in afterwards] == [False, True, True]
    told = "expected flag, got allow; 'fair' did not fire, since it has expired; allow: no rule holds"
    assert afterwards[0].found == told
    assert all(each.passed for each in run_examples(policy, observe=observe))
    assert not run_swaps(policy, observe=observe, today=date(2026, 11, 2)).findings


def test_an_example_is_in_the_language_that_it_states_or_is_told_by_its_text() -> None:
    """A rule that asks for a language is proved by texts in it, as the service hears them."""
    policy = loads(LASTING, name="lasting.yaml")

    told, untold = (
        run_scenarios(policy, observe=each) for each in (observer(policy, languages=Langid()), observer(policy))
    )

    assert [each.passed for each in told] == [True, True, True]
    assert [each.passed for each in untold] == [True, False, True]
