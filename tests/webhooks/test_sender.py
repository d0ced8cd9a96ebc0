"""What is sent can be verified by the standard's own library, and by nobody without the secret."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from standardwebhooks import Webhook as Verifier
from standardwebhooks import WebhookVerificationError

from moderation.domain.errors import AddressRefused
from moderation.domain.webhook import message
from moderation.testing.factories import webhook
from moderation.webhooks.sender import SigningSender
from tests.webhooks.receiver import Receiver

NOW = datetime.now(UTC)
SENDER = SigningSender(b"s" * 32, named=["127.0.0.1"])
SENT = message("msg_1", "webhook.test", {"n": "é"}, at=NOW)


@pytest.fixture(autouse=True)
def now() -> None:
    """Send now: the standard's library refuses what is five minutes old, and so would a test that waited long."""
    global NOW, SENT
    NOW = datetime.now(UTC)
    SENT = message("msg_1", "webhook.test", {"n": "é"}, at=NOW)


def test_message_verifies_by_the_standards_library(hook: Receiver) -> None:
    """A receiver should need no code of ours."""
    ours = webhook(url=hook.url)
    SENDER.send(ours, SENT, at=NOW)

    ((headers, body),) = hook.received
    assert Verifier(SENDER.secret_of(ours)).verify(body, headers) == {
        "type": "webhook.test",
        "timestamp": NOW.isoformat(),
        "data": {"n": "é"},
    }
    assert (headers["webhook-id"], headers["content-type"]) == ("msg_1", "application/json")


def test_other_secrets_old_messages_and_changed_bodies_do_not_verify(hook: Receiver) -> None:
    """Whoever forges a ruling publishes what they like."""
    ours = webhook(url=hook.url)
    SENDER.send(ours, SENT, at=NOW)
    SENDER.send(ours, SENT, at=NOW - timedelta(minutes=6))
    (headers, body), (old, _) = hook.received
    verifier = Verifier(SENDER.secret_of(ours))

    others = [webhook("wh_2", url=hook.url), webhook(url=hook.url, generation=2)]
    for verify, head, content in (
        *((Verifier(SENDER.secret_of(other)), headers, body) for other in others),
        (verifier, headers, body.replace(b"test", b"tess")),
        (verifier, old, body),
        (verifier, {name: value for name, value in headers.items() if name != "webhook-id"}, body),
    ):
        with pytest.raises(WebhookVerificationError):
            verify.verify(content, head)


@pytest.mark.parametrize(("hours", "verifies"), [(0, True), (23, True), (24, False)])
def test_old_secret_signs_along_for_a_day(hook: Receiver, hours: int, verifies: bool) -> None:
    """Nobody changes a secret in two places in the same second."""
    before = webhook(url=hook.url)
    after = webhook(url=hook.url, generation=2, rotated_at=NOW - timedelta(hours=hours))
    SENDER.send(after, SENT, at=NOW)

    ((headers, body),) = hook.received
    assert Verifier(SENDER.secret_of(after)).verify(body, headers)
    if verifies:
        assert Verifier(SENDER.secret_of(before)).verify(body, headers)
        return
    with pytest.raises(WebhookVerificationError):
        Verifier(SENDER.secret_of(before)).verify(body, headers)


def test_address_is_checked_before_it_is_kept(hook: Receiver) -> None:
    """A mistake is told to whoever makes it, not to a log."""
    SENDER.check(hook.url)

    with pytest.raises(AddressRefused):
        SigningSender(b"s" * 32).check(hook.url)


def test_secret_says_what_it_is() -> None:
    """Scanners and people know it when they see it; 24 to 64 bytes, as the standard asks."""
    assert SENDER.secret_of(webhook()).startswith("whsec_")
    assert len(SENDER.secret_of(webhook())) == len("whsec_") + 44
    assert json.loads(SENT.body)["data"] == {"n": "é"}
