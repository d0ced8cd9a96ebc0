"""Signs messages and sends them; implements the port `Sender`."""

import hashlib
import hmac
from collections.abc import Collection
from datetime import datetime

from moderation.domain.webhook import Answer, Message, Webhook
from moderation.webhooks.addresses import destination, resolved
from moderation.webhooks.guarded import post
from moderation.webhooks.signing import shown, signed_headers


class SigningSender:
    """Sends with the signature of Standard Webhooks, from secrets that nothing but this service can derive."""

    def __init__(self, secret: bytes, *, named: Collection[str] = ()) -> None:
        """Derive every secret from the service's; send inside only to hosts that are `named`."""
        self._secret, self._named = secret, frozenset(named)

    def check(self, url: str) -> None:
        """See that messages may be sent to an address."""
        resolved(destination(url, named=self._named))

    def secret_of(self, webhook: Webhook) -> str:
        """Return the secret that signs, as the receiver needs it."""
        return shown(self._derived(webhook, webhook.generation))

    def send(self, webhook: Webhook, message: Message, *, at: datetime) -> Answer:
        """Send a message once."""
        secrets = [self._derived(webhook, generation) for generation in webhook.generations(at=at)]
        headers = {"Content-Type": "application/json"}
        headers |= signed_headers(message.id, message.body, secrets=secrets, at=at)
        return post(webhook.url, message.body, headers=headers, named=self._named)

    def _derived(self, webhook: Webhook, generation: int) -> bytes:
        named = f"webhook\0{webhook.site}\0{webhook.id}\0{generation}".encode()
        return hmac.new(self._secret, named, hashlib.sha256).digest()
