"""More than a hundred at once: proposed at the desk, looked at by a colleague, taken back as one."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import KEY
from tests.web.conftest import Browse, Browser
from tests.web.test_desk import card

NUMBER = 101
HEADERS = {"Authorization": f"Bearer {KEY}"}


@pytest.fixture(scope="module")
def copies(application: TestClient) -> list[str]:
    """Let more than a hundred copies of one text wait, each by somebody else."""
    ids = [f"raid-{number}" for number in range(NUMBER)]
    comments = [
        {"comment": {"id": id, "text": "You are an idiot, dear council."}, "author": {"id": f"u-{id}", "name": id}}
        for id in ids
    ]
    TestClient(application.app).post("/v1/verdicts/batch", json={"comments": comments}, headers=HEADERS)
    return ids


def propose(browser: Browser, id: str, **more: Any) -> Any:
    """Decide a comment with its copies, as the desk does."""
    shown = card(browser, id)
    html = str(shown["html"])
    items = [{"comment": id, "review": shown["review"], "version": shown["version"], "seen": shown["seen"]}]
    for comment, review, version in re.findall(
        r'data-copy-of="(\S+)" data-copy-review="(\S+)" data-copy-version="(\d+)"', html
    ):
        items.append({"comment": comment, "review": review, "version": int(version)})
    body = {"items": items, "ruling": "reject", "clause": "attacks", "note": "A raid."}
    return browser.post("/desk/rule", body | more)


def test_batch_waits_for_a_colleague_and_is_reversed_as_one(browse: Browse, copies: list[str]) -> None:
    """The proposer cannot confirm; the colleague sees five by chance; one act decides, and one takes it back."""
    moderator, editor = browse("moderator"), browse("editor")
    assert "a reason" in propose(moderator, copies[0], note=None).json()["detail"]
    answer = propose(moderator, copies[0])
    assert (answer.status_code, answer.json()) == (202, {"proposed": NUMBER, "results": []})
    assert "A batch waits" not in moderator.get("/desk").text
    assert "A batch waits" in editor.get("/desk").text
    assert "raid-" not in moderator.get("/desk/next").text
    page = editor.get("/desk/batches").text
    id = re.search(r'name="batch" value="(b_\w+)"', page)
    assert id is not None
    assert len(re.findall(r"id=raid-\d+", page.split("<details>")[0])) == 5
    assert "You proposed this" in moderator.submit("/desk/batches/confirm", batch=id[1]).text

    done = editor.submit("/desk/batches/confirm", batch=id[1]).text
    assert f'<span class="number">{NUMBER}</span> were decided' in done
    assert "A raid. (confirmed by editor)" in str(card(editor, copies[-1])["html"])
    taken_back = editor.submit("/desk/batches/reverse", batch=id[1]).text
    assert f'<span class="number">{NUMBER}</span> wait again' in taken_back
    assert card(editor, copies[-1])["review"] is not None


def test_proposer_takes_a_batch_back(browse: Browse, copies: list[str]) -> None:
    """A slip is mended before anybody was bothered."""
    moderator = browse("moderator")
    propose(moderator, copies[0])
    page = moderator.get("/desk/batches").text
    id = re.search(r'name="batch" value="(b_\w+)"', page.split("Take it back")[0])
    assert id is not None

    after = moderator.submit("/desk/batches/refuse", batch=id[1]).text
    assert "No batch waits" in after
    assert "refused by" in after


@pytest.mark.parametrize(
    ("number", "fault"),
    [(101, "only what waits"), (501, "items: List should have at most 500")],
    ids=["decided already", "too many"],
)
def test_batch_of_what_does_not_wait_is_refused(browse: Browse, number: int, fault: str) -> None:
    """Neither what was decided nor more than was shown is decided by the hundred."""
    body = {"items": [{"comment": f"c-{n}"} for n in range(number)], "ruling": "approve", "note": "x"}
    answer = browse("moderator").post("/desk/rule", body)

    assert (answer.status_code, fault in answer.json()["detail"]) == (422, True)
