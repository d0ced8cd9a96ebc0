"""Scorers that stand in: what cannot answer in time is told as unavailable, and comes back by itself."""

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from moderation.domain.errors import ScorerUnavailable
from moderation.scoring.guard import NoScorer, TimedScorer
from moderation.testing.scorers import WordScorer


@pytest.fixture
def hanging(scorer: WordScorer) -> Iterator[WordScorer]:
    """Return a scorer that hangs until it is told to answer; it is told at the end in any case."""
    scorer.answers.clear()
    yield scorer
    scorer.answers.set()


def ask(scorer: TimedScorer, text: str = "You idiot.") -> float:
    """Return the insult score of a text."""
    return scorer.score([text], languages=["en"])[0]["insult"]


def test_no_scorer_says_why() -> None:
    """An operator should read in the answer to `doctor` what is missing."""
    missing = NoScorer(why="No folder 'models'.")

    with pytest.raises(ScorerUnavailable, match="No folder"):
        missing.score(["a"], languages=["en"])
    with pytest.raises(ScorerUnavailable, match="No folder"):
        missing.explain("a", "insult", language="en")


def test_no_scorer_leaves_the_same_signals_unknown_as_the_one_it_stands_for(scorer: WordScorer) -> None:
    """An attribute that the model never rates is absent, not unknown: nobody waits for it."""
    scorer.attributes = ("insult",)

    assert (NoScorer(like=scorer).name, NoScorer(like=scorer).attributes) == ("words@1", ("insult",))
    assert len(NoScorer().attributes) > 1


def test_scorer_in_time_is_passed_on(scorer: WordScorer) -> None:
    """A guard must not be noticed while all is well."""
    timed = TimedScorer(scorer, seconds=5)

    assert (timed.name, timed.attributes) == (scorer.name, scorer.attributes)
    assert ask(timed) == 0.95
    assert timed.explain("You idiot.", "insult", language="en") == [(4, 9, 0.95)]


def test_slow_scorer_is_given_up_after_its_time(hanging: WordScorer) -> None:
    """A comment waits for a moderator rather than for a model."""
    timed = TimedScorer(hanging, seconds=0.05)

    with pytest.raises(ScorerUnavailable, match=r"within 0\.05 s"):
        ask(timed)


def test_calls_fail_at_once_while_one_hangs(hanging: WordScorer) -> None:
    """A thousand comments must not wait half a second each for a model that is stuck."""
    timed = TimedScorer(hanging, seconds=0.05)
    with pytest.raises(ScorerUnavailable):
        ask(timed)
    for _ in range(100):
        with pytest.raises(ScorerUnavailable, match="still hangs"):
            ask(timed)


def test_scorer_that_answers_again_is_used_again(hanging: WordScorer) -> None:
    """Nobody should have to restart the service because a model hung once."""
    timed = TimedScorer(hanging, seconds=0.05)
    with pytest.raises(ScorerUnavailable):
        ask(timed)
    hanging.answers.set()
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            assert ask(timed) == 0.95
        except ScorerUnavailable:
            continue
        return

    raise AssertionError("It never came back.")


def test_call_that_is_only_in_progress_is_waited_for(hanging: WordScorer) -> None:
    """Two comments that are scored at the same time are not a model that hangs."""
    timed = TimedScorer(hanging, seconds=5)
    with ThreadPoolExecutor(2) as pool:
        asked = [pool.submit(ask, timed) for _ in range(2)]
        threading.Timer(0.05, hanging.answers.set).start()

        assert [each.result() for each in asked] == [0.95, 0.95]


@pytest.mark.parametrize("fault", [ValueError("bad input"), MemoryError(), ScorerUnavailable("No.")])
def test_scorer_that_fails_is_unavailable_whatever_it_raised(scorer: WordScorer, fault: Exception) -> None:
    """A library's error is a missing signal: the rules still run, and a person decides."""
    scorer.fault = fault

    with pytest.raises(ScorerUnavailable):
        ask(TimedScorer(scorer, seconds=5))


class Odd(WordScorer):
    """Answers what it was made with."""

    def __init__(self, answer: list[Mapping[str, float]]) -> None:
        """Answer this, always."""
        super().__init__()
        self._answer = answer

    def score(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Mapping[str, float]]:
        """Answer."""
        return self._answer


@pytest.mark.parametrize(
    "answer", [[], [{}, {}], [{"insult": float("nan")}], [{"insult": 1.5}], [{"insult": -0.1}]]
)
def test_answer_that_cannot_be_scores_is_no_answer(answer: list[Mapping[str, float]]) -> None:
    """A NaN compares as false with every threshold, and would publish everything."""
    with pytest.raises(ScorerUnavailable):
        ask(TimedScorer(Odd(answer), seconds=5))
