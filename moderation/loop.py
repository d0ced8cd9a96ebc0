"""Something done again and again in a thread of its own, for as long as the server runs."""

import threading
from collections.abc import Callable

import structlog

from moderation.domain.errors import ModerationError

#: Seconds that closing waits for the step at hand.
PATIENCE_SECONDS = 30.0


class Loop:
    """Takes a step, pauses, and goes on, whatever a step runs into: that is logged under the loop's name."""

    def __init__(self, name: str, step: Callable[[], object], *, pause_seconds: float) -> None:
        """Prepare the thread."""
        self._name, self._step, self._pause_seconds = name, step, pause_seconds
        self._log = structlog.get_logger(f"moderation.{name}")
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin; the first step comes after a pause."""
        self._thread.start()

    @property
    def is_ending(self) -> bool:
        """Whether somebody waits for the step at hand to be the last."""
        return self._stop.is_set()

    def close(self) -> None:
        """Finish the step at hand, then stop; nothing is to be done where it never began."""
        self._stop.set()
        if self._thread.ident is not None:
            self._thread.join(timeout=PATIENCE_SECONDS)

    def _run(self) -> None:
        while not self._stop.wait(self._pause_seconds):
            try:
                self._step()
            except ModerationError as error:
                self._log.warning(f"{self._name} waits", error=type(error).__name__, why=error.private)
            except Exception as error:  # noqa: BLE001 — it is logged, and the loop goes on
                self._log.error(f"{self._name} failed", error=type(error).__name__, exc_info=True)
