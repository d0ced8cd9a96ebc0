"""A ruling that comes too late is answered with what changed, and can be made anew."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from secrets import token_hex
from typing import Any

import pytest
from fastapi.testclient import TestClient

from moderation.domain.review import Ruling
from moderation.service import Service
from tests.api.conftest import KEY
from tests.web.conftest import Browse, Browser
from tests.web.test_desk import card, rule, ruled_on

HEADERS = {"Authorization": f"Bearer {KEY}"}

Write = Callable[..., str]


@pytest.fixture
def write(application: TestClient) -> Write:
    """Send a comment, or another text for one that was sent; returns its id."""

    def written(text: str, *, id: str = "") -> str:
        kind = {"kind": "edit"} if id else {}
        id = id or f"c-{token_hex(4)}"
        body = {"comment": {"id": id, "text": text} | kind, "author": {"id": f"u-{id}", "name": "Ann"}}
        answer = TestClient(application.app).post("/v1/verdicts", json=body, headers=HEADERS)
        assert answer.status_code < 300, answer.text
        return id

    return written


def read(browser: Browser, comment: str) -> dict[str, Any]:
    """Look at a comment and claim it; returns what a ruling on it names."""
    shown = card(browser, comment)
    item = {name: shown[name] for name in ("comment", "review", "version", "seen")}
    taken = browser.post("/desk/claim", item).json()
    return item | {"version": taken["version"]}


def ruling(browser: Browser, item: dict[str, Any], ruling: str = "reject", **more: Any) -> Any:
    """Send a ruling as the desk does."""
    return browser.post("/desk/rule", {"items": [item], "ruling": ruling} | more)


def test_edit_meanwhile_is_shown_word_by_word_and_decided_anew(browse: Browse, write: Write) -> None:
    """Nobody rules on words that were never read, and nobody hunts for what is different."""
    moderator = browse("moderator")
    item = read(moderator, write("You are an idiot, dear council."))
    write("You are an <b>idiot, and\u202e a fool, dear council.", id=item["comment"])

    late = ruling(moderator, item)
    told = late.json()["results"][0]
    assert (late.status_code, told["kind"]) == (409, "stale")
    assert "The writer changed the text" in told["difference"]
    assert re.search(r"You are an <del>.*idiot", told["difference"])
    assert "<ins>&lt;b&gt;idiot, and" in told["difference"]
    assert "right-to-left override" in told["difference"]
    anew = item | {name: told[name] for name in ("review", "version", "seen")}
    assert ruling(moderator, anew).json()["results"][0]["done"] is True


def test_ruling_of_a_colleague_is_named(browse: Browse, write: Write) -> None:
    """Who decided, how, on which clause and why: then one may leave it or differ."""
    moderator, editor = browse("moderator"), browse("editor")
    comment = write("You are an idiot, says nobody.")
    item = read(moderator, comment)
    moderator.post("/desk/release", {"review": item["review"]})
    assert rule(editor, comment, "reject", note="Third time today.")["done"] is True

    late = ruling(moderator, item, "approve")
    told = late.json()["results"][0]
    assert late.status_code == 409
    assert re.search(r"Blocked by <bdi>editor</bdi>.*Third time today", told["difference"])
    assert told["review"] is None
    assert ruling(moderator, {"comment": comment, "seen": told["seen"]}, "approve").json()["results"][0]["done"]


def test_what_readers_reported_since_the_card_was_fetched_is_told_on_claiming(
    browse: Browse, write: Write, application: TestClient
) -> None:
    """Cards are fetched ahead; what happened until they are looked at must not pass unseen."""
    moderator = browse("moderator")
    comment = write("You are an idiot, as readers say.")
    shown = card(moderator, comment)
    item = {name: shown[name] for name in ("comment", "review", "version", "seen")}
    report = {"reporter": "r-1", "reason": "He means me."}
    TestClient(application.app).post(f"/v1/comments/{comment}/reports", json=report, headers=HEADERS)

    first, again = moderator.post("/desk/claim", item), None
    again = moderator.post("/desk/claim", item | {"version": first.json()["version"]})
    assert "He means me." in first.json()["difference"]
    assert again.json()["difference"] is None


def test_late_escalation_says_what_changed(browse: Browse, write: Write) -> None:
    """The refusal of any act tells why."""
    moderator = browse("moderator")
    item = read(moderator, write("You are an idiot, to be escalated."))
    write("You are an idiot, and worse, to be escalated.", id=item["comment"])

    late = moderator.post("/desk/escalate", item | {"queue": "legal"})
    assert late.status_code == 409
    assert "<ins>and worse, </ins>" in late.json()["difference"]


def test_claim_without_a_moment_is_refused_as_ever(browse: Browse, write: Write) -> None:
    """A page that was open before an update still gets its sentence."""
    moderator, editor = browse("moderator"), browse("editor")
    review = read(moderator, write("You are an idiot, held."))["review"]
    refused = editor.post("/desk/claim", {"review": review})

    assert refused.status_code == 409
    assert "difference" not in refused.json()


def test_nothing_is_told_of_what_is_to_be_judged_blindly(browse: Browse, write: Write, service: Service) -> None:
    """A late ruling must not be the way round a second look."""
    editor, comment = browse("editor"), write("You are an idiot, twice looked at.")
    first = {"comment": comment, "seen": datetime(2026, 1, 1, tzinfo=UTC).isoformat()}
    ruled_on(service, comment, Ruling.REJECT, by="mia", note="Against a reader.")
    review = card(editor, comment)["review"]

    told = ruling(editor, first | {"review": review, "version": 99}).json()["results"][0]
    assert told["kind"] == "stale"
    assert not any(word in told["difference"] for word in ("mia", "Against a reader.", "Blocked"))


def test_colleague_who_only_looked_is_told_as_that(browse: Browse, write: Write) -> None:
    """Where nothing is new, the page says so instead of raising an alarm."""
    moderator, editor = browse("moderator"), browse("editor")
    item = read(moderator, write("You are an idiot, merely looked at."))
    moderator.post("/desk/release", {"review": item["review"]})
    read(editor, item["comment"])
    editor.post("/desk/release", {"review": item["review"]})

    told = ruling(moderator, item).json()["results"][0]
    assert "text and decision are as you read them" in told["difference"]


def test_claim_of_ones_own_stands_in_nobodys_way(browse: Browse, write: Write) -> None:
    """The list in one window and the card in another: what one holds oneself has not changed."""
    moderator = browse("moderator")
    held = read(moderator, write("You are an idiot, in two windows."))

    assert ruling(moderator, held | {"version": 1}).json()["results"][0]["done"] is True


def test_claim_of_ones_own_hides_no_edit(browse: Browse, write: Write) -> None:
    """What the writer changed meanwhile is seen first, whoever holds it."""
    moderator = browse("moderator")
    item = read(moderator, write("You are an idiot, to be edited in one of two windows."))
    write("You are an idiot, edited in one of two windows.", id=item["comment"])
    card(moderator, item["comment"])

    assert ruling(moderator, item | {"version": 1}).json()["results"][0]["kind"] == "stale"


def test_late_ruling_on_what_was_erased_is_refused_plainly(
    browse: Browse, write: Write, application: TestClient
) -> None:
    """What is gone has no difference; the ruling is refused with a reason."""
    moderator = browse("moderator")
    item = read(moderator, write("You are an idiot, to be erased."))
    TestClient(application.app).delete(f"/v1/comments/{item['comment']}", headers=HEADERS)

    told = ruling(moderator, item).json()["results"][0]
    assert (told["done"], "idiot" in told.get("difference", "")) == (False, False)
