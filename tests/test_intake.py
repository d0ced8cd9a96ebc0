"""The edge of judging: what waits together is judged together, and nobody waits for ever."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from moderation.domain.decision import Decision
from moderation.domain.errors import KeyReused, ModerationError, Overloaded, ScorerUnavailable, StorageUnavailable
from moderation.domain.policy import Policy
from moderation.domain.record import Submission
from moderation.domain.site import Reviews
from moderation.intake import Intake
from moderation.ports import Scores
from moderation.service import Client, Service
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH, SOUTH, api_key, author, comment, site, submission
from moderation.testing.memory.accounts import MemoryAccounts
from moderation.testing.memory.sites import MemorySites
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.passwords import PlainPasswords
from moderation.testing.policies import policy
from moderation.testing.scorers import BrokenScorer, OneLanguage, WordScorer

CLIENT = Client(key=api_key(), site=site(), policy=policy())


class Fussy(WordScorer):
    """Breaks on one word, as a library does on the input that nobody thought of."""

    def score(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Scores]:
        """Rate texts, or break."""
        if any("poison" in text for text in texts):
            raise ZeroDivisionError
        return super().score(texts, languages=languages)


@pytest.fixture
def scorer() -> WordScorer:
    """Return a scorer that breaks on the word 'poison'."""
    return Fussy()


@pytest.fixture
def service(memory: MemoryStorage, scorer: WordScorer) -> Service:
    """Return a service in memory."""
    return Service(
        storage=memory,
        sites=MemorySites(),
        accounts=MemoryAccounts(),
        passwords=PlainPasswords(),
        scorer=scorer,
        no_scorer=BrokenScorer(),
        languages=OneLanguage(),
        clock=FixedClock(),
        secret=b"s" * 32,
        load_policy=lambda name, files: policy(),
    )


@pytest.fixture
def open_intake(service: Service, scorer: WordScorer) -> Iterator[Callable[..., Intake]]:
    """Return what opens an intake; it is closed at the end."""
    opened: list[Intake] = []

    def open_intake(*, deadline_seconds: float = 60, limit: int = 1_000) -> Intake:
        opened.append(Intake(service, deadline_seconds=deadline_seconds, limit=limit))
        return opened[-1]

    yield open_intake
    scorer.answers.set()
    for intake in opened:
        intake.close()


def sent(*texts: str, start: int = 0) -> list[Submission]:
    """Make submissions of different authors."""
    return [submission(comment(text, id=f"c-{n}", author=author(f"u-{n}"))) for n, text in enumerate(texts, start)]


def ask(intake: Intake, *submissions: Submission, client: Client = CLIENT) -> list[Decision]:
    """Wait for the decisions on some comments."""
    return asyncio.run(intake.submit(submissions, client))


async def each_alone(intake: Intake, submissions: Sequence[Submission], client: Client = CLIENT) -> list[Any]:
    """Submit each comment by itself, all at once; returns decisions and errors."""
    asked = [intake.submit([submission], client) for submission in submissions]
    answers = await asyncio.gather(*asked, return_exceptions=True)
    return [answer if isinstance(answer, BaseException) else answer[0] for answer in answers]


def test_batch_is_answered_in_its_order(open_intake: Callable[..., Intake]) -> None:
    """More comments than one transaction holds, and still each gets its own answer."""
    texts = [f"{'You idiot' if n % 3 == 0 else 'A calm word'}, number {n}." for n in range(150)]
    answers = ask(open_intake(), *sent(*texts))

    assert [answer.comment_id for answer in answers] == [f"c-{n}" for n in range(150)]
    assert [answer.outcome for answer in answers] == [("allow", "flag")[n % 3 == 0] for n in range(150)]


def test_requests_that_wait_together_are_judged_together(
    open_intake: Callable[..., Intake], scorer: WordScorer, memory: MemoryStorage
) -> None:
    """One fsync for many is what makes a durable answer fast."""
    intake = open_intake()

    async def many() -> list[Any]:
        scorer.answers.clear()
        first = asyncio.ensure_future(each_alone(intake, sent("First.")))
        while not scorer.asked:
            await asyncio.sleep(0.001)
        others = asyncio.ensure_future(each_alone(intake, sent(*(f"Number {n}." for n in range(50)), start=1)))
        while intake.waiting < 50:
            await asyncio.sleep(0.001)
        scorer.answers.set()
        return await first + await others

    assert len(asyncio.run(many())) == 51
    assert memory.commits == 2


def test_poison_fails_alone(open_intake: Callable[..., Intake], memory: MemoryStorage) -> None:
    """One comment that breaks a library must not take its neighbours along."""
    texts = ["One.", "You idiot.", "poison", "Four.", "Five."]
    answers = asyncio.run(each_alone(open_intake(), sent(*texts)))

    assert [getattr(answer, "outcome", type(answer).__name__) for answer in answers] == [
        "allow",
        "flag",
        "ZeroDivisionError",
        "allow",
        "allow",
    ]
    assert len(memory.rows(NORTH).decisions) == 4


def test_intake_goes_on_after_poison(open_intake: Callable[..., Intake]) -> None:
    """A thread that died of one comment would leave every later one waiting."""
    intake = open_intake()
    with pytest.raises(ZeroDivisionError):
        ask(intake, *sent("poison"))

    assert ask(intake, *sent("A calm word.", start=1))[0].outcome == "allow"


def test_more_than_may_wait_is_refused_at_once(open_intake: Callable[..., Intake], scorer: WordScorer) -> None:
    """A queue without a bound answers everybody too late; a refusal can be tried again."""
    intake = open_intake(limit=3)

    async def crowd() -> list[Any]:
        scorer.answers.clear()
        first = asyncio.ensure_future(intake.submit(sent("First."), CLIENT))
        while not scorer.asked:
            await asyncio.sleep(0.001)
        waiting = asyncio.ensure_future(intake.submit(sent("A.", "B.", start=1), CLIENT))
        await asyncio.sleep(0)
        with pytest.raises(Overloaded):
            await intake.submit(sent("C.", "D.", start=3), CLIENT)
        scorer.answers.set()
        return await first + await waiting

    assert len(asyncio.run(crowd())) == 3


def test_late_comments_are_judged_by_rules_alone(open_intake: Callable[..., Intake], scorer: WordScorer) -> None:
    """An answer in time without the model is worth more than a perfect one that nobody waits for."""
    intake = open_intake(deadline_seconds=0.03)

    async def late() -> list[Any]:
        scorer.answers.clear()
        first = asyncio.ensure_future(each_alone(intake, sent("First.")))
        while not scorer.asked:
            await asyncio.sleep(0.001)
        others = asyncio.ensure_future(each_alone(intake, sent("A calm word.", "Cheap pharmacy!", start=1)))
        await asyncio.sleep(0.05)
        scorer.answers.set()
        return await first + await others

    answers = asyncio.run(late())
    assert [answer.outcome for answer in answers] == ["allow", "flag", "block"]
    assert [answer.model for answer in answers] == ["words@1", None, None]


@pytest.mark.parametrize(
    "fault", [StorageUnavailable(), StorageUnavailable(private="disk full")], ids=["plain", "with a cause"]
)
def test_storage_that_is_down_is_told_to_all(
    open_intake: Callable[..., Intake], memory: MemoryStorage, fault: ModerationError
) -> None:
    """Each gets its error at once, and nobody is tried again one by one against a dead disk."""
    memory.is_down = True
    answers = asyncio.run(each_alone(open_intake(), sent("One.", "Two.", "Three.")))

    assert [type(answer) for answer in answers] == [type(fault)] * 3


def test_reused_key_is_told_to_its_sender(open_intake: Callable[..., Intake]) -> None:
    """The other requests of the same moment know nothing of it."""
    intake = open_intake()
    ask(intake, submission(idempotency_key="k-1"))
    other = submission(comment("Other.", id="c-2"), idempotency_key="k-1")

    first, second = asyncio.run(each_alone(intake, [other, *sent("Third.", start=3)]))
    assert isinstance(first, KeyReused)
    assert second.outcome == "allow"


def test_sites_policies_and_review_settings_are_not_mixed(
    open_intake: Callable[..., Intake], memory: MemoryStorage
) -> None:
    """Comments that arrive in one moment may belong to two publishers with two policies."""
    lenient: Policy = policy(rules=(), hash="ffffffffffff")
    clients = [
        CLIENT,
        Client(key=api_key(), site=site(SOUTH), policy=lenient),
        Client(key=api_key(reviews=Reviews.OFF), site=site(), policy=policy()),
    ]
    theirs = [
        submission(comment("You idiot.", id="c-0")),
        submission(comment("You idiot.", id="c-0", site=SOUTH)),
        submission(comment("Idiot, you!", id="c-1", author=None)),
    ]

    async def together() -> list[Any]:
        intake = open_intake()
        asked = [intake.submit([s], client) for s, client in zip(theirs, clients, strict=True)]
        return [answers[0] for answers in await asyncio.gather(*asked)]

    answers = asyncio.run(together())
    assert [(a.site, a.outcome, bool(a.review_id)) for a in answers] == [
        (NORTH, "flag", True),
        (SOUTH, "allow", False),
        (NORTH, "flag", False),
    ]


def test_client_that_went_away_harms_nobody(open_intake: Callable[..., Intake], scorer: WordScorer) -> None:
    """Phones lose their network in the middle of a request, all day long."""
    intake = open_intake()

    async def hang_up() -> None:
        scorer.answers.clear()
        gone = asyncio.ensure_future(intake.submit(sent("Gone."), CLIENT))
        while not scorer.asked:
            await asyncio.sleep(0.001)
        gone.cancel()

    asyncio.run(hang_up())
    scorer.answers.set()
    assert ask(intake, *sent("Still here.", start=1))[0].outcome == "allow"


def test_client_that_went_away_leaves_its_neighbours_their_answers(
    open_intake: Callable[..., Intake], scorer: WordScorer
) -> None:
    """Those who were judged together with it are still waiting."""
    intake = open_intake()

    async def hang_up() -> list[Decision]:
        scorer.answers.clear()
        first = asyncio.ensure_future(intake.submit(sent("First."), CLIENT))
        while not scorer.asked:
            await asyncio.sleep(0.001)
        gone = asyncio.ensure_future(intake.submit(sent("Gone.", start=1), CLIENT))
        stays = asyncio.ensure_future(intake.submit(sent("Stays.", start=2), CLIENT))
        await asyncio.sleep(0)
        gone.cancel()
        scorer.answers.set()
        return await first + await asyncio.wait_for(stays, timeout=5)

    assert len(asyncio.run(hang_up())) == 2


def test_closing_answers_what_waits_and_takes_no_more(
    open_intake: Callable[..., Intake], scorer: WordScorer
) -> None:
    """A server that is updated finishes what it has taken, and says so to whoever comes after."""
    intake = open_intake()

    async def close() -> list[Decision]:
        scorer.answers.clear()
        waiting = asyncio.ensure_future(intake.submit(sent("Waiting."), CLIENT))
        while not scorer.asked:
            await asyncio.sleep(0.001)
        closing = threading.Thread(target=intake.close)
        closing.start()
        scorer.answers.set()
        answers = await waiting
        with pytest.raises(Overloaded):
            await intake.submit(sent("Too late.", start=1), CLIENT)
        closing.join()
        return answers

    assert len(asyncio.run(close())) == 1
    assert intake.waiting == 0


def test_model_that_is_down_makes_no_error(open_intake: Callable[..., Intake], scorer: WordScorer) -> None:
    """Readers write whether or not the model runs."""
    scorer.fault = ScorerUnavailable()

    (made,) = ask(open_intake(), *sent("A calm word."))
    assert made.verdict is not None
    assert (made.outcome, made.verdict.degraded) == ("flag", True)
