"""OpenAI's moderations endpoint, as it goes over the wire and as it is answered."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from tests.api.conftest import KEY

GOLDEN = Path(__file__).parent / "golden"
GOOD = {"Authorization": f"Bearer {KEY}"}
IMAGE = {"type": "image_url", "image_url": {"url": "https://example.org/a.png"}}

ROWS: dict[str, tuple[Any, dict[str, str]]] = {
    "civil": ({"input": "The fees rise again."}, GOOD),
    "insult": ({"input": "You are an idiot.", "model": "text-moderation-stable"}, GOOD),
    "several": ({"input": ["The fees rise again.", "You are an idiot."]}, GOOD),
    "parts": ({"input": [{"type": "text", "text": "You are"}, {"type": "text", "text": "an idiot."}]}, GOOD),
    "image": ({"input": [{"type": "text", "text": "See."}, IMAGE]}, GOOD),
    "nothing": ({"input": []}, GOOD),
    "no-input": ({"model": "omni-moderation-latest"}, GOOD),
    "wrong-type": ({"input": 7}, GOOD),
    "too-long": ({"input": "a" * 20_001}, GOOD),
    "no-key": ({"input": "A."}, {}),
    "bad-key": ({"input": "A."}, {"Authorization": "Bearer sk-proj-other"}),
}


@pytest.mark.parametrize("row", ROWS)
def test_what_goes_over_the_wire(
    app_client: TestClient, wire: Callable[[Path, Any, Response], None], row: str
) -> None:
    """Their users index all thirteen categories, and their library reads every field of an error."""
    body, headers = ROWS[row]
    answer = app_client.post("/v1/moderations", json=body, headers=headers)

    assert answer.headers["x-request-id"].startswith("req_")
    wire(GOLDEN / f"{row}.txt", {"input": "…"} if row == "too-long" else body, answer)


def test_flagged_is_what_the_policy_stops(app_client: TestClient) -> None:
    """A text that may stand has no true category, one that may not says which clause it breaks."""
    body = {"input": ["The president is a thief and must resign.", "You are an idiot."]}
    fair, foul = app_client.post("/v1/moderations", json=body, headers=GOOD).json()["results"]

    assert (fair["flagged"], any(fair["categories"].values())) == (False, False)
    assert (foul["flagged"], foul["categories"]["harassment"], foul["categories"]["policy/attacks"]) == (True,) * 3


def test_another_method_is_refused_in_the_envelope(app_client: TestClient) -> None:
    """Their library raises by what stands in it."""
    answer = app_client.get("/v1/moderations", headers=GOOD)

    assert (answer.status_code, answer.json()["error"]["code"]) == (405, "method_not_supported")


def test_nothing_is_recorded(app_client: TestClient) -> None:
    """Nobody who asks OpenAI expects to find the text in a queue."""
    app_client.post("/v1/moderations", json={"input": "You are an idiot."}, headers=GOOD)

    assert app_client.get("/v1/decisions", headers=GOOD).json()["decisions"] == []


@pytest.mark.parametrize(
    "body", [b"", b"{", b'{"input": "\\ud800"}', b'{"input": "a", "input": NaN}', b"x" * 1_100_000]
)
def test_a_body_that_cannot_be_read_is_a_400(app_client: TestClient, body: bytes) -> None:
    """Whatever is wrong, it comes in the envelope."""
    answer = app_client.post("/v1/moderations", content=body, headers=GOOD)

    assert (answer.status_code, answer.json()["error"]["type"]) == (400, "invalid_request_error")
