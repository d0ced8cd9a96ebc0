"""Lists of comments, page by page."""

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
