"""Thresholds in the browser: what a cut-off is worth, what a budget allows, and a draft of it."""

import re

import pytest
from fastapi.testclient import TestClient

from moderation.domain.outcome import SiteOutcome
from moderation.publishing import version
from moderation.service import Service
from moderation.web.render import ENVIRONMENT
from tests.web.conftest import SITES, Browse, Browser, rule_on

RULE = "attack-on-commenter-by-model"


@pytest.fixture(scope="module")
def judged(application: TestClient) -> TestClient:
    """The application, on which people judged some insults and some civil comments."""
    told = [("You are an idiot", SiteOutcome.REMOVED), ("I walk there", SiteOutcome.PUBLISHED)]
    rule_on(application, ((f"{text}, number {n}.", outcome) for n in range(4) for text, outcome in told))
    return application


@pytest.fixture
def editor(judged: TestClient, browse: Browse) -> Browser:
    """An editor's browser."""
    return browse("editor")


def test_curve_has_its_numbers_and_says_what_is_wanting(editor: Browser) -> None:
    """A chart without numbers persuades, and proves nothing; too few rulings are said to be too few."""
    page = editor.get("/policy/thresholds?attribute=insult&wrong_blocks=1&missed=2").text

    assert "<polyline" in page
    assert "People judged 8 of 8 comments" in page
    assert "more rulings on what rules find" in page
    assert f'href="/policy/rules/{RULE}"' in page
    assert "at least" in page
    assert re.search(r">0\.\d\d to 0\.\d\d</th>", page), "cut-offs that are worth the same stand in one row"


@pytest.mark.parametrize(
    ("value", "shown"), [(0.004, "0.4 %"), (0.5, "50 %"), (0.9982, "99.8 %"), (0.99999, "99.9 %"), (1.0, "100 %")]
)
def test_only_what_is_certain_is_a_hundred_percent(value: float, shown: str) -> None:
    """An interval from 100 % to 100 % would say that nothing can be wrong."""
    assert ENVIRONMENT.get_template("policy-parts.html").module.share(value) == shown  # type: ignore[attr-defined]


def test_cutoff_becomes_a_draft_that_proves_itself(editor: Browser, service: Service) -> None:
    """From the figure to the rule, with nothing live by it."""
    live = service.sites.get(SITES[0]).policy
    landed = editor.submit("/policy/thresholds", rule=RULE, attribute="insult", at="0.92", how="holds")
    hash = landed.url.path.rpartition("/")[2]
    _, kept = version(service.storage, hash, site=SITES[0])
    policy = service.load_policy(kept.name, kept.files)

    service.prove_policy(policy)
    assert "score.insult ≥ 0.65 → ≥ 0.92" in landed.text
    assert service.sites.get(SITES[0]).policy == live
    editor.submit(f"/policy/versions/{hash}/discard")


def test_one_more_rule_blocks_and_has_to_be_tried(editor: Browser, service: Service) -> None:
    """What the budget lets block goes by the gate as anything that blocks."""
    landed = editor.submit("/policy/thresholds", rule=RULE, attribute="insult", at="0.97", how="blocks")
    path = landed.url.path
    refused = editor.submit(f"{path}/publish").text
    assert "change the example too" not in refused  # no example failed
    editor.submit(f"{path}/backtest")
    again = editor.submit("/policy/thresholds", rule=RULE, attribute="insult", at="0.95", how="blocks")
    page = editor.get("/policy/thresholds").text
    more = editor.submit(
        "/policy/thresholds", rule=RULE, attribute="insult", at="0.7", how="holds", version=path.rpartition("/")[2]
    )

    assert f"{RULE}-blocks" in landed.text
    assert f"&#39;{RULE}-blocks&#39; would block" in refused
    assert again.status_code == 409
    assert "saved" in again.text
    assert "the draft “" in page
    assert f"{RULE}-blocks" in more.text
    assert "≥ 0.65 → ≥ 0.70" in more.text
    editor.submit(f"{more.url.path}/discard")


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"rule": RULE, "attribute": "insult", "at": "2"}, 422),
        ({"rule": RULE, "attribute": "insult", "at": "much"}, 422),
        ({"rule": RULE, "attribute": "insult", "at": "0.65"}, 409),
        ({"rule": RULE, "attribute": "threat", "at": "0.9"}, 404),
        ({"rule": "nope", "attribute": "insult", "at": "0.9"}, 404),
        ({}, 404),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused_in_words(editor: Browser, fields: dict[str, str], status: int) -> None:
    """A slip is told, and what was typed stays; nothing is saved."""
    answer = editor.submit("/policy/thresholds", **fields)

    assert answer.status_code == status
    assert status != 422 or f'value="{fields["at"]}"' in answer.text


def test_reader_sees_the_curve_and_no_form(judged: TestClient, browse: Browse) -> None:
    """Who may look need not be able to act."""
    page = browse("reader").get("/policy/thresholds").text

    assert "what each cut-off is worth" in page
    assert "Take over into a draft" not in page
    assert browse("reader").get("/policy/thresholds?attribute=nope").status_code == 404
