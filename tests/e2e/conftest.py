"""A real server, a real browser, and newsrooms of their own for each test."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from moderation.accounts import create
from moderation.domain.account import Role
from moderation.domain.comment import SiteId
from moderation.domain.site import Scope, Site
from moderation.keys import key_of
from moderation.passwords import Argon2
from moderation.policyfile import files
from moderation.settings import Settings
from moderation.storage.accounts import AccountRepository
from moderation.storage.sites import SiteRepository
from moderation.wiring import open_database, prepare
from tests.server.processes import Server

PASSWORD = "a heron in the reeds"
#: So long a ruling may be on its way from the browser on a busy machine.
PATIENCE_SECONDS = 120.0
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

#: Each test has a site of its own.
NUMBERS = count(1)

#: A policy that flags at a word, so that a test says what waits.
POLICY = """\
version: 1
name: browser
clauses:
  attacks: {title: Personal attacks, text: "No personal attacks.", handbook: Look at the argument first.}
  spam: {title: Advertising, text: No advertising.}
lists:
  names: {words: [clown]}
  threats: {words: [noose]}
rules:
  - id: name-calling
    clause: attacks
    when: {word: {list: names}}
    then: {verdict: flag, queue: attacks, strike: 1, mask: words}
    examples: {hit: [what a clown], miss: [a civil word]}
  - id: threat
    clause: attacks
    when: {word: {list: threats}}
    then: {verdict: flag, queue: attacks, priority: 80}
    examples: {hit: [fetch the noose], miss: [a civil word]}
  - id: raid
    clause: attacks
    when: {word: {words: raiders}}
    then: {verdict: flag, label: {name: raider, for: 30d}, article: {premoderate: 2h}}
    examples: {hit: [raiders ahead], miss: [a civil word]}
"""


def chromium() -> str:
    """Return where the browser is; a test run without one must not pass in silence."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.fail("No browser is installed: run 'make browser', or say where Chromium is in CHROMIUM.")
    return found


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    """Start the browser once a module; its event loop must be gone before tests that have one of their own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Start a server for all browsers, with the small policy and the quick model."""
    folder = tmp_path_factory.mktemp("e2e")
    (folder / "policy.yaml").write_text(POLICY)
    server = Server(folder, MODERATION_POLICY=str(folder / "policy.yaml"), MODERATION_MODEL="linear")
    server.start()
    yield server
    server.end()


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A site of one test alone."""

    site: str
    server: Server
    key: str

    def send(self, number: int, text: str = "What a clown, number {}.", **author: Any) -> list[str]:
        """Send comments, each by somebody else; returns their ids."""
        ids = [f"{self.site}-{abs(hash(text)) % 10_000}-{each}" for each in range(number)]
        for start in range(0, number, 100):
            comments = [
                {
                    "comment": {"id": id, "text": text.format(start + offset)},
                    "author": {"id": f"u-{id}", "name": f"Reader {start + offset}"} | author,
                    "article": {"title": "Parking fees rise", "section": "Local"},
                }
                for offset, id in enumerate(ids[start : start + 100])
            ]
            answer = self.server.ask("/v1/verdicts/batch", {"comments": comments}, key=self.key)
            assert answer.status_code < 300, answer.text
        return ids

    def edit(self, id: str, text: str) -> None:
        """Send another text for a comment, as its writer would."""
        body = {"comment": {"id": id, "text": text, "kind": "edit"}}
        assert self.server.ask("/v1/verdicts", body, key=self.key).status_code < 300

    def rulings(self, id: str, *, expected: int = 0) -> list[str]:
        """Return what people decided about a comment, once so much has arrived, or nothing has for long."""
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            shown = self.server.ask(f"/v1/comments/{id}", key=self.key).json()
            found = [each["outcome"] for each in shown["decisions"] if each["source"] == "moderator"]
            if len(found) >= expected or time.monotonic() > end:
                return found
            time.sleep(0.1)


@pytest.fixture
def newsroom(server: Server) -> Newsroom:
    """Make a site with a key, and somebody of each role."""
    name = f"site-{next(NUMBERS)}"
    settings = Settings(
        database_url=f"sqlite:///{server.folder}/moderation.sqlite3", policy=server.folder / "policy.yaml"
    )
    engine, now = open_database(settings), datetime.now(UTC)
    prepare(settings, engine)
    sites, accounts = SiteRepository(engine), AccountRepository(engine)
    policy, sources = files.read(Path(settings.policy))
    site, key = Site(id=SiteId(name), policy=policy.hash, created_at=now), f"mod_{name}"
    sites.add(site)
    sites.keep_policy(site.id, hash=policy.hash, name=policy.name, files=sources, at=now)
    sites.publish_policy(site.id, policy.hash, by="test", at=now)
    sites.add_key(key_of(key, site=site.id, name="test", scopes=frozenset(Scope), at=now))
    password = Argon2().hash(PASSWORD)
    for role in Role:
        create(accounts, name=f"{role.value}@{name}", roles={site.id: role}, by="test", at=now, password=password)
    engine.dispose()
    return Newsroom(name, server, key)


Enter = Callable[..., Page]


@pytest.fixture
def enter(chrome: Browser, newsroom: Newsroom) -> Iterator[Enter]:
    """Open windows in which somebody of a role is signed in; at the end no console may hold an error."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(message.text)

    def entered(role: str | None = "moderator", **how: Any) -> Page:
        context = chrome.new_context(base_url=newsroom.server.url, **how)
        contexts.append(context)
        page = context.new_page()
        page.on("console", listen)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.set_default_timeout(60_000)
        page.goto("/sign-in")
        if role is not None:
            page.get_by_label("Name").fill(f"{role}@{newsroom.site}")
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Sign in").click()
            page.wait_for_url("**/desk")
        return page

    yield entered
    for context in contexts:
        context.close()
    assert [each for each in complaints if "status of 4" not in each and "ERR_FAILED" not in each] == []


def decided(newsroom: Newsroom, ids: list[str], *, rulings: int) -> dict[str, int]:
    """Return how many rulings each comment got, once so many have arrived, or none has for long."""
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        answer = newsroom.server.ask("/v1/decisions?after=0&limit=500", key=newsroom.key)
        counts = dict.fromkeys(ids, 0)
        for decision in answer.json()["decisions"]:
            if decision["source"] == "moderator":
                counts[decision["comment_id"]] += 1
        if sum(counts.values()) >= rulings or time.monotonic() > end:
            return counts
        time.sleep(0.1)
