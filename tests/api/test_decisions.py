"""The feed and the explanation."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient


def test_the_feed_is_in_order_and_has_no_gaps(api: TestClient) -> None:
    """A site that polls must not miss a decision, whatever else happens at the time."""
    for i in range(25):
        api.post("/v1/verdicts", json={"comment": {"id": f"f-{i}", "text": f"Comment number {i} of the feed."}})
    seen: list[dict[str, Any]] = []
    after = 0
    while True:
        page = api.get("/v1/decisions", params={"after": after, "limit": 10}).json()
        if not page["decisions"]:
            break
        seen, after = seen + page["decisions"], page["next"]

    assert [d["position"] for d in seen] == list(range(1, len(seen) + 1))
    assert [d["comment_id"] for d in seen][-25:] == [f"f-{i}" for i in range(25)]


def test_a_decision_is_explained_by_its_signals(api: TestClient) -> None:
    """Years later somebody asks why, and the answer must not depend on a model that is gone."""
    verdict = api.post("/v1/verdicts", json={"comment": {"text": "You are an idiot."}}).json()

    explained = api.get(f"/v1/decisions/{verdict['decision_id']}").json()

    assert explained["verdict"] == verdict
    assert explained["signals"]["target"] == ["commenter"]
    assert explained["signals"]["score.insult"] > 0.5
    assert "idiot" not in str(explained["signals"])


def test_another_sites_things_are_not_there(api: TestClient, new_client: Callable[..., dict[str, str]]) -> None:
    """The key names the site: nothing of one site may show on another."""
    verdict = api.post(
        "/v1/verdicts",
        json={
            "comment": {"id": "mine", "text": "You are an idiot."},
            "author": {"id": "u-mine", "verified": True},
        },
        headers={"Idempotency-Key": "shared"},
    ).json()
    other = new_client("other-site", site="other")
    paths = [f"/v1/decisions/{verdict['decision_id']}", "/v1/comments/mine", "/v1/authors/u-mine/standing"]
    paths.append(f"/v1/reviews/{verdict['review']['id']}")

    assert [api.get(path, headers=other).status_code for path in paths] == [404] * 4
    assert api.get("/v1/decisions", headers=other).json()["decisions"] == []
    again = {"comment": {"id": "mine", "text": "Another comment."}}
    theirs = api.post("/v1/verdicts", json=again, headers=other | {"Idempotency-Key": "shared"})
    assert (theirs.status_code, theirs.json()["revision"]) == (200, 1)


@pytest.mark.parametrize("id", ["https://news.example/a?b#c", "a/outcome", "//x/"])
def test_ids_may_hold_what_addresses_do(api: TestClient, id: str) -> None:
    """Some sites name comments and people by addresses: what was taken must be found, decided and erased."""
    body = {"comment": {"id": id, "text": "You are an idiot."}, "author": {"id": id, "verified": True}}
    sent, at = api.post("/v1/verdicts", json=body), f"/v1/comments/{quote(id, safe='')}"
    ruling = {"ruling": "reject", "moderator": "mia"}

    answers = [
        sent,
        api.post(f"{at}/reports", json={"reason": "rude"}),
        api.put(f"{at}/outcome", json={"outcome": "published"}),
        api.post(f"{at}/ruling", json=ruling),
        api.post(f"{at}/appeal", json={"words": "It was meant kindly."}),
        api.get(f"/v1/authors/{quote(id, safe='')}/standing"),
        api.delete(at),
        api.get(at),
    ]
    assert [answer.status_code for answer in answers] == [200, 202, 200, 200, 201, 200, 204, 200]
    assert (answers[-1].json()["id"], answers[-1].json()["text"]) == (id, None)


def test_the_service_says_that_it_lives_and_is_ready(api: TestClient) -> None:
    """A process manager must be able to tell a live server from a useful one."""
    assert api.get("/healthz").json() == {"status": "alive"}
    assert [api.head(path).status_code for path in ("/healthz", "/readyz")] == [200, 200]
    assert api.get("/readyz").json()["status"] == "ready"
    assert "moderation_verdicts_total" in api.get("/metrics").text


def test_the_documentation_names_every_route(api: TestClient) -> None:
    """Whoever opens /docs must find the whole API there, with its examples."""
    described = api.get("/openapi.json").json()["paths"]

    wanted = {"/v1/verdicts", "/v1/verdicts/batch", "/v1/assessments", "/v1/decisions", "/v1/decisions/{id}"}
    wanted |= {"/v1/comments/{id}", "/v1/comments/{id}/outcome", "/v1/comments/{id}/reports"}
    wanted |= {"/v1/reviews", "/v1/reviews/{id}/claim", "/v1/reviews/{id}/release", "/v1/reviews/{id}/ruling"}
    wanted |= {"/v1/authors/{id}/standing", "/healthz", "/readyz", "/metrics"}
    assert wanted <= set(described)
    assert api.get("/docs").status_code == 200
