"""Bodies made to break a server: each gets a 4xx or a verdict, never a 500 and never a stall."""

import gzip
import json
import zlib
from typing import Any

import pytest
from fastapi.testclient import TestClient


def _with(text: str) -> bytes:
    """A body whose text is given as a JSON literal."""
    return b'{"comment": {"text": ' + text.encode() + b"}}"


def _plain(value: Any) -> bytes:
    return json.dumps({"comment": {"text": value}}).encode()


NUL = [
    _with('"a\\u0000b"'),
    _plain("\0" * 5_000),
    json.dumps({"comment": {"text": "a", "id": "n\0ul"}}).encode(),
    json.dumps({"comment": {"text": "a"}, "author": {"name": "A\0nn"}}).encode(),
    json.dumps({"comment": {"text": "a"}, "article": {"title": "T\0", "people": ["P\0"]}}).encode(),
    b'{"comment": {"text": "raw \x00"}}',
]
SURROGATES = [
    _with('"\\ud83d"'),
    _with('"\\ude00 tail"'),
    _with('"\\ud83d\\ud83d"'),
    b'{"comment": {"text": "a", "id": "\\udfff"}}',
    b'{"comment": {"text": "a"}, "author": {"name": "\\ud800"}}',
    b'{"comment": {"text": "\xed\xa0\x80"}}',
]
NUMBERS = [
    _with("NaN"),
    _with("Infinity"),
    _with("1e999"),
    b'{"comment": {"text": "a"}, "author": {"approved_count": NaN}}',
    b'{"comment": {"text": "a"}, "author": {"approved_count": ' + b"9" * 5_000 + b"}}",
    b'{"comment": {"text": "a", "created_at": 1e400}}',
]
DEPTH = [
    b"[" * 100_000,
    b'{"comment":' * 50_000,
    _with("[" * 5_000 + "]" * 5_000),
    b'{"comment": {"text": "a", "parent": ' + b'{"parent":' * 2_000 + b"1" + b"}" * 2_000 + b"}}",
    b'{"a":' * 600 + b"1" + b"}" * 600,
]
MARKS = [
    _plain("a" + "\u0301" * 19_000),
    _plain("\u0489" * 19_000),
    _plain("\u0e33" * 15_000),
    _plain(("e" + "\u0300" * 200) * 90),
    json.dumps({"comment": {"text": "a"}, "article": {"title": "t", "text": "a" + "\u0301" * 80_000}}).encode(),
]
EXPANSION = [
    _plain("\ufdfa" * 10_000),
    _plain("\u200b" * 19_000),
    _plain("\u202e" * 19_000),
    json.dumps({"comment": {"text": "&amp;" * 3_900, "format": "html"}}).encode(),
    json.dumps({"comment": {"text": "<div>" * 3_900, "format": "html"}}).encode(),
    _plain("%25" * 6_000),
    _plain("ß" * 19_000),
]
BROKEN = [
    b"",
    b"{",
    b"null",
    b'"text"',
    b'{"comment": {"text": "a"}',
    b"\xff\xfe{\x00}\x00",
    "{“comment”: 1}".encode(),
    b'{"comment": {"text": "a"}} {}',
]

BODIES = {"nul": NUL, "surrogates": SURROGATES, "numbers": NUMBERS, "depth": DEPTH, "marks": MARKS}
BODIES |= {"expansion": EXPANSION, "broken": BROKEN}
CASES = [pytest.param(body, id=f"{kind} {i}") for kind, bodies in BODIES.items() for i, body in enumerate(bodies)]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("path", ["/v1/verdicts", "/v1/assessments"])
@pytest.mark.parametrize("body", CASES)
def test_a_hostile_body_gets_a_verdict_or_a_4xx(api: TestClient, path: str, body: bytes) -> None:
    """One reader must not be able to stop the moderation of a whole site."""
    answer = api.post(path, content=body, headers={"Content-Type": "application/json"})

    assert answer.status_code == 200 or 400 <= answer.status_code < 500
    assert answer.json()


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd", "gzip, gzip"])
def test_an_encoded_body_is_a_415(api: TestClient, encoding: str) -> None:
    """A few kilobytes can unpack to gigabytes: nothing is unpacked."""
    packed = gzip.compress(zlib.compress(b" " * 10_000_000))

    answer = api.post("/v1/verdicts", content=packed, headers={"Content-Encoding": encoding})

    assert answer.status_code == 415


@pytest.mark.parametrize(
    "path",
    [
        "/v1/comments/a%00b",
        "/v1/decisions?after=%00",
        "/v1/reviews?queue=%00",
        "/v1/authors/%00/standing",
        "/v1/decisions/%00",
    ],
)
def test_nul_in_an_address_is_a_400(api: TestClient, path: str) -> None:
    """One of the two databases would crash on it, the other would lie about it."""
    assert api.get(path).status_code == 400


@pytest.mark.parametrize("query", ["after=-1", "after=9999999999999999999999", "after=x", "limit=0", "limit=501"])
def test_a_place_in_the_feed_that_cannot_be_is_a_422(api: TestClient, query: str) -> None:
    """A wrong cursor must be said to be wrong."""
    assert api.get(f"/v1/decisions?{query}").status_code == 422


@pytest.mark.parametrize("cursor", ["x", "e30", "bnVsbA", "WzEsMiwzXQ", "%FF", "WyJhIiwgImIiLCAiYyJd"])
def test_a_cursor_of_the_queue_that_cannot_be_is_a_422(api: TestClient, cursor: str) -> None:
    """Cursors come back from browsers and scripts, bent in every way."""
    assert api.get(f"/v1/reviews?after={cursor}").status_code == 422


def test_nul_is_kept_as_the_replacement_character(api: TestClient) -> None:
    """Offsets stay right, and both databases keep the same text."""
    api.post("/v1/verdicts", json={"comment": {"id": "nul", "text": "a\0b"}})

    assert api.get("/v1/comments/nul").json()["text"] == "a\ufffdb"
