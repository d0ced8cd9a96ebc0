"""The test kit itself: a test that leans on it must be able to trust it."""

import doctest
import os
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from moderation.domain.errors import StorageUnavailable
from moderation.domain.standing import Standing
from moderation.domain.verdict import Outcome
from moderation.testing import clock as clocks
from moderation.testing.acts import latest, record
from moderation.testing.clock import START, FixedClock
from moderation.testing.factories import NORTH, comment, entry, signals, submission
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.testing.postgres import PostgresServer, postgres_server
from moderation.testing.scorers import BrokenScorer, OneLanguage, WordScorer
from moderation.testing.stores import in_memory


def test_fixed_clock_moves_only_when_told() -> None:
    """A test that depends on the time of day fails on somebody's birthday."""
    clock = FixedClock()

    assert clock.now() == clock.now() == START
    assert clock.advance(days=1, seconds=2) == clock.now() == START + timedelta(days=1, seconds=2)
    assert doctest.testmod(clocks).failed == 0


def test_memory_that_is_down_keeps_nothing(memory: MemoryStorage) -> None:
    """A fault is only worth trying if it behaves like the real one, also between begin and commit."""
    transaction = memory.write(NORTH)
    transaction.__enter__().decisions.record([entry()], at=START)
    memory.is_down = True
    with pytest.raises(StorageUnavailable):
        transaction.__exit__(None, None, None)
    memory.is_down = False

    assert (memory.rows(NORTH).decisions, memory.commits) == ([], 0)


def test_stores_are_apart() -> None:
    """Two tests must not meet."""
    one, other = in_memory(), in_memory()
    record(one.storage, entry())

    assert latest(one.storage).id == "c-1"
    with other.storage.read(NORTH) as transaction:
        assert transaction.decisions.feed(after=0, limit=1) == []


def test_word_scorer_does_as_it_is_told(scorer: WordScorer) -> None:
    """It answers, fails and remembers what it was asked."""
    assert scorer.score(["You idiot."], languages=["en"])[0]["insult"] == 0.95
    scorer.fault = KeyError("odd")
    with pytest.raises(KeyError):
        scorer.score(["Again."], languages=["en"])
    with pytest.raises(KeyError):
        scorer.explain("Again.", "insult", language="en")

    assert scorer.asked == ["You idiot.", "Again."]


def test_broken_scorer_breaks_as_it_is_told() -> None:
    """Each kind of failure has its own way through the service."""
    with pytest.raises(MemoryError):
        BrokenScorer(MemoryError()).score([], languages=[])


def test_one_language_is_one_language() -> None:
    """A test about German should not depend on a detector."""
    assert OneLanguage("de").detect("An English sentence.", expected="en") == "de"


def test_factories_make_what_belongs_together() -> None:
    """A flagged entry without its review would test what cannot happen."""
    flagged = entry(submission(comment("A word.", id="c-9")), outcome=Outcome.FLAG)

    assert flagged.review is not None
    assert flagged.decision.review_id == flagged.review.id
    assert flagged.review.comment_id == flagged.signals.text.typed.replace("A word.", "c-9")
    assert signals(score__insult=0.5).facts["score.insult"] == 0.5


def test_policy_has_every_outcome_and_standing() -> None:
    """What the small policy cannot reach, no test over it can find."""
    assert {rule.then.verdict for rule in policy().rules} == {Outcome.FLAG, Outcome.BLOCK}
    assert {step.standing for step in policy().ladder.steps} == set(Standing) - {Standing.GOOD}


@pytest.mark.postgres
def test_postgres_runs_as_a_stranger_where_it_must(postgres: PostgresServer) -> None:
    """It refuses to run as root, as containers do; databases come and go."""
    url = postgres.create("kit")
    postgres.drop("kit")

    assert url == postgres.url("kit")
    with psycopg.connect(postgres.url("moderation").replace("+psycopg", "")) as connection:
        version = connection.execute("SHOW server_version_num").fetchone()
    assert version
    assert int(version[0]) >= 160_000


@pytest.mark.postgres
def test_postgres_is_gone_afterwards() -> None:
    """A server and a folder that every run leaves behind fill a machine."""
    with postgres_server() as server:
        folder = Path(server.url("x").split("host=")[1])
        pid = int((folder / "data" / "postmaster.pid").read_text().split()[0])
        assert folder.exists()

    assert not folder.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
