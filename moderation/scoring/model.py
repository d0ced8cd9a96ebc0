"""What every scorer that was read from a folder of models tells of itself."""

from collections.abc import Mapping
from typing import Protocol

from moderation.ports import Scorer


class Model(Scorer, Protocol):
    """A scorer that was read from a folder of models."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it rates."""
        ...

    @property
    def thresholds(self) -> Mapping[str, Mapping[str, float]]:
        """From which score on to flag, by language and attribute, as its training recommends."""
        ...
