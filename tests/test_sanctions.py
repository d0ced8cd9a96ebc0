"""Steps of the ladder that wait for a person: nothing happens by itself, and nothing is lost."""

import dataclasses
from datetime import datetime, timedelta

import pytest

from moderation.domain.account import Role
from moderation.domain.decision import DecisionId
from moderation.domain.errors import Conflict, NotAllowed, NotFound
from moderation.domain.policy import Policy
from moderation.domain.standing import Ladder, Sanctioned, Standing, Step, Strike
from moderation.ports import Storage
from moderation.sanctions import Asked, Who, answer, answers, lapse, lift, take_back, waiting_steps
from moderation.standing import set_standing, standing
from moderation.testing.acts import record
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH, SOUTH, author, comment, entry, submission
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy

DAY = timedelta(days=1)
LADDER = Ladder(
    window=30 * DAY,
    steps=(
        Step(at=2, standing=Standing.LIMITED),
        Step(at=4, standing=Standing.SUSPENDED, lasts=7 * DAY, needs=Role.MODERATOR, message="Too often."),
        Step(at=6, standing=Standing.BLOCKED, is_permanent=True, needs=Role.EDITOR),
    ),
)
ASKING: Policy = dataclasses.replace(policy(), ladder=LADDER)
MIA, EVE = Who(name="mia", role=Role.MODERATOR), Who(name="eve", role=Role.EDITOR)


def strike(storage: Storage, clock: FixedClock, weight: int, *, verified: bool = True) -> None:
    """Let the author `u-1` be given strikes by one ruling."""
    clock.advance(hours=1)
    given, id = Strike(clause="attacks", weight=weight, at=clock.now()), f"d_{clock.now():%d%H}"
    with storage.write(NORTH) as transaction:
        transaction.authors.add_strike(given, key="u-1", is_verified=verified, decision=DecisionId(id))


@pytest.fixture
def storage(memory: MemoryStorage) -> MemoryStorage:
    """Keep an author whom the site vouches for."""
    record(memory, entry(submission(comment(author=author()))))
    return memory


def due(storage: Storage, clock: FixedClock) -> list[int]:
    """Return which steps wait."""
    return [each.due.step.at for each in waiting_steps(storage, site=NORTH, policy=ASKING, at=clock.now())]


def holds(storage: Storage, clock: FixedClock) -> Standing:
    """Return the standing that holds for the author `u-1`."""
    return standing(storage, site=NORTH, key="u-1", policy=ASKING, at=clock.now()).sanctioned.standing


def say(storage: Storage, clock: FixedClock, step: int, *, confirm: bool, who: Who = EVE) -> None:
    """Answer a step for the author `u-1`."""
    asked = Asked(author="u-1", step=step, who=who)
    answer(storage, asked, site=NORTH, is_confirmed=confirm, policy=ASKING, at=clock.now())


@pytest.mark.parametrize(
    ("weight", "expected", "steps"),
    [(1, "good", []), (2, "limited", []), (4, "limited", [4]), (6, "limited", [6])],
)
def test_a_step_that_needs_a_person_waits(
    storage: MemoryStorage, clock: FixedClock, weight: int, expected: str, steps: list[int]
) -> None:
    """By itself the ladder goes as far as its other steps, and asks for the highest that was reached."""
    strike(storage, clock, weight)

    assert (holds(storage, clock), due(storage, clock)) == (expected, steps)
    assert waiting_steps(storage, site=SOUTH, policy=ASKING, at=clock.now()) == []


def test_a_confirmed_step_takes_effect_from_then_on(storage: MemoryStorage, clock: FixedClock) -> None:
    """The week begins when somebody says so, and is over after it."""
    strike(storage, clock, 4)
    clock.advance(days=2)
    say(storage, clock, 4, confirm=True, who=MIA)

    found = standing(storage, site=NORTH, key="u-1", policy=ASKING, at=clock.now())
    assert (found.sanctioned.standing, found.sanctioned.until) == ("suspended", clock.now() + 7 * DAY)
    assert (found.sanctioned.reason, found.is_set, due(storage, clock)) == ("Too often.", True, [])
    clock.advance(days=7)
    assert (holds(storage, clock), due(storage, clock)) == ("limited", [])
    assert [(row.by, row.what, row.detail["step"]) for row in storage.rows(NORTH).audit] == [
        ("mia", "author.step_confirmed", 4)
    ]


