"""What must pass and what must not, counted on comments that were written before the rules."""

from collections.abc import Callable
from typing import Any

import pytest

from moderation.domain.policy import Policy
from moderation.domain.verdict import Outcome, Verdict

pytestmark = pytest.mark.no_cover  # see [tool.coverage.run]

Corpus = Callable[[str, str], list[dict[str, Any]]]
Judge = Callable[[Policy, dict[str, Any]], Verdict]


def test_vigorous_but_civil_comments_pass(
    corpus: Corpus, judge: Judge, default_policy: Policy, site_policy: Policy
) -> None:
    """A desk that holds anger, group names and history stops being read."""
    entries = corpus("civil", "seen")

    held = [e["text"] for e in entries for p in (default_policy, site_policy) if judge(p, e).outcome != "allow"]

    assert len(entries) >= 150
    assert held == []


def test_civil_comments_that_nobody_tuned_on_pass(corpus: Corpus, judge: Judge, site_policy: Policy) -> None:
    """The bar of one in a hundred is only worth something on texts that the rules were not made with."""
    verdicts = [judge(site_policy, entry).outcome for entry in corpus("civil", "held_back")]

    assert Outcome.BLOCK not in verdicts
    assert verdicts.count(Outcome.FLAG) <= len(verdicts) * 0.01


def test_what_must_not_stand_waits_or_is_refused(
    corpus: Corpus, judge: Judge, default_policy: Policy, site_policy: Policy
) -> None:
    """Each of these under an article costs a reader, or a court case."""
    entries = corpus("uncivil", "seen")

    passed = [e["text"] for e in entries if judge(_policy(e, default_policy, site_policy), e).outcome == "allow"]

    assert len(entries) >= 150
    assert passed == []


def test_uncivil_comments_that_nobody_tuned_on_are_caught(
    corpus: Corpus, judge: Judge, default_policy: Policy, site_policy: Policy
) -> None:
    """Lists are always a step behind; this says how far."""
    entries = corpus("uncivil", "held_back")

    caught = [e for e in entries if judge(_policy(e, default_policy, site_policy), e).outcome != "allow"]

    assert len(caught) >= len(entries) * 0.95


@pytest.mark.parametrize("policy", ["default_policy", "site_policy"])
def test_a_bare_text_is_judged(judge: Judge, policy: str, request: pytest.FixtureRequest) -> None:
    """A client that sends nothing but the text gets a sound verdict."""
    verdict = judge(request.getfixturevalue(policy), {"text": "You are an idiot."})

    assert verdict.outcome is Outcome.FLAG
    assert [(span.start, span.end) for span in verdict.matches[0].spans] == [(8, 16)]
    assert verdict.queue == "attacks"
    assert not verdict.degraded


def _policy(entry: dict[str, Any], default: Policy, site: Policy) -> Policy:
    return site if entry.get("site") else default
