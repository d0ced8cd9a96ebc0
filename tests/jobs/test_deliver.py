"""Messages arrive at least once, in time, and nobody's trouble is another's."""

import dataclasses
import json
from collections.abc import Callable
from datetime import timedelta
from email.utils import format_datetime

import pytest

from moderation.domain.decision import Decision, DecisionId, Source
from moderation.domain.errors import Undeliverable
from moderation.domain.webhook import OVERLAP, SPREAD, WAITS, Answer, Message, Webhook, message_of, wait_after
from moderation.jobs.deliver import BATCH, DOWN, LONGEST_BREAK, TURN, Tried, deliver
from moderation.testing.acts import record
from moderation.testing.clock import START, FixedClock
from moderation.testing.factories import NORTH, comment, entry, submission, webhook
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.sender import MemorySender

OURS = webhook()


@pytest.fixture
def sender() -> MemorySender:
    """Return a sender that keeps what it is given."""
    return MemorySender()


@pytest.fixture
def turn(memory: MemoryStorage, sender: MemorySender, clock: FixedClock) -> Callable[[], list[Tried]]:
    """Return what gives the webhook its turn."""
    with memory.write(NORTH) as transaction:
        transaction.webhooks.add(OURS)
    return lambda: deliver(memory, sender, site=NORTH, id=OURS.id, clock=clock)


def rule(memory: MemoryStorage, number: int = 1) -> Decision:
    """Record a comment and a ruling on it."""
    (first,) = record(memory, entry(submission(comment(f"Text {number}", id=f"c-{number}"))))
    with memory.write(NORTH) as transaction:
        id = DecisionId(f"d_{number}")
        ruling = dataclasses.replace(first, id=id, source=Source.MODERATOR, verdict=None, by="eve", note="Text")
        return transaction.decisions.append(ruling)


def kept(memory: MemoryStorage) -> Webhook:
    """Return the webhook as it is now."""
    return memory.rows(NORTH).webhooks[OURS.id]


def test_message_tells_what_was_decided_and_no_text(
    memory: MemoryStorage, sender: MemorySender, turn: Callable[[], list[Tried]]
) -> None:
    """A message passes through logs and proxies where a reader's text has no business."""
    ruling = rule(memory)
    turn()

    (sent,) = sender.sent
    told = json.loads(sent.body)
    assert (sent.id, told["type"], told["timestamp"]) == ("msg_d_1", "decision.moderator", START.isoformat())
    assert told["data"] == {
        "decision_id": "d_1",
        "comment_id": "c-1",
        "revision": 1,
        "outcome": "allow",
        "source": "moderator",
        "position": ruling.position,
        "at": START.isoformat(),
        "by": "eve",
        "clause": ruling.clause,
        "warning": False,
        "masked": [],
    }
    assert b"Text" not in sent.body
    assert turn() == []


def test_verdict_is_told_with_its_effect() -> None:
    """A flag that is published and reviewed is published."""
    told = json.loads(message_of(entry().decision).body)["data"]

    assert (told["effect"], told["degraded"]) == ("hold", False)


def test_message_that_fails_is_tried_by_the_standards_schedule(
    memory: MemoryStorage, sender: MemorySender, turn: Callable[[], list[Tried]], clock: FixedClock
) -> None:
    """Three days are long enough for a weekend, and every try carries the same id and the same bytes."""
    rule(memory)
    sender.answers = [Answer(status=500)]
    waits: list[timedelta] = []
    for _ in WAITS:
        (tried,) = turn()
        assert tried.until is not None
        waits.append(tried.until - clock.now())
        clock.advance(seconds=waits[-1].total_seconds())

    for wait, planned in zip(waits, WAITS, strict=True):
        assert planned * (1 - SPREAD) <= wait <= planned * (1 + SPREAD)
    (last,) = turn()
    assert last.is_end
    assert len({(sent.id, sent.body) for sent in sender.sent}) == 1
    assert len(sender.sent) == len(WAITS) + 1
    assert kept(memory).disabled_why == "one message failed 10 times: answered 500"
    assert [event.what for event in memory.rows(NORTH).audit] == ["webhook.disable"]


def test_receiver_that_is_back_gets_all(
    memory: MemoryStorage, sender: MemorySender, turn: Callable[[], list[Tried]], clock: FixedClock
) -> None:
    """An outage of three days loses nothing."""
    for number in range(200):
        rule(memory, number)
    sender.failure = Undeliverable("down")
    for _ in range(72 * 4):
        turn()
        clock.advance(seconds=900)
    assert kept(memory).disabled_at is None
    sender.failure, sender.sent = None, []
    for _ in range(48 * 60):
        turn()
        clock.advance(seconds=60)

    assert sorted({sent.id for sent in sender.sent}) == sorted(f"msg_d_{number}" for number in range(200))


def test_receiver_that_is_down_is_left_alone(
    memory: MemoryStorage, sender: MemorySender, turn: Callable[[], list[Tried]], clock: FixedClock
) -> None:
    """Ten thousand messages are not ten thousand knocks at a dead door, and those not tried lose no try."""
    for number in range(BATCH):
        rule(memory, number)
    sender.failure = Undeliverable("down")

    assert len(turn()) == DOWN
    rows = memory.rows(NORTH).jobs.values()
    assert [row.attempts for row in rows] == [1] * DOWN + [0] * (BATCH - DOWN)
    assert max(row.due_at for row in rows) <= clock.now() + LONGEST_BREAK


