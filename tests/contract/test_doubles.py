"""Scorers, language detectors and clocks, those that a test uses among them, keep the ports' promises."""

import pytest

from moderation.clock import SystemClock
from moderation.ports import Clock, LanguageDetector, Scorer
from moderation.scoring.guard import TimedScorer
from moderation.testing.clock import FixedClock
from moderation.testing.contracts.scorers import ClockContract, LanguageDetectorContract, ScorerContract
from moderation.testing.scorers import OneLanguage, WordScorer


class TestWordScorer(ScorerContract):
    """The twin of the model."""

    @pytest.fixture
    def scorer(self) -> Scorer:
        """Return a scorer that knows a few words."""
        return WordScorer()


class TestTimedScorer(ScorerContract):
    """A scorer that is watched over."""

    @pytest.fixture
    def scorer(self) -> Scorer:
        """Return a watched scorer."""
        return TimedScorer(WordScorer(), seconds=5)


class TestOneLanguage(LanguageDetectorContract):
    """The twin of the language detector."""

    @pytest.fixture
    def languages(self) -> LanguageDetector:
        """Return a detector that takes what is expected."""
        return OneLanguage()


@pytest.mark.parametrize("clock", [SystemClock(), FixedClock()], ids=["system", "fixed"])
class TestClocks(ClockContract):
    """The time of day, and a time that stands still."""

    def test_is_a_clock(self, clock: Clock) -> None:
        """The port is met by shape alone."""
        assert clock.now().tzinfo is not None
