"""The courier survives what happens to it, and tells the owner."""

import time
from collections.abc import Callable

import pytest

from moderation.courier import Courier, send_due
from moderation.domain.decision import Source
from moderation.domain.errors import Undeliverable
from moderation.domain.site import Site
from moderation.domain.webhook import TOLD_AT, WAITS, Answer
from moderation.service import NoSender, Service
from moderation.testing.acts import record
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH, comment, entry, site, submission, webhook
from moderation.testing.memory.accounts import MemoryAccounts
from moderation.testing.memory.sites import MemorySites
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.passwords import PlainPasswords
from moderation.testing.policies import policy
from moderation.testing.scorers import BrokenScorer, OneLanguage, WordScorer
from moderation.testing.sender import MemorySender

OURS = webhook(events=frozenset({Source.POLICY}))


@pytest.fixture
def sender() -> MemorySender:
    """Return a sender that keeps what it is given."""
    return MemorySender()


@pytest.fixture
def looks() -> list[None]:
    """Return a list that grows with each look for work."""
    return []


@pytest.fixture
def service(memory: MemoryStorage, clock: FixedClock, sender: MemorySender, looks: list[None]) -> Service:
    """Return a service with one message to deliver."""

    class Watched(MemorySites):
        """Notes each look for work."""

        def all(self) -> list[Site]:
            """Return every site."""
            looks.append(None)
            return super().all()

    sites = Watched()
    sites.add(site(NORTH))
    with memory.write(NORTH) as transaction:
        transaction.webhooks.add(OURS)
    record(memory, entry())
    return Service(
        storage=memory,
        sites=sites,
        accounts=MemoryAccounts(),
        passwords=PlainPasswords(),
        scorer=WordScorer(),
        no_scorer=BrokenScorer(),
        languages=OneLanguage(),
        clock=clock,
        secret=b"s" * 32,
        load_policy=lambda name, files: policy(),
        sender=sender,
    )


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait, as long as a busy machine may take."""
    end = time.monotonic() + 60
    while not is_so() and time.monotonic() < end:
        time.sleep(0.01)
    assert is_so()


def test_message_is_taken_once(service: Service, sender: MemorySender) -> None:
    """The next look must not take what is already on its way."""
    courier = Courier(service, pause_seconds=0.01)
    wait_until(lambda: bool(sender.sent))
    time.sleep(0.1)
    courier.close()

    assert len(sender.sent) == 1


def test_courier_survives_a_database_that_is_away(
    service: Service, memory: MemoryStorage, sender: MemorySender, looks: list[None]
) -> None:
    """A restart of the database loses no message."""
    memory.is_down = True
    courier = Courier(service, pause_seconds=0.01)
    wait_until(lambda: len(looks) > 2)
    memory.is_down = False
    wait_until(lambda: bool(sender.sent))
    courier.close()


@pytest.mark.parametrize("part", ["sites", "sender"])
def test_courier_survives_what_nobody_thought_of(
    service: Service, sender: MemorySender, clock: FixedClock, capsys: pytest.CaptureFixture[str], part: str
) -> None:
    """An error in one round is told, and the next round goes on."""
    kept, said = getattr(service, part), [""]
    setattr(service, part, None)

    def is_told() -> bool:
        said[0] += "".join(capsys.readouterr())
        return "AttributeError" in said[0]

    courier = Courier(service, pause_seconds=0.01)
    wait_until(is_told)
    setattr(service, part, kept)
    clock.advance(seconds=61)
    wait_until(lambda: bool(sender.sent))
    courier.close()


def test_owner_is_told_of_trouble(
    service: Service, sender: MemorySender, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    """Once when it lasts, once when it is over, and not a hundred times."""
    sender.answers, said = [Answer(status=500)], []
    for _ in range(len(WAITS) + 1):
        assert len(send_due(service, site=NORTH, id=OURS.id)) == 1
        said.append("".join(capsys.readouterr()))
        clock.advance(hours=30)

    assert [number for number, line in enumerate(said, start=1) if "keeps failing" in line] == [TOLD_AT]
    assert ["disabled" in line for line in said] == [False] * len(WAITS) + [True]


def test_message_comes_again_after_a_turn_that_met_a_dead_database(
    service: Service, memory: MemoryStorage, sender: MemorySender, clock: FixedClock, looks: list[None]
) -> None:
    """Sent, and not noted: the lease runs out, and twice is better than never."""

    def fall() -> None:
        memory.is_down = len(sender.sent) == 1

    sender.meanwhile = fall
    courier = Courier(service, pause_seconds=0.01)
    wait_until(lambda: bool(sender.sent) and len(looks) > 5)
    memory.is_down = False
    clock.advance(seconds=61)
    wait_until(lambda: len(sender.sent) == 2)
    courier.close()


def test_receiver_that_asks_for_a_break_is_left_alone(
    service: Service, memory: MemoryStorage, sender: MemorySender, clock: FixedClock, looks: list[None]
) -> None:
    """Until it is over nothing else is sent there, not even what was decided since."""
    sender.answers = [Answer(status=429, retry_after="120")]
    courier = Courier(service, pause_seconds=0.01)
    wait_until(lambda: bool(sender.sent))
    wait_until(lambda: memory.rows(NORTH).jobs != {} and len(looks) > 5)
    record(memory, entry(submission(comment(id="c-2"))))
    seen = len(looks)
    wait_until(lambda: len(looks) > seen + 5)
    assert len(sender.sent) == 1
    sender.answers = [Answer(status=200)]
    clock.advance(seconds=121)
    wait_until(lambda: len(sender.sent) == 3)
    courier.close()


def test_service_without_a_sender_says_so() -> None:
    """A test kit, or a tool, that sends nothing must not seem to have sent."""
    nobody = NoSender()
    for refused in (
        lambda: nobody.check(OURS.url),
        lambda: nobody.secret_of(OURS),
        lambda: nobody.send(OURS, None, at=None),  # type: ignore[arg-type]
    ):
        with pytest.raises(Exception, match="sends no messages"):
            refused()
    assert issubclass(Undeliverable, Exception)
