"""`moderation webhook`: registered, tested, changed and removed from the command line."""

from collections.abc import Iterator

import pytest
from standardwebhooks import Webhook as Verifier

from tests.cli.conftest import Run
from tests.webhooks.receiver import Receiver, receiver

HERE = {"webhook_hosts": "127.0.0.1, cms.intranet"}


@pytest.fixture
def hook() -> Iterator[Receiver]:
    """Return a server that takes messages."""
    with receiver() as told:
        yield told


def id_of(run: Run) -> str:
    """Return the id of the first webhook in the list."""
    return run("webhook", "list").stdout.splitlines()[1].split()[0]


def test_a_webhook_is_added_tested_rotated_and_removed(prepared: Run, hook: Receiver) -> None:
    """All of it works without a running server, and without a key."""
    secret = prepared("webhook", "add", hook.url, **HERE).stdout.strip()
    id = id_of(prepared)
    tested = prepared("webhook", "test", id, **HERE)
    rotated = prepared("webhook", "rotate", id, **HERE).stdout.strip()

    assert "answered 200" in tested.stdout
    ((headers, body),) = hook.received
    assert Verifier(secret).verify(body, headers)["type"] == "webhook.test"
    assert rotated.startswith("whsec_")
    assert rotated != secret
    assert prepared("webhook", "remove", id).exit_code == 0
    assert id not in prepared("webhook", "list").stdout


def test_receiver_that_refuses_is_told(prepared: Run, hook: Receiver) -> None:
    """The exit status lets a script see it."""
    hook.status = 410
    prepared("webhook", "add", hook.url, "--event", "policy", **HERE)

    tested = prepared("webhook", "test", id_of(prepared), **HERE)

    assert tested.exit_code == 1
    assert "410" in tested.stderr


def test_a_webhook_is_stopped_and_started(prepared: Run, hook: Receiver) -> None:
    """A site that moves needs a pause."""
    prepared("webhook", "add", hook.url, **HERE)
    id = id_of(prepared)
    prepared("webhook", "disable", id)

    assert "stopped by command line" in prepared("webhook", "list").stdout
    assert prepared("webhook", "enable", id).exit_code == 0
    assert "live" in prepared("webhook", "list").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "http://127.0.0.1:9/"),
        ("add", "https://user:secret@example.org/"),
        ("test", "wh_0"),
        ("rotate", "wh_0"),
        ("remove", "wh_0"),
        ("list", "--site", "nowhere"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_is_told(prepared: Run, arguments: tuple[str, ...]) -> None:
    """A slip gets a sentence, and changes nothing."""
    result = prepared("webhook", *arguments)

    assert result.exit_code in (1, 2)
    assert result.stderr.strip()
    assert "Traceback" not in result.output
