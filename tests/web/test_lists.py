"""Lists of comments, page by page, and a desk with none."""

import re

from fastapi.testclient import TestClient

from tests.api.conftest import KEY
from tests.web.conftest import Browse


def test_list_goes_on_in_the_order_that_was_chosen(application: TestClient, browse: Browse) -> None:
    """The second page of another order would repeat some comments and hide others."""
    comments = [{"comment": {"id": f"c-{n}", "text": f"You are an idiot, number {n}."}} for n in range(51)]
    headers = {"Authorization": f"Bearer {KEY}"}
    TestClient(application.app).post("/v1/verdicts/batch", json={"comments": comments}, headers=headers)
    browser = browse("moderator")
    page = browser.get("/desk/list?order=reported").text
    after = page.split('href="?order=reported&amp;after=')[1].split('"')[0]
    rest = browser.get(f"/desk/list?order=reported&after={after}").text

    assert "Most reported first" in page
    assert (page.count('class="line"'), rest.count('class="line"')) == (50, 1)


def test_empty_desk_says_what_was_done(application: TestClient, browse: Browse) -> None:
    """Whoever has finished sees that it was worth it, and what is still of use."""
    browser, headers = browse("moderator"), {"Authorization": f"Bearer {KEY}"}
    body = {"comment": {"id": "c-settled", "text": "You are an idiot, settled one."}}
    TestClient(application.app).post("/v1/verdicts", json=body, headers=headers)
    before = _settled(browser.get("/desk?queue=no-such").text)
    ruling = {"ruling": "reject", "moderator": "ann"}
    TestClient(application.app).post("/v1/comments/c-settled/ruling", json=ruling, headers=headers)

    assert (before, _settled(browser.get("/desk?queue=no-such").text)) == (0, 1)


def _settled(page: str) -> int:
    assert "Nothing waits here" in page
    found = re.search(r'Settled in the last 24 hours: <span class="number">(\d+)<', page)
    return int(found[1]) if found else 0
