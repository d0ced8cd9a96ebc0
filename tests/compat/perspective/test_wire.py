"""Every row of the specification, as it goes over the wire."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from moderation.compat.perspective.errors import of_error
from moderation.domain.errors import Overloaded
from tests.api.conftest import KEY

GOLDEN = Path(__file__).parent / "golden"
TEXT = {"text": "You are an idiot. We should plant trees."}
ASKED: dict[str, Any] = {"TOXICITY": {}}


def _analyze(**fields: Any) -> tuple[str, dict[str, Any]]:
    return "analyze", {"comment": TEXT, "requestedAttributes": ASKED, "doNotStore": True} | fields


def _suggest(**fields: Any) -> tuple[str, dict[str, Any]]:
    scores = {"TOXICITY": {"summaryScore": {"value": 1}}}
    return "suggestscore", {"comment": TEXT, "attributeScores": scores} | fields


ENTRY = {"text": "What was said before."}
ROWS = {
    "plain": _analyze(),
    "languages-and-token": _analyze(languages=["en"], clientToken="t1", sessionId="s", communityId="c"),
    "spans-by-sentence": _analyze(spanAnnotations=True),
    "spans-in-utf16": _analyze(comment={"text": "😀 Yes. You are an idiot."}, spanAnnotations=True),
    "threshold-leaves-one": _analyze(
        requestedAttributes={"TOXICITY": {"scoreThreshold": 0}, "THREAT": {"scoreThreshold": 0.9}}
    ),
    "threshold-leaves-nothing": _analyze(requestedAttributes={"THREAT": {"scoreThreshold": 0.9}}),
    "snake-case": (
        "analyze",
        {
            "comment": TEXT,
            "requested_attributes": {"TOXICITY": {"score_type": "PROBABILITY", "score_threshold": None}},
            "do_not_store": True,
            "client_token": "t2",
        },
    ),
    "null-is-unset": _analyze(languages=None, context=None, spanAnnotations=None, clientToken=None),
    "unknown-fields": _analyze(somethingNew={"a": 1}),
    "aliases": _analyze(
        requestedAttributes={
            "SPAM": {},
            "PROFANITY": {},
            "OBSCENE": None,
            "INSULT_EXPERIMENTAL": {},
            "TOXICITY_FAST": {},
        }
    ),
    "german-with-hint": _analyze(
        comment={"text": "Das ist ein sehr schöner Tag und ich gehe in den Park."}, languages=["en"]
    ),
    "german-without-hint": _analyze(comment={"text": "Das ist ein sehr schöner Tag und ich gehe in den Park."}),
    "language-not-supported": _analyze(languages=["om"], comment={"text": "Das ist ein sehr schöner Tag, oder?"}),
    "attribute-not-supported": _analyze(requestedAttributes={"TOXICITY": {}, "FLIRTATION": {}}, languages=["en"]),
    "attribute-not-supported-dropped": _analyze(
        requestedAttributes={"TOXICITY": {}, "FLIRTATION": {}}, dropUnsupportedAttributes=True
    ),
    "all-attributes-dropped": _analyze(requestedAttributes={"FLIRTATION": {}}, dropUnsupportedAttributes=True),
    "language-not-detected": _analyze(comment={"text": "12 + 30 = 42"}),
    "language-not-detected-with-hint": _analyze(comment={"text": "12 + 30 = 42"}, languages=["en"]),
    "empty": _analyze(comment={"text": ""}),
    "no-comment": _analyze(comment=None),
    "too-long": _analyze(comment={"text": "ä" * 10_241}),
    "no-attributes": _analyze(requestedAttributes={}),
    "unknown-attribute": _analyze(requestedAttributes={"NICENESS": {}}, dropUnsupportedAttributes=True),
    "score-type": _analyze(requestedAttributes={"TOXICITY": {"scoreType": "PERCENTILE"}}),
    "html": _analyze(comment=TEXT | {"type": "HTML"}),
    "unknown-text-type": _analyze(comment=TEXT | {"type": "MARKDOWN"}),
    "both-contexts": _analyze(context={"entries": [ENTRY], "articleAndParentComment": {"article": ENTRY}}),
    "article-and-parent": _analyze(
        context={"articleAndParentComment": {"article": ENTRY, "parentComment": ENTRY | {"type": "PLAIN_TEXT"}}}
    ),
    "wrong-type": _analyze(languages="en"),
    "suggest": _suggest(languages=["en"], clientToken="comment:42", communityId="Coral:https://news.example"),
    "suggest-nothing": _suggest(attributeScores={}),
    "suggest-without-value": _suggest(attributeScores={"TOXICITY": {"summaryScore": {}}}),
    "suggest-unknown-attribute": _suggest(attributeScores={"NICENESS": {"summaryScore": {"value": 1}}}),
    "suggest-span-without-end": _suggest(
        attributeScores={"TOXICITY": {"spanScores": [{"begin": 0, "score": {"value": 1}}]}}
    ),
    "suggest-empty": _suggest(comment={"text": " "}),
}


@pytest.mark.parametrize("row", ROWS)
def test_what_goes_over_the_wire(
    app_client: TestClient, wire: Callable[[Path, Any, Response], None], row: str
) -> None:
    """Clients take these bytes apart: a name that changes is a comment that passes unchecked."""
    method, body = ROWS[row]
    answer = app_client.post(f"/v1alpha1/comments:{method}?key={KEY}", json=body)

    shown = body | {"comment": {"text": "…"}} if row == "too-long" else body
    wire(GOLDEN / f"{row}.txt", shown, answer)


@pytest.mark.parametrize(
    ("text", "status"), [("ä" * 10_240, 200), ("ä" * 10_240 + "a", 400), ("a " * 10_240, 200), ("😀" * 5_121, 400)]
)
def test_longest_text_is_taken(app_client: TestClient, text: str, status: int) -> None:
    """The limit is in bytes of UTF-8, as with Google: 20,480, and not one more."""
    _, body = _analyze(comment={"text": text}, languages=["en"])

    assert app_client.post(f"/v1alpha1/comments:analyze?key={KEY}", json=body).status_code == status


def test_too_much_at_once_is_a_quota() -> None:
    """Clients wait and ask again where Google's words say so."""
    answer = of_error(Overloaded())
    error = json.loads(bytes(answer.body))["error"]

    assert (answer.status_code, answer.headers["retry-after"]) == (429, "2")
    assert (error["code"], error["status"]) == (429, "RESOURCE_EXHAUSTED")
    assert error["message"].startswith("Quota exceeded for quota metric 'Analysis requests (AnalyzeComment)'")
    assert error["details"][0]["reason"] == "RATE_LIMIT_EXCEEDED"


