"""What the digest needs: a way to send letters, and what the desk was told last."""

from typing import Protocol

from moderation.domain.digest import DigestState, Letter


class Mailer(Protocol):
    """Sends letters to the desk."""

    def send(self, letter: Letter) -> None:
        """Send a letter.

        Raises:
            Unavailable: if the mail server refuses it or cannot be reached.
        """
        ...


class Digests(Protocol):
    """What a site's desk was told last."""

    def state(self) -> DigestState:
        """Return what was told; nothing yet at first."""
        ...

    def keep(self, state: DigestState) -> None:
        """Note what was told."""
        ...