def test_a_permanent_step_lasts_until_a_person_lifts_it(storage: MemoryStorage, clock: FixedClock) -> None:
    """The strikes lapse, and the block does not."""
    strike(storage, clock, 6)
    say(storage, clock, 6, confirm=True)
    clock.advance(days=400)

    assert holds(storage, clock) == "blocked"
    set_standing(storage, site=NORTH, key="u-1", sanctioned=None, by="eve", at=clock.now())
    assert (holds(storage, clock), due(storage, clock)) == ("good", [])


def test_a_refused_step_waits_again_after_the_next_strike(storage: MemoryStorage, clock: FixedClock) -> None:
    """What a person decided holds for what they knew; the next lower step may still be meant."""
    strike(storage, clock, 6)
    say(storage, clock, 6, confirm=False)
    assert (holds(storage, clock), due(storage, clock)) == ("limited", [4])
    say(storage, clock, 4, confirm=False)
    assert due(storage, clock) == []
    strike(storage, clock, 1)

    assert due(storage, clock) == [6]


@pytest.mark.parametrize("confirm", [True, False])
def test_an_answer_can_be_taken_back(storage: MemoryStorage, clock: FixedClock, confirm: bool) -> None:
    """A slip of the finger is undone, and the step waits as before."""
    strike(storage, clock, 4)
    say(storage, clock, 4, confirm=confirm)
    take_back(storage, Asked(author="u-1", step=4, who=MIA), site=NORTH, at=clock.now())

    assert (holds(storage, clock), due(storage, clock)) == ("limited", [4])
    assert answers(storage, site=NORTH) == []
    with pytest.raises(NotFound):
        take_back(storage, Asked(author="u-1", step=4, who=MIA), site=NORTH, at=clock.now())


def test_what_somebody_set_since_is_not_taken_back(storage: MemoryStorage, clock: FixedClock) -> None:
    """To undo an answer must not undo another person's decision."""
    strike(storage, clock, 4)
    say(storage, clock, 4, confirm=True)
    pardon = Sanctioned(standing=Standing.GOOD, strikes=0, reason="apologised")
    set_standing(storage, site=NORTH, key="u-1", sanctioned=pardon, by="eve", at=clock.now())

    with pytest.raises(Conflict, match="another standing"):
        take_back(storage, Asked(author="u-1", step=4, who=EVE), site=NORTH, at=clock.now())
    assert holds(storage, clock) == "good"


def test_a_step_asks_for_its_role(storage: MemoryStorage, clock: FixedClock) -> None:
    """Whoever may not confirm may not refuse, nor take back."""
    strike(storage, clock, 6)
    for confirm in (True, False):
        with pytest.raises(NotAllowed, match="editor"):
            say(storage, clock, 6, confirm=confirm, who=MIA)
    say(storage, clock, 6, confirm=True)

    with pytest.raises(NotAllowed):
        take_back(storage, Asked(author="u-1", step=6, who=MIA), site=NORTH, at=clock.now())
    assert holds(storage, clock) == "blocked"


def test_a_step_that_nobody_answers_is_kept_once(storage: MemoryStorage, clock: FixedClock) -> None:
    """What was a person's to decide, and nobody decided, is not lost without a word."""
    begun = clock.now()
    strike(storage, clock, 4)
    lapsed_at = clock.now() + LADDER.window
    assert lapsed(storage, begun, clock.advance(days=29)) == []

    assert lapsed(storage, begun, clock.advance(days=2)) == [(4, lapsed_at)]
    assert lapsed(storage, begun, clock.now()) == []
    assert [(each.is_lapsed, each.standing) for each in answers(storage, site=NORTH)] == [(True, "suspended")]
    assert [(row.by, row.what) for row in storage.rows(NORTH).audit] == [("ladder", "author.step_lapsed")]
    with pytest.raises(NotFound):
        take_back(storage, Asked(author="u-1", step=4, who=MIA), site=NORTH, at=clock.now())
    strike(storage, clock, 4)
    assert due(storage, clock) == [4]


