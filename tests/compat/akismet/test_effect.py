"""What Akismet's calls do here: keys in every place, rulings told again, labels, counts, and what is not kept."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from moderation.app import create_app
from moderation.clock import SystemClock
from moderation.domain.comment import SiteId
from moderation.domain.site import Scope
from moderation.keys import SHORT, key_of, short_token
from moderation.service import Service
from tests.api.conftest import KEY, settings_in

INSULT = {"comment_content": "You are an idiot.", "comment_author": "Ann", "permalink": "https://blog.example/a"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
Ask = Callable[..., Response]


def _post(client: TestClient, path: str, **fields: str) -> Response:
    return client.post(path, content=urlencode(fields), headers=FORM)


@pytest.fixture
def short_key(service: Service) -> str:
    """A key that fits into the name of a host."""
    now, site = SystemClock().now(), SiteId("default")
    token = short_token(site, at=now, secret=service.secret)
    service.sites.add_key(key_of(token, site=site, name="blog", scopes=frozenset({Scope.VERDICTS}), at=now))
    return token


def test_key_may_be_the_first_label_of_the_host(app_client: TestClient, short_key: str) -> None:
    """Half of the libraries know no other place for it."""
    host = {"Host": f"{short_key.upper()}.akismet.example:8000"}
    answer = app_client.post("/1.1/comment-check", content=urlencode(INSULT), headers=FORM | host)

    assert (len(short_key), answer.text) == (SHORT, "true")


def test_short_key_follows_from_what_is_kept() -> None:
    """The plugin's webhook wants the key said back, and no key is kept in clear."""
    at, site = datetime(2026, 11, 25, tzinfo=UTC), SiteId("default")
    keys = {short_token(site, at=at, secret=secret) for secret in (b"a", b"a", b"b")}

    assert len(keys) == 2
    assert all(len(key) == SHORT and set(key) <= set("0123456789abcdef") for key in keys)


def test_a_ruling_is_what_a_later_check_says(app_client: TestClient, ours: Ask) -> None:
    """A comment that a moderator approved must not be called spam by the nightly recheck."""
    fields = INSULT | {"api_key": KEY, "permalink": "https://blog.example/ruled"}
    first = _post(app_client, "/1.1/comment-check", **fields).text
    [review] = [
        r
        for r in ours("/v1/reviews").json()["reviews"]
        if r["comment"]["article"]["url"] == "https://blog.example/ruled"
    ]
    headers = {"Authorization": f"Bearer {KEY}"}
    app_client.post(
        f"/v1/comments/{review['comment_id']}/ruling",
        json={"ruling": "approve", "moderator": "mia"},
        headers=headers,
    )

    assert (first, _post(app_client, "/1.1/comment-check", recheck_reason="retry", **fields).text) == (
        "true",
        "false",
    )


@pytest.mark.parametrize(("path", "outcome"), [("submit-spam", "block"), ("submit-ham", "allow")])
def test_correction_is_a_label_and_closes_the_review(
    app_client: TestClient, ours: Ask, path: str, outcome: str
) -> None:
    """The site's people were first; nobody here need look."""
    fields = INSULT | {"api_key": KEY, "permalink": f"https://blog.example/{path}"}
    before = ours("/v1/decisions?limit=500").json()["next"]
    _post(app_client, "/1.1/comment-check", **fields)
    _post(app_client, f"/1.1/{path}", reporter="mia", comment_ID="7", **fields)
    decisions = ours(f"/v1/decisions?after={before}").json()["decisions"]
    comment = ours(f"/v1/comments/{decisions[0]['comment_id']}").json()

    assert [(d["source"], d["outcome"], d["by"]) for d in decisions] == [
        ("policy", "flag", None),
        ("site", outcome, "mia"),
    ]
    assert comment["review"] is None


def test_correction_of_what_was_never_checked_is_filed(app_client: TestClient, ours: Ask) -> None:
    """Coral sends corrections without `blog` or key in the body, as JSON, also of comments from before."""
    sent = {"comment_content": "Buy pills.", "comment_author": "Bo", "comment_type": "comment"}
    answer = app_client.post(f"/1.1/submit-spam?api_key={KEY}", json=sent)

    assert answer.text == "Thanks for making the web a better place."


