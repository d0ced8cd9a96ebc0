"""The writer's page: open without an account to whoever has its address, and to nobody else."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from moderation.domain.errors import LockedOut
from moderation.service import Service
from moderation.web.phrases import PHRASES
from moderation.web.throttle import Throttle
from tests.api.conftest import KEY
from tests.web.conftest import Browse, Browser

HEADERS = {"Authorization": f"Bearer {KEY}"}
Send = Callable[..., str]


@pytest.fixture
def send(application: TestClient) -> Send:
    """Send a comment, and return the path of its writer's page."""
    application.app.state.throttles.clear()  # type: ignore[attr-defined]

    def send(id: str, text: str, **more: Any) -> str:
        body = {"comment": {"id": id, "text": text}, "author": {"id": f"u-{id}", "verified": True}} | more
        answer = application.post("/v1/verdicts", json=body, headers=HEADERS).json()
        return urlsplit(str(answer["writer"]["url"])).path

    return send


def rule(application: TestClient, id: str, ruling: str, by: str, **more: str) -> None:
    """Rule on a comment."""
    body = {"ruling": ruling, "moderator": by} | more
    answer = application.post(f"/v1/comments/{id}/ruling", json=body, headers=HEADERS)
    assert answer.status_code == 200, answer.text


def contest(browser: Browser, path: str, words: str) -> Any:
    """Contest as the page's form would."""
    return browser.submit(path, of=path, words=words)


@contextmanager
def only(service: Service, name: str) -> Iterator[None]:
    """Keep everybody else out for a while."""
    others = [each for each in service.accounts.all() if each.name != name and each.disabled_at is None]
    at = service.clock.now()
    for each in others:
        service.accounts.save(replace(each, disabled_at=at), by="test", at=at)
    yield
    for each in others:
        service.accounts.save(each, by="test", at=at)


def test_it_shows_the_text_with_the_sentence_the_rule_and_what_to_change(browse: Browse, send: Send) -> None:
    """Whoever is told what is wrong, and where, can put it right."""
    page = browse().get(send("w-1", "The fees are too high. You are an idiot. Good day."))

    assert page.status_code == 200
    assert "Your comment is waiting" in page.text
    assert "<mark>You are an idiot.</mark>" in page.text
    assert "No personal attacks" in page.text
    assert "Contest the decision" not in page.text, "nothing was decided yet"


def test_readers_do_not_learn_who_decided(application: TestClient, browse: Browse, send: Send) -> None:
    """Whoever rules on what angry people write must not be found by them."""
    path = send("w-who", "You are an idiot, whoever you are.")
    rule(application, "w-who", "reject", "Annabel Reed")

    page = browse().get(path)

    assert "Contest the decision" in page.text, "it was decided"
    assert "Annabel" not in page.text


def test_what_the_writer_typed_is_only_text(browse: Browse, send: Send) -> None:
    """A page that anybody may open must not run what anybody may type."""
    page = browse().get(send("w-2", "You are an idiot <script>alert(1)</script> \u202e<b>&amp;"))

    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text


def test_it_is_kept_from_search_engines_and_other_sites(browse: Browse, send: Send) -> None:
    """The address is the key: it must not stand in an index or in somebody's log."""
    page = browse().get(send("w-3", "You are an idiot, and so on."))

    assert "noindex" in page.headers["x-robots-tag"]
    assert page.headers["referrer-policy"] == "same-origin"
    assert page.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in page.headers["content-security-policy"]


@pytest.mark.parametrize("change", ["another token", "another site", "no proof"])
def test_an_address_that_was_made_up_opens_nothing(browse: Browse, send: Send, change: str) -> None:
    """Whoever knows one address must not find a second."""
    path = send("w-4", "You are an idiot, once more.")
    made_up = {
        "another token": path[:-1] + ("A" if path[-1] != "A" else "B"),
        "another site": path.replace("/default/", "/evening/"),
        "no proof": path.split(".")[0],
    }[change]

    assert browse().get(made_up).status_code == 404


