"""What readers and the site's own people say of a comment."""

from collections.abc import Callable

import pytest

from moderation.domain.comment import CommentId, Kind
from moderation.domain.decision import Decision, Source, without_quotes
from moderation.domain.errors import NotFound, ScorerUnavailable
from moderation.domain.outcome import SiteOutcome
from moderation.domain.review import Review, Ruling, State
from moderation.domain.site import Reviews
from moderation.domain.verdict import Outcome
from moderation.reports import erase, report, settle
from moderation.review import RulingRequest, rule_on_comment
from moderation.testing.acts import decisions_on, latest, page, review_of
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH, SOUTH
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.testing.scorers import WordScorer

Judge = Callable[..., Decision]
C1 = CommentId("c-1")


def tell(
    storage: MemoryStorage,
    clock: FixedClock,
    *reporters: str | None,
    reviews: Reviews = Reviews.HERE,
    reason: str = "rude",
) -> Review | None:
    """Let readers report the comment `c-1`, a second apart; returns what the last one led to."""
    found, asked = None, policy()
    for reporter in reporters:
        at = clock.advance(seconds=1)
        found = report(
            storage, site=NORTH, id=C1, reporter=reporter, reason=reason, policy=asked, reviews=reviews, at=at
        )
    return found


def rule(storage: MemoryStorage, ruling: Ruling, clock: FixedClock) -> Decision:
    """Rule on the comment `c-1`."""
    request = RulingRequest(ruling=ruling, moderator="mia", clause="attacks")
    at = clock.advance(minutes=1)
    return rule_on_comment(storage, request, site=NORTH, id=C1, policy=policy(), at=at)


def decide(storage: MemoryStorage, outcome: SiteOutcome, clock: FixedClock) -> Decision:
    """Let the site's people decide on the comment `c-1`."""
    return settle(storage, site=NORTH, id=C1, outcome=outcome, by="eve", at=clock.advance(minutes=1))


