"""A receiver that is away for three days hears everything afterwards, and what waits is on disk, not in memory."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from moderation.domain.decision import Source
from moderation.domain.errors import Undeliverable
from moderation.domain.webhook import Answer, Message, Webhook
from moderation.jobs.deliver import deliver
from moderation.storage.database import Database
from moderation.storage.engine import connect
from moderation.storage.migrate import upgrade
from moderation.storage.sites import SiteRepository
from moderation.testing.acts import record
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH, comment, entry, site, submission, webhook
from moderation.testing.sender import MemorySender

pytestmark = pytest.mark.server

#: `make soak` has ten thousand messages wait, `make test` some hundred.
MESSAGES = 10_000 if os.environ.get("MODERATION_TEST_SOAK") else 300
#: What the process may grow by meanwhile, in bytes.
GROWTH = 10_000_000

HOOK = webhook(events=frozenset({Source.POLICY}))


def memory_bytes() -> int:
    """Return the resident memory of this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Door(MemorySender):
    """A receiver that can be shut, and that notes ids alone."""

    def __init__(self) -> None:
        """Stand open."""
        super().__init__()
        self.is_shut = False
        self.knocks = 0
        self.heard: set[str] = set()

    def send(self, webhook: Webhook, message: Message, *, at: datetime) -> Answer:
        """Hear a message, unless it is shut."""
        self.knocks += 1
        if self.is_shut:
            raise Undeliverable("nobody is there")
        self.heard.add(message.id)
        return Answer(status=200)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A database with a webhook, and messages that wait for it."""
    engine = connect(f"sqlite:///{tmp_path}/outage.sqlite3")
    upgrade(engine)
    SiteRepository(engine).add(site(NORTH))
    database = Database(engine)
    with database.write(NORTH) as transaction:
        transaction.webhooks.add(HOOK)
    for begin in range(0, MESSAGES, 100):
        record(database, *(entry(submission(comment(id=f"c-{n}"))) for n in range(begin, begin + 100)))
    yield database
    engine.dispose()


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_after_an_outage_of_three_days_all_arrives(database: Database, clock: FixedClock) -> None:
    """What a site is not told it shows for ever; and a heap of messages must not fill the memory."""
    door = Door()
    door.is_shut = True
    deliver(database, door, site=NORTH, id=HOOK.id, clock=clock)
    before = peak = memory_bytes()
    end = clock.now() + timedelta(hours=72)
    while clock.now() < end:
        clock.advance(seconds=900)
        deliver(database, door, site=NORTH, id=HOOK.id, clock=clock)
        peak = max(peak, memory_bytes())
    knocks, door.is_shut = door.knocks, False
    while len(door.heard) < MESSAGES and clock.now() < end + timedelta(hours=48):
        if not deliver(database, door, site=NORTH, id=HOOK.id, clock=clock):
            clock.advance(seconds=600)
        peak = max(peak, memory_bytes())

    assert len(door.heard) == MESSAGES
    assert knocks < 72 * 4 * 4
    assert peak - before < GROWTH
