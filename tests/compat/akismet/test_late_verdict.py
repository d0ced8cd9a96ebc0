"""A ruling reaches WordPress by the webhook of Akismet's plugin, at the address that the owner named."""

import json
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from moderation.app import create_app
from moderation.clock import SystemClock
from moderation.domain.comment import SiteId
from moderation.domain.site import Scope
from moderation.domain.webhook import Webhook, WebhookId
from moderation.keys import key_of, short_token
from moderation.service import Service
from moderation.subscriptions import subscribe
from tests.api.conftest import KEY, settings_in
from tests.webhooks.receiver import Receiver, receiver

SITE = SiteId("default")
#: Where the plugin listens, whatever a request says.
PATH = "/wp-json/akismet/v1/webhook"
OURS = {"Authorization": f"Bearer {KEY}"}


@pytest.fixture(scope="module")
def hosts() -> Iterator[tuple[Receiver, Receiver]]:
    """WordPress, and a host that nobody named to the service."""
    with receiver() as wordpress, receiver() as stranger:
        yield wordpress, stranger


@pytest.fixture(scope="module")
def client(hosts: tuple[Receiver, Receiver], tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """An application that holds what it flags, and tells WordPress later."""
    folder = tmp_path_factory.mktemp("late")
    app = create_app(settings_in(folder, akismet_flag="recheck", webhook_hosts="127.0.0.1"))
    with TestClient(app) as client:
        service: Service = app.state.service
        now, url = SystemClock().now(), hosts[0].url.replace("/hook", PATH)
        asked = Webhook(id=WebhookId("wh_1"), site=SITE, url=url, created_at=now)
        subscribe(service.storage, service.sender, asked, by="test", at=now)
        yield client


@pytest.fixture(scope="module")
def key(client: TestClient) -> str:
    """The key that the plugin was given."""
    service: Service = client.app.state.service  # type: ignore[attr-defined]
    now = SystemClock().now()
    token = short_token(SITE, at=now, secret=service.secret)
    service.sites.add_key(key_of(token, site=SITE, name="blog", scopes=frozenset({Scope.VERDICTS}), at=now))
    return token


@pytest.fixture
def check(client: TestClient, key: str, hosts: tuple[Receiver, Receiver]) -> Callable[[str], Any]:
    """Ask as the plugin does, with an address to call back that leads to the stranger."""

    def ask(permalink: str) -> Any:
        fields = {"api_key": key, "comment_content": "You are an idiot.", "comment_author": "Ann"}
        fields |= {"permalink": permalink, "comment_post_ID": "7", "callback": hosts[1].url.replace("/hook", PATH)}
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return client.post("/1.1/comment-check", content=urlencode(fields), headers=headers)

    return ask


@pytest.fixture
def rule(client: TestClient) -> Callable[[str, str], None]:
    """Rule on the comment under an address."""

    def rule(permalink: str, ruling: str) -> None:
        reviews = client.get("/v1/reviews", headers=OURS).json()["reviews"]
        [id] = [each["comment_id"] for each in reviews if each["comment"]["article"]["url"] == permalink]
        told = {"ruling": ruling, "moderator": "mia"}
        assert client.post(f"/v1/comments/{id}/ruling", json=told, headers=OURS).status_code == 200

    return rule


def _next(told: Receiver, *, after: int) -> dict[str, Any]:
    """Wait for a message; the courier brings it in a thread of its own."""
    give_up = time.monotonic() + 60
    while len(told.received) <= after:
        assert time.monotonic() < give_up, "no message came"
        time.sleep(0.02)
    read: dict[str, Any] = json.loads(told.received[after][1])
    return read


@pytest.mark.parametrize(("ruling", "result"), [("approve", "false"), ("reject", "true")])
def test_a_ruling_is_told_to_the_plugin(
    check: Callable[[str], Any],
    rule: Callable[[str, str], None],
    hosts: tuple[Receiver, Receiver],
    key: str,
    ruling: str,
    result: str,
) -> None:
    """WordPress holds the comment until it hears: by the id of the first check, with its own key said back."""
    wordpress, stranger = hosts
    page, before = f"https://blog.example/{ruling}", len(wordpress.received)
    held = check(page)
    again = check(page)
    rule(page, ruling)
    told = _next(wordpress, after=before)

    guid = held.headers["x-akismet-guid"]
    comments = [{"guid": guid, "result": result, "comment_post_ID": 7}]
    assert (held.text, held.headers["x-akismet-recheck-after"]) == ("false", "604800")
    assert again.headers["x-akismet-guid"] != guid
    assert told == {"key": key, "endpoint": "comment-check", "comments": comments}
    assert stranger.received == []


def test_what_the_plugin_reported_itself_is_not_told_back(
    client: TestClient,
    check: Callable[[str], Any],
    rule: Callable[[str, str], None],
    hosts: tuple[Receiver, Receiver],
    key: str,
) -> None:
    """It would be news to nobody; the ruling that comes after it is the next message."""
    wordpress, before = hosts[0], len(hosts[0].received)
    check("https://blog.example/own")
    fields = {"api_key": key, "comment_content": "You are an idiot.", "comment_author": "Ann"}
    fields |= {"permalink": "https://blog.example/own", "comment_post_ID": "7"}
    client.post("/1.1/submit-ham", json=fields)
    second = check("https://blog.example/next")
    rule("https://blog.example/next", "reject")

    told = _next(wordpress, after=before)["comments"]
    assert [each["guid"] for each in told] == [second.headers["x-akismet-guid"]]
