"""Letters over SMTP (RFC 5321), with TLS unless the settings say otherwise."""

import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from typing import Literal

from moderation.domain.digest import Letter
from moderation.domain.errors import Unavailable
from moderation.ports import Clock

#: Seconds for each step of the conversation.
TIMEOUT_SECONDS = 20.0

Security = Literal["starttls", "tls", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpMailer:
    """Implements the port `Mailer`."""

    host: str
    port: int
    security: Security
    sender: str
    recipients: Sequence[str]
    clock: Clock
    user: str | None = None
    password: str | None = None

    def send(self, letter: Letter) -> None:
        """Send a letter to every recipient, and to those whom it names.

        Raises:
            Unavailable: if the server cannot be reached or refuses it; the reason is in the private part.
        """
        message = EmailMessage()
        message["Subject"], message["From"], message["To"] = (
            letter.subject,
            self.sender,
            ", ".join(dict.fromkeys((*self.recipients, *letter.also_to))),
        )
        message["Date"] = format_datetime(self.clock.now())
        message["Message-ID"] = make_msgid(domain=self.sender.rpartition("@")[2] or "localhost")
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday answers, please
        message.set_content(letter.text)
        try:
            with self._opened() as server:
                if self.security == "starttls":
                    server.starttls(context=ssl.create_default_context())
                if self.user is not None:
                    server.login(self.user, self.password or "")
                server.send_message(message)
        except (OSError, smtplib.SMTPException) as error:
            why = f"{type(error).__name__}: {error}"
            raise Unavailable("The mail server did not take the letter.", private=why) from error

    def _opened(self) -> smtplib.SMTP:
        if self.security != "tls":
            return smtplib.SMTP(self.host, self.port, timeout=TIMEOUT_SECONDS)
        trusted = ssl.create_default_context()
        return smtplib.SMTP_SSL(self.host, self.port, timeout=TIMEOUT_SECONDS, context=trusted)
