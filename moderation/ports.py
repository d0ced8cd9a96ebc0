"""What the use cases need from the world, one small Protocol each."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

Scores = Mapping[str, float]
"""Scores in [0, 1] by attribute; an attribute that the model does not rate for this language is left out."""


class Scorer(Protocol):
    """Rates texts on attributes."""

    #: `name@version`, as an answer shows it.
    name: str
    #: The attributes it can rate.
    attributes: tuple[str, ...]

    def score(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Scores]:
        """Rate texts. `result[i]` belongs to `texts[i]`; every score is calibrated, in [0, 1].

        A language (BCP 47 primary tag, such as `en`) that the model was not measured on gets an empty mapping.

        Raises:
            ScorerUnavailable: if the model cannot be loaded or run.
        """
        ...

    def explain(self, text: str, attribute: str, *, language: str) -> list[tuple[int, int, float]]:
        """Return which parts carry the score: `(start, end, weight)`, half-open in code points, heaviest first."""
        ...


class LanguageDetector(Protocol):
    """Tells which language a text is in."""

    def detect(self, text: str, *, expected: str) -> str:
        """Return a BCP 47 primary tag; `expected` where the text is too short or too mixed to tell."""
        ...


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the present moment, in UTC, with its time zone."""
        ...
