"""Agreement over the API: the same figures, for those who may decide on them."""

from collections.abc import Callable

from fastapi.testclient import TestClient
from httpx2 import Response


def test_verdicts_and_outcomes_are_compared(api: TestClient, judge: Callable[..., Response]) -> None:
    """The desk shows the same figures as the command line, from the same use case."""
    judge("A calm sentence about the harbour.", comment={"id": "g-1"})
    told = api.put("/v1/comments/g-1/outcome", json={"outcome": "spam", "by": "eve"})

    found = api.get("/v1/agreement", params={"missed": 0.05}).json()

    assert told.status_code == 200, told.text
    assert found["verdicts"]["allow"]["spam"] == 1
    assert found["differences"][0]["comment_id"] == "g-1"
    assert found["readiness"]["missed"]["allowed"] == 0.05


def test_a_share_that_cannot_be_proved_is_refused(api: TestClient) -> None:
    """A budget of nothing would never be met."""
    assert api.get("/v1/agreement", params={"missed": 0}).status_code == 422


def test_only_an_admin_sees_it(api: TestClient, new_client: Callable[..., dict[str, str]]) -> None:
    """It shows texts of comments, and decides on the site."""
    headers = new_client("mod_agreement-verdicts-only", scopes="verdicts")

    assert api.get("/v1/agreement", headers=headers).status_code == 403


def test_a_budget_says_what_it_allows(api: TestClient) -> None:
    """The policy page shows how many rulings are still wanted."""
    found = api.get("/v1/budget", params={"wrong_blocks": 0.05}).json()

    assert found["budget"] == {"wrong_blocks": 0.05, "missed": 0.02}
    assert found["wrong_blocks"]["more"] > 0
    assert {rule["attribute"] for rule in found["rules"]} >= {"insult", "toxicity"}
