"""Words that no rule knows, in the browser: evidence, a draft, "not this word"."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from threading import Event
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from moderation.domain.backtesting.backtest import Advanced, unheard
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.look_back import LookBack
from moderation.domain.outcome import SiteOutcome
from moderation.domain.policy import PolicyMode
from moderation.domain.suggestions.suggestion import Drafted, Search
from moderation.publishing import version
from moderation.service import Service
from tests.web.conftest import SITES, Browse, Browser, rule_on

REJECTED = "The barnacles got it <i>again</i>, street number {}."
CALM = ("The library is open, number {}.", "I walk to the square, number {}.", "Nine weeks is long, number {}.")


@pytest.fixture(scope="module")
def judged(application: TestClient) -> TestClient:
    """The application, on which people rejected a word that no list holds."""
    rule_on(
        application,
        (
            said
            for number in range(0, 20, 2)
            for said in (
                (REJECTED.format(number), SiteOutcome.REMOVED),
                (CALM[(number + 1) % 3].format(number + 1), SiteOutcome.PUBLISHED),
            )
        ),
    )
    return application


@pytest.fixture
def editor(judged: TestClient, browse: Browse) -> Browser:
    """An editor's browser."""
    return browse("editor")


def test_word_comes_with_its_evidence_and_leaves_and_returns(editor: Browser) -> None:
    """An editor sees the comments, the counts and what a rule would do; says no, and thinks better."""
    page = editor.submit("/policy/suggestions").text
    (term,) = re.findall('name="term" value="([^"]*)"', page)
    without = editor.submit("/policy/suggestions/dismiss", term=term).text
    again = editor.submit("/policy/suggestions/dismiss", term=term, again="yes").text

    assert 'data-slow="Reading 20 rulings…"' in page
    assert "barnacles" in term
    assert "10</b>authors rejected with it, 10 of them caught by no rule" in page
    assert re.search(r"log-odds, 95 % interval \d\.\d to \d\.\d", page)
    assert re.search(r"<mark>[^<]*</mark>[^<]*&lt;i&gt;again&lt;/i&gt;", page), re.findall("<mark>.*?</p>", page)
    assert 'href="/desk/comment?id=t-' in page
    assert "Not these words" in without
    assert "authors rejected" not in without
    assert "authors rejected" in again


def test_draft_holds_the_rule_in_shadow_and_proves_itself(editor: Browser, service: Service) -> None:
    """What is taken over as it stands goes through the same door as any rule."""
    page = editor.submit("/policy/suggestions").text
    found = re.search(r'<textarea name="text"[^>]*>(.*?)</textarea>', page, re.S)
    assert found is not None
    landed = editor.submit("/policy/new-rule", text=html.unescape(found[1]), why="A word that no rule knew")
    hash = landed.url.path.rpartition("/")[2]
    _, kept = version(service.storage, hash, site=SITES[0])
    policy = service.load_policy(kept.name, kept.files)
    drafts = editor.get("/policy/suggestions").text

    service.prove_policy(policy)
    (added,) = [rule for rule in policy.rules if rule.id.startswith("said-")]
    assert added.id in landed.text
    assert added.mode == "shadow"
    assert policy.settings.mode is PolicyMode.LIVE
    assert "a draft of its own" in drafts
    editor.submit(f"/policy/versions/{hash}/discard")


@pytest.fixture
def held(service: Service) -> Iterator[Event]:
    """Hold searches at 30 of 60 until the test lets them end."""
    ends, suggest, seconds = Event(), service.suggest, service.look_seconds

    def slow(_: Search, advanced: Advanced) -> list[Drafted]:
        advanced(30, 60)
        ends.wait()
        advanced(60, 60)
        return []

    service.suggest, service.look_seconds = slow, 0
    yield ends
    ends.set()
    service.suggest, service.look_seconds = suggest, seconds


def test_search_says_how_far_it_is(editor: Browser, held: Event) -> None:
    """A page that hangs looks broken; one that counts can be left, and shows in the end what was found."""
    begun = editor.submit("/policy/suggestions")
    while "Getting ready" in (under_way := editor.get(str(begun.url))).text:
        pass
    held.set()
    while "Refresh" in (done := editor.get(str(begun.url))).headers:
        pass

    assert "30 of about 60 in this step" in under_way.text
    assert "Look for words" not in under_way.text
    assert "No term stands out" in done.text


def test_what_another_process_found_is_shown(editor: Browser, browse: Browse, service: Service) -> None:
    """With several workers, or after a restart, an editor and their colleague find the same words."""
    hash, now = service.sites.get(SITES[0]).policy, service.clock.now()
    _, files = version(service.storage, hash, site=SITES[0])
    search = Search(site=SITES[0], policy=files, query=VerdictQuery())
    look = LookBack(id="elsewhere", hash=hash, by="ann", section="Local", began_at=now, told_at=now)
    with service.storage.write(SITES[0]) as transaction:
        transaction.policies.add_look(look)
    drafted = tuple(service.suggest(search, unheard))
    with service.storage.write(SITES[0]) as transaction:
        transaction.policies.save_look(replace(look, is_done=True, drafted=drafted))

    page = browse("administrator").get("/policy/suggestions").text

    assert "From the search that ann began" in page
    assert "only in the section Local" in page
    assert 'name="section" value=""' in page
    assert "barnacles" in page


def test_search_can_be_cancelled(editor: Browser, held: Event) -> None:
    """Whoever sees that it reads the wrong section need not wait for it."""
    begun = editor.submit("/policy/suggestions", section="Sport")
    look = parse_qs(urlsplit(str(begun.url)).query)["look"][0]

    assert "only in the section Sport" in editor.get(str(begun.url)).text
    page = editor.submit("/policy/suggestions/cancel", look=look)
    held.set()

    assert "Look for words" in page.text
    assert "Looking for words" not in editor.get(str(begun.url)).text


def test_nothing_is_searched_before_somebody_asks(browse: Browse) -> None:
    """A page must not read the archive because somebody passes by."""
    page = browse("administrator").get("/policy/suggestions").text

    assert "Look for words" in page


@pytest.mark.parametrize("term", ["", " ", "x" * 201], ids=["empty", "blank", "long"])
def test_what_is_no_word_is_refused(editor: Browser, term: str) -> None:
    """A form that somebody bent must not end in a crash."""
    assert editor.submit("/policy/suggestions/dismiss", term=term).status_code == 422
