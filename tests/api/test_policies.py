"""Policies over the API: what a page for editors, or a program of the newsroom's own, goes by."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from moderation.app import create_app
from moderation.service import Service
from moderation.worker import watch
from tests.api.conftest import KEY, settings_in
from tests.cli.conftest import SMALL

FLAGS = (
    SMALL
    + """\
  - id: harbour-talk
    clause: attacks
    when: {word: {words: [harbour]}}
    then: {verdict: flag}
"""
)
BLOCKS = FLAGS.removesuffix("flag}\n") + "block}\n"


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a service whose policy loads at once."""
    folder = tmp_path_factory.mktemp("service")
    (folder / "evening.yaml").write_text(SMALL)
    app = create_app(settings_in(folder, policy=folder / "evening.yaml", model="linear"))
    with TestClient(app, headers={"Authorization": f"Bearer {KEY}"}, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def live(api: TestClient) -> Iterator[dict[str, Any]]:
    """The live version with its files; what a test makes live is gone after it."""
    found = api.get("/v1/policies/live").json()
    yield found
    if api.get("/v1/policies/live").json()["version"]["hash"] != found["version"]["hash"]:
        back = api.post("/v1/policies/rollback", json={"by": "test", "to": found["version"]["hash"]})
        assert back.status_code == 200, back.text
    for each in api.get("/v1/policies").json()["policies"]:
        if each["state"] == "draft":
            api.delete(f"/v1/policies/{each['hash']}", params={"by": "test"})


@pytest.fixture
def draft(api: TestClient, live: dict[str, Any]) -> Callable[..., Response]:
    """What saves a draft over the live files."""

    def draft(text: str = FLAGS, *, base: str | None = None, by: str = "ann", **more: Any) -> Response:
        files = {"evening.yaml": text}
        body = {"files": files, "base": base or live["version"]["hash"], "by": by, "why": "a new word"}
        return api.post("/v1/policies", json=body | more)

    return draft


def publish(api: TestClient, hash: str, **more: Any) -> Response:
    """Make a version live."""
    return api.post(f"/v1/policies/{hash}/publish", json={"by": "ben", "why": "agreed"} | more)


def test_draft_is_published_and_judges_the_next_comment(
    api: TestClient, draft: Callable[..., Response], judge: Callable[..., Response]
) -> None:
    """From the page's button to the next reader's comment."""
    saved = draft()
    assert saved.status_code == 201, saved.text
    hash = saved.json()["hash"]
    text = {"author": {"id": "u-9", "verified": True, "approved_count": 9}}
    assert judge("The harbour is shut.", comment={"id": "p-1"}, **text).json()["verdict"] == "allow"

    assert publish(api, hash).json()["published_by"] == "ben"

    api.app.state.service._clients.clear()  # type: ignore[attr-defined]  # as a second later
    assert judge("The harbour is shut.", comment={"id": "p-2"}, **text).json()["verdict"] == "flag"
    newest = api.get("/v1/policies").json()["policies"][0]
    assert (newest["hash"], newest["state"], newest["saved_why"]) == (hash, "live", "a new word")


def test_policy_may_be_called_otherwise_than_its_file(api: TestClient, draft: Callable[..., Response]) -> None:
    """Whoever keeps `policy.yaml` in git has the name inside, and may change it."""
    saved = draft(FLAGS.replace("name: evening", "name: night-desk"))

    assert saved.status_code == 201, saved.text
    assert (saved.json()["name"], publish(api, saved.json()["hash"]).status_code) == ("night-desk", 200)
    assert api.get("/v1/policies/live").json()["version"]["name"] == "night-desk"


def test_second_save_is_409_stale_version_with_the_difference(
    api: TestClient, draft: Callable[..., Response]
) -> None:
    """A page shows what the colleague did, and lets the editor take it over."""
    draft(FLAGS.replace("harbour]", "pier]"), by="ann")

    refused = draft(FLAGS.replace("harbour]", "quay]"), by="ben")

    assert refused.status_code == 409
    told = refused.json()
    assert (told["code"], told["title"]) == ("stale_version", "Changed since you read it")
    assert "ann saved" in told["detail"]
    assert '"carry_over": true' in told["detail"]
    assert told["difference"]["changes"][0] == {
        "kind": "added",
        "part": "rule",
        "name": "harbour-talk",
        "details": ["live, verdict flag"],
    }
    assert "+  - id: harbour-talk" in told["difference"]["text"]
    assert draft(FLAGS.replace("harbour]", "quay]"), by="ben", beside=True).status_code == 201


def test_what_was_overtaken_is_put_on_top(api: TestClient, draft: Callable[..., Response]) -> None:
    """A program carries a change over, saved or not, and tells a person where that cannot be."""
    noted = SMALL.replace("name: evening", "name: evening\nlanguage: en")
    slow = draft(FLAGS.replace("[clown]", "[clown, fool]"), by="ann").json()["hash"]
    clash = draft(SMALL.replace("[clown]", "[clown, oaf]"), by="ben", carry_over=True)
    assert (clash.status_code, "same lines" in clash.json()["detail"]) == (409, True)

    both = draft(noted, by="ben", carry_over=True).json()["hash"]
    assert "harbour-talk" in api.get(f"/v1/policies/{both}").json()["files"]["evening.yaml"]
    quick = draft(FLAGS.replace("harbour", "quay"), by="ben", beside=True).json()["hash"]
    publish(api, quick)
    refused = publish(api, both)
    way = f"/v1/policies/{both}/carry-over"
    assert (refused.status_code, f"POST {way}" in refused.json()["detail"]) == (409, True)

    carried = api.post(way, json={"by": "cleo"})

    assert (carried.status_code, carried.json()["parent"]) == (201, quick)
    assert api.post(f"/v1/policies/{slow}/carry-over", json={"by": "cleo"}).status_code == 409


def test_rule_that_blocks_is_published_once_it_was_tried(
    api: TestClient, draft: Callable[..., Response], live: dict[str, Any]
) -> None:
    """The page offers the backtest first."""
    hash = draft(BLOCKS).json()["hash"]
    refused = publish(api, hash)
    assert refused.status_code == 403
    assert f"moderation policy backtest {hash}" in refused.json()["detail"]

    assert api.post("/v1/backtests", json={"policy": hash}).status_code == 200

    assert api.get(f"/v1/policies/{hash}").json()["backtests"][0]["before"] == live["version"]["hash"]
    assert publish(api, hash).status_code == 200


def test_faults_are_told_and_nothing_is_saved(api: TestClient, draft: Callable[..., Response]) -> None:
    """A bad policy never becomes live, nor a draft."""
    count = len(api.get("/v1/policies").json()["policies"])

    refused = draft(FLAGS.replace("verdict: flag", "verdict: flagg"))

    assert refused.status_code == 422
    assert refused.json()["detail"].startswith("evening.yaml:13:")
    fault = refused.json()["errors"][0]
    assert (fault["file"], fault["line"]) == ("evening.yaml", 13)
    assert "did you mean 'flag'?" in fault["detail"]
    assert len(api.get("/v1/policies").json()["policies"]) == count


def test_difference_is_shown_in_words(api: TestClient, draft: Callable[..., Response]) -> None:
    """Against the live version, unless another is named."""
    hash = draft().json()["hash"]

    found = api.get(f"/v1/policies/{hash}/diff").json()

    assert [change["name"] for change in found["changes"]] == ["harbour-talk"]
    assert api.get(f"/v1/policies/{hash}/diff", params={"against": hash}).json()["changes"] == []


def test_rollback_is_one_act(api: TestClient, draft: Callable[..., Response], live: dict[str, Any]) -> None:
    """Without a hash it leads to what was live before."""
    publish(api, draft().json()["hash"])

    back = api.post("/v1/policies/rollback", json={"by": "eve", "why": "too much"})

    assert back.json()["hash"] == live["version"]["hash"]
    assert api.get("/v1/policies/live").json()["version"]["published_why"] == "too much"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", ""),
        ("POST", ""),
        ("GET", "/live"),
        ("DELETE", "/live?by=x"),
        ("POST", "/live/publish"),
        ("GET", "/live/diff"),
        ("POST", "/rollback"),
        ("POST", "/reversals"),
        ("GET", "/acts"),
        ("GET", "/rules"),
    ],
)
def test_policies_need_the_scope_of_an_administrator(
    api: TestClient, new_client: Callable[..., dict[str, str]], method: str, path: str
) -> None:
    """A program that asks for verdicts must not change what they are."""
    headers = new_client(f"no-admin-{method}-{path}", scopes="verdicts moderate")
    body = {"files": {"a.yaml": "x"}, "base": "x", "by": "x"} if method == "POST" else None

    assert api.request(method, f"/v1/policies{path}", json=body, headers=headers).status_code == 403


