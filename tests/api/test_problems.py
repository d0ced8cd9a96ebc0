"""Errors that name the field and the fix."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from moderation.domain.comment import SiteId
from tests.api.conftest import EXAMPLE


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "comment"),
        ({"comment": {}}, "comment.text"),
        ({"comment": {"text": ""}}, "comment.text"),
        ({"comment": {"text": " \n "}}, "comment.text"),
        ({"comment": {"text": "x" * 20_001}}, "comment.text"),
        ({"comment": {"text": 17.5}}, None),
        ({"comment": {"text": ["a"]}}, "comment.text"),
        ({"comment": {"text": "a", "kind": "rant"}}, "comment.kind"),
        ({"comment": {"text": "a", "format": "pdf"}}, "comment.format"),
        ({"comment": {"text": "a", "created_at": "yesterday"}}, "comment.created_at"),
        ({"comment": {"text": "a"}, "author": {"approved_count": -1}}, "author.approved_count"),
        ({"comment": {"text": "a"}, "author": "Ann"}, "author"),
        ({"comment": {"text": "a"}, "article": {"tags": "sport"}}, "article.tags"),
        ({"comment": {"text": "a"}, "language": "!!"}, "language"),
        ([], "body"),
    ],
)
def test_a_fault_names_its_field(api: TestClient, body: Any, field: str | None) -> None:
    """An engineer at a newspaper reads this at night; the field must be in it."""
    answer = api.post("/v1/verdicts", json=body)

    if field is None:  # a number is taken for its digits
        assert answer.status_code == 200
        return
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["errors"][0]["field"] == field


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": ""},
        {"Authorization": "Basic eDp5"},
        {"Authorization": "Bearer kéy"},
        {"Authorization": "Bearer wrong"},
    ],
)
def test_a_key_that_is_missing_or_wrong_is_a_401(api: TestClient, headers: dict[str, str]) -> None:
    """The answer says how to send the key, and never crashes on a strange one."""
    sent = {name.encode(): value.encode() for name, value in ({"Authorization": ""} | headers).items()}

    answer = api.post("/v1/verdicts", json=EXAMPLE, headers=sent)

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert "key" in answer.json()["detail"]


def test_a_key_without_the_scope_is_a_403(api: TestClient, new_client: Any) -> None:
    """A key that sits in a web page's server must not be able to rule."""
    headers = new_client("verdicts-only", scopes="verdicts")

    answer = api.get("/v1/reviews", headers=headers)

    assert answer.status_code == 403
    assert "moderate" in answer.json()["detail"]


def test_a_revoked_key_is_refused(api: TestClient, new_client: Any, service: Any) -> None:
    """A stolen key must be of no use once revoked."""
    headers = new_client("stolen")
    [key] = [key for key in service.sites.keys(SiteId("default")) if key.name == "stolen"]
    service.sites.revoke_key(key.prefix, at=service.clock.now())

    answer = api.post("/v1/verdicts", json=EXAMPLE, headers=headers)

    assert answer.status_code == 401


def test_a_body_over_the_limit_is_a_413(api: TestClient) -> None:
    """A huge body must be turned away before it is read into memory."""
    answer = api.post("/v1/verdicts", content=b'{"comment": {"text": "' + b"x" * 1_100_000 + b'"}}')

    assert answer.status_code == 413
    assert "1048576" in answer.json()["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/v1/decisions/d_none",
        "/v1/comments/none",
        "/v1/authors/nobody/standing",
        "/v1/reviews/r_none",
        "/v1/nothing",
    ],
)
def test_what_is_not_there_is_a_404(api: TestClient, path: str) -> None:
    """Missing things are said to be missing, in the one shape that every error has."""
    answer = api.get(path)

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_answer_to_a_fault_never_repeats_what_was_sent(api: TestClient) -> None:
    """Error pages end up in logs, and a comment's text must not."""
    answer = api.post("/v1/verdicts", json={"comment": {"text": "canary-7261", "kind": "canary-7262"}})

    assert "canary" not in answer.text
