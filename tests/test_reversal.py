"""What a rule did is taken back in one act: nobody's ruling is touched, and nothing is done twice."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest

from moderation.appeals import appeal
from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision, Source
from moderation.domain.outcome import SiteOutcome
from moderation.domain.policy_version import PolicyAct
from moderation.domain.review import Ruling
from moderation.domain.site import Reviews
from moderation.domain.verdict import Outcome
from moderation.pipeline import moderate
from moderation.reports import report, settle
from moderation.reversal import Reversal, Reversed, reverse, unfinished
from moderation.review import RulingRequest, rule_on_comment
from moderation.testing.acts import decisions_on, latest, page, review_of
from moderation.testing.clock import START, FixedClock
from moderation.testing.factories import NORTH, author, comment, site, submission
from moderation.testing.policies import policy
from moderation.testing.scorers import OneLanguage, WordScorer
from moderation.testing.stores import Store

BLOCKED, BOTH, FLAGGED = "A pharmacy.", "You idiot, a pharmacy.", "You idiot."
Judge = Callable[..., Decision]


@pytest.fixture
def judge(store: Store, clock: FixedClock) -> Judge:
    """What judges a text, a second later each time."""
    store.sites.add(site())

    def judge(text: str, *, id: str = "c-1") -> Decision:
        [found] = moderate(
            [submission(comment(text, id=id, author=author(f"u-{id}")))],
            policy=policy(),
            scorer=WordScorer(),
            languages=OneLanguage(),
            storage=store.storage,
            at=clock.advance(seconds=1),
        )
        assert isinstance(found, Decision)
        return found

    return judge


@pytest.fixture
def take_back(store: Store, clock: FixedClock) -> Callable[..., Reversed]:
    """What takes a rule's work back."""

    def take_back(rule: str = "pharmacy", *, since: datetime = START, **more: bool) -> Reversed:
        order = Reversal(rule=rule, since=since, by="eve", why="it was a place name", **more)
        at = clock.advance(minutes=1)
        return list(reverse(store.storage, order, site=NORTH, reviews=Reviews.HERE, at=at))[-1]

    return take_back


TakeBack = Callable[..., Reversed]


def test_blocked_comment_is_allowed_and_the_feed_says_by_whom(
    store: Store, judge: Judge, take_back: TakeBack
) -> None:
    """The site publishes it when it reads its feed."""
    judge(BLOCKED)

    assert take_back().replaced == {"block → allow": 1}
    made = decisions_on(store.storage)[-1]
    assert (made.outcome, made.source, made.by, made.position) == (Outcome.ALLOW, Source.REVERSED, "eve", 2)
    assert made.note == "Taken back what rule 'pharmacy' did: it was a place name"
    assert latest(store.storage).outcome is Outcome.ALLOW


def test_what_another_rule_holds_goes_to_a_person(store: Store, judge: Judge, take_back: TakeBack) -> None:
    """Taking one rule back must not publish an insult."""
    judge(BOTH)

    found = take_back()

    assert (found.replaced, found.opened) == ({"block → flag": 1}, 1)
    opened = review_of(store.storage)
    assert opened is not None
    assert (opened.queue, opened.clause) == ("attacks", "attacks")
    assert decisions_on(store.storage)[-1].review_id == opened.id


def test_review_that_nobody_needs_is_closed(store: Store, judge: Judge, take_back: TakeBack) -> None:
    """Nine hundred comments that wait for nothing are a morning's work."""
    judge(FLAGGED)

    found = take_back("insult")

    assert (found.replaced, found.closed, page(store.storage)) == ({"flag → allow": 1}, 1, [])


def test_review_that_readers_want_stays(
    store: Store, judge: Judge, take_back: TakeBack, clock: FixedClock
) -> None:
    """A reader's report is another reason to look."""
    judge(FLAGGED)
    at = clock.advance(seconds=1)
    id, told = CommentId("c-1"), policy()
    report(store.storage, site=NORTH, id=id, reporter="r", reason=None, policy=told, reviews=Reviews.HERE, at=at)

    assert (take_back("insult").closed, len(page(store.storage))) == (0, 1)


def test_what_a_person_decided_stays(store: Store, judge: Judge, take_back: TakeBack, clock: FixedClock) -> None:
    """A moderator who looked knows more than a rule, and more than who takes it back."""
    for id in ("c-1", "c-2"):
        judge(FLAGGED, id=id)
    ruling = RulingRequest(ruling=Ruling.REJECT, moderator="mia")
    at = clock.advance(seconds=1)
    rule_on_comment(store.storage, ruling, site=NORTH, id=CommentId("c-1"), policy=policy(), at=at)
    settle(store.storage, site=NORTH, id=CommentId("c-2"), outcome=SiteOutcome.REMOVED, by="pat", at=at)

    found = take_back("insult")

    assert (found.held, found.ruled, dict(found.replaced)) == (2, 2, {})
    assert latest(store.storage).outcome is Outcome.BLOCK


