"""Appeals over HTTP: a site that has its own page files them, and follows what becomes of them."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response


@pytest.fixture
def rejected(api: TestClient, judge: Callable[..., Response]) -> str:
    """A comment that ann rejected; its id."""
    sent = judge("You are an idiot, and so on.", author={"id": "u-9", "verified": True}).json()
    path = f"/v1/comments/{sent['comment_id']}"
    assert api.post(f"{path}/ruling", json={"ruling": "reject", "moderator": "ann"}).status_code == 200
    return str(sent["comment_id"])


def test_an_appeal_is_filed_listed_and_decided_by_another(api: TestClient, rejected: str) -> None:
    """The whole way of an objection, as a site sees it."""
    path = f"/v1/comments/{rejected}"
    filed = api.post(f"{path}/appeal", json={"words": "It was a quotation."})
    assert filed.status_code == 201, filed.text
    waiting: list[dict[str, Any]] = api.get("/v1/appeals").json()["appeals"]
    assert filed.json()["id"] in [appeal["id"] for appeal in waiting]
    assert api.post(f"{path}/ruling", json={"ruling": "approve", "moderator": "ann"}).status_code == 409
    body = {"ruling": "approve", "moderator": "ben", "answer": "Sorry."}
    assert api.post(f"{path}/ruling", json=body).json()["outcome"] == "allow"

    closed = api.get(f"/v1/appeals/{filed.json()['id']}").json()
    assert (closed["state"], closed["decided_by"], closed["answer"]) == ("overturned", "ben", "Sorry.")


def test_a_second_appeal_is_a_409(api: TestClient, rejected: str) -> None:
    """The site must be able to say why not."""
    path = f"/v1/comments/{rejected}/appeal"
    api.post(path, json={"words": "Once."})

    again = api.post(path, json={"words": "Twice."})

    assert (again.status_code, "once" in again.json()["detail"]) == (409, True)


@pytest.mark.parametrize("words", ["", "x" * 2_001])
def test_words_out_of_bounds_are_a_422(api: TestClient, rejected: str, words: str) -> None:
    """A novel is no objection."""
    assert api.post(f"/v1/comments/{rejected}/appeal", json={"words": words}).status_code == 422


def test_listing_needs_the_scope_moderate(
    api: TestClient, rejected: str, new_client: Callable[..., dict[str, str]]
) -> None:
    """What authors write to the desk is for the desk."""
    headers = new_client("mod_verdicts-only", scopes="verdicts")

    assert api.get("/v1/appeals", headers=headers).status_code == 403
    assert api.post(f"/v1/comments/{rejected}/appeal", json={"words": "Mine."}, headers=headers).status_code == 201
