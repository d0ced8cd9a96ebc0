"""An author's standing: what strikes imply, what a person set, and what the next comment gets."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from moderation.domain.author_label import AuthorLabel
from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision
from moderation.domain.errors import Conflict, NotFound
from moderation.domain.review import Ruling
from moderation.domain.standing import Sanctioned, Standing
from moderation.domain.verdict import Outcome
from moderation.review import RulingRequest, rule_on_comment
from moderation.standing import AuthorStanding, return_label, set_standing, standing, take_label
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH, SOUTH, author
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy

Judge = Callable[..., Decision]


def offend(judge: Judge, storage: MemoryStorage, clock: FixedClock, *, times: int, verified: bool = True) -> None:
    """Let the author `u-1` be rejected some times, an hour apart."""
    for number in range(times):
        clock.advance(hours=1)
        judge(f"You idiot, number {number}.", id=f"o-{number}", author=author(verified=verified))
        request, id = RulingRequest(ruling=Ruling.REJECT, moderator="mia"), CommentId(f"o-{number}")
        rule_on_comment(storage, request, site=NORTH, id=id, policy=policy(), at=clock.advance(seconds=1))


def look(storage: MemoryStorage, clock: FixedClock) -> AuthorStanding:
    """Return how the author `u-1` stands now."""
    return standing(storage, site=NORTH, key="u-1", policy=policy(), at=clock.now())


@pytest.mark.parametrize(
    ("times", "expected", "next_outcome"),
    [
        (0, Standing.GOOD, Outcome.ALLOW),
        (1, Standing.GOOD, Outcome.ALLOW),
        (2, Standing.LIMITED, Outcome.FLAG),
        (3, Standing.SUSPENDED, Outcome.BLOCK),
        (5, Standing.BLOCKED, Outcome.BLOCK),
    ],
)
def test_strikes_climb_the_ladder_and_feed_the_next_verdict(
    judge: Judge,
    memory: MemoryStorage,
    clock: FixedClock,
    times: int,
    expected: Standing,
    next_outcome: Outcome,
) -> None:
    """Whoever keeps breaking the rules is stopped, step by step, as the policy says."""
    offend(judge, memory, clock, times=times)
    clock.advance(hours=1)

    assert judge("A civil word.", id="next").outcome is next_outcome
    assert look(memory, clock).sanctioned.standing is expected


@pytest.mark.parametrize("times", [2, 3, 7])
def test_author_without_a_verified_id_is_limited_at_most(
    judge: Judge, memory: MemoryStorage, clock: FixedClock, times: int
) -> None:
    """Anybody could type another's name and have them silenced."""
    offend(judge, memory, clock, times=times, verified=False)
    clock.advance(hours=1)

    assert judge("A civil word.", id="next", author=author(verified=False)).outcome is Outcome.FLAG
    assert judge("Another civil word.", id="real").outcome is Outcome.ALLOW
    assert look(memory, clock).sanctioned.standing is Standing.GOOD


def test_strikes_lapse(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """A bad week is not a life sentence."""
    offend(judge, memory, clock, times=2)
    clock.advance(days=90)

    assert look(memory, clock).sanctioned == Sanctioned(standing=Standing.GOOD, strikes=0)
    assert judge("A civil word.", id="next").outcome is Outcome.ALLOW


def test_suspension_ends_before_its_strikes_do(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """After the week the author may write again, and is looked at."""
    offend(judge, memory, clock, times=3)
    suspended = look(memory, clock).sanctioned
    assert suspended.until == clock.now() + timedelta(days=7)
    clock.advance(days=7)

    assert look(memory, clock).sanctioned.standing is Standing.LIMITED


def test_person_overrules_the_ladder_until_a_date(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """A person knows what the strikes do not, both ways, and for as long as they say."""
    offend(judge, memory, clock, times=3)
    until = clock.now() + timedelta(days=1)
    pardon = Sanctioned(standing=Standing.GOOD, strikes=0, until=until, reason="apologised")
    set_standing(memory, site=NORTH, key="u-1", sanctioned=pardon, by="eve", at=clock.now())
    pardoned = look(memory, clock)

    assert judge("A civil word.", id="next").outcome is Outcome.ALLOW
    assert (pardoned.is_set, pardoned.sanctioned.standing, pardoned.sanctioned.strikes) == (True, "good", 3)
    clock.advance(days=1)
    assert (look(memory, clock).is_set, look(memory, clock).sanctioned.standing) == (False, "suspended")


def test_person_can_block_and_lift(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """A threat by mail is nothing the service saw, and an error must be undone."""
    blocked = Sanctioned(standing=Standing.BLOCKED, strikes=0, reason="threats by mail")
    set_standing(memory, site=NORTH, key="u-1", sanctioned=blocked, by="eve", at=clock.now())
    outcomes = [judge("A civil word.").outcome]
    set_standing(memory, site=NORTH, key="u-1", sanctioned=None, by="eve", at=clock.now())
    outcomes.append(judge("Another civil word.", id="c-2").outcome)

    assert outcomes == [Outcome.BLOCK, Outcome.ALLOW]
    noted = [(row.by, row.what, row.detail["standing"]) for row in memory.rows(NORTH).audit]
    assert noted == [("eve", "author.standing", "blocked"), ("eve", "author.standing", None)]


def test_a_label_is_taken_away_once_and_put_back(judge: Judge, memory: MemoryStorage, clock: FixedClock) -> None:
    """Who did it is in the audit; whoever comes second, or too late, is told."""
    judge("A civil word.")
    until = clock.now() + timedelta(days=1)
    with memory.write(NORTH) as transaction:
        label = AuthorLabel(name="loud", until=until, rule="shouting")
        transaction.authors.give_labels(
            [label], key="u-1", is_verified=look(memory, clock).author.verified, at=clock.now()
        )
    take = partial(take_label, memory, "loud", site=NORTH, key="u-1")
    back = partial(return_label, memory, "loud", site=NORTH, key="u-1")

    take(by="eve", at=clock.now())
    assert [each.taken_by for each in look(memory, clock).labels] == ["eve"]
    with pytest.raises(NotFound, match="has no label 'loud'"):
        take(by="mia", at=clock.now())
    for name in ("mia", "eve"):
        back(by=name, at=clock.now())

    assert look(memory, clock).labels == (label,)
    noted = [(row.by, row.what, row.detail["rule"]) for row in memory.rows(NORTH).audit]
    assert noted == [("eve", "author.take_label", "shouting"), ("mia", "author.return_label", "shouting")]
    with pytest.raises(Conflict, match="is over by now"):
        back(by="mia", at=clock.advance(days=1))


def test_standing_on_one_site_is_none_on_another(memory: MemoryStorage, clock: FixedClock) -> None:
    """One publisher's quarrel with a reader is no other publisher's."""
    blocked = Sanctioned(standing=Standing.BLOCKED, strikes=0)
    set_standing(memory, site=SOUTH, key="u-1", sanctioned=blocked, by="eve", at=clock.now())

    with pytest.raises(NotFound):
        look(memory, clock)
