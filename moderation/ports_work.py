"""What use cases need to get work done later: jobs, and messages to other servers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from moderation.domain.job import Job
from moderation.domain.webhook import Answer, Message, Webhook, WebhookId


class Jobs(Protocol):
    """Background work that survives a crash."""

    def add(self, kind: str, payload: Mapping[str, Any], *, at: datetime, due_at: datetime) -> None:
        """Keep work to be done."""
        ...

    def lease(self, *, at: datetime, limit: int, lane: str | None = None) -> list[Job]:
        """Take work of one lane that is due, for a minute; what is not finished by then is due again."""
        ...

    def lanes(self, *, at: datetime) -> list[str]:
        """Return the lanes that have work due: each is worked apart, so that none holds up another."""
        ...

    def finish(self, id: int, *, at: datetime) -> None:
        """Mark work as done."""
        ...

    def postpone(self, id: int, *, until: datetime, failure: str) -> None:
        """Put work off after a failure."""
        ...

    def forget(self, *, before: datetime) -> None:
        """Drop work that was done before a moment, so that the outbox does not grow for ever."""
        ...

    def put_back(self, id: int, *, until: datetime) -> None:
        """Put work off that was leased and not tried: the lease counts as no attempt."""
        ...


class Webhooks(Protocol):
    """Where a site wants to be told; every decision that one asks for puts a job in its lane."""

    def all(self) -> list[Webhook]:
        """Return a site's webhooks, oldest first."""
        ...

    def get(self, id: WebhookId) -> Webhook:
        """Return one webhook.

        Raises:
            NotFound: if the site has no such webhook.
        """
        ...

    def add(self, webhook: Webhook) -> None:
        """Keep a new webhook."""
        ...

    def save(self, webhook: Webhook) -> None:
        """Keep a changed webhook."""
        ...

    def remove(self, id: WebhookId) -> None:
        """Forget a webhook."""
        ...


class Sender(Protocol):
    """Signs messages and sends them to other servers."""

    def check(self, url: str) -> None:
        """See that messages may be sent to an address.

        Raises:
            AddressRefused: if they may not.
        """
        ...

    def secret_of(self, webhook: Webhook) -> str:
        """Return the secret that signs, as the receiver needs it."""
        ...

    def send(self, webhook: Webhook, message: Message, *, at: datetime) -> Answer:
        """Send a message once.

        Raises:
            AddressRefused: if the address leads where no message may go.
            Undeliverable: if there is no answer.
        """
        ...
