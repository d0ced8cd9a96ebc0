"""The twin of what sends messages: keeps them, and answers as it is told."""

from collections.abc import Callable
from datetime import datetime

from moderation.domain.errors import AddressRefused, ModerationError
from moderation.domain.webhook import Answer, Message, Webhook


class MemorySender:
    """Implements the port `Sender`."""

    def __init__(self) -> None:
        """Answer 200 until told otherwise."""
        self.sent: list[Message] = []
        #: Answers in turn, the last one for ever.
        self.answers = [Answer(status=200)]
        #: Raised in place of an answer.
        self.failure: ModerationError | None = None
        #: What happens while a message is on its way.
        self.meanwhile: Callable[[], object] = lambda: None

    def check(self, url: str) -> None:
        """See that an address is none of this machine."""
        if "127.0.0.1" in url:
            raise AddressRefused

    def secret_of(self, webhook: Webhook) -> str:
        """Return a secret that anybody can guess."""
        return f"whsec_{webhook.id}_{webhook.generation}"

    def send(self, webhook: Webhook, message: Message, *, at: datetime) -> Answer:
        """Keep a message."""
        self.sent.append(message)
        self.meanwhile()
        if self.failure is not None:
            raise self.failure
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
