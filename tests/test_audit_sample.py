"""The audit sample: chance draws comments whatever the verdict, and changes nothing about them."""

from collections import Counter
from collections.abc import Callable

import pytest

from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision
from moderation.domain.errors import Invalid, ScorerUnavailable
from moderation.domain.policy import PolicyMode, Settings
from moderation.domain.review import AUDIT, Ruling
from moderation.domain.site import Reviews
from moderation.domain.verdict import Outcome, Priority
from moderation.jobs.rejudge import rejudge
from moderation.keys import lot
from moderation.pipeline import moderate
from moderation.review import RulingRequest, rule_on_comment
from moderation.testing.acts import decisions_on, review_of
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH, comment, submission
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.testing.scorers import OneLanguage, WordScorer

SECRET = b"0" * 32
TENTH = policy(settings=Settings(audit_share=0.1))

Send = Callable[..., Decision]


@pytest.fixture
def send(memory: MemoryStorage, scorer: WordScorer, clock: FixedClock) -> Send:
    """Return what judges a text that drew a lot."""

    def send(
        text: str, *, lot: float, reviews: Reviews = Reviews.HERE, mode: PolicyMode = PolicyMode.LIVE
    ) -> Decision:
        (made,) = moderate(
            [submission(comment(text), lot=lot)],
            policy=policy(settings=Settings(audit_share=0.1, mode=mode)),
            scorer=scorer,
            languages=OneLanguage(),
            storage=memory,
            at=clock.advance(seconds=1),
            reviews=reviews,
        )
        assert isinstance(made, Decision)
        return made

    return send


@pytest.mark.parametrize(
    ("text", "outcome"), [("The fees rise.", Outcome.ALLOW), ("Cheap pharmacy!", Outcome.BLOCK)]
)
def test_what_chance_draws_waits_last_and_stands_as_it_was(
    send: Send, memory: MemoryStorage, text: str, outcome: Outcome
) -> None:
    """A measurement must not delay a comment, nor let a bad one through."""
    made = send(text, lot=0.05)

    waiting = review_of(memory)
    assert waiting is not None
    assert (made.outcome, made.is_drawn, made.review_queue) == (outcome, True, AUDIT)
    assert (waiting.queue, waiting.priority, waiting.clause) == (AUDIT, Priority.LOW, None)
    assert waiting.is_blind


def test_what_is_not_drawn_waits_nowhere(send: Send, memory: MemoryStorage) -> None:
    """People are paid for the sample, not for everything."""
    made = send("The fees rise.", lot=0.1)

    assert not made.is_drawn
    assert review_of(memory) is None


def test_a_flag_that_is_drawn_waits_where_flags_wait(send: Send, memory: MemoryStorage) -> None:
    """It is part of the sample, and is looked at in any case, at its own priority."""
    made = send("You idiot.", lot=0.0)

    waiting = review_of(memory)
    assert waiting is not None
    assert (made.is_drawn, waiting.queue, waiting.is_blind) == (True, "attacks", False)


def test_chance_draws_while_observing_too(send: Send, memory: MemoryStorage) -> None:
    """A site that reports only what it takes down learns from the sample what it overlooked."""
    made = send("Cheap pharmacy!", lot=0.0, mode=PolicyMode.OBSERVE)

    assert (made.outcome, made.review_queue) == (Outcome.ALLOW, AUDIT)


@pytest.mark.parametrize("reviews", [Reviews.SITE, Reviews.OFF])
def test_nothing_is_drawn_where_nobody_reviews_here(send: Send, reviews: Reviews) -> None:
    """A sample that nobody looks at would count only what readers reported of it."""
    assert not send("The fees rise.", lot=0.0, reviews=reviews).is_drawn


def test_a_lot_is_the_same_each_time_and_cannot_be_foreseen() -> None:
    """Whoever could tell what is drawn would know when to behave."""
    one = comment("The fees rise.")

    assert lot(one, secret=SECRET) == lot(one, secret=SECRET)
    assert lot(one, secret=SECRET) != lot(one, secret=b"1" * 32)
    assert lot(one, secret=SECRET) != lot(comment("The fees rise.", id="c-2"), secret=SECRET)


def test_lots_fall_evenly() -> None:
    """One in ten is one in ten, or every estimate is off."""
    tenths = Counter(int(10 * lot(comment(id=f"c-{n}"), secret=SECRET)) for n in range(4_000))

    assert set(tenths) == set(range(10))
    assert all(320 < count < 480 for count in tenths.values())


def test_a_blind_rejection_names_its_clause(send: Send, memory: MemoryStorage, clock: FixedClock) -> None:
    """There is no verdict to lean on, so the moderator says what was broken."""
    send("The fees rise.", lot=0.0)
    ruling = {"ruling": Ruling.REJECT, "moderator": "mia"}
    where = {"site": NORTH, "id": CommentId("c-1"), "policy": TENTH, "at": clock.advance(hours=1)}

    with pytest.raises(Invalid, match="names the clause"):
        rule_on_comment(memory, RulingRequest(**ruling), **where)  # type: ignore[arg-type]
    made = rule_on_comment(memory, RulingRequest(**ruling, clause="attacks"), **where)  # type: ignore[arg-type]

    assert (made.outcome, made.review_queue) == (Outcome.BLOCK, AUDIT)


@pytest.mark.parametrize(
    ("text", "queue", "is_blind"), [("The fees rise.", AUDIT, True), ("You idiot.", "attacks", False)]
)
def test_what_was_judged_without_the_model_stays_in_the_sample(
    send: Send,
    memory: MemoryStorage,
    scorer: WordScorer,
    clock: FixedClock,
    text: str,
    queue: str,
    is_blind: bool,
) -> None:
    """A comment that is flagged on second thoughts must not wait at the end of the queue."""
    scorer.fault = ScorerUnavailable()
    loose = policy(settings=Settings(audit_share=0.1, on_degraded=Outcome.ALLOW))
    moderate(
        [submission(comment(text), lot=0.0)],
        policy=loose,
        scorer=scorer,
        languages=OneLanguage(),
        storage=memory,
        at=clock.now(),
    )
    scorer.fault = None
    with memory.write(NORTH) as transaction:
        (job,) = transaction.jobs.lease(at=clock.advance(minutes=1), limit=1)
    rejudge(job, policy=TENTH, scorer=scorer, languages=OneLanguage(), storage=memory, at=clock.now())

    waiting, latest = review_of(memory), decisions_on(memory)[-1]
    assert waiting is not None
    assert (waiting.queue, waiting.is_blind, latest.is_drawn) == (queue, is_blind, True)
