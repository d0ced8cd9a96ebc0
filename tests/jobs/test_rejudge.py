"""What was judged without the model is judged again, unless a person was first."""

from collections.abc import Callable

import pytest

from moderation.domain.comment import CommentId, Kind
from moderation.domain.conditions.expression import Terms, Word
from moderation.domain.decision import Decision, Source
from moderation.domain.errors import ScorerUnavailable
from moderation.domain.job import Job
from moderation.domain.outcome import SiteOutcome
from moderation.domain.policy import Rule, Settings, Then
from moderation.domain.review import Ruling, State
from moderation.domain.site import Reviews
from moderation.domain.verdict import Outcome
from moderation.jobs.rejudge import rejudge
from moderation.pipeline import moderate
from moderation.reports import erase, settle
from moderation.review import RulingRequest, claim, rule_on_comment
from moderation.testing.acts import decisions_on, latest, page, review_of
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH, author, comment, submission
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.testing.scorers import OneLanguage, WordScorer

Judge = Callable[..., Decision]
C1 = CommentId("c-1")


@pytest.fixture
def degraded(judge: Judge, scorer: WordScorer) -> Judge:
    """Return what judges a text while the model is down, and then repairs the model."""

    def degraded(text: str, **parts: object) -> Decision:
        scorer.fault = ScorerUnavailable()
        made = judge(text, **parts)
        scorer.fault = None
        return made

    return degraded


@pytest.fixture
def again(memory: MemoryStorage, scorer: WordScorer, clock: FixedClock) -> Callable[..., None]:
    """Return what judges all that is due again, a minute later."""

    def again(reviews: Reviews = Reviews.HERE) -> None:
        with memory.write(NORTH) as transaction:
            jobs = transaction.jobs.lease(at=clock.advance(minutes=1), limit=9)
        for job in jobs:
            run(job, memory, scorer, clock, reviews=reviews)

    return again


def run(
    job: Job, memory: MemoryStorage, scorer: WordScorer, clock: FixedClock, *, reviews: Reviews = Reviews.HERE
) -> None:
    """Judge again what a job says."""
    rejudge(
        job,
        policy=policy(),
        scorer=scorer,
        languages=OneLanguage(),
        storage=memory,
        at=clock.now(),
        reviews=reviews,
    )


def test_comment_that_passes_is_released_without_a_person(
    degraded: Judge, again: Callable[[], None], memory: MemoryStorage
) -> None:
    """An hour without a model must not cost a moderator a day."""
    first = degraded("The fees rise again.")
    again()

    second = decisions_on(memory)[-1]
    assert (first.outcome, second.outcome, second.source) == (Outcome.FLAG, Outcome.ALLOW, Source.REJUDGED)
    assert (second.position, second.revision, second.review_id) == (2, 1, first.review_id)
    assert (latest(memory).outcome, page(memory)) == (Outcome.ALLOW, [])


def test_comment_that_is_still_flagged_stays_with_its_moderator(
    degraded: Judge, again: Callable[[], None], memory: MemoryStorage, clock: FixedClock
) -> None:
    """Whoever is reading it must not find it gone from under their hands."""
    degraded("You idiot.")
    waiting = review_of(memory)
    assert waiting is not None
    claim(memory, site=NORTH, id=waiting.id, moderator="mia", at=clock.now())
    again()

    kept = review_of(memory)
    assert kept is not None
    assert (kept.id, kept.state, kept.claimed_by) == (waiting.id, State.CLAIMED, "mia")
    assert [match.rule for d in decisions_on(memory)[1:] if d.verdict for match in d.verdict.matches] == ["insult"]


@pytest.mark.parametrize(("reviews", "queues"), [(Reviews.HERE, ["attacks"]), (Reviews.SITE, [])])
def test_comment_that_had_passed_is_queued_if_it_is_flagged_now(
    memory: MemoryStorage, scorer: WordScorer, clock: FixedClock, reviews: Reviews, queues: list[str]
) -> None:
    """Where a policy lets comments through without the model, the model's word must still reach a person."""
    lenient = policy(settings=Settings(on_degraded=Outcome.ALLOW))
    scorer.fault = ScorerUnavailable()
    sent = [submission(comment("You idiot."))]
    moderate(sent, policy=lenient, scorer=scorer, languages=OneLanguage(), storage=memory, at=clock.now())
    scorer.fault = None
    with memory.write(NORTH) as transaction:
        (job,) = transaction.jobs.lease(at=clock.advance(minutes=1), limit=9)
    run(job, memory, scorer, clock, reviews=reviews)

    assert [review.queue for review in page(memory)] == queues
    assert decisions_on(memory)[-1].review_queue == (queues[0] if queues else None)


