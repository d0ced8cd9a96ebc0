"""Personal data in lists: veiled where a rule of the policy masks its kind."""

import pytest
from fastapi.testclient import TestClient

from moderation.web.veil import beginning
from tests.api.conftest import KEY
from tests.web.conftest import Browse

PHONE = frozenset({"phone"})


@pytest.mark.parametrize(
    ("text", "most", "runs"),
    [
        ("A civil word.", 50, [("A civil word.", False)]),
        ("0171 2345678", 50, [("0171 2345678", True)]),
        ("Call 0171 2345678 now.", 14, [("Call ", False), ("0171 ", True), ("…", False)]),
        ("Some words that go on, call 0171 2345678.", 12, [("Some words ", False), ("…", False)]),
        ("one" * 9, 10, [("oneoneoneo", False), ("…", False)]),
        ("", 10, []),
        ("Mail ann@example.org", 50, [("Mail ann@example.org", False)]),
    ],
    ids=["nothing", "all", "cut within", "beyond the cut", "no space", "empty", "a kind that no rule masks"],
)
def test_beginning_is_cut_where_the_veil_is(text: str, most: int, runs: list[tuple[str, bool]]) -> None:
    """A number that the cut leaves half of is one still; what nobody asked to hide is shown."""
    assert beginning(text, PHONE, most=most) == runs


@pytest.mark.parametrize("path", ["/desk/list", "/desk/search?q=veiled", "/insights/queues?row=urgent"])
def test_list_veils_what_the_policy_masks(application: TestClient, browse: Browse, path: str) -> None:
    """Whoever scrolls past does not take somebody's number home; a script in the text stays a text."""
    body = {"comment": {"id": "c-veiled", "text": "The veiled one: call him at 0171 2345678 <b>now</b>."}}
    headers = {"Authorization": f"Bearer {KEY}"}
    TestClient(application.app).post("/v1/verdicts", json=body, headers=headers)

    page = browse("moderator").get(path).text
    assert '<mark class="private">0171 2345678</mark> &lt;b&gt;now&lt;/b&gt;.' in page
