"""A clock that stands still until it is told to move."""

from datetime import UTC, datetime, timedelta

#: A Monday morning; any moment would do, but always the same.
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class FixedClock:
    """Tells the time that it was set to; implements the port `Clock`."""

    def __init__(self, at: datetime = START) -> None:
        """Start at a moment."""
        self._at = at

    def now(self) -> datetime:
        """Return the moment that it was set to."""
        return self._at

    def advance(self, **parts: float) -> datetime:
        """Move on by the parts of a `timedelta` (`seconds=5`, `days=90`); returns the new moment.

        >>> FixedClock().advance(minutes=5).isoformat()
        '2026-03-02T09:05:00+00:00'
        """
        self._at += timedelta(**parts)
        return self._at
