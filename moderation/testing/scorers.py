"""Scorers and language detectors that say what a test tells them to."""

import threading
from collections.abc import Mapping, Sequence

from moderation.domain.errors import ScorerUnavailable
from moderation.domain.signals import ATTRIBUTES
from moderation.ports import Scores

#: What a word adds to a text's scores, unless a test says otherwise.
WORDS: Mapping[str, Scores] = {
    "idiot": {"toxicity": 0.95, "insult": 0.95},
    "kill": {"toxicity": 0.9, "threat": 0.9},
    "casino": {"spam": 0.97},
}


class WordScorer:
    """Scores a text by the words that it holds; implements the port `Scorer`.

    Set `fault` and it fails with that error; clear `answers` and it hangs until it is set again.
    """

    def __init__(self, words: Mapping[str, Scores] = WORDS, *, languages: Sequence[str] = ("en",)) -> None:
        """Rate these words, in these languages."""
        self.name = "words@1"
        self.attributes: tuple[str, ...] = tuple(ATTRIBUTES)
        self.fault: BaseException | None = None
        self.answers = threading.Event()
        self.answers.set()
        #: Every text that it was asked about, in order.
        self.asked: list[str] = []
        self.languages = tuple(languages)
        #: Recommendations, as models of files have them.
        self.thresholds: dict[str, dict[str, float]] = {}
        self._words = words

    def score(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Scores]:
        """Rate texts: the largest score of any of their words, 0.01 where none is known.

        Raises:
            ScorerUnavailable: or whatever else `fault` says.
        """
        self.asked += texts
        self.answers.wait()
        if self.fault is not None:
            raise self.fault
        return [self._rated(t) if tag in self.languages else {} for t, tag in zip(texts, languages, strict=True)]

    def explain(self, text: str, attribute: str, *, language: str) -> list[tuple[int, int, float]]:
        """Return where the words stand that carry the score, heaviest first."""
        if self.fault is not None:
            raise self.fault
        weights = {word: scores.get(attribute, 0.0) for word, scores in self._words.items()}
        places = [
            (text.casefold().find(word), word, weight)
            for word, weight in weights.items()
            if language in self.languages and weight and word in text.casefold()
        ]
        parts = [(start, start + len(word), weight) for start, word, weight in places]
        return sorted(parts, key=lambda part: -part[2])

    def _rated(self, text: str) -> Scores:
        found = [scores for word, scores in self._words.items() if word in text.casefold()]
        return {name: max([0.01, *(s.get(name, 0.0) for s in found)]) for name in self.attributes}


class BrokenScorer:
    """Fails, always; implements the port `Scorer`."""

    def __init__(self, error: Exception | None = None) -> None:
        """Fail with an error; `ScorerUnavailable` unless another is given."""
        self.name = "broken@1"
        self.attributes: tuple[str, ...] = tuple(ATTRIBUTES)
        self._error = error or ScorerUnavailable("This scorer is made to fail.")

    def score(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Scores]:
        """Raise."""
        raise self._error

    def explain(self, text: str, attribute: str, *, language: str) -> list[tuple[int, int, float]]:
        """Raise."""
        raise self._error


class OneLanguage:
    """Finds every text to be in one language; implements the port `LanguageDetector`."""

    def __init__(self, tag: str | None = None) -> None:
        """Find this language; the expected one where `None`."""
        self._tag = tag

    def detect(self, text: str, *, expected: str) -> str:
        """Return the language."""
        return self._tag or expected

    def prepare(self) -> None:
        """Load nothing: there is nothing to tell."""