def test_report_opens_a_review_and_removes_nothing(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """Readers who gang up on a comment must not be able to take it down."""
    judge("The fees rise again.")
    opened = tell(memory, clock, "r-1")

    assert opened is not None
    assert (opened.queue, opened.report_count, opened.state) == ("reports", 1, State.OPEN)
    assert (review_of(memory), latest(memory).outcome) == (opened, Outcome.ALLOW)
    assert len(decisions_on(memory)) == 1


def test_more_reports_raise_the_review(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """What ten readers object to comes before what one did; one reader ten times is one."""
    judge("The fees rise again.")
    first = tell(memory, clock, "r-1")
    again = tell(memory, clock, "r-1")
    raised = tell(memory, clock, "r-2", "r-3")

    assert first
    assert again
    assert raised
    assert [r.report_count for r in (first, again, raised)] == [1, 1, 3]
    assert first.priority == again.priority < raised.priority
    assert raised.version > first.version
    assert len(page(memory)) == 1


def test_reports_never_lower_a_review_nor_pass_the_scale(
    judge: Judge, memory: MemoryStorage, clock: FixedClock
) -> None:
    """A threat stays urgent when somebody reports it, and a mob cannot outrank it."""
    judge("I will kill you.")
    raised = tell(memory, clock, *(f"r-{n}" for n in range(40)))

    assert raised is not None
    assert (raised.queue, raised.priority, raised.report_count) == ("threats", 100, 40)


@pytest.mark.parametrize("reviews", [Reviews.SITE, Reviews.OFF])
def test_report_is_only_filed_where_reviews_are_elsewhere(
    judge: Judge, memory: MemoryStorage, clock: FixedClock, reviews: Reviews
) -> None:
    """A site with its own queue does not want a second one that nobody reads."""
    judge("The fees rise again.")

    assert tell(memory, clock, "r-1", reviews=reviews) is None
    assert len(memory.rows(NORTH).reports) == 1


def test_report_after_approval_is_only_filed(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """A comment that a person looked at and approved must not come back with every reader."""
    judge("You idiot.")
    rule(memory, Ruling.APPROVE, clock)

    assert tell(memory, clock, "r-1", "r-2") is None
    assert (page(memory), latest(memory).outcome) == ([], Outcome.ALLOW)


def test_approval_holds_until_reports_have_tripled(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """What two objected to and a person approved is looked at again when six do, not when one does thrice."""
    judge("You idiot.")
    tell(memory, clock, "r-1", "r-2")
    rule(memory, Ruling.APPROVE, clock)

    filed = tell(memory, clock, "r-3", "r-4", "r-5", "r-5", "r-5", "r-1")
    opened = tell(memory, clock, "r-6")
    assert filed is None
    assert opened is not None
    assert (opened.report_count, opened.priority, len(page(memory))) == (6, 65, 1)
    rule(memory, Ruling.APPROVE, clock)
    assert tell(memory, clock, *(f"r-{n}" for n in range(7, 18))) is None
    assert tell(memory, clock, "r-18") is not None


@pytest.mark.parametrize(
    ("reason", "is_queued"),
    [
        ("spam", True),
        ("no ADVERTISING ", True),
        ("attacks", False),
        ("No personal attacks", False),
        ("meh", False),
    ],
)
def test_report_for_another_reason_is_looked_at(
    judge: Judge, memory: MemoryStorage, clock: FixedClock, reason: str, is_queued: bool
) -> None:
    """Whoever decided that it is no insult did not ask whether it is advertising; but once is enough."""
    judge("You idiot.")
    rule(memory, Ruling.APPROVE, clock)

    assert (tell(memory, clock, "r-1", reason=reason) is not None) is is_queued
    rule(memory, Ruling.APPROVE, clock)
    assert tell(memory, clock, "r-2", reason=reason) is None


def test_report_after_an_edit_counts_again(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """An approval is of a text; who edits it afterwards is not covered."""
    judge("You idiot.")
    rule(memory, Ruling.APPROVE, clock)
    judge("The fees rise, and more.", kind=Kind.EDIT)

    assert tell(memory, clock, "r-1") is not None


@pytest.mark.parametrize("act", ["report", "settle", "erase"])
def test_comment_of_another_site_is_not_found(
    judge: Judge, memory: MemoryStorage, clock: FixedClock, act: str
) -> None:
    """A key of one publisher must neither change nor find out what another has."""
    judge("The fees rise again.")
    calls: dict[str, Callable[[], object]] = {
        "report": lambda: report(
            memory,
            site=SOUTH,
            id=C1,
            reporter=None,
            reason=None,
            policy=policy(),
            reviews=Reviews.HERE,
            at=clock.now(),
        ),
        "settle": lambda: settle(memory, site=SOUTH, id=C1, outcome=SiteOutcome.REMOVED, by=None, at=clock.now()),
        "erase": lambda: erase(memory, site=SOUTH, id=C1, at=clock.now()),
    }

    with pytest.raises(NotFound):
        calls[act]()
    assert latest(memory).text is not None


@pytest.mark.parametrize(
    ("outcome", "stands"), [(SiteOutcome.PUBLISHED, Outcome.ALLOW), (SiteOutcome.REMOVED, Outcome.BLOCK)]
)
def test_outcome_closes_the_review_and_stands(
    judge: Judge, memory: MemoryStorage, clock: FixedClock, outcome: SiteOutcome, stands: Outcome
) -> None:
    """What the site's own people did is done; nobody here need look any more."""
    judge("You idiot.")
    made = decide(memory, outcome, clock)

    assert (made.outcome, made.source, made.by, made.review_queue) == (stands, Source.SITE, "eve", "attacks")
    assert (page(memory), latest(memory).outcome) == ([], stands)
    (label,) = memory.rows(NORTH).labels.values()
    assert (label.outcome, label.revision, label.by) == (outcome, 1, "eve")


def test_outcome_that_changes_nothing_is_a_label_alone(
    judge: Judge, memory: MemoryStorage, clock: FixedClock
) -> None:
    """A site that reports every published comment must not double its feed."""
    made = judge("The fees rise again.")

    assert decide(memory, SiteOutcome.PUBLISHED, clock) == made
    assert len(memory.rows(NORTH).labels) == 1


def test_outcome_of_what_is_to_be_judged_again_is_a_decision(
    judge: Judge, memory: MemoryStorage, clock: FixedClock, scorer: WordScorer
) -> None:
    """Otherwise the comment would be judged again when the model is back, over a person's head."""
    scorer.fault = ScorerUnavailable()
    judge("Cheap pharmacy!")
    made = decide(memory, SiteOutcome.REMOVED, clock)

    assert (made.source, made.outcome, len(decisions_on(memory))) == (Source.SITE, Outcome.BLOCK, 2)
    assert decide(memory, SiteOutcome.REMOVED, clock) == made


def test_publishing_what_was_rejected_lifts_the_strike(
    judge: Judge, memory: MemoryStorage, clock: FixedClock
) -> None:
    """A rejection that the site took back must not count against the author."""
    judge("You idiot.")
    rule(memory, Ruling.REJECT, clock)
    decide(memory, SiteOutcome.PUBLISHED, clock)

    with memory.read(NORTH) as transaction:
        assert transaction.authors.strikes("u-1", is_verified=True) == []
    assert latest(memory).outcome is Outcome.ALLOW


def test_erasing_forgets_the_text_and_ends_the_review(
    judge: Judge, memory: MemoryStorage, clock: FixedClock
) -> None:
    """A moderator must not find an empty comment in the queue."""
    made = judge("You idiot.")
    erase(memory, site=NORTH, id=C1, at=clock.advance(minutes=1))

    assert (page(memory), latest(memory).text, decisions_on(memory)) == ([], None, [without_quotes(made)])


def test_erasing_twice_is_erasing_once(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """A client that lost the answer asks again, and must not get an error."""
    judge("The fees rise again.")
    for _ in range(2):
        erase(memory, site=NORTH, id=C1, at=clock.advance(minutes=1))

    assert latest(memory).text is None