@pytest.mark.parametrize(
    ("email", "outcome"), [("deals@pharmacorp.example", Outcome.FLAG), ("ann@post.example", Outcome.ALLOW)]
)
def test_what_was_seen_in_an_address_is_not_forgotten(
    memory: MemoryStorage, scorer: WordScorer, clock: FixedClock, email: str, outcome: Outcome
) -> None:
    """Addresses are not kept: a comment that was held for its own must not pass for want of it."""
    when = Word(terms=Terms(words=("pharmacorp",)), fields=("author.email",))
    spam = Rule(id="address", clause="spam", when=when, then=Then(verdict=Outcome.FLAG))
    asking = policy(rules=(*policy().rules, spam))
    scorer.fault = ScorerUnavailable()
    sent = [submission(comment("The fees rise.", author=author(email=email)))]
    moderate(sent, policy=asking, scorer=scorer, languages=OneLanguage(), storage=memory, at=clock.now())
    scorer.fault = None
    with memory.write(NORTH) as transaction:
        (job,) = transaction.jobs.lease(at=clock.advance(minutes=1), limit=9)
    rejudge(job, policy=asking, scorer=scorer, languages=OneLanguage(), storage=memory, at=clock.now())

    final = decisions_on(memory)[-1]
    assert (final.source, final.outcome) == (Source.REJUDGED, outcome)


@pytest.mark.parametrize("by", ["moderator", "site"])
def test_what_a_person_decided_is_never_touched(
    degraded: Judge, again: Callable[[], None], memory: MemoryStorage, clock: FixedClock, by: str
) -> None:
    """A machine that overrules a person an hour later is the end of trust."""
    degraded("You idiot.")
    at = clock.advance(seconds=1)
    if by == "moderator":
        request = RulingRequest(ruling=Ruling.APPROVE, moderator="mia")
        rule_on_comment(memory, request, site=NORTH, id=C1, policy=policy(), at=at)
    else:
        settle(memory, site=NORTH, id=C1, outcome=SiteOutcome.PUBLISHED, by="eve", at=at)
    before = decisions_on(memory)
    again()

    assert decisions_on(memory) == before


def test_edited_comment_is_left_to_its_new_decision(
    degraded: Judge, judge: Judge, again: Callable[[], None], memory: MemoryStorage
) -> None:
    """The job was for a text that is gone."""
    degraded("You idiot.")
    made = judge("A calm word.", kind=Kind.EDIT)
    again()

    assert decisions_on(memory)[-1] == made


def test_erased_comment_is_left_alone(
    degraded: Judge, again: Callable[[], None], memory: MemoryStorage, clock: FixedClock
) -> None:
    """There is nothing left to judge, and nothing to be said about its author."""
    degraded("You idiot.")
    erase(memory, site=NORTH, id=C1, at=clock.advance(seconds=1))
    again()

    assert len(decisions_on(memory)) == 1


def test_job_for_a_comment_that_is_not_there_is_done(
    memory: MemoryStorage, scorer: WordScorer, clock: FixedClock
) -> None:
    """A job that can never succeed must not come back for ever."""
    job = Job(id=1, site=NORTH, kind="rejudge", payload={"comment_id": "c-0", "revision": 1}, attempts=0)
    run(job, memory, scorer, clock)

    assert memory.rows(NORTH).decisions == []


def test_model_that_is_still_down_leaves_everything_as_it_is(
    degraded: Judge, memory: MemoryStorage, scorer: WordScorer, clock: FixedClock
) -> None:
    """The job is tried again later; a second degraded decision would help nobody."""
    degraded("The fees rise again.")
    scorer.fault = ScorerUnavailable()
    with memory.write(NORTH) as transaction:
        (job,) = transaction.jobs.lease(at=clock.advance(minutes=1), limit=9)

    with pytest.raises(ScorerUnavailable):
        run(job, memory, scorer, clock)
    assert (len(decisions_on(memory)), len(page(memory))) == (1, 1)


def test_comment_is_not_its_own_flood_or_copy(
    degraded: Judge, again: Callable[[], None], memory: MemoryStorage
) -> None:
    """Judged again, it meets itself in the database."""
    for number in range(3):
        degraded(f"The fees rise again, {number}.", id=f"c-{number}")
    again()

    assert [latest(memory, f"c-{n}").outcome for n in range(3)] == [Outcome.ALLOW] * 3


@pytest.mark.parametrize(
    ("text", "queues"), [("I will kill you.", ["threats"]), ("The fees rise.", []), ("You idiot.", ["attacks"])]
)
def test_verdict_of_a_lesser_model_is_given_again_by_the_better(
    memory: MemoryStorage, scorer: WordScorer, clock: FixedClock, text: str, queues: list[str]
) -> None:
    """What the lesser one let through in the bad hour is found, and what it was right about stays."""
    lesser = WordScorer({"idiot": {"toxicity": 0.9, "insult": 0.9}})
    scorer.fault = ScorerUnavailable()
    moderate(
        [submission(comment(text))],
        policy=policy(),
        scorer=scorer,
        fallback=lesser,
        languages=OneLanguage(),
        storage=memory,
        at=clock.now(),
    )
    scorer.fault = None
    with memory.write(NORTH) as transaction:
        (job,) = transaction.jobs.lease(at=clock.advance(minutes=1), limit=9)
    run(job, memory, scorer, clock)

    final = decisions_on(memory)[-1]
    assert final.verdict is not None
    assert [review.queue for review in page(memory)] == queues
    assert not final.verdict.degraded
