"""The time of day."""

from datetime import UTC, datetime


class SystemClock:
    """Tells the machine's time; implements the port `Clock`."""

    def now(self) -> datetime:
        """Return the present moment, in UTC."""
        return datetime.now(UTC)
