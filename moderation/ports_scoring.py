"""What the use cases need to rate a text and to tell its language."""

from collections.abc import Mapping, Sequence
from typing import Protocol

Scores = Mapping[str, float]
"""Scores in [0, 1] by attribute; one that the model does not rate for this language is left out."""


class Scorer(Protocol):
    """Rates texts on attributes."""

    @property
    def name(self) -> str:
        """`name@version`, as an answer shows it."""
        ...

    @property
    def attributes(self) -> tuple[str, ...]:
        """The attributes it can rate."""
        ...

    def score(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Scores]:
        """Rate texts. `result[i]` belongs to `texts[i]`; every score is calibrated, in [0, 1].

        A language (BCP 47 primary tag, such as `en`) that the model was not measured on
        gets an empty mapping.

        Raises:
            ScorerUnavailable: if the model cannot be loaded or run, or not in time.
        """
        ...

    def explain(self, text: str, attribute: str, *, language: str) -> list[tuple[int, int, float]]:
        """Return which parts carry the score, heaviest first.

        Each is `(start, end, weight)`, half-open in code points of `text`.
        """
        ...


class LanguageDetector(Protocol):
    """Tells which language a text is in."""

    def detect(self, text: str, *, expected: str) -> str:
        """Return a BCP 47 primary tag; `expected` where the text is too short or too mixed to tell."""
        ...

    def prepare(self) -> None:
        """Load what it takes to tell languages; the first text that needs it would have to wait."""
        ...
