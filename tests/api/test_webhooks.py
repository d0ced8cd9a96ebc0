"""A real service tells a real receiver: registered over HTTP, signed, and once more after trouble."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from standardwebhooks import Webhook as Verifier

from moderation.app import create_app
from moderation.domain.webhook import LATER
from tests.api.conftest import KEY, settings_in
from tests.webhooks.receiver import Receiver, receiver

pytestmark = pytest.mark.weights

#: Longest wait for a message on a busy machine.
PATIENCE_SECONDS = 60


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A service that may reach receivers on this machine."""
    folder: Path = tmp_path_factory.mktemp("service")
    settings = settings_in(folder, webhook_hosts="127.0.0.1", model="linear")
    with TestClient(create_app(settings), headers={"Authorization": f"Bearer {KEY}"}) as client:
        yield client


@pytest.fixture
def hook() -> Iterator[Receiver]:
    """Return a server that takes messages."""
    with receiver() as told:
        yield told


@pytest.fixture
def ours(api: TestClient, hook: Receiver) -> Iterator[dict[str, Any]]:
    """Register the receiver, and remove it after the test."""
    made: dict[str, Any] = api.post("/v1/webhooks", json={"url": hook.url}).json()
    yield made
    api.delete(f"/v1/webhooks/{made['id']}")


def wait_for(hook: Receiver, count: int = 1) -> None:
    """Wait until so many messages came."""
    end = time.monotonic() + PATIENCE_SECONDS
    while len(hook.received) < count and time.monotonic() < end:
        time.sleep(0.05)
    assert len(hook.received) >= count


def rule(api: TestClient, id: str, ruling: str = "reject") -> dict[str, Any]:
    """Have a comment judged and ruled on."""
    api.post("/v1/verdicts", json={"comment": {"id": id, "text": f"The fees of {id} are too high."}})
    body = {"ruling": ruling, "clause": "attacks", "moderator": "eve"}
    decision: dict[str, Any] = api.post(f"/v1/comments/{id}/ruling", json=body).json()
    return decision


def test_ruling_reaches_the_receiver_signed(api: TestClient, hook: Receiver, ours: dict[str, Any]) -> None:
    """What the desk decides must show on the page, and nobody else may say so."""
    decision = rule(api, "c-1")
    wait_for(hook)

    ((headers, body),) = hook.received
    told = Verifier(ours["secret"]).verify(body, headers)
    assert (told["type"], told["data"]["comment_id"], told["data"]["outcome"]) == (
        "decision.moderator",
        "c-1",
        "block",
    )
    assert told["data"]["position"] == decision["position"]
    assert b"fees" not in body


def test_message_comes_again_after_a_failure(api: TestClient, hook: Receiver, ours: dict[str, Any]) -> None:
    """A receiver that restarts misses nothing, and knows a repeat by its id."""
    hook.status = 500
    rule(api, "c-2")
    wait_for(hook)
    hook.status = 200
    wait_for(hook, 2)

    (first, second) = hook.received[:2]
    assert first[0]["webhook-id"] == second[0]["webhook-id"]
    assert first[1] == second[1]


def test_receiver_that_hangs_holds_up_no_other(
    api: TestClient, hook: Receiver, ours: dict[str, Any], new_receiver: Callable[[], Receiver]
) -> None:
    """One site's broken server is not another's outage."""
    bad = new_receiver()
    bad.answer = lambda out: time.sleep(3)
    made = api.post("/v1/webhooks", json={"url": bad.url}).json()
    for number in range(3):
        rule(api, f"h-{number}")
    wait_for(hook, 3)

    api.delete(f"/v1/webhooks/{made['id']}")
    assert {json.loads(body)["data"]["comment_id"] for _, body in hook.received} >= {"h-0", "h-1", "h-2"}


@pytest.fixture
def new_receiver() -> Iterator[Callable[[], Receiver]]:
    """Make further receivers."""
    from contextlib import ExitStack

    with ExitStack() as stack:
        yield lambda: stack.enter_context(receiver())


def test_secret_is_shown_once(api: TestClient, hook: Receiver, ours: dict[str, Any]) -> None:
    """Whoever reads the list must not be able to sign."""
    assert ours["secret"].startswith("whsec_")

    (listed,) = api.get("/v1/webhooks").json()["webhooks"]
    assert listed["secret"] is None
    assert (listed["id"], listed["events"]) == (ours["id"], sorted(LATER))
    assert "policy" not in LATER


def test_changed_secret_signs_beside_the_old_one(api: TestClient, hook: Receiver, ours: dict[str, Any]) -> None:
    """A change without a gap."""
    changed = api.post(f"/v1/webhooks/{ours['id']}/secret").json()
    tested = api.post(f"/v1/webhooks/{ours['id']}/test").json()

    ((headers, body),) = hook.received
    assert tested == {"delivered": True, "status": 200, "why": None}
    assert changed["secret"] != ours["secret"]
    for secret in (changed["secret"], ours["secret"]):
        assert Verifier(secret).verify(body, headers)["type"] == "webhook.test"


def test_test_says_what_is_wrong(api: TestClient, hook: Receiver, ours: dict[str, Any]) -> None:
    """An administrator sees at once whether it works."""
    hook.status = 404
    assert api.post(f"/v1/webhooks/{ours['id']}/test").json()["status"] == 404

    hook.answer = lambda out: None
    told = api.post(f"/v1/webhooks/{ours['id']}/test").json()
    assert (told["delivered"], told["status"]) == (False, None)
    assert "without an answer" in told["why"]


def test_stopped_webhook_is_told_nothing(api: TestClient, hook: Receiver, ours: dict[str, Any]) -> None:
    """Until it is started again."""
    stopped = api.patch(f"/v1/webhooks/{ours['id']}", json={"enabled": False}).json()
    rule(api, "c-3")
    api.patch(f"/v1/webhooks/{ours['id']}", json={"enabled": True})
    rule(api, "c-4")
    wait_for(hook)

    assert stopped["disabled_why"] == "stopped by key first"
    assert [json.loads(body)["data"]["comment_id"] for _, body in hook.received] == ["c-4"]


@pytest.mark.parametrize(
    "url", ["http://169.254.169.254/", "http://localhost:8000/", "ftp://example.org/", "nonsense", ""]
)
def test_bad_address_is_refused_with_a_reason(api: TestClient, url: str) -> None:
    """What cannot work, or must not, is told at once."""
    answer = api.post("/v1/webhooks", json={"url": url})

    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_only_an_administrators_key_may_say_who_is_told(
    api: TestClient, new_client: Callable[..., dict[str, str]]
) -> None:
    """A key that lies in a blog's configuration must not open a second way out that outlives it."""
    weak = new_client("mod_weak", scopes="verdicts moderate")

    assert api.get("/v1/webhooks", headers=weak).status_code == 403
    assert api.post("/v1/webhooks", json={"url": "https://example.org"}, headers=weak).status_code == 403


def test_every_decision_can_be_asked_for(api: TestClient, hook: Receiver) -> None:
    """A second system beside the one that asks."""
    made = api.post("/v1/webhooks", json={"url": hook.url, "events": ["policy"]}).json()
    api.post("/v1/verdicts", json={"comment": {"id": "c-9", "text": "The fees are too high."}})
    wait_for(hook)
    api.delete(f"/v1/webhooks/{made['id']}")

    told = json.loads(hook.received[0][1])
    assert (told["type"], told["data"]["effect"]) == ("decision.policy", "hold")
