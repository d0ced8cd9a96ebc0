"""Background work: done at least once, put off when it fails, and never in the way of other sites."""

import time
from datetime import timedelta
from typing import Any

import pytest

from moderation.domain.errors import ScorerUnavailable, StorageUnavailable
from moderation.domain.review import ReviewQuery, close
from moderation.domain.site import Reviews
from moderation.pipeline import moderate
from moderation.service import Service
from moderation.testing.acts import decisions_on, page
from moderation.testing.clock import START, FixedClock
from moderation.testing.factories import NORTH, SOUTH, comment, site, submission
from moderation.testing.memory.accounts import MemoryAccounts
from moderation.testing.memory.sites import MemorySites
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.passwords import PlainPasswords
from moderation.testing.policies import policy
from moderation.testing.scorers import BrokenScorer, OneLanguage, WordScorer
from moderation.worker import FIRST_WAIT, LONGEST_WAIT, Worker, work


@pytest.fixture
def service(memory: MemoryStorage, scorer: WordScorer, clock: FixedClock) -> Service:
    """Return a service in memory with two sites, each with a comment that was judged without the model."""
    sites = MemorySites()
    for id in (NORTH, SOUTH):
        sites.add(site(id))
        sites.keep_policy(id, hash=site().policy, name="test", files={}, at=START)
        moderate(
            [submission(comment(site=id))],
            policy=policy(),
            scorer=BrokenScorer(),
            languages=OneLanguage(),
            storage=memory,
            at=START,
        )
    return Service(
        storage=memory,
        sites=sites,
        accounts=MemoryAccounts(),
        passwords=PlainPasswords(),
        scorer=scorer,
        no_scorer=BrokenScorer(),
        languages=OneLanguage(),
        clock=clock,
        secret=b"s" * 32,
        load_policy=lambda name, files: policy(),
    )


def test_work_that_is_not_due_waits(service: Service, clock: FixedClock) -> None:
    """A model that just failed is given a moment."""
    clock.advance(seconds=29)

    assert work(service) == 0


def test_due_work_of_every_site_is_done_once(service: Service, memory: MemoryStorage, clock: FixedClock) -> None:
    """When the model is back, everybody's comments are released."""
    clock.advance(seconds=30)

    assert (work(service), work(service)) == (2, 0)
    assert [decisions_on(memory, site=id)[-1].outcome for id in (NORTH, SOUTH)] == ["allow", "allow"]


def test_work_that_fails_is_put_off_longer_each_time(
    service: Service, memory: MemoryStorage, scorer: WordScorer, clock: FixedClock
) -> None:
    """A model that is down for a night is asked a few times, not ten thousand."""
    scorer.fault = ScorerUnavailable()
    clock.advance(seconds=30)
    waits: list[timedelta] = []
    for _ in range(9):
        assert work(service) == 2
        (job,) = memory.rows(NORTH).jobs.values()
        waits.append(job.due_at - clock.now())
        clock.advance(seconds=waits[-1].total_seconds())

    assert waits[:3] == [FIRST_WAIT, FIRST_WAIT * 2, FIRST_WAIT * 4]
    assert waits[-1] == LONGEST_WAIT
    assert job.failure == "ScorerUnavailable"


def test_work_is_done_when_the_model_is_back(
    service: Service, memory: MemoryStorage, scorer: WordScorer, clock: FixedClock
) -> None:
    """What was put off is not forgotten."""
    scorer.fault = ScorerUnavailable()
    clock.advance(seconds=30)
    work(service)
    scorer.fault = None
    clock.advance(seconds=30)

    assert work(service) == 2
    assert page(memory) == []


def test_one_sites_broken_policy_stops_no_other(
    service: Service, memory: MemoryStorage, clock: FixedClock
) -> None:
    """A publisher that broke its policy must not keep another's comments waiting."""
    service.sites.save(site(NORTH, policy="gone"))
    clock.advance(seconds=30)
    work(service)

    assert [len(decisions_on(memory, site=id)) for id in (NORTH, SOUTH)] == [1, 2]
    (job,) = memory.rows(NORTH).jobs.values()
    assert (job.failure, job.done_at) == ("NotFound", None)


def test_sites_own_reviews_setting_holds(service: Service, memory: MemoryStorage, clock: FixedClock) -> None:
    """A comment that is flagged on second sight waits where this site's comments wait."""
    for id, reviews in ((NORTH, Reviews.HERE), (SOUTH, Reviews.SITE)):
        with memory.write(id) as transaction:
            for review, _ in transaction.reviews.page(ReviewQuery()):
                transaction.reviews.save(close(review, at=START), was=review)
        service.sites.save(site(id, reviews=reviews))
    service.scorer = WordScorer({"fees": {"insult": 0.95}})
    clock.advance(seconds=30)
    work(service)

    assert [len(page(memory, site=id)) for id in (NORTH, SOUTH)] == [1, 0]


def test_worker_survives_a_database_that_is_away(
    service: Service, memory: MemoryStorage, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    """A restart of the database must not mean a restart of every worker."""
    clock.advance(seconds=30)
    memory.is_down = True
    worker, said, end = Worker(service, pause_seconds=0.01), "", time.monotonic() + 60
    while "StorageUnavailable" not in said and time.monotonic() < end:
        time.sleep(0.01)
        said += "".join(capsys.readouterr())
    memory.is_down = False
    while page(memory) and time.monotonic() < end:
        time.sleep(0.01)
    worker.close()

    assert "StorageUnavailable" in said
    assert (page(memory), page(memory, site=SOUTH)) == ([], [])


def test_worker_survives_what_nobody_thought_of(
    service: Service, memory: MemoryStorage, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error in one round is told, and the next round is worked as if nothing had been."""
    clock.advance(seconds=30)
    sites, service.sites = service.sites, None  # type: ignore[assignment]
    worker, said, end = Worker(service, pause_seconds=0.01), "", time.monotonic() + 60
    while "AttributeError" not in said and time.monotonic() < end:
        time.sleep(0.01)
        said += "".join(capsys.readouterr())
    service.sites = sites
    while page(memory, site=SOUTH) and time.monotonic() < end:
        time.sleep(0.01)
    worker.close()

    assert "AttributeError" in said
    assert page(memory, site=SOUTH) == []


def test_failure_that_cannot_be_noted_is_told(
    service: Service, memory: MemoryStorage, scorer: WordScorer, clock: FixedClock
) -> None:
    """The lease runs out, and the work is due again: nothing is lost."""

    class Down(WordScorer):
        """Takes the database along."""

        def score(self, *_: Any, **__: Any) -> Any:
            memory.is_down = True
            raise ScorerUnavailable

    service.scorer = Down()
    clock.advance(seconds=30)
    with pytest.raises(StorageUnavailable):
        work(service)
    memory.is_down, service.scorer = False, scorer
    clock.advance(minutes=1)

    assert work(service) == 2
    assert page(memory) == []
