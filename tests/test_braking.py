"""A rule that holds for more than it should stops itself, once, whoever looks first."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from moderation.braking import brake, count
from moderation.digest import tell
from moderation.domain.brake import Runaway
from moderation.domain.decision import Decision
from moderation.domain.digest import Interval, Letter
from moderation.domain.errors import Unavailable
from moderation.domain.policy import Policy
from moderation.domain.site import PolicyFiles, Site
from moderation.domain.verdict import Outcome
from moderation.mail import SmtpMailer
from moderation.pipeline import moderate
from moderation.policyfile import files
from moderation.policyfile.proof import prove
from moderation.policyfile.shadow import in_shadow
from moderation.publishing import Draft, Publication, Requirements, publish, save, versions
from moderation.service import Service
from moderation.testing.clock import START, FixedClock
from moderation.testing.factories import NORTH, author, comment, submission
from moderation.testing.memory.accounts import MemoryAccounts
from moderation.testing.passwords import PlainPasswords
from moderation.testing.scorers import OneLanguage, WordScorer
from moderation.testing.stores import Store
from moderation.worker import watch
from tests.cli.conftest import SMALL
from tests.mail_server import MailServer, mail_server

WIDE = (
    SMALL
    + """\
  - id: any-talk
    clause: attacks
    owner: ann@north.test
    when: {word: {words: [the]}}
    then: {verdict: flag}
