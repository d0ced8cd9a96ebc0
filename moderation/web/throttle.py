"""How often one address may ask: counted in this process, for pages that anybody may open."""

from collections import deque
from datetime import datetime, timedelta

from moderation.domain.errors import LockedOut

#: Addresses that are remembered; beyond it the one that was quiet longest is forgotten.
MOST = 10_000


class Throttle:
    """So many requests from one address in so long."""

    def __init__(self, *, limit: int, within: timedelta) -> None:
        """Begin with nobody."""
        self._limit, self._within = limit, within
        self._seen: dict[str, deque[datetime]] = {}

    def admit(self, address: str, *, at: datetime) -> None:
        """Count a request.

        Raises:
            LockedOut: if the address has asked too often; what is refused is not counted.
        """
        moments = self._seen.pop(address, None) or deque[datetime](maxlen=self._limit)
        self._seen[address] = moments
        if len(self._seen) > MOST:
            del self._seen[next(iter(self._seen))]
        if len(moments) == self._limit and at - moments[0] < self._within:
            raise LockedOut("That was often. Wait a few minutes, then open the page again.")
        moments.append(at)
