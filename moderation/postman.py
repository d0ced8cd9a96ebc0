"""Looks every half minute whether a desk is to be told what waits, for as long as the server runs."""

from functools import partial

import structlog

from moderation.digest import tell
from moderation.domain.digest import Interval
from moderation.domain.errors import ModerationError
from moderation.loop import Loop
from moderation.ports_mail import Mailer
from moderation.service import Service

log = structlog.get_logger("moderation.postman")

#: Seconds between looks.
PAUSE_SECONDS = 30.0


class Postman:
    """Sends the letters that are due, in a thread of its own; none where no mail server is set."""

    def __init__(
        self, service: Service, mailer: Mailer | None, interval: Interval, *, pause_seconds: float = PAUSE_SECONDS
    ) -> None:
        """Start looking."""
        self._loop = Loop("postman", partial(look, service, mailer, interval), pause_seconds=pause_seconds)
        if mailer is not None:
            self._loop.start()

    def close(self) -> None:
        """Finish the letter at hand, then stop."""
        self._loop.close()


def look(service: Service, mailer: Mailer | None, interval: Interval) -> None:
    """Tell every desk what it is to be told; one that cannot be told holds up no other."""
    for site in service.sites.all():
        if mailer is None or site.disabled_at is not None:
            continue
        try:
            root, now = service.public_url, service.clock.now()
            letter = tell(service.storage, mailer, site=site.id, interval=interval, root=root, at=now)
        except ModerationError as error:
            log.warning("digest not sent", site=site.id, error=type(error).__name__, why=error.private)
            continue
        if letter is not None:
            log.info("digest sent", site=site.id)
