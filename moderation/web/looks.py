"""Looks back that take longer than an editor waits for a page: how far each is, and what it found."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import uuid4

from moderation.domain.backtest import Advanced, Backtest
from moderation.domain.comment import SiteId

#: So many are remembered, the latest ones; the figures of all are kept with their versions.
_REMEMBERED = 20


@dataclass(slots=True, kw_only=True)
class Look:
    """One look back, under way or done."""

    site: SiteId
    #: Hash of the version that is tried.
    hash: str
    began: datetime
    judged: int = 0
    of: int = 0
    id: str = field(default_factory=lambda: uuid4().hex)
    found: Future[Backtest] = field(default_factory=Future)

    def advanced(self, judged: int, of: int) -> None:
        """Note how many verdicts were judged again, of about how many."""
        self.judged, self.of = judged, max(judged, of)

    def left(self, at: datetime) -> timedelta | None:
        """Return about how long it still takes at the pace so far; `None` while nothing is judged."""
        return (at - self.began) * (self.of - self.judged) / self.judged if self.judged else None


class Looks:
    """The looks back of this process; they end with it."""

    def __init__(self) -> None:
        """Begin with none."""
        self._threads = ThreadPoolExecutor(thread_name_prefix="look")
        self._looks: dict[str, Look] = {}

    def begin(self, look: Look, work: Callable[[Advanced], Backtest]) -> None:
        """Start the work, which is told where to report its progress."""
        for old in list(self._looks)[: 1 - _REMEMBERED]:
            if self._looks[old].found.done():
                del self._looks[old]
        self._looks[look.id] = look
        look.found = self._threads.submit(work, look.advanced)

    def get(self, id: str, *, site: SiteId) -> Look | None:
        """Return a look back of a site; `None` where this process knows it not, or no longer."""
        look = self._looks.get(id)
        return look if look is not None and look.site == site else None


LOOKS = Looks()
