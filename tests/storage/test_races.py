"""What happens when many come at once; both databases must stand it."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from moderation.domain.decision import Decision
from moderation.domain.record import Submission
from moderation.domain.review import claim
from moderation.domain.verdict import Outcome
from moderation.storage.database import Database
from moderation.storage.engine import connect
from moderation.storage.sites import SiteRepository
from moderation.testing.acts import record
from moderation.testing.clock import START, FixedClock
from moderation.testing.factories import NORTH, comment, entry, site, submission

TWINS, WRITERS, ROUNDS = 20, 8, 60


@pytest.fixture
def databases(database_url: str) -> Iterator[list[Database]]:
    """Open one database four times, as four processes would."""
    engines = [connect(database_url) for _ in range(4)]
    SiteRepository(engines[0]).add(site())
    yield [Database(engine) for engine in engines]
    for engine in engines:
        engine.dispose()


def submit(database: Database, sent: Submission, number: int) -> Decision:
    """Record a submission unless it was recorded before, each at a moment of its own."""
    at = FixedClock().advance(milliseconds=number)
    with database.write(NORTH) as transaction:
        (known,) = transaction.decisions.repeats([sent])
        if isinstance(known, Decision):
            return known
        return transaction.decisions.record([entry(sent, at=at)], at=at)[0]


@pytest.mark.parametrize("by", ["text", "key"])
def test_twins_get_one_decision(databases: list[Database], by: str) -> None:
    """A client in doubt sends again and again; a look before each write is no help without a line to stand in."""
    together = threading.Barrier(TWINS)

    def twin(number: int) -> Decision:
        id = "c-1" if by == "text" else f"made-{number}"
        sent = submission(comment(id=id), idempotency_key="k-1" if by == "key" else None)
        together.wait()
        return submit(databases[number % len(databases)], sent, number)

    with ThreadPoolExecutor(TWINS) as pool:
        made = list(pool.map(twin, range(TWINS)))
    with databases[0].read(NORTH) as transaction:
        assert transaction.decisions.feed(after=0, limit=99) == [made[0]]
    assert all(decision == made[0] for decision in made)


def test_writers_that_read_first_are_never_turned_away(databases: list[Database]) -> None:
    """With a lock that is taken at the first write, most of these failed at once with 'database is locked'."""
    together = threading.Barrier(WRITERS)

    def write(writer: int) -> None:
        together.wait()
        for number in range(ROUNDS):
            sent = submission(comment(id=f"c-{writer}-{number}"))
            submit(databases[writer % len(databases)], sent, number)

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    with databases[0].read(NORTH) as transaction:
        positions = [decision.position for decision in transaction.decisions.feed(after=0, limit=9_999)]
    assert positions == list(range(1, WRITERS * ROUNDS + 1))


def test_feed_shows_no_gap_while_others_write(databases: list[Database]) -> None:
    """A client that reads past a gap would never learn of the decision that fills it."""
    with ThreadPoolExecutor(4) as pool:
        sent = [submission(comment(id=f"c-{number}")) for number in range(100)]
        writing = [pool.submit(submit, databases[n % 3], s, n) for n, s in enumerate(sent)]
        seen: list[int] = []
        while len(seen) < len(sent):
            with databases[3].read(NORTH) as transaction:
                seen += [d.position for d in transaction.decisions.feed(after=len(seen), limit=9)]
            assert seen == list(range(1, len(seen) + 1))

    assert all(each.result() for each in writing)


def test_one_of_many_gets_the_review(databases: list[Database]) -> None:
    """Eight moderators press the button at once; one works on the comment, the others are told."""
    flagged = entry(outcome=Outcome.FLAG)
    record(databases[0], flagged)
    assert flagged.review
    together, was = threading.Barrier(WRITERS), flagged.review

    def press(number: int) -> bool:
        together.wait()
        with databases[number % 4].write(NORTH) as transaction:
            if transaction.reviews.get(was.id).version != was.version:
                return False
            transaction.reviews.save(claim(was, moderator=f"m-{number}", at=START), was=was)
            return True

    with ThreadPoolExecutor(WRITERS) as pool:
        assert sum(pool.map(press, range(WRITERS))) == 1


def test_work_is_leased_once(databases: list[Database]) -> None:
    """Two workers that take the same job tell the site twice."""
    for number in range(20):
        with databases[0].write(NORTH) as transaction:
            transaction.jobs.add("test", {"number": number}, at=START, due_at=START)

    def lease(number: int) -> list[int]:
        with databases[number % 4].write(NORTH) as transaction:
            return [job.id for job in transaction.jobs.lease(at=START, limit=3)]

    with ThreadPoolExecutor(8) as pool:
        leased = [id for ids in pool.map(lease, range(8)) for id in ids]
    assert len(leased) == len(set(leased)) == 20