def test_an_appeal_is_made_decided_by_another_and_told(
    application: TestClient, browse: Browse, send: Send
) -> None:
    """The whole way, as the writer sees it."""
    path, browser = send("w-5", "You are an idiot, dear neighbour."), browse()
    rule(application, "w-5", "reject", "ann")
    rejected = browser.get(path)
    assert "was not published" in rejected.text
    assert "Decided by a person" in rejected.text
    assert "ann" not in re.sub(r"<[^>]+>", "", rejected.text), "who ruled is nobody's business"
    contested = contest(browser, path, "We have been neighbours for thirty years.")
    assert "You have contested this decision" in contested.text
    assert "for thirty years" in contested.text
    assert "for thirty years" in browse("moderator").get("/desk/comment", params={"id": "w-5"}).text
    rule(application, "w-5", "approve", "ben", answer="Welcome back.")

    told = browser.get(path).text
    assert "Your comment is published" in told
    assert "you were right" in told
    assert "Welcome back." in told


def test_an_appeal_is_decided_at_the_desk_with_a_word_to_the_writer(
    application: TestClient, browse: Browse, send: Send
) -> None:
    """Whoever objected learns what somebody else thought; where nobody objects, nothing is asked."""
    path, editor = send("w-desk", "You are an idiot."), browse("editor")
    rule(application, "w-desk", "reject", "mia")
    asked = [editor.get("/desk/card?comment=w-desk").json()["html"]]
    contest(browse(), path, "I quoted him.")
    asked.append(editor.get("/desk/card?comment=w-desk").json()["html"])
    item = {"comment": "w-desk", "review": editor.get("/desk/card?comment=w-desk").json()["review"]}
    body = {"items": [item], "ruling": "reject", "clause": "conduct", "answer": "Quotes need their source."}
    done = editor.post("/desk/rule", body).json()["results"][0]

    assert ['id="answer"' in html for html in asked] == [False, True]
    assert done["done"] is True
    page = browse().get(path).text
    assert "the decision stands" in page
    assert "Quotes need their source." in page
    assert "No shouting" in page, "the reason is the one that stands now"


def test_newsroom_of_one_decides_its_own_appeals_and_says_so(
    application: TestClient, browse: Browse, send: Send, service: Service
) -> None:
    """Only where nobody else could, only on purpose, and the writer is told before and after."""
    path, editor = send("w-alone", "You are an idiot."), browse("editor")
    item = {"comment": "w-alone", "review": editor.get("/desk/card?comment=w-alone").json()["review"]}
    assert editor.post("/desk/rule", {"items": [item], "ruling": "reject"}).json()["results"][0]["done"] is True
    assert "Somebody who had no part in it" in browse().get(path).text
    contest(browse(), path, "I quoted him.")
    shown = editor.get("/desk/card?comment=w-alone").json()
    assert "data-own" not in shown["html"]
    item = {"comment": "w-alone", "review": shown["review"], "own": True}
    body = {"items": [item], "ruling": "reject"}
    assert editor.post("/desk/rule", body).json()["results"][0]["done"] is False
    with only(service, "editor"):
        assert "the same person will read your comment" in browse().get(path).text
        shown = editor.get("/desk/card?comment=w-alone").json()
        assert "data-own" in shown["html"]
        assert editor.post("/desk/claim", {"review": shown["review"]}).status_code == 200
        unsaid = {"items": [item | {"own": False}], "ruling": "reject"}
        assert editor.post("/desk/rule", unsaid).json()["results"][0]["done"] is False
        assert editor.post("/desk/rule", body).json()["results"][0]["done"] is True

    assert "The same person has read it again" in browse().get(path).text


def test_a_comment_that_is_published_masked_is_shown_so(
    application: TestClient, browse: Browse, send: Send
) -> None:
    """The writer sees what readers see, and can still copy what they wrote."""
    path = send("w-8", "This council is full of bullshit.")
    rule(application, "w-8", "approve_masked", "ann")
    told = browse().get(path).text

    assert "published, with some words hidden" in told
    assert "full of ████████." in told
    assert "data-copy>This council is full of bullshit.<" in told


