"""Backtests over the API: the same report, for those who may change the policy."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from moderation.domain.comment import SiteId
from moderation.service import Service

OVER = """\
version: 1
name: candidate
extends: default.yaml
rules:
  - id: harbour-talk
    clause: conduct
    when: {word: {words: [harbour]}}
    then: {verdict: flag}
"""


@pytest.fixture
def candidate(service: Service) -> dict[str, str]:
    """The live policy with one rule more, as files."""
    site = service.sites.get(SiteId("default"))
    _, files = service.sites.policy(site.id, site.policy)
    return {"candidate.yaml": OVER} | files


@pytest.fixture(autouse=True)
def judged(judge: Callable[..., Response]) -> None:
    """Two comments on record, of which the candidate would stop one."""
    for number, text in enumerate(("The harbour is closed.", "The bridge is closed.")):
        judge(text, comment={"id": f"b-{number}"}, author={"id": "u-1", "verified": True, "approved_count": 9})


def ask(api: TestClient, headers: dict[str, str] | None = None, **body: Any) -> Response:
    """Ask for a backtest."""
    return api.post("/v1/backtests", json=body, headers=headers)


def test_a_candidate_is_tried_on_the_record(api: TestClient, candidate: dict[str, str]) -> None:
    """An editor's page shows the consequence beside the button."""
    answer = ask(api, files=candidate)

    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert (found["looked_at"], found["changed"]) == (2, 1)
    assert found["mistakes"][0]["text"] == "The harbour is closed."
    assert found["rules"][0]["rule"] == "harbour-talk"


def test_a_kept_version_can_be_tried(api: TestClient, service: Service) -> None:
    """The live version changes nothing against itself."""
    live = service.sites.get(SiteId("default")).policy

    assert ask(api, policy=live).json()["changed"] == 0


def test_faults_name_the_file_as_it_was_sent(api: TestClient, candidate: dict[str, str]) -> None:
    """A path of the server's own helps nobody, and tells strangers where it lives."""
    answer = ask(api, files=candidate | {"candidate.yaml": OVER.replace("verdict: flag", "verdict: flagg")})

    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("candidate.yaml:8:")
    assert "/tmp" not in answer.text


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"policy": "0" * 12, "files": {"a.yaml": "version: 1"}},
        {"files": {}},
        {"files": {"../a.yaml": "version: 1"}},
        {"files": {"/etc/a.yaml": "version: 1"}},
        {"files": {"a/../../b.yaml": "version: 1"}},
        {"policy": "0" * 12, "sample": 0},
    ],
    ids=["nothing", "both", "no file", "upwards", "absolute", "upwards inside", "no sample"],
)
def test_what_cannot_be_tried_is_refused(api: TestClient, body: dict[str, Any]) -> None:
    """A file's name must not lead out of the folder in which it is read."""
    assert ask(api, **body).status_code == 422


def test_the_name_of_a_file_is_explained_without_a_pattern(api: TestClient) -> None:
    """Whoever reads a regular expression out of an answer is a programmer; editors push policies, too."""
    answer = ask(api, files={"../a.yaml": "version: 1"}).json()

    assert "cannot be the name of a policy's file; write letters, digits" in answer["detail"]


def test_a_period_that_ends_before_it_begins_is_refused(api: TestClient, service: Service) -> None:
    """Nothing would change in it, which reads like a policy that does no harm."""
    live = service.sites.get(SiteId("default")).policy

    answer = ask(api, policy=live, since="2026-11-27T00:00:00Z", until="2026-11-26T00:00:00Z")

    assert answer.status_code == 422
    assert "'until' has to be later than 'since'" in answer.json()["detail"]


def test_an_unknown_version_is_not_found(api: TestClient) -> None:
    """The versions of another site are nobody's business."""
    assert ask(api, policy="0" * 12).status_code == 404


def test_it_needs_the_scope_of_an_administrator(
    api: TestClient, new_client: Callable[..., dict[str, str]]
) -> None:
    """The report holds the text of comments, and a policy may take long."""
    headers = new_client("only-verdicts", scopes="verdicts moderate")

    assert ask(api, headers, policy="0" * 12).status_code == 403
