"""Setup: keys that are shown once, a request that works as pasted, a live test, observe or live."""

import json
import re
import shlex
from html import unescape

import pytest
from fastapi.testclient import TestClient

from moderation.keys import digest_of, key_of, new_token, prefix_of
from moderation.service import Service
from tests.web.conftest import SITES, Browse, Browser

TOKEN = re.compile(r'value="(mod_[\w-]{43})"')


@pytest.fixture
def browser(browse: Browse) -> Browser:
    """An administrator's browser."""
    return browse("administrator")


def make(browser: Browser, purpose: str = "site", name: str = "website") -> str:
    """Make a key, and return it."""
    page = browser.submit("/setup/keys", of="/setup", name=name, purpose=purpose)
    [token] = TOKEN.findall(page.text)
    return str(token)


def ask(application: TestClient, token: str) -> int:
    """Ask for a verdict with a key; returns the status."""
    headers = {"Authorization": f"Bearer {token}"}
    body = {"comment": {"text": "A civil word."}}
    return application.post("/v1/verdicts", json=body, headers=headers).status_code


def test_the_line_to_paste_works(application: TestClient, browser: Browser) -> None:
    """The first thing that a newcomer pastes must not fail."""
    page = browser.submit("/setup/keys", of="/setup", name="website", purpose="site").text
    found = re.search(r"data-copy spellcheck=\"false\">(.*?)</textarea>", page, flags=re.DOTALL)
    assert found is not None
    words = shlex.split(unescape(found[1]).replace("\\\n", ""))
    headers = dict(words[at + 1].split(": ", 1) for at, word in enumerate(words) if word == "-H")
    path = words[2].removeprefix("http://127.0.0.1:8000")

    answer = application.post(path, content=words[words.index("-d") + 1], headers=headers)

    assert answer.status_code == 200
    assert answer.json()["verdict"] == "flag"


def test_a_key_is_shown_once_and_kept_as_a_hash(browser: Browser, service: Service) -> None:
    """Whoever looks over a shoulder tomorrow must find nothing."""
    token = make(browser)

    assert token not in browser.get("/setup").text
    kept = service.sites.key(prefix_of(digest_of(token)))
    assert kept is not None
    assert sorted(kept.scopes) == ["verdicts"]


def test_a_rotated_key_ends_and_its_heir_works(application: TestClient, browser: Browser) -> None:
    """A key that may have leaked is replaced in one act."""
    old = make(browser)
    page = browser.submit("/setup/keys/rotate", of="/setup", prefix=prefix_of(digest_of(old)))
    [new] = TOKEN.findall(page.text)

    assert ask(application, old) == 401
    assert ask(application, new) == 200


def test_a_revoked_key_ends_and_stays_on_the_list(application: TestClient, browser: Browser) -> None:
    """Who had access when is asked after the fact."""
    token = make(browser, name="old-agency")
    page = browser.submit("/setup/keys/revoke", of="/setup", prefix=prefix_of(digest_of(token)))

    assert ask(application, token) == 401
    assert "old-agency" in page.text
    again = browser.submit("/setup/keys/revoke", of="/setup", prefix=prefix_of(digest_of(token)))
    assert again.status_code == 404


def test_a_key_of_another_site_cannot_be_touched(browser: Browser, service: Service) -> None:
    """The administrator of one newsroom is nobody in the next."""
    token = new_token()
    foreign = key_of(token, site=SITES[1], name="theirs", scopes=frozenset(), at=service.clock.now())
    service.sites.add_key(foreign)

    assert "theirs" not in browser.get("/setup").text
    assert browser.submit("/setup/keys/revoke", of="/setup", prefix=foreign.prefix).status_code == 404
    kept = service.sites.key(foreign.prefix)
    assert kept is not None
    assert kept.revoked_at is None


@pytest.mark.parametrize(("text", "verdict"), [("You are an idiot.", "flag"), ("A civil word.", "allow")])
def test_the_live_test_judges_and_records_nothing(
    browser: Browser, service: Service, text: str, verdict: str
) -> None:
    """Somebody who plays with the page must not fill the desk."""
    with service.storage.read(SITES[0]) as transaction:
        before = len(transaction.decisions.feed(after=0, limit=500))
    page = browser.submit("/setup/try", of="/setup", text=text).text

    assert f">{verdict}</span>" in page
    with service.storage.read(SITES[0]) as transaction:
        assert len(transaction.decisions.feed(after=0, limit=500)) == before


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/setup/keys", {"name": "", "purpose": "site"}),
        ("/setup/keys", {"name": "x", "purpose": "world"}),
        ("/setup/try", {"text": " "}),
    ],
    ids=lambda value: json.dumps(value),
)
def test_what_makes_no_sense_is_refused(browser: Browser, path: str, fields: dict[str, str]) -> None:
    """A form that somebody bent must not end in a crash."""
    assert browser.submit(path, of="/setup", **fields).status_code == 422
