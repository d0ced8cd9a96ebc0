"""Akismet's words and headers, to the byte: its clients compare them as they stand."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from moderation.compat.akismet.answers import GUID
from tests.api.conftest import KEY

GOLDEN = Path(__file__).parent / "golden"
FORM = "application/x-www-form-urlencoded; charset=UTF-8"
CIVIL = {"blog": "https://blog.example/", "user_ip": "203.0.113.9", "comment_content": "The fees rise again."}
INSULT = CIVIL | {"comment_content": "You are an idiot.", "comment_author": "Ann"}
EVERY_HEADER = ("pro-tip", "debug-help", "error", "alert-code", "alert-msg", "recheck-after")


def _post(client: TestClient, path: str, fields: dict[str, str]) -> Response:
    return client.post(path, content=urlencode(fields), headers={"Content-Type": FORM})


ROWS: dict[str, tuple[str, dict[str, str]]] = {
    "verify-key": ("/1.1/verify-key", {"key": KEY, "blog": "https://blog.example/"}),
    "verify-key-by-api-key": ("/1.1/verify-key", {"api_key": KEY, "blog": "https://blog.example/"}),
    "verify-key-new-before-old": ("/1.1/verify-key", {"key": "newkey123456", "api_key": KEY}),
    "verify-key-without": ("/1.1/verify-key", {"blog": "https://blog.example/"}),
    "check-ham": ("/1.1/comment-check", CIVIL | {"api_key": KEY}),
    "check-spam": ("/1.1/comment-check", INSULT | {"api_key": KEY}),
    "check-bad-key": ("/1.1/comment-check", CIVIL | {"api_key": "abcdef123456"}),
    "check-no-key": ("/1.1/comment-check", CIVIL),
    "check-nothing": ("/1.1/comment-check", {"api_key": KEY, "blog": "https://blog.example/"}),
    "check-too-long": ("/1.1/comment-check", CIVIL | {"api_key": KEY, "comment_content": "a " * 20_000}),
    "check-test-author": ("/1.1/comment-check", CIVIL | {"api_key": KEY, "comment_author": "viagra-test-123"}),
    "check-test-email": (
        "/1.1/comment-check",
        CIVIL | {"api_key": KEY, "comment_author_email": "akismet-guaranteed-spam@example.com"},
    ),
    "check-administrator": ("/1.1/comment-check", INSULT | {"api_key": KEY, "user_role": "editor,administrator"}),
    "check-is-test": ("/1.1/comment-check", INSULT | {"api_key": KEY, "is_test": "True"}),
    "check-honeypot-filled": (
        "/1.1/comment-check",
        CIVIL | {"api_key": KEY, "honeypot_field_name": "ak_hp", "ak_hp": "filled"},
    ),
    "check-honeypot-empty": (
        "/1.1/comment-check",
        CIVIL | {"api_key": KEY, "honeypot_field_name": "ak_hp", "ak_hp": ""},
    ),
    "check-pingback": (
        "/1.1/comment-check",
        {"api_key": KEY, "comment_type": "pingback", "comment_author_url": "https://other.example/post"},
    ),
    "submit-spam": ("/1.1/submit-spam", CIVIL | {"api_key": KEY, "comment_check_response": "false"}),
    "submit-ham": ("/1.1/submit-ham", CIVIL | {"api_key": KEY, "reporter": "mia"}),
    "submit-bad-key": ("/1.1/submit-ham", CIVIL | {"api_key": "abcdef123456"}),
    "token": ("/1.1/token", {"api_key": KEY}),
    "deactivate": ("/1.1/deactivate", {"key": KEY}),
    "get-subscription": ("/1.1/get-subscription", {"key": KEY}),
    "get-subscription-bad-key": ("/1.1/get-subscription", {"key": "abcdef123456"}),
    "verify-wpcom-key": ("/1.1/verify-wpcom-key", {"user_id": "1", "api_key": KEY, "get_account_type": "true"}),
}


@pytest.mark.parametrize("row", ROWS)
def test_what_goes_over_the_wire(
    app_client: TestClient, wire: Callable[[Path, Any, Response], None], row: str
) -> None:
    """The body is the word and nothing else, the status is 200, and every answer has an id of its own."""
    path, fields = ROWS[row]
    answer = _post(app_client, path, fields)

    shown = {name: value if len(value) < 200 else "…" for name, value in fields.items()}
    extra = [
        f"x-akismet-{n}: {answer.headers[f'x-akismet-{n}']}"
        for n in EVERY_HEADER
        if f"x-akismet-{n}" in answer.headers
    ]
    assert (answer.status_code, len(answer.headers[GUID])) == (200, 32)
    wire(GOLDEN / f"{row}.txt", {"path": path, "fields": shown, "headers of the answer": extra}, answer)


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        (CIVIL | {"api_key": KEY, "permalink": "https://blog.example/guid"}, "false"),
        (INSULT | {"api_key": KEY, "permalink": "https://blog.example/guid"}, "true"),
        (CIVIL | {"api_key": "abcdef123456"}, "invalid"),
    ],
    ids=["false", "true", "invalid"],
)
def test_every_answer_has_another_guid(app_client: TestClient, fields: dict[str, str], word: str) -> None:
    """WordPress finds the comment by it: with the same one twice it would act on the wrong comment."""
    answers = [_post(app_client, "/1.1/comment-check", fields) for _ in range(5)]

    assert {answer.text for answer in answers} == {word}
    assert len({answer.headers[GUID] for answer in answers}) == 5


@pytest.mark.parametrize(
    ("method", "path", "word"),
    [
        ("GET", "/1.1/test", "connected"),
        ("GET", "/1.1/comment-check", "invalid"),
        ("POST", "/1.1/comment-chek", "invalid"),
        ("GET", "/1.2/compatible-plugins", "invalid"),
    ],
)
def test_other_addresses_answer_with_a_word_too(app_client: TestClient, method: str, path: str, word: str) -> None:
    """The plugin asks more than is documented, and takes whatever is no word for its own kind of answer."""
    answer = app_client.request(method, path)

    assert (answer.status_code, answer.text, len(answer.headers[GUID])) == (200, word, 32)


def test_debug_help_is_not_on_a_good_answer(app_client: TestClient) -> None:
    """One of the clients takes its mere presence for a failure."""
    answer = _post(app_client, "/1.1/comment-check", CIVIL | {"api_key": KEY})

    assert not [name for name in answer.headers if name.startswith("x-akismet-") and name != "x-akismet-guid"]


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        (
            "application/json",
            json.dumps(INSULT | {"api_key": KEY, "comment_post_ID": 7, "is_test": True}).encode(),
        ),
        (
            "application/json",
            json.dumps(INSULT | {"api_key": KEY, "comment_context": ["a"], "is_test": 1}).encode(),
        ),
        (FORM, (urlencode(INSULT) + f"&user_role&POST_ak_hp_textarea&is_test=1&api_key={KEY}").encode()),
        ("application/x-www-form-urlencoded", (urlencode(INSULT) + f"&is_test=1&api_key={KEY}").encode()),
        (
            'multipart/form-data; boundary="b"',
            "".join(
                f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                for name, value in (INSULT | {"api_key": KEY, "is_test": "1"}).items()
            ).encode()
            + b"--b--\r\n",
        ),
    ],
)
def test_bodies_in_all_their_forms(app_client: TestClient, content_type: str, body: bytes) -> None:
    """Nobody can change how a client of somebody else writes a body."""
    answer = app_client.post("/1.1/comment-check", content=body, headers={"Content-Type": content_type})

    assert answer.text == "true"


def test_charset_of_the_blog_is_read(app_client: TestClient, ours: Callable[..., Response]) -> None:
    """A name that is read in the wrong letters is another author."""
    before = ours("/v1/decisions?limit=500").json()["next"]
    body = urlencode(
        CIVIL | {"comment_content": "Grüße aus Köln", "blog_charset": "iso-8859-1"}, encoding="latin-1"
    )
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    app_client.post(f"/1.1/comment-check?api_key={KEY}", content=body, headers=headers)
    [decision] = ours(f"/v1/decisions?after={before}").json()["decisions"]

    assert ours(f"/v1/comments/{decision['comment_id']}").json()["text"] == "Grüße aus Köln"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"a=%00&b=%ff&comment_content=%00",
        b"&&&==",
        b"[",
        b'{"api_key": "\\ud800"}',
        b"a&" * 5_000,
    ],
)
@pytest.mark.parametrize(
    "content_type", [FORM, "application/json", "multipart/form-data", "text/plain; charset=x", ""]
)
def test_a_hostile_body_is_invalid(app_client: TestClient, content_type: str, body: bytes) -> None:
    """Whatever comes, the client gets a word that it knows."""
    answer = app_client.post("/1.1/comment-check", content=body, headers={"Content-Type": content_type})

    assert (answer.status_code, answer.text) == (200, "invalid")


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        (
            "multipart/form-data; boundary=b0",
            b"".join(b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (i, i + 1) for i in range(5_000)),
        ),
        (f"multipart/form-data; boundary*{'1' * 5_000}=b", b"--b--"),
        ("multipart/form-data; boundary=b", f"--b\nContent-Disposition: a; name*{'1' * 5_000}=c\n\nd".encode()),
        ("multipart/form-data; boundary=b", b"--b\n" * 100_000),
    ],
    ids=["parts-in-parts", "numbered-boundary", "numbered-name", "many-parts"],
)
def test_hostile_parts_are_invalid(app_client: TestClient, content_type: str, body: bytes) -> None:
    """They come from anybody, before a key is looked at, and must not stop the service."""
    answer = app_client.post("/1.1/comment-check", content=body, headers={"Content-Type": content_type})

    assert (answer.status_code, answer.text) == (200, "invalid")


def test_a_body_too_large_is_invalid(app_client: TestClient) -> None:
    """Also what is refused before it is read is answered in the client's own words."""
    answer = app_client.post("/1.1/comment-check", content=b"x" * 1_100_000, headers={"Content-Type": FORM})

    assert (answer.status_code, answer.text, len(answer.headers[GUID])) == (200, "invalid", 32)
