"""Scorers that stand in: none at all, and one that gives up after a time."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late

from moderation.domain.errors import ScorerUnavailable
from moderation.domain.signals import ATTRIBUTES
from moderation.ports import Scorer, Scores


class NoScorer:
    """Stands where no model can be had: every score is unknown."""

    def __init__(self, *, like: Scorer | None = None, why: str = "There is no model.") -> None:
        """Name the attributes of another scorer, or all there are."""
        self.name = like.name if like else "none@0"
        self.attributes = like.attributes if like else ATTRIBUTES
        self.languages: tuple[str, ...] = ()
        self.thresholds: dict[str, dict[str, float]] = {}
        self.why = why

    def score(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Scores]:
        """Raise, always.

        Raises:
            ScorerUnavailable: always.
        """
        raise ScorerUnavailable(self.why)

    def explain(self, text: str, attribute: str, *, language: str) -> list[tuple[int, int, float]]:
        """Raise, always.

        Raises:
            ScorerUnavailable: always.
        """
        raise ScorerUnavailable(self.why)


class TimedScorer:
    """Gives up on a scorer after a time; while a call hangs, further calls fail at once."""

    def __init__(self, scorer: Scorer, *, seconds: float) -> None:
        """Watch over a scorer."""
        self.name, self.attributes = scorer.name, scorer.attributes
        self._scorer, self._seconds = scorer, seconds
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="scorer")
        self._hanging: Future[list[Scores]] | None = None

    def score(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Scores]:
        """Rate texts in time.

        Raises:
            ScorerUnavailable: if the scorer fails, is too slow, or still hangs in an earlier call.
        """
        if self._hanging is not None and not self._hanging.done():
            raise ScorerUnavailable("The model still hangs in an earlier call.")
        running = self._pool.submit(self._scorer.score, texts, languages=languages)
        try:
            scores = running.result(timeout=self._seconds)
        except Late as error:
            self._hanging = running
            raise ScorerUnavailable(f"The model did not answer within {self._seconds:g} s.") from error
        except ScorerUnavailable:
            raise
        except Exception as error:
            raise ScorerUnavailable("The model failed.", private=type(error).__name__) from error
        if len(scores) != len(texts) or not all(0.0 <= score <= 1.0 for one in scores for score in one.values()):
            raise ScorerUnavailable("The model answered what cannot be scores.")
        return scores

    def explain(self, text: str, attribute: str, *, language: str) -> list[tuple[int, int, float]]:
        """Return which parts carry the score."""
        return self._scorer.explain(text, attribute, language=language)