def test_nothing_of_the_environment_is_kept(tmp_path: Path) -> None:
    """WordPress sends what the visitor's browser sent, secrets included."""
    secrets = {
        "HTTP_AUTHORIZATION": "Bearer s3cr3t-one",
        "POST_password": "s3cr3t-two",
        "HTTP_X_WP_NONCE": "s3cr3t-3",
    }
    with TestClient(create_app(settings_in(tmp_path))) as client:
        for path in ("comment-check", "submit-spam"):
            _post(client, f"/1.1/{path}", user_ip="203.0.113.77", api_key=KEY, **INSULT, **secrets)
    kept = b"".join(file.read_bytes() for file in tmp_path.glob("moderation.sqlite3*"))

    assert b"idiot" in kept
    assert b"s3cr3t" not in kept
    assert b"203.0.113.77" not in kept


def test_counts_are_in_the_shapes_that_clients_know(tmp_path: Path) -> None:
    """Their libraries throw at a number where a word is due."""
    with TestClient(create_app(settings_in(tmp_path))) as client:
        _post(client, "/1.1/comment-check", api_key=KEY, **INSULT)
        _post(client, "/1.1/comment-check", api_key=KEY, comment_content="A civil word.")
        _post(client, "/1.1/submit-spam", api_key=KEY, comment_content="A civil word.")
        usage = client.get(f"/1.2/usage-limit?api_key={KEY}").json()
        month = f"{datetime.now(UTC):%Y-%m}"
        sites = client.get(f"/1.2/key-sites?api_key={KEY}&month={month}&limit=10").json()
        table = client.get(f"/1.2/key-sites?api_key={KEY}&month=2022-09&format=csv").text.splitlines()
        stats = _post(client, "/1.1/get-stats", key=KEY, **{"from": "6-months"}).json()
        refused = client.get("/1.2/usage-limit?api_key=abcdef123456").text

    row: dict[str, Any] = {"site": "default", "api_calls": "2", "spam": "1", "ham": "1"}
    row |= {"missed_spam": "1", "false_positives": "0", "is_revoked": False}
    assert usage == {"limit": "none", "usage": 2, "percentage": "0.00", "throttled": False}
    assert sites == {month: [row], "limit": 10, "offset": 0, "total": 1}
    assert table[0].endswith("during 2022-09 (limit: 500, offset: 0, total: 1).")
    assert table[1:] == [
        "Site,Total API Calls,Spam,Ham,Missed Spam,False Positives,Is Revoked",
        "default,0,0,0,0,0,false",
    ]
    assert stats["breakdown"] == {month: {"spam": 1, "ham": 1, "missed_spam": 1, "false_positives": 0}}
    assert refused == "invalid"


@pytest.fixture(scope="module", params=["discard", "recheck"])
def told(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Response]]:
    """What a client is told of a flagged comment, by setting."""
    folder = tmp_path_factory.mktemp("told")
    with TestClient(create_app(settings_in(folder, akismet_flag=request.param))) as client:
        yield request.param, _post(client, "/1.1/comment-check", api_key=KEY, **INSULT)


def test_setting_says_how_a_flag_is_told(told: tuple[str, Response]) -> None:
    """What a publisher wants done with doubt is theirs to say."""
    kind, answer = told
    headers = {name: answer.headers.get(f"x-akismet-{name}") for name in ("pro-tip", "recheck-after")}
    discard = ("true", {"pro-tip": "discard", "recheck-after": None})
    recheck = ("false", {"pro-tip": None, "recheck-after": "604800"})

    assert (answer.text, headers) == {"discard": discard, "recheck": recheck}[kind]


def test_what_one_anonymous_reader_may_say_is_not_said_for_all(app_client: TestClient) -> None:
    """Where neither name nor e-mail is sent, the address tells two writers of the same words apart."""
    fields = {"api_key": KEY, "comment_content": "You are such an idiot, all of you."}
    _post(app_client, "/1.1/submit-ham", user_ip="198.51.100.1", **fields)

    one, other = (
        _post(app_client, "/1.1/comment-check", user_ip=f"198.51.100.{number}", **fields).text for number in (1, 2)
    )

    assert (one, other) == ("false", "true")


@pytest.mark.parametrize("kind", ["pingback", "trackback"])
def test_what_a_comment_may_say_does_not_let_a_trackback_pass(app_client: TestClient, kind: str) -> None:
    """The same words from the same address are another thing when another site sends them; so is the reverse."""
    fields = {
        "api_key": KEY,
        "comment_content": f"The tramway was built in 1912 ({kind}).",
        "user_ip": "198.51.100.9",
    }

    told = [
        _post(app_client, "/1.1/comment-check", comment_type=each, **fields).text
        for each in ("comment", kind, "comment", kind)
    ]

    assert told == ["false", "true", "false", "true"]