def test_a_warning_is_read_by_its_writer_and_nothing_more(
    application: TestClient, browse: Browse, send: Send
) -> None:
    """It stands, the rule is named, and there is nothing to contest; the desk's history tells it, too."""
    path, editor = send("w-warned", "The fees are too high. You are an idiot."), browse("editor")
    item = {"comment": "w-warned", "review": editor.get("/desk/card?comment=w-warned").json()["review"]}
    done = editor.post("/desk/rule", {"items": [item], "ruling": "warn"}).json()["results"][0]
    page, card = browse().get(path).text, editor.get("/desk/card?comment=w-warned").json()["html"]
    told = application.get("/v1/comments/w-warned", headers=HEADERS).json()["decisions"][-1]

    assert (done["done"], done["outcome"]) == (True, "allow")
    assert "Your comment is published" in page
    assert "it came near to breaking it. Nothing is counted against you." in page
    assert "No personal attacks" in page
    assert "<mark>You are an idiot.</mark>" in page
    assert "Contest the decision" not in page
    assert (told["outcome"], told["clause"], told["warning"]) == ("allow", "attacks", True)
    assert "Published, with a warning" in card
    assert 'strikes</dt><dd class="number">0' in card


def test_a_second_appeal_and_an_empty_one_change_nothing(
    application: TestClient, browse: Browse, send: Send
) -> None:
    """Once means once, and whoever decides needs to know why."""
    path, browser = send("w-6", "You are an idiot, sir."), browse()
    rule(application, "w-6", "reject", "ann")
    empty = contest(browser, path, "   ")
    assert (empty.status_code, "characters" in empty.text) == (422, True)
    contest(browser, path, "First.")
    again = contest(browser, path, "Second.")

    assert again.status_code == 200
    assert "First." in again.text
    assert "Second." not in again.text


def test_nothing_is_left_of_an_erased_comment(application: TestClient, browse: Browse, send: Send) -> None:
    """What was erased must not be read here."""
    path = send("w-7", "You are an idiot, canarywren.")
    application.delete("/v1/comments/w-7", headers=HEADERS)

    page = browse().get(path)

    assert page.status_code == 200
    assert "no longer here" in page.text
    assert "canarywren" not in page.text


def test_it_speaks_the_language_of_the_comment(browse: Browse, send: Send) -> None:
    """Whoever writes Turkish reads what was decided in Turkish."""
    page = browse().get(send("w-8", "Sen aptalsın, kimse seni ciddiye almıyor.", language="tr")).text

    assert "Yorumunuz bekliyor" in page
    assert 'lang="tr"' in page


@pytest.mark.parametrize("language", sorted(PHRASES))
def test_every_language_has_every_phrase(language: str) -> None:
    """A page that breaks in one language breaks for those who are heard least."""
    phrases, english = PHRASES[language], PHRASES["en"]

    assert phrases.keys() == english.keys()
    for name, phrase in phrases.items():
        assert re.findall(r"{\w+}", phrase) == re.findall(r"{\w+}", english[name]), name


def test_appeals_are_bounded_by_address(application: TestClient, browse: Browse, send: Send) -> None:
    """A script that contests everything must not bury those who mean it."""
    path, browser = send("w-9", "You are an idiot, madam."), browse()
    rule(application, "w-9", "reject", "ann")
    answers = [contest(browser, path, " ").status_code for _ in range(11)]
    application.app.state.throttles.clear()  # type: ignore[attr-defined]

    assert answers == [422] * 10 + [429]


def test_throttle_opens_again() -> None:
    """Whoever waits is let in; what was refused does not count against them."""
    start, minute = datetime(2026, 1, 1, tzinfo=UTC), timedelta(minutes=1)
    throttle = Throttle(limit=2, within=minute)
    throttle.admit("a", at=start)
    throttle.admit("a", at=start)
    with pytest.raises(LockedOut):
        throttle.admit("a", at=start + minute / 2)
    throttle.admit("b", at=start + minute / 2)

    throttle.admit("a", at=start + minute)
