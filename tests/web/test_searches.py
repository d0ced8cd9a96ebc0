"""The left side of the desk: what one holds, and the searches that one keeps."""

import re

from fastapi.testclient import TestClient

from moderation.web.render import PLACES
from tests.api.conftest import KEY
from tests.web.conftest import Browse
from tests.web.test_desk import card


def send(application: TestClient, id: str, text: str) -> None:
    """Let a comment wait."""
    body = {"comment": {"id": id, "text": text}, "author": {"id": f"u-{id}", "name": f"Writer of {id}"}}
    TestClient(application.app).post("/v1/verdicts", json=body, headers={"Authorization": f"Bearer {KEY}"})


def test_desk_is_narrowed_to_words_in_disguise(browse: Browse, application: TestClient) -> None:
    """Who works on one topic sees nothing else, and not only its first page."""
    send(application, "c-words", "You are an idiot with a tr0mb0ne.")
    send(application, "c-other", "You are an idiot with a flute.")
    browser = browse("moderator")
    cards = browser.get("/desk/next", params={"words": " Trombone"}).json()["cards"]

    assert [each["comment"] for each in cards] == ["c-words"]
    assert browser.get("/desk/next", params={"words": "100%"}).json()["cards"] == []
    assert 'value="Trombone"' in browser.get("/desk?words=Trombone").text


def test_search_is_kept_renamed_and_deleted(browse: Browse) -> None:
    """It is one's own, leads where it was kept, and stays after signing in again."""
    browser = browse("moderator")
    asked = {"queue": "attacks", "language": "", "clause": "", "section": "", "words": "a & b", "order": "oldest"}
    kept = browser.submit("/desk/searches/keep", name="Old <b>", **asked).text
    path = "/desk?queue=attacks&amp;words=a+%26+b&amp;order=oldest"
    assert f'href="{path}" title="f 1">Old &lt;b&gt;</a>' in kept
    assert "Old &lt;b&gt;" not in browse("editor").get("/desk").text
    assert "already" in browser.submit("/desk/searches/keep", name="old <B>", **asked).text

    renamed = browser.submit("/desk/searches/rename", name="Old <b>", to="Oldest").text
    assert re.search(r'title="f 1">Oldest</a>', renamed)
    assert "Oldest" not in browser.submit("/desk/searches/delete", name="Oldest").text
    refused = browser.submit("/desk/searches/keep", name="x", **asked | {"order": "worst"})
    assert (refused.status_code, "order of a search" in refused.text) == (422, True)
    assert browser.submit("/desk/searches/keep", name="x", **asked | {"words": "w" * 201}).status_code == 422


def test_what_one_holds_is_one_click_away(browse: Browse, application: TestClient) -> None:
    """Whoever opened a comment and went elsewhere finds it again before the claim lapses."""
    send(application, "c-held", "You are an idiot, held for a while.")
    browser = browse("moderator")
    browser.post("/desk/claim", {"review": card(browser, "c-held")["review"]})

    page, told = browser.get("/desk").text, browser.get("/desk/waiting").json()["held"]
    assert re.search(r'id=c-held" data-open="c-held".*Writer of c-held.*4 min left', page)
    assert [(each["comment"], each["by"]) for each in told] == [("c-held", "Writer of c-held")]
    assert browse("editor").get("/desk/waiting").json()["held"] == []


def test_palette_offers_what_one_may_open(browse: Browse) -> None:
    """Pages by role, queues with what waits, the searches that one keeps; nobody is led to a closed door."""
    reader, administrator = browse("reader"), browse("administrator")
    reader.submit("/desk/searches/keep", name="Sports", section="Sports", queue="", order="oldest")
    offered = {each["name"]: each["path"] for each in reader.get("/palette").json()["entries"]}

    assert offered["Sports"] == "/desk?section=Sports&order=oldest"
    assert offered["To what is published"] == "/desk/published"
    assert "/setup" not in offered.values()
    assert all(reader.get(path).status_code == 200 for path in offered.values())
    everywhere = [each["path"] for each in administrator.get("/palette").json()["entries"]]
    assert everywhere.count("/setup") == 1
    assert [path for name, path in PLACES if path not in everywhere] == []