@pytest.mark.parametrize(
    ("row", "query", "headers"),
    [
        ("no-key", "", {}),
        ("bad-key", "?key=AIzaSy-not-ours", {}),
        ("key-that-is-no-ascii", "?key=schl%C3%BCssel", {}),
    ],
)
def test_who_shows_no_good_key_is_told_so(
    app_client: TestClient,
    wire: Callable[[Path, Any, Response], None],
    row: str,
    query: str,
    headers: dict[str, str],
) -> None:
    """Clients compare the sentence, so it is Google's."""
    answer = app_client.post(f"/v1alpha1/comments:analyze{query}", json={}, headers=headers)

    wire(GOLDEN / f"{row}.txt", f"POST {query}", answer)


PATHS = ["/v1alpha1/comments:analyze", "//v1alpha1/comments:analyze", "/comments:analyze", "/comments%3Aanalyze"]


@pytest.mark.parametrize(
    ("query", "headers"),
    [
        (f"?key={KEY}&alt=json&prettyPrint=false", {}),
        ("", {"X-Goog-Api-Key": KEY}),
        ("", {"Authorization": f"Bearer {KEY}"}),
        (f"?access_token={KEY}", {}),
    ],
)
@pytest.mark.parametrize("path", PATHS)
def test_key_and_address_in_all_their_forms(
    app_client: TestClient, path: str, query: str, headers: dict[str, str]
) -> None:
    """Nobody can change how a client of somebody else sends its key."""
    _, body = _analyze()

    assert app_client.post(f"{app_client.base_url}{path}{query}", json=body, headers=headers).status_code == 200


@pytest.mark.parametrize(("method", "path"), [("GET", "comments:analyze"), ("POST", "comments:analyse")])
def test_nothing_is_there_in_googles_words(app_client: TestClient, method: str, path: str) -> None:
    """A client takes the envelope apart, also where the address is wrong."""
    answer = app_client.request(method, f"/v1alpha1/{path}?key={KEY}")

    assert (answer.status_code, answer.json()["error"]["status"]) == (404, "NOT_FOUND")