def test_versions_of_another_site_are_not_found(
    api: TestClient, new_client: Callable[..., dict[str, str]], draft: Callable[..., Response]
) -> None:
    """A policy holds lists that a publisher may keep to itself."""
    hash = draft().json()["hash"]
    other = new_client("south-key", site="south")

    assert api.get(f"/v1/policies/{hash}", headers=other).status_code == 404
    assert [each["state"] for each in api.get("/v1/policies", headers=other).json()["policies"]] == ["live"]


def test_what_a_rule_did_is_taken_back(api: TestClient, judge: Callable[..., Response]) -> None:
    """Looked at first, done then; the comment stands, and the act is on record."""
    assert judge("what a clown", comment={"id": "r-1"}).json()["verdict"] == "flag"
    order = {"rule": "name-calling", "since": "2020-01-01T00:00:00Z", "by": "eve", "why": "a circus came"}

    told = api.post("/v1/policies/reversals", json=order | {"dry_run": True}).json()
    assert told["replaced"]["flag → allow"] >= 1
    assert api.get("/v1/comments/r-1").json()["decisions"][-1]["verdict"]["verdict"] == "flag"

    done = api.post("/v1/policies/reversals", json=order).json()

    assert (done["replaced"], done["next"]) == (told["replaced"], None)
    assert api.get("/v1/comments/r-1").json()["decisions"][-1]["verdict"]["verdict"] == "allow"
    assert [act["what"] for act in api.get("/v1/policies/acts").json()["acts"][:2]] == [
        "policy.reversed",
        "policy.reverse",
    ]
    undone = api.post("/v1/policies/reversals", json=order | {"undo": True}).json()
    assert undone["replaced"]["allow → flag"] == done["replaced"]["flag → allow"]


