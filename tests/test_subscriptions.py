"""Who is told, by whose will."""

import dataclasses

import pytest

from moderation.domain.decision import Source
from moderation.domain.errors import AddressRefused, Conflict, Invalid, NotFound, Undeliverable
from moderation.subscriptions import MOST, knock, rotate, set_enabled, subscribe, unsubscribe
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH, webhook
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.sender import MemorySender

OURS = webhook()


@pytest.fixture
def sender() -> MemorySender:
    """Return a sender that keeps what it is given."""
    return MemorySender()


@pytest.fixture
def ours(memory: MemoryStorage, sender: MemorySender) -> None:
    """Register a webhook."""
    subscribe(memory, sender, OURS, by="eve", at=START)


@pytest.mark.usefixtures("ours")
def test_every_change_is_audited(memory: MemoryStorage) -> None:
    """Who let the decisions out, and where to, is a question after an incident."""
    rotate(memory, site=NORTH, id=OURS.id, by="eve", at=START)
    set_enabled(memory, site=NORTH, id=OURS.id, is_enabled=False, by="eve", at=START)
    set_enabled(memory, site=NORTH, id=OURS.id, is_enabled=True, by="eve", at=START)
    unsubscribe(memory, site=NORTH, id=OURS.id, by="eve", at=START)

    audit = memory.rows(NORTH).audit
    assert [event.what.partition(".")[2] for event in audit] == ["add", "rotate", "disable", "enable", "remove"]
    assert {(event.by, event.detail["url"]) for event in audit} == {("eve", OURS.url)}


@pytest.mark.usefixtures("ours")
def test_stopped_webhook_says_why_and_starts_afresh(memory: MemoryStorage) -> None:
    """The first reason stays: it is the one to be mended."""
    stopped = set_enabled(memory, site=NORTH, id=OURS.id, is_enabled=False, by="eve", at=START)
    again = set_enabled(memory, site=NORTH, id=OURS.id, is_enabled=False, by="bob", at=START)

    assert (stopped.disabled_at, stopped.disabled_why, again) == (START, "stopped by eve", stopped)
    assert set_enabled(memory, site=NORTH, id=OURS.id, is_enabled=True, by="eve", at=START) == OURS


@pytest.mark.usefixtures("ours")
def test_what_cannot_work_is_refused(memory: MemoryStorage, sender: MemorySender) -> None:
    """A webhook that is wrong from the start would fail at night."""
    for wrong, error in (
        (webhook("wh_2", url=OURS.url), Conflict),
        (webhook("wh_2", url="http://127.0.0.1/"), AddressRefused),
        (webhook("wh_2", events=frozenset({Source.ARCHIVE})), Invalid),
    ):
        with pytest.raises(error):
            subscribe(memory, sender, wrong, by="eve", at=START)
    for number in range(2, MOST + 1):
        subscribe(memory, sender, webhook(f"wh_{number}"), by="eve", at=START)
    with pytest.raises(Conflict, match="at most"):
        subscribe(memory, sender, webhook("wh_99"), by="eve", at=START)


@pytest.mark.usefixtures("ours")
def test_knock_says_nothing_of_any_comment(memory: MemoryStorage, sender: MemorySender) -> None:
    """A test goes to servers that are not yet trusted."""
    assert knock(memory, sender, site=NORTH, id=OURS.id, at=START).is_taken
    assert b'"type":"webhook.test"' in sender.sent[0].body

    sender.failure = Undeliverable("down")
    with pytest.raises(Undeliverable):
        knock(memory, sender, site=NORTH, id=OURS.id, at=START)


@pytest.mark.usefixtures("ours")
def test_no_site_reaches_anothers(memory: MemoryStorage, sender: MemorySender) -> None:
    """Somebody else's webhook is as good as none."""
    with pytest.raises(NotFound):
        rotate(memory, site=SOUTH, id=OURS.id, by="eve", at=START)
    with pytest.raises(NotFound):
        knock(memory, sender, site=SOUTH, id=OURS.id, at=START)
    subscribe(memory, sender, dataclasses.replace(OURS, site=SOUTH), by="eve", at=START)