def test_one_message_that_fails_does_not_hold_up_the_others(
    memory: MemoryStorage, sender: MemorySender, turn: Callable[[], list[Tried]]
) -> None:
    """A receiver that chokes on one comment must still hear of the rest."""
    for number in range(4):
        rule(memory, number)
    sender.answers = [Answer(status=200), Answer(status=422), Answer(status=200)]

    assert [tried.failures for tried in turn()] == [0, 1, 0, 0]


def test_slow_receiver_has_its_turn_and_no_more(
    memory: MemoryStorage, sender: MemorySender, turn: Callable[[], list[Tried]], clock: FixedClock
) -> None:
    """A turn ends before its leases do, or another process would send all again."""
    for number in range(9):
        rule(memory, number)
    sender.meanwhile = lambda: clock.advance(seconds=10)

    assert [len(turn()) for _ in range(4)] == [3, 3, 3, 0]
    assert timedelta(seconds=20) < TURN < timedelta(seconds=60)


def test_service_that_ends_puts_the_rest_back(
    memory: MemoryStorage, sender: MemorySender, turn: Callable[[], list[Tried]], clock: FixedClock
) -> None:
    """A restart must not wait for a whole turn, and what was not sent is due at once."""
    for number in range(3):
        rule(memory, number)
    tries = deliver(memory, sender, site=NORTH, id=OURS.id, clock=clock, is_ending=lambda: len(sender.sent) == 1)

    assert (len(tries), len(turn())) == (1, 2)


def test_break_that_the_receiver_asks_for_is_kept(
    memory: MemoryStorage, sender: MemorySender, turn: Callable[[], list[Tried]], clock: FixedClock
) -> None:
    """Who answers 429 knows best when to come again."""
    for number in range(3):
        rule(memory, number)
    sender.answers = [Answer(status=429, retry_after="120")]

    assert len(turn()) == 1
    assert {row.due_at - clock.now() for row in memory.rows(NORTH).jobs.values()} == {timedelta(seconds=120)}


@pytest.mark.parametrize(
    ("asked", "wait"),
    [
        ("7200", timedelta(hours=2)),
        (format_datetime(START + timedelta(hours=3), usegmt=True), timedelta(hours=3)),
        ("99999999999999", timedelta(hours=24)),
        ("soon", None),
        ("-5", None),
    ],
)
def test_break_may_be_seconds_or_a_date_up_to_a_day(asked: str, wait: timedelta | None) -> None:
    """RFC 9110, 10.2.3; nonsense is not believed."""
    given = wait_after(1, id=1, answer=Answer(status=503, retry_after=asked), at=START)

    assert given == (wait or wait_after(1, id=1, answer=None, at=START))


def test_receiver_that_is_gone_is_told_nothing_more(
    memory: MemoryStorage, sender: MemorySender, turn: Callable[[], list[Tried]]
) -> None:
    """410 is how a receiver ends it; what waits is dropped, the feed still has it."""
    for number in range(3):
        rule(memory, number)
    sender.answers = [Answer(status=410)]

    assert [tried.is_end for tried in turn()] == [True]
    assert kept(memory).disabled_why == "the receiver wants no more messages (410)"
    assert turn() == []
    assert all(row.done_at for row in memory.rows(NORTH).jobs.values())


@pytest.mark.parametrize("status", [199, 300, 302, 404, 500])
def test_other_answers_are_failures(
    memory: MemoryStorage, sender: MemorySender, turn: Callable[[], list[Tried]], status: int
) -> None:
    """Only 2xx says that the message arrived."""
    rule(memory)
    sender.answers = [Answer(status=status)]

    assert [tried.why for tried in turn()] == [f"answered {status}"]


def test_webhook_that_was_removed_meanwhile_is_no_error(
    memory: MemoryStorage, sender: MemorySender, turn: Callable[[], list[Tried]]
) -> None:
    """Its jobs may have been leased already."""
    rule(memory)
    rule(memory, 2)

    def remove() -> None:
        with memory.write(NORTH) as transaction:
            if transaction.webhooks.all():
                transaction.webhooks.remove(OURS.id)

    sender.meanwhile = remove

    assert len(turn()) == 1


def test_secret_before_the_last_change_signs_for_a_day() -> None:
    """The rule is the domain's; the sender follows it."""
    changed = webhook(generation=3, rotated_at=START)

    assert webhook().generations(at=START) == (1,)
    assert changed.generations(at=START + OVERLAP - timedelta(seconds=1)) == (3, 2)
    assert changed.generations(at=START + OVERLAP) == (3,)


def test_kit_sender_keeps_what_it_was_given(sender: MemorySender) -> None:
    """The twin must not hide what a real one would show."""
    sender.check(OURS.url)

    assert sender.send(OURS, Message(id="m", body=b"{}"), at=START).is_taken
    assert sender.secret_of(OURS) != sender.secret_of(webhook("wh_2"))
