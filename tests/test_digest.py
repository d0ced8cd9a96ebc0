"""Letters to the desk: real SMTP, at most one an interval, urgent ones at once, never a text."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from email import message_from_string

import pytest

from moderation.digest import tell
from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision
from moderation.domain.digest import Interval, Letter
from moderation.domain.errors import Unavailable
from moderation.domain.review import Ruling
from moderation.mail import SmtpMailer
from moderation.review import RulingRequest, rule_on_comment
from moderation.settings import Settings
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH, author
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.wiring import interval_of, mailer_of
from tests.mail_server import MailServer, mail_server

Judge = Callable[..., Decision]
DAILY = Interval(every=timedelta(hours=24), urgent=("threats",))
ROOT = "https://moderation.example.org"


@pytest.fixture
def box() -> Iterator[MailServer]:
    """A mail server that runs."""
    with mail_server() as server:
        yield server


@pytest.fixture
def look(memory: MemoryStorage, box: MailServer, clock: FixedClock) -> Callable[[], Letter | None]:
    """Look whether a letter is due, and send it over SMTP."""
    mailer = SmtpMailer(
        host="127.0.0.1",
        port=box.port,
        security="none",
        sender="desk@north.test",
        recipients=("mia@north.test", "ben@north.test"),
        clock=clock,
    )
    return lambda: tell(memory, mailer, site=NORTH, interval=DAILY, root=ROOT, at=clock.now())


def test_a_letter_tells_counts_ages_and_the_link_and_no_text(
    look: Callable[[], Letter | None], judge: Judge, box: MailServer, clock: FixedClock
) -> None:
    """Mail is read by many servers on its way: what somebody wrote in anger is not for them."""
    judge("You idiot, canarywren.", author=author("u-1", name="canarywren"))
    clock.advance(hours=3)
    look()

    [(recipients, sent)] = box.letters
    message = message_from_string(sent)
    assert recipients == ["mia@north.test", "ben@north.test"]
    assert message["Subject"] == "[north] 1 waiting, the oldest for 3 hours"
    assert message["Auto-Submitted"] == "auto-generated"
    assert "attacks" in sent
    assert f"{ROOT}/desk" in sent
    assert "canarywren" not in sent


def test_one_letter_an_interval_and_none_where_nothing_waits(
    look: Callable[[], Letter | None], judge: Judge, memory: MemoryStorage, clock: FixedClock, box: MailServer
) -> None:
    """A letter that comes too often is not read, and one that says 'nothing' even less."""
    assert look() is None
    judge("You idiot.")
    assert look() is not None
    clock.advance(hours=23)
    assert look() is None
    clock.advance(hours=1)
    assert look() is not None
    request = RulingRequest(ruling=Ruling.APPROVE, moderator="mia")
    rule_on_comment(memory, request, site=NORTH, id=CommentId("c-1"), policy=policy(), at=clock.now())
    clock.advance(hours=48)

    assert look() is None
    assert len(box.letters) == 2


def test_what_is_urgent_is_told_at_once_and_once(
    look: Callable[[], Letter | None], judge: Judge, clock: FixedClock
) -> None:
    """A threat does not wait until tomorrow; five threats are not five letters."""
    judge("You idiot.")
    look()
    judge("I will kill you.", id="t-1", author=author("u-1"))
    urgent = look()
    assert urgent is not None
    assert "Urgent" in urgent.subject
    judge("I will kill you all.", id="t-2", author=author("u-2"))
    assert look() is None, "somebody was told a moment ago"
    clock.advance(minutes=6)

    assert look() is not None
    assert look() is None


def test_what_could_not_be_sent_is_tried_again(
    look: Callable[[], Letter | None], judge: Judge, box: MailServer, clock: FixedClock
) -> None:
    """A mail server that is down for an hour must not cost the desk a day."""
    judge("You idiot.")
    box.is_refusing = True
    with pytest.raises(Unavailable):
        look()
    box.is_refusing = False
    assert look() is None, "not again at once"
    clock.advance(minutes=5)

    assert look() is not None


def test_of_two_servers_one_sends(look: Callable[[], Letter | None], judge: Judge, box: MailServer) -> None:
    """Four processes look every half minute; the desk wants one letter."""
    judge("You idiot.")
    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(box.letters) == 1


def test_no_letter_goes_in_the_clear_unless_the_settings_say_so(box: MailServer, clock: FixedClock) -> None:
    """A server that offers no TLS gets nothing, rather than everything in the clear."""
    settings = Settings(smtp_host="127.0.0.1", smtp_port=box.port, digest_to="mia@north.test")
    mailer = mailer_of(settings)
    assert mailer is not None

    with pytest.raises(Unavailable):
        mailer.send(Letter(subject="x", text="y"))
    assert box.letters == []


def test_without_a_server_or_a_reader_nothing_is_sent() -> None:
    """The default of a new installation is silence."""
    assert mailer_of(Settings()) is None
    assert mailer_of(Settings(smtp_host="mail.test")) is None
    assert interval_of(Settings(digest_urgent="urgent, legal ,")).urgent == ("urgent", "legal")