"""
)


@pytest.fixture
def wide(store: Store) -> Policy:
    """A policy with a rule that holds for nearly everything, gone live a moment ago."""
    first = files.load("evening", {"evening.yaml": SMALL})
    store.sites.add(Site(id=NORTH, policy=first.hash, created_at=START))
    store.sites.keep_policy(NORTH, hash=first.hash, name="evening", files={"evening.yaml": SMALL}, at=START)
    store.sites.publish_policy(NORTH, first.hash, by="first start", at=START)
    draft = Draft(files=PolicyFiles(name="evening", files={"evening.yaml": WIDE}), base=first.hash, by="ann")
    saved = save(store.storage, draft, site=NORTH, load=files.load, at=START)
    asked = Requirements(load=files.load, prove=prove)
    publish(store.storage, Publication(hash=saved.hash, by="ann"), site=NORTH, requirements=asked, at=START)
    return files.load("evening", {"evening.yaml": WIDE})


Judge = Callable[..., list[Decision]]


@pytest.fixture
def judge(store: Store, clock: FixedClock) -> Judge:
    """What judges so many comments by the policy that is live."""

    def judge(how_many: int, text: str = "The fees rise.", start: int = 0) -> list[Decision]:
        name, sources = store.sites.policy(NORTH, store.sites.get(NORTH).policy)
        numbers = range(start, start + how_many)
        sent = [submission(comment(text, id=f"c-{n}", author=author(f"u-{n}"))) for n in numbers]
        found = moderate(
            sent,
            policy=files.load(name, sources),
            scorer=WordScorer(),
            languages=OneLanguage(),
            storage=store.storage,
            at=clock.advance(seconds=1),
        )
        return [each for each in found if isinstance(each, Decision)]

    return judge


def look(store: Store, policy: Policy, clock: FixedClock) -> list[Runaway]:
    """Count, and stop what runs away."""
    count(store.storage, site=NORTH, pages=9)
    return brake(store.storage, policy, site=NORTH, load=files.load, in_shadow=in_shadow, at=clock.now())


def test_runaway_rule_returns_to_shadow_and_holds_nothing_any_more(
    store: Store, wide: Policy, judge: Judge, clock: FixedClock
) -> None:
    """The morning finds ten comments in the queue, and not nine hundred; its owner is named."""
    assert {decision.outcome for decision in judge(12)} == {Outcome.FLAG}

    [stopped] = look(store, wide, clock)

    assert (stopped.rule, stopped.owner) == ("any-talk", "ann@north.test")
    assert (stopped.matches, stopped.judged) == (12, 12)
    [after] = judge(1, start=100)
    assert after.verdict is not None
    assert (after.outcome, [match.rule for match in after.verdict.shadow]) == (Outcome.ALLOW, ["any-talk"])


def test_record_tells_what_was_stopped_and_why(
    store: Store, wide: Policy, judge: Judge, clock: FixedClock
) -> None:
    """A version of its own, made from the one before, and an act in the audit."""
    judge(12)
    look(store, wide, clock)

    live = versions(store.storage, site=NORTH)[0]
    assert (live.state, live.parent, live.published_by, live.replaced) == ("live", wide.hash, "brake", wide.hash)
    assert live.published_why is not None
    assert live.published_why.startswith("'any-talk' held for 12 of 12 comments (100%), more than 5%")
    with store.storage.read(NORTH) as transaction:
        [act] = [each for each in transaction.policies.acts(limit=9) if each.what == "policy.brake"]
    assert (act.by, act.detail["rule"], act.detail["owner"]) == ("brake", "any-talk", "ann@north.test")


@pytest.fixture
def box() -> Iterator[MailServer]:
    """A mail server that runs."""
    with mail_server() as server:
        yield server


def post(store: Store, box: MailServer, clock: FixedClock) -> Letter | None:
    """Look whether a letter is due, as the service does every half minute, and send it over SMTP."""
    mailer = SmtpMailer(
        host="127.0.0.1",
        port=box.port,
        security="none",
        sender="desk@north.test",
        recipients=("desk@north.test",),
        clock=clock,
    )
    daily = Interval(every=timedelta(hours=24), urgent=())
    return tell(store.storage, mailer, site=NORTH, interval=daily, root="https://m.test", at=clock.now())


def test_owner_is_told_by_mail_once_and_at_once(
    store: Store, wide: Policy, judge: Judge, clock: FixedClock, box: MailServer
) -> None:
    """Who wrote the rule learns of it before the readers who wonder why the page is empty."""
    judge(12)
    assert post(store, box, clock) is not None  # what waits
    look(store, wide, clock)
    clock.advance(seconds=30)
    told = [post(store, box, clock), post(store, box, clock)]

    assert told[0] is not None
    assert (told[0].subject, told[1]) == ("[north] Stopped itself: any-talk", None)
    [_, (recipients, sent)] = box.letters
    assert recipients == ["desk@north.test", "ann@north.test"]
    assert "'any-talk' held for 12 of 12 comments (100%), more than 5%" in sent
    assert "(owner: ann@north.test)\n  https://m.test/policy/rules/any-talk\n" in sent
    assert "'moderation policy reverse' takes it back" in told[0].text
    assert "The fees rise" not in sent


def test_letter_that_could_not_be_sent_goes_later(
    store: Store, wide: Policy, judge: Judge, clock: FixedClock, box: MailServer
) -> None:
    """A mail server that sleeps when a rule runs away must not swallow the news."""
    judge(12)
    look(store, wide, clock)
    with mail_server() as away:
        pass
    with pytest.raises(Unavailable):
        post(store, away, clock)
    clock.advance(seconds=60)
    early = post(store, box, clock)
    clock.advance(seconds=300)

    assert early is None
    assert post(store, box, clock) is not None
    assert len(box.letters) == 1


def test_rule_that_stopped_long_ago_is_no_news(
    store: Store, wide: Policy, judge: Judge, clock: FixedClock, box: MailServer
) -> None:
    """Who sets a mail server today is not told of last month."""
    judge(12)
    look(store, wide, clock)
    clock.advance(hours=25)
    letter = post(store, box, clock)

    assert letter is not None
    assert "Stopped itself" not in letter.subject


def test_rule_is_stopped_once(store: Store, wide: Policy, judge: Judge, clock: FixedClock) -> None:
    """Each server process looks; the record must not tell of it twice."""
    judge(12)
    with ThreadPoolExecutor(4) as pool:
        found = [each.result() for each in [pool.submit(look, store, wide, clock) for _ in range(4)]]

    assert sum(map(len, found)) == 1
    assert len(versions(store.storage, site=NORTH)) == 3


def test_every_verdict_is_counted_once(store: Store, wide: Policy, judge: Judge, clock: FixedClock) -> None:
    """Whoever counts, and however often."""
    judge(7)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: count(store.storage, site=NORTH, pages=9), range(4)))
    judge(2, start=50)
    count(store.storage, site=NORTH)

    with store.storage.read(NORTH) as transaction:
        counts = {each.rule: each.matches for each in transaction.rule_counts.since(None, policy=wide.hash)}
    assert counts == {"": 9, "any-talk": 9}


def test_worker_looks_by_itself(store: Store, wide: Policy, judge: Judge, clock: FixedClock) -> None:
    """Nobody has to think of it; what is in force here is what was live a moment ago."""
    judge(12)
    service = Service(
        storage=store.storage,
        sites=store.sites,
        accounts=MemoryAccounts(),
        passwords=PlainPasswords(),
        scorer=WordScorer(),
        no_scorer=WordScorer(),
        languages=OneLanguage(),
        clock=clock,
        secret=b"s" * 32,
        load_policy=files.load,
        in_shadow=in_shadow,
    )

    assert [each.rule for each in watch(service)] == ["any-talk"]
    assert watch(service) == []
    assert service.policy(store.sites.get(NORTH)).hash != wide.hash


def test_rule_within_its_brake_goes_on(store: Store, wide: Policy, judge: Judge, clock: FixedClock) -> None:
    """A rule that finds what it looks for is left alone."""
    judge(9)
    judge(200, text="Fees rise.", start=100)

    assert look(store, wide, clock) == []


def test_rule_is_watched_for_a_day(store: Store, wide: Policy, judge: Judge, clock: FixedClock) -> None:
    """On the day after, everybody may write the same thing for a reason."""
    judge(12)
    clock.advance(seconds=timedelta(hours=24).total_seconds())

    assert look(store, wide, clock) == []