@pytest.mark.parametrize(
    ("row", "body"),
    [
        ("not-a-number", b'{"requestedAttributes": {"TOXICITY": {"scoreThreshold": NaN}}}'),
        ("not-json", b"{"),
        ("too-large", b'{"comment": "' + b"x" * 1_100_000 + b'"}'),
        ("surrogate", b'"\\ud800"'),
    ],
)
def test_a_body_that_cannot_be_read(
    app_client: TestClient, wire: Callable[[Path, Any, Response], None], row: str, body: bytes
) -> None:
    """Whatever is wrong, it comes in the envelope: a client that parses it must not crash."""
    answer = app_client.post(f"/v1alpha1/comments:analyze?key={KEY}", content=body)

    wire(GOLDEN / f"{row}.txt", row, answer)


@pytest.mark.parametrize(
    "path", ["/v1alpha1/comments:analyze", "//v1alpha1/comments:analyze", "/comments:analyze"]
)
def test_a_body_that_google_packs_is_unpacked(app_client: TestClient, path: str) -> None:
    """Google's clients for Java and .NET compress every body unless they are told not to."""
    _, body = _analyze()
    packed = gzip.compress(json.dumps(body).encode())
    answer = app_client.post(
        f"{app_client.base_url}{path}?key={KEY}", content=packed, headers={"Content-Encoding": "gzip"}
    )

    assert (answer.status_code, list(answer.json()["attributeScores"])) == (200, ["TOXICITY"])


@pytest.mark.parametrize(
    ("body", "encoding", "said"),
    [
        (gzip.compress(b" " * 10_000_000), "gzip", "The body may hold 1048576 bytes at most"),
        (gzip.compress(b"{}")[:-4], "gzip", "Content-Encoding says gzip"),
        (gzip.compress(b"{}") + b"{}", "gzip", "Content-Encoding says gzip"),
        (b"{}", "gzip", "Content-Encoding says gzip"),
        (b"{}", "br", "Send the body as it is"),
        (gzip.compress(gzip.compress(b"{}")), "gzip, gzip", "Send the body as it is"),
    ],
    ids=["bomb", "breaks-off", "goes-on", "is-not-packed", "another", "twice"],
)
def test_what_is_packed_otherwise_is_refused(
    app_client: TestClient, body: bytes, encoding: str, said: str
) -> None:
    """A few kilobytes can unpack to gigabytes: no more than the limit is ever unpacked."""
    answer = app_client.post(
        f"/v1alpha1/comments:analyze?key={KEY}", content=body, headers={"Content-Encoding": encoding}
    )

    assert (answer.status_code, answer.json()["error"]["status"]) == (400, "INVALID_ARGUMENT")
    assert answer.json()["error"]["message"].startswith(said)


@pytest.mark.parametrize(
    "path",
    [
        "/$discovery/rest?version=v1alpha1",
        "/%24discovery/rest?version=v1alpha1",
        f"/$discovery/rest?version=v1alpha1&key={KEY}",
        "/discovery/v1/apis/commentanalyzer/v1alpha1/rest",
    ],
)
def test_discovery_document_leads_back_to_us(app_client: TestClient, path: str) -> None:
    """Google's client posts to `rootUrl`, whatever served the document."""
    answer = app_client.get(path, headers={"Host": "moderation.example"}).json()

    assert answer["rootUrl"] == answer["baseUrl"] == "http://moderation.example/"
    assert "auth" not in answer


def test_discovery_document(app_client: TestClient, wire: Callable[[Path, Any, Response], None]) -> None:
    """It is the contract that Google's clients generate their calls from."""
    answer = app_client.get("/$discovery/rest?version=v1alpha1")

    wire(GOLDEN / "discovery.txt", "GET /$discovery/rest?version=v1alpha1", answer)


@pytest.mark.parametrize("query", ["version=v1alpha1&key=wrong", "version=v2"])
def test_discovery_refuses_what_it_cannot_serve(app_client: TestClient, query: str) -> None:
    """A client finds out at its start, and not at the first comment."""
    assert app_client.get(f"/$discovery/rest?{query}").status_code == 400