def test_ruling_becomes_an_example_in_a_draft(
    api: TestClient, live: dict[str, Any], judge: Callable[..., Response]
) -> None:
    """The desk keeps what it decided, and an editor publishes it."""
    judge("the finest clown in town", comment={"id": "e-1"})
    ruled = api.post("/v1/comments/e-1/ruling", json={"ruling": "approve", "moderator": "mia"})
    assert ruled.status_code == 200, ruled.text

    kept = api.post("/v1/policies/examples", json={"comment": "e-1", "rule": "name-calling", "by": "mia"})

    assert kept.status_code == 201, kept.text
    found = api.get(f"/v1/policies/{kept.json()['hash']}/diff").json()
    assert found["changes"][0]["details"] == ["0 → 1 examples of known_fp"]
    assert "the finest clown in town" in found["text"]


def test_rules_are_told_in_figures(api: TestClient, judge: Callable[..., Response], service: Service) -> None:
    """A page shows them beside the rules."""
    judge("a clown again", comment={"id": "f-1"})
    watch(service)

    found = api.get("/v1/policies/rules", params={"since": "2020-01-01"}).json()

    [rule] = [each for each in found["rules"] if each["rule"] == "name-calling"]
    assert rule["matches"] >= 1
    assert {"count", "of", "value", "low", "high"} == set(rule["precision"])
