"""A look back that somebody began from a page, at a version or for new words: how far it is, what it found."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from moderation.domain.backtesting.backtest import Backtest
from moderation.domain.suggestions.suggestion import Drafted

#: Whoever works on it says so more often than that.
SILENCE = timedelta(minutes=5)

#: For so long it can be looked at; the figures of all are kept with their versions.
KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """One look back, under way or done; whichever process works on it, every other can show it."""

    id: str
    #: Hash of the version that is tried, or whose gaps are looked for.
    hash: str
    by: str
    #: The section to which the search for words is bound, if it is.
    section: str | None = None
    began_at: datetime
    #: When whoever works on it was last heard of.
    told_at: datetime
    #: So many verdicts were judged again, of about how many; 0 while it gets ready.
    judged: int = 0
    of: int = 0
    is_done: bool = False
    #: Why it ended without finding anything.
    fault: str | None = None
    #: What it found; `None` until it is done, and where a text was erased since it began.
    found: Backtest | None = None
    #: The words that it found, if it looked for such; `None` as above.
    drafted: tuple[Drafted, ...] | None = None

    def left(self, at: datetime) -> timedelta | None:
        """Return about how long it still takes at the pace so far; `None` while nothing is judged."""
        return (at - self.began_at) * (self.of - self.judged) / self.judged if self.judged else None

    def is_lost(self, at: datetime) -> bool:
        """Whether nobody works on it any more: its process ended before it did."""
        return not self.is_done and at - self.told_at > SILENCE
