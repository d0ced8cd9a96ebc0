"""Where a site wants to be told: add a webhook, change its secret, stop and start it, remove it."""

import dataclasses
from datetime import datetime

from moderation.domain.comment import SiteId
from moderation.domain.decision import Source
from moderation.domain.errors import Conflict, Invalid
from moderation.domain.webhook import Answer, Webhook, WebhookId, message
from moderation.ports import Storage, Transaction
from moderation.ports_work import Sender

#: More would slow every decision down.
MOST = 10


def subscribe(storage: Storage, sender: Sender, webhook: Webhook, *, by: str, at: datetime) -> Webhook:
    """Add a webhook to its site.

    Raises:
        AddressRefused: if no message may go to its address.
        Conflict: if the site has one for this address, or enough of them.
        Invalid: if it asks for nothing.
    """
    sender.check(webhook.url)
    if not webhook.events - {Source.ARCHIVE}:
        raise Invalid("Name at least one source of decisions that the webhook is told of.")
    with storage.write(webhook.site) as transaction:
        known = transaction.webhooks.all()
        if any(other.url == webhook.url for other in known):
            raise Conflict("This site has a webhook for this address; remove it first, or rotate its secret.")
        if len(known) >= MOST:
            raise Conflict(f"A site has {MOST} webhooks at most; remove one first.")
        transaction.webhooks.add(webhook)
        _audit(transaction, "add", webhook, by=by, at=at)
    return webhook


def rotate(storage: Storage, *, site: SiteId, id: WebhookId, by: str, at: datetime) -> Webhook:
    """Sign with a new secret; for a day the old one signs along.

    Raises:
        NotFound: if the site has no such webhook.
    """
    with storage.write(site) as transaction:
        was = transaction.webhooks.get(id)
        webhook = dataclasses.replace(was, generation=was.generation + 1, rotated_at=at)
        transaction.webhooks.save(webhook)
        _audit(transaction, "rotate", webhook, by=by, at=at)
    return webhook


def set_enabled(
    storage: Storage, *, site: SiteId, id: WebhookId, is_enabled: bool, by: str, at: datetime
) -> Webhook:
    """Start or stop a webhook; what is decided while it is stopped, the feed of decisions tells.

    Raises:
        NotFound: if the site has no such webhook.
    """
    with storage.write(site) as transaction:
        was = transaction.webhooks.get(id)
        stopped = {"disabled_at": was.disabled_at or at, "disabled_why": was.disabled_why or f"stopped by {by}"}
        started = {"disabled_at": None, "disabled_why": None}
        webhook = dataclasses.replace(was, **(started if is_enabled else stopped))
        transaction.webhooks.save(webhook)
        _audit(transaction, "enable" if is_enabled else "disable", webhook, by=by, at=at)
    return webhook


def unsubscribe(storage: Storage, *, site: SiteId, id: WebhookId, by: str, at: datetime) -> None:
    """Remove a webhook with what it was still to be told.

    Raises:
        NotFound: if the site has no such webhook.
    """
    with storage.write(site) as transaction:
        webhook = transaction.webhooks.get(id)
        transaction.webhooks.remove(id)
        _audit(transaction, "remove", webhook, by=by, at=at)


def knock(storage: Storage, sender: Sender, *, site: SiteId, id: WebhookId, at: datetime) -> Answer:
    """Send a message that says nothing, now and once, to see whether it arrives.

    Raises:
        NotFound: if the site has no such webhook.
        AddressRefused: if its address leads where no message may go.
        Undeliverable: if there is no answer.
    """
    with storage.read(site) as transaction:
        webhook = transaction.webhooks.get(id)
    sent = message(f"msg_test_{int(at.timestamp() * 1_000_000)}", "webhook.test", {"webhook": id}, at=at)
    return sender.send(webhook, sent, at=at)


def _audit(transaction: Transaction, what: str, webhook: Webhook, *, by: str, at: datetime) -> None:
    detail = {"webhook": webhook.id, "url": webhook.url}
    transaction.audit(by=by, what=f"webhook.{what}", detail=detail, at=at)