def test_other_rules_and_other_times_are_left_alone(
    store: Store, judge: Judge, take_back: TakeBack, clock: FixedClock
) -> None:
    """What happened before the change was no mistake."""
    judge(BLOCKED, id="c-1")
    since = clock.advance(minutes=1)
    judge(FLAGGED, id="c-2")
    judge("Another pharmacy.", id="c-3")

    found = take_back(since=since)

    assert (found.looked_at, found.held, found.replaced) == (2, 1, {"block → allow": 1})
    assert [latest(store.storage, f"c-{n}").outcome.value for n in (1, 2, 3)] == ["block", "flag", "allow"]


def test_rule_that_did_not_decide_changes_nothing(store: Store, judge: Judge, take_back: TakeBack) -> None:
    """The stricter rule carries the outcome with or without it."""
    judge(BOTH)

    assert take_back("insult").carried == 1
    assert len(decisions_on(store.storage)) == 1


def test_second_run_does_nothing(store: Store, judge: Judge, take_back: TakeBack) -> None:
    """Whoever is not sure that it ran through runs it again."""
    judge(BLOCKED)
    take_back()

    again = take_back()

    assert (again.done_before, dict(again.replaced), len(decisions_on(store.storage))) == (1, {}, 2)


@pytest.mark.parametrize(
    ("text", "rule", "shift"),
    [
        pytest.param(BLOCKED, "pharmacy", "allow → block", id="blocked"),
        pytest.param(BOTH, "pharmacy", "flag → block", id="held by another rule"),
        pytest.param(FLAGGED, "insult", "allow → flag", id="flagged"),
    ],
)
def test_taking_back_is_undone_in_one_act(
    store: Store, judge: Judge, take_back: TakeBack, text: str, rule: str, shift: str
) -> None:
    """Whoever took back the wrong rule's work stands where they stood, queue and feed included."""
    first = judge(text)
    take_back(rule)

    assert take_back(rule, is_undo=True).replaced == {shift: 1}
    made = decisions_on(store.storage)[-1]
    assert (made.outcome, made.clause, made.source) == (first.outcome, first.clause, Source.REVERSED)
    assert made.note == f"Put back what rule '{rule}' did: it was a place name"
    assert len(page(store.storage)) == (first.outcome is Outcome.FLAG)


def test_undoing_twice_does_nothing_and_taking_back_again_does(
    store: Store, judge: Judge, take_back: TakeBack
) -> None:
    """Each of the two acts is safe to repeat, and each undoes the other."""
    judge(BLOCKED)
    assert take_back(is_undo=True).done_before == 1
    take_back()
    take_back(is_undo=True)

    assert (take_back(is_undo=True).done_before, take_back().replaced) == (1, {"block → allow": 1})
    assert latest(store.storage).outcome is Outcome.ALLOW


def test_undoing_leaves_what_came_meanwhile(
    store: Store, judge: Judge, take_back: TakeBack, clock: FixedClock
) -> None:
    """A moderator looked at what was let through, a writer edited it: both know more than the order."""
    for n, text in enumerate((BLOCKED, "Her pharmacy.", "His pharmacy.")):
        judge(text, id=f"c-{n}")
    take_back()
    ruling = RulingRequest(ruling=Ruling.APPROVE, moderator="mia")
    at = clock.advance(seconds=1)
    rule_on_comment(store.storage, ruling, site=NORTH, id=CommentId("c-0"), policy=policy(), at=at)
    judge("A shop.", id="c-1")

    found = take_back(is_undo=True)

    assert (found.ruled, found.overtaken, found.replaced) == (1, 1, {"allow → block": 1})
    assert [latest(store.storage, f"c-{n}").outcome.value for n in range(3)] == ["allow", "allow", "block"]


def test_each_of_two_rules_is_taken_back_and_put_back_alone(
    store: Store, judge: Judge, take_back: TakeBack
) -> None:
    """Of two orders neither counts as the other's, in whatever order they are undone."""
    judge(BOTH)
    shifts = [take_back(rule, is_undo=undo).replaced for rule, undo in (("pharmacy", False), ("insult", False))]
    assert shifts == [{"block → flag": 1}, {"flag → allow": 1}]

    assert take_back(is_undo=True).replaced == {"allow → block": 1}
    made = decisions_on(store.storage)[-1]
    assert made.verdict is not None
    assert [match.rule for match in made.verdict.matches] == ["pharmacy"]