@pytest.mark.parametrize("case", ["answered", "waits on", "pardoned"])
def test_a_step_that_was_answered_or_waits_on_does_not_lapse(
    storage: MemoryStorage, clock: FixedClock, case: str
) -> None:
    """Only what nobody answered, and nobody can answer any more, is told of."""
    begun = clock.now()
    strike(storage, clock, 1)
    clock.advance(days=10 if case == "waits on" else 0)
    strike(storage, clock, 4)
    if case == "answered":
        say(storage, clock, 4, confirm=False)
    elif case == "pardoned":
        pardon = Sanctioned(standing=Standing.GOOD, strikes=0)
        set_standing(storage, site=NORTH, key="u-1", sanctioned=pardon, by="eve", at=clock.now())

    assert lapsed(storage, begun, begun + 35 * DAY) == []


def test_a_step_lapses_where_strikes_count_half(storage: MemoryStorage, clock: FixedClock) -> None:
    """A higher step goes, and the lower one that waits then is not told of."""
    halving = dataclasses.replace(ASKING, ladder=dataclasses.replace(LADDER, halve_after=10 * DAY))
    begun = clock.now()
    strike(storage, clock, 8)
    halved_at = clock.now() + 10 * DAY

    made = lapse(storage, site=NORTH, policy=halving, since=begun, at=clock.advance(days=11))

    assert [(each.step, each.at) for each in made] == [(6, halved_at)]


def lapsed(storage: Storage, since: datetime, at: datetime) -> list[tuple[int, datetime]]:
    """Return which steps lapsed, and when."""
    return [(each.step, each.at) for each in lapse(storage, site=NORTH, policy=ASKING, since=since, at=at)]


def test_what_a_person_set_is_lifted_once(storage: MemoryStorage, clock: FixedClock) -> None:
    """A block on the wrong author is mended at the desk, and whoever comes second is told."""
    blocked = Sanctioned(standing=Standing.BLOCKED, strikes=0, reason="a slip")
    set_standing(storage, site=NORTH, key="u-1", sanctioned=blocked, by="mia", at=clock.now())

    lift(storage, "u-1", site=NORTH, who=MIA, at=clock.now())

    assert holds(storage, clock) == "good"
    assert storage.rows(NORTH).audit[-1].detail == {"author": "u-1", "standing": None}
    with pytest.raises(Conflict, match="it was lifted"):
        lift(storage, "u-1", site=NORTH, who=MIA, at=clock.now())


def test_what_an_editor_confirmed_an_editor_lifts(storage: MemoryStorage, clock: FixedClock) -> None:
    """To lift it is to take the answer back, and asks for the same role."""
    strike(storage, clock, 6)
    say(storage, clock, 6, confirm=True)
    with pytest.raises(NotAllowed, match="editor"):
        lift(storage, "u-1", site=NORTH, who=MIA, at=clock.now())
    assert holds(storage, clock) == "blocked"

    lift(storage, "u-1", site=NORTH, who=EVE, at=clock.now())

    assert (holds(storage, clock), due(storage, clock)) == ("limited", [4])


@pytest.mark.parametrize("case", ["answered", "lapsed", "another step"])
def test_nobody_answers_what_does_not_wait(storage: MemoryStorage, clock: FixedClock, case: str) -> None:
    """Two who press at once, or one whose page is old, do not decide twice, or something else."""
    strike(storage, clock, 4)
    if case == "answered":
        say(storage, clock, 4, confirm=False)
    elif case == "lapsed":
        clock.advance(days=30)
    else:
        strike(storage, clock, 2)

    with pytest.raises(Conflict):
        say(storage, clock, 4, confirm=True)


def test_nobody_is_asked_while_a_person_has_decided(storage: MemoryStorage, clock: FixedClock) -> None:
    """A pardon says what should happen; when it ends, the step waits again."""
    strike(storage, clock, 4)
    pardon = Sanctioned(standing=Standing.GOOD, strikes=0, until=clock.now() + DAY)
    set_standing(storage, site=NORTH, key="u-1", sanctioned=pardon, by="eve", at=clock.now())
    assert due(storage, clock) == []
    clock.advance(days=1)

    assert due(storage, clock) == [4]


def test_strikes_of_another_who_types_the_id_ask_for_nothing(storage: MemoryStorage, clock: FixedClock) -> None:
    """The account is not blocked for what an imitator wrote."""
    strike(storage, clock, 9, verified=False)

    assert due(storage, clock) == []
