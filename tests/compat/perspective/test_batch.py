"""Several calls in one request, as Google's clients batch them."""

import json
from collections.abc import Callable
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from moderation.compat.perspective.batching import calls_of
from moderation.compat.perspective.errors import Refused
from tests.api.conftest import KEY

ASKED = {"comment": {"text": "You are an idiot."}, "requestedAttributes": {"TOXICITY": {}}, "doNotStore": True}
MIXED = 'multipart/mixed; boundary="=="'
Send = Callable[..., Response]


def written(
    id: str, body: Any, *, target: str = f"/v1alpha1/comments:analyze?key={KEY}", method: str = "POST"
) -> str:
    """Write one part as Google's client for Python does."""
    about = f"Content-Type: application/http\nMIME-Version: 1.0\nContent-ID: <{id}>\n\n"
    sent = body if isinstance(body, str) else json.dumps(body)
    return f"--==\n{about}{method} {target} HTTP/1.1\nContent-Type: application/json\nHost: x\n\n{sent}\n"


@pytest.fixture
def send(app_client: TestClient) -> Send:
    """Send parts as one request."""

    def send(*parts: str, line: str = "\n", **headers: str) -> Response:
        body = ("".join(parts) + "--==--\n").replace("\n", line).encode()
        return app_client.post("/batch", content=body, headers={"Content-Type": MIXED} | headers)

    return send


def answers(response: Response) -> list[tuple[str, int, Any]]:
    """Take an answer apart with the standard library: id, status and JSON of each part."""
    assert response.status_code == 200, response.text
    head = f"Content-Type: {response.headers['content-type']}\r\n\r\n".encode()
    parts = BytesParser(policy=HTTP).parsebytes(head + response.content).iter_parts()
    found = []
    for part in parts:
        lines, _, body = part.get_payload(decode=True).partition(b"\r\n\r\n")  # type: ignore[union-attr]
        found.append((str(part["Content-ID"]), int(lines.split()[1]), json.loads(body)))
    return found


@pytest.mark.parametrize("line", ["\n", "\r\n"])
def test_each_call_is_answered_under_its_name(send: Send, line: str) -> None:
    """Whoever sent a hundred comments must not mix up their scores; one that fails stops no other."""
    empty = ASKED | {"comment": {"text": ""}}
    scores = {"TOXICITY": {"summaryScore": {"value": 0}}}
    suggested = {"comment": {"text": "Ärger 😀"}, "attributeScores": scores, "clientToken": "comment:b-1"}
    suggest = f"/v1alpha1/comments:suggestscore?key={KEY}"
    got = answers(
        send(
            written("u + 1", ASKED),
            written("u + 2", empty),
            written("u + 3", suggested, target=suggest),
            line=line,
        )
    )

    assert [(id, status) for id, status, _ in got] == [
        ("<response-u + 1>", 200),
        ("<response-u + 2>", 400),
        ("<response-u + 3>", 200),
    ]
    assert got[0][2]["attributeScores"]["TOXICITY"]["summaryScore"]["value"] > 0.5
    assert got[1][2]["error"]["details"][0]["errorType"] == "COMMENT_EMPTY"
    assert got[2][2]["clientToken"] == "comment:b-1"


def test_a_call_says_what_the_same_request_alone_says(app_client: TestClient, send: Send) -> None:
    """Batching saves round trips, and changes nothing else."""
    target = f"/v1alpha1/comments:analyze?key={KEY}&fields=languages"
    alone = app_client.post(target, json=ASKED)
    [(_, status, body)] = answers(send(written("a", ASKED, target=target)))

    assert (status, body) == (alone.status_code, alone.json()) == (200, {"languages": ["en"]})


@pytest.mark.parametrize(
    ("target", "method", "status"),
    [
        ("/v1alpha1/comments:analyze", "POST", 403),
        ("/v1alpha1/comments:analyze?key=wrong", "POST", 400),
        (f"/v1alpha1/comments:analyze?key={KEY}", "GET", 404),
        (f"/batch?key={KEY}", "POST", 404),
        (f"/v1/verdicts?key={KEY}", "POST", 404),
        (f"http://moderation.example/prefix/v1alpha1/comments%3Aanalyze?key={KEY}", "POST", 200),
    ],
)
def test_what_can_be_called_in_a_batch(send: Send, target: str, method: str, status: int) -> None:
    """A batch is no way around a key, and none into the rest of the service."""
    assert [answer[1] for answer in answers(send(written("a", ASKED, target=target, method=method)))] == [status]


def test_headers_of_the_batch_hold_for_each_call(send: Send) -> None:
    """Who authorises by header does so once, as with Google."""
    [(_, status, _)] = answers(
        send(written("a", ASKED, target="/v1alpha1/comments:analyze"), **{"X-Goog-Api-Key": KEY})
    )

    assert status == 200


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b"{}"),
        ("multipart/mixed", b"--==\n"),
        (MIXED, b""),
        (MIXED, b"--==--"),
        (MIXED, b"no boundary here"),
        (MIXED, b"--==\n\nPOST / HTTP/1.1\n\n{}\n" * 1_001),
    ],
    ids=["json", "no-boundary", "empty", "closed-at-once", "no-part", "too-many"],
)
def test_what_is_no_batch_is_refused_in_the_envelope(
    app_client: TestClient, content_type: str, body: bytes
) -> None:
    """A client that is wrong must be told so, in the words that it reads."""
    answer = app_client.post("/batch", content=body, headers={"Content-Type": content_type})

    assert (answer.status_code, answer.json()["error"]["status"]) == (400, "INVALID_ARGUMENT")


@pytest.mark.parametrize(
    "piece",
    [
        b"",
        b"\xff\xfe",
        b"Content-ID: <a\r\n b>\r\n\r\nPOST",
        b"\n\n\n\n",
        b"Content-ID: <\xc3\xa9>\n\nPOST /v1alpha1/comments:analyze?\xff HTTP/1.1\nX: \xff\nY:\n folded\n\n\xff",
        b"Content-ID\n\nPOST  /v1alpha1/comments:analyze HTTP/1.1\n\n",
    ],
    ids=["empty", "bytes", "folded-id", "blank-lines", "latin", "no-colon"],
)
def test_a_broken_part_breaks_nothing_else(app_client: TestClient, piece: bytes) -> None:
    """Whatever stands in a part, it has an answer, and the part after it too."""
    body = b"--==\n" + piece + b"\n" + written("good", ASKED).encode() + b"--==--"
    got = answers(app_client.post("/batch", content=body, headers={"Content-Type": MIXED}))

    assert [status for _, status, _ in got][1:] == [200]
    assert got[0][1] in (403, 404)


def test_a_batch_cannot_write_headers_of_its_own() -> None:
    """A name goes back to whoever sent it, on one line."""
    [call] = calls_of(b"--==\nContent-ID: <a\n X: b>\n\nPOST / HTTP/1.1\n\n--==--", content_type=MIXED)

    assert call.id == "<a X: b>"
    with pytest.raises(Refused, match="no call"):
        calls_of(b"--==--", content_type=MIXED)