def test_objection_of_the_writer_waits_on(
    store: Store, judge: Judge, take_back: TakeBack, clock: FixedClock
) -> None:
    """Whoever objected is owed an answer by a person, though the order was in their favour."""
    judge(BLOCKED)
    at = clock.advance(seconds=1)
    appeal(store.storage, site=NORTH, id=CommentId("c-1"), words="It is a street.", at=at)

    assert (take_back().closed, [review.queue for review in page(store.storage)]) == (0, ["appeals"])
    assert (take_back(is_undo=True).closed, len(page(store.storage))) == (0, 1)


def test_dry_run_tells_and_changes_nothing(store: Store, judge: Judge, take_back: TakeBack) -> None:
    """One looks before one leaps."""
    judge(BLOCKED)

    assert take_back(is_dry=True).replaced == {"block → allow": 1}
    assert len(decisions_on(store.storage)) == 1
    with store.storage.read(NORTH) as transaction:
        assert transaction.policies.acts(limit=9) == []


def test_edited_comment_is_left_to_its_newer_verdict(store: Store, judge: Judge, take_back: TakeBack) -> None:
    """The rule judged a text that nobody reads any more."""
    judge(BLOCKED)
    judge("A shop.")

    assert (take_back().overtaken, latest(store.storage).revision) == (1, 2)


def test_act_is_kept_with_its_figures(store: Store, judge: Judge, take_back: TakeBack) -> None:
    """Who took back how much, and why, is asked in the next meeting."""
    judge(BLOCKED)
    take_back()

    done, begun = acts(store)
    assert (begun.what, begun.by, begun.detail["why"]) == ("policy.reverse", "eve", "it was a place name")
    assert (done.what, done.detail["held"], done.detail["replaced"]) == (
        "policy.reversed",
        1,
        {"block → allow": 1},
    )


def test_work_is_done_in_steps_that_can_be_resumed(store: Store, judge: Judge, clock: FixedClock) -> None:
    """A request over a proxy has a minute, and a million comments take longer."""
    for n in range(5):
        judge(f"A pharmacy in the street of {'abcde'[n] * 5}.", id=f"c-{n}")
    order = Reversal(rule="pharmacy", since=START, by="eve", why="a place name")
    at, after = clock.advance(minutes=1), None
    places: list[int | None] = []
    while not places or after is not None:
        *_, done = reverse(
            store.storage, order, site=NORTH, reviews=Reviews.HERE, at=at, after=after, most=1, page_size=2
        )
        after = done.next
        places.append(after)

    assert places == [2, 4, None]
    assert {latest(store.storage, f"c-{n}").outcome for n in range(5)} == {Outcome.ALLOW}
    parts = ["policy.reverse", "policy.reversed_in_part", "policy.reversed_in_part", "policy.reversed"]
    kept = acts(store)[::-1]
    assert [each.what for each in kept] == parts
    assert [each.detail.get("replaced", {}).get("block → allow") for each in kept] == [None, 2, 2, 1]


@pytest.mark.parametrize("is_undo", [False, True], ids=["go-on", "undo"])
def test_what_was_broken_off_is_known_until_it_is_ended(
    store: Store, judge: Judge, clock: FixedClock, is_undo: bool
) -> None:
    """A process that is killed at half past two leaves half the work, and somebody has to see that."""
    for n in range(3):
        judge(f"A pharmacy in the street of {'abc'[n] * 5}.", id=f"c-{n}")
    order = Reversal(rule="pharmacy", since=START, by="eve", why="a place name")
    run = partial(reverse, store.storage, site=NORTH, reviews=Reviews.HERE, page_size=1)

    next(run(order, at=clock.advance(minutes=1)))
    (open_act,) = unfinished(acts(store))
    assert (open_act.by, open_act.what) == ("eve", "policy.reverse")
    later = replace(order, since=START + timedelta(hours=9), is_undo=is_undo)
    list(run(later, at=clock.advance(minutes=1)))
    assert unfinished(acts(store)) == [open_act]
    list(run(replace(order, is_undo=is_undo), at=clock.advance(minutes=1)))

    assert unfinished(acts(store)) == []
    outcomes = {latest(store.storage, f"c-{n}").outcome for n in range(3)}
    assert outcomes == {Outcome.BLOCK if is_undo else Outcome.ALLOW}


def acts(store: Store) -> list[PolicyAct]:
    """Return what was done to the policy, newest first."""
    with store.storage.read(NORTH) as transaction:
        return transaction.policies.acts(limit=9)
