"""Verdicts beside what people decided, in the browser, and the act that rests on it."""

import re

import pytest
from fastapi.testclient import TestClient

from moderation.accounts import create
from moderation.domain.account import Role
from moderation.domain.outcome import SiteOutcome
from moderation.service import Service
from tests.web.conftest import KEY, PASSWORD, SITES, Browse, Browser, rule_on

#: Text → what people did with it.
TOLD = {
    "You are an idiot, and so on.": SiteOutcome.REMOVED,
    "The library is <b>open</b> on Monday.": SiteOutcome.REMOVED,
    "I walk there every day.": SiteOutcome.PUBLISHED,
    "Cheap pills online, buy now! Work from home, earn money fast!": SiteOutcome.PUBLISHED,
    "You are an idiot, as the play says.": SiteOutcome.PUBLISHED,
}


@pytest.fixture(scope="module")
def judged(application: TestClient) -> TestClient:
    """The application, on which people judged a few comments."""
    rule_on(application, TOLD.items())
    return application


@pytest.fixture
def editor(judged: TestClient, browse: Browse) -> Browser:
    """An editor's browser."""
    return browse("editor")


def test_empty_page_says_what_would_fill_it(browse: Browse, service: Service) -> None:
    """On the first day there is nothing to compare, and the page says how that ends."""
    password = service.passwords.hash(PASSWORD)
    roles = {SITES[1]: Role.READER}
    create(service.accounts, name="eve", roles=roles, by="test", at=service.clock.now(), password=password)

    assert "People have judged nothing" in browse("eve").get("/policy/agreement").text


def test_figures_and_differences_stand_on_one_page(editor: Browser) -> None:
    """Which rule errs, on which comment, and how sure that is."""
    page = editor.get("/policy/agreement").text

    assert "of 5 comments judged by people" in page
    assert "By clause" in page
    assert 'href="/policy/rules/attack-on-commenter"' in page
    assert 'href="/desk/comment?id=t-1"' in page
    assert "The library is &lt;b&gt;open&lt;/b&gt;" in page
    assert "more without" in page or "without a mistake would prove it" in page


def test_what_is_held_and_published_is_listed_with_its_text(editor: Browser) -> None:
    """Which comments an editor's people publish after each look is what mends the rule."""
    _, _, held = editor.get("/policy/agreement").text.partition("Held though people publish them")
    assert "as the play says" in held


@pytest.mark.parametrize("share", ["0", "100", "few", "-1"])
def test_budget_that_is_none_is_refused(editor: Browser, share: str) -> None:
    """A slip of the keyboard must not allow everything."""
    assert editor.get(f"/policy/agreement?missed={share}").status_code == 422


def test_reader_sees_the_figures_and_no_switch(judged: TestClient, browse: Browse) -> None:
    """Who may look need not be able to act."""
    page = browse("reader").get("/policy/agreement").text

    assert "Verdict by verdict" in page
    assert "/policy/agreement/mode" not in page


def test_site_observes_in_one_act_and_goes_live_again(editor: Browser, judged: TestClient) -> None:
    """Stepping back is for emergencies; the way there again is known, so nothing is asked."""
    body, headers = {"comment": {"text": "You are an idiot, and so on."}}, {"Authorization": f"Bearer {KEY}"}
    observed = editor.submit("/policy/agreement/mode", mode="observe", why="a bad night").text
    tried = judged.post("/v1/assessments", json=body, headers=headers).json()
    live = editor.submit("/policy/agreement/mode", mode="live").text

    assert "Let verdicts take effect" in observed
    assert "rules refuse what they find" in observed
    assert (tried["verdict"], tried["would_be"]) == ("allow", "flag")
    assert "Only observe from now on" in live


def test_site_that_never_was_live_is_asked_to_look_back_first(editor: Browser, service: Service) -> None:
    """The page that refuses holds the button that is missing."""
    editor.submit("/policy/agreement/mode", mode="observe")
    rule = "attack-on-commenter-by-model"
    saved = editor.submit(f"/policy/rules/{rule}", priority="54", why="while we observe").url.path
    editor.submit(f"{saved}/publish")
    refused = editor.submit("/policy/agreement/mode", mode="live", why="it is time")
    found = re.search(r'action="(/policy/versions/[0-9a-f]{12})/backtest"', refused.text)
    assert found is not None, refused.text
    report = editor.submit(f"{found[1]}/backtest").text
    live = editor.submit("/policy/agreement/mode", mode="live", why="it is time").text

    assert refused.status_code == 422
    assert "nobody has looked" in refused.text
    assert "What it would have done" in report
    assert "Only observe from now on" in live


def test_what_is_no_mode_is_refused(editor: Browser) -> None:
    """A form that somebody bent must not end in a crash."""
    assert editor.submit("/policy/agreement/mode", mode="sometimes").status_code == 422
