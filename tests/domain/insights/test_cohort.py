"""What a period's verdicts became, how often they were wrong, and how far people agree."""

import dataclasses
from datetime import datetime, timedelta
from typing import Any

import pytest

from moderation.domain.decision import Decision, Source
from moderation.domain.insights.cohort import Course, cohort, error_of, kappa_of, read_twice
from moderation.domain.verdict import Outcome
from moderation.testing.clock import START
from moderation.testing.factories import comment, entry, opinion, ruled, submission

DAY = timedelta(days=1)
ALLOW, FLAG, BLOCK = Outcome


def verdict(id: str, outcome: Outcome, *, at: datetime = START, **changes: Any) -> Decision:
    """Make the policy's decision on a comment."""
    made = entry(submission(comment(id=id)), outcome=outcome, at=at).decision
    return dataclasses.replace(made, **changes)


def judged(first: Outcome, *later: tuple[str, Outcome], id: str = "c-1", **changes: Any) -> Course:
    """Make a course with the rulings of moderators."""
    rulings = [
        ruled(outcome, id=id, at=START + timedelta(minutes=minute), by=by)
        for minute, (by, outcome) in enumerate(later, start=1)
    ]
    return Course(verdict=verdict(id, first, **changes), later=[*rulings])


def test_a_cohort_is_what_was_judged_in_the_period_with_all_that_came_later() -> None:
    """A ruling of Monday on Sunday's comment says something about Sunday's policy."""
    decisions = [
        verdict("old", FLAG, at=START - DAY),
        verdict("mine", FLAG),
        ruled(BLOCK, id="old", at=START),
        verdict("new", FLAG, at=START + DAY),
        ruled(ALLOW, id="mine", at=START + 2 * DAY),
    ]

    [mine] = cohort(decisions, since=START, until=START + DAY)

    assert (mine.id, mine.concluded, mine.last_word) == ("mine", FLAG, ALLOW)


def test_a_verdict_given_anew_replaces_the_first() -> None:
    """What was flagged for want of the model, and then passed, was decided without a person."""
    again = verdict("c-1", ALLOW, at=START + timedelta(minutes=1), source=Source.REJUDGED)

    [one] = cohort([verdict("c-1", FLAG), again], since=START, until=START + DAY)

    assert one.is_automatic


def test_the_policy_alone_is_wrong_where_people_end_otherwise() -> None:
    """The last word counts: a slip that was put right is none."""
    right = judged(ALLOW, ("mia", BLOCK), ("ben", ALLOW))

    assert not right.is_wrong
    assert judged(ALLOW, ("mia", BLOCK)).is_wrong
    assert judged(BLOCK, ("mia", ALLOW)).is_wrong
    assert not judged(FLAG, ("mia", BLOCK)).is_wrong, "a person decided it"


def test_the_error_is_that_of_the_audit_sample_where_there_is_one() -> None:
    """Readers report what is bad: their reports would make any policy look worse than it is."""
    reported = [judged(ALLOW, ("mia", BLOCK), id=f"r-{n}") for n in range(5)]
    drawn = [judged(ALLOW, ("mia", ALLOW), id=f"d-{n}", is_drawn=True) for n in range(20)]

    share, is_fair = error_of([*reported, *drawn])
    assert (share.count, share.of, is_fair) == (0, 20, True)
    share, is_fair = error_of(reported)
    assert (share.count, share.of, is_fair) == (5, 5, False)


def test_kappa_is_cohens() -> None:
    """Cohen's own form: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no gives 0.4."""
    cells = [(BLOCK, BLOCK)] * 20 + [(BLOCK, ALLOW)] * 5 + [(ALLOW, BLOCK)] * 10 + [(ALLOW, ALLOW)] * 15
    read = [judged(FLAG, ("mia", one), ("ben", other), id=f"c-{n}") for n, (one, other) in enumerate(cells)]

    kappa = kappa_of(read)

    assert (kappa.pairs, kappa.same) == (50, 35)
    assert kappa.value == pytest.approx(0.4)


def test_kappa_needs_two_people_and_more_than_one_answer() -> None:
    """One moderator who rules twice agrees with nobody, and two who always reject prove nothing."""
    assert kappa_of([judged(FLAG, ("mia", BLOCK), ("mia", ALLOW))]).pairs == 0
    assert kappa_of([judged(FLAG, ("mia", BLOCK), ("ben", BLOCK))]).value is None


def looked_at(first: Outcome, second: Outcome, *, id: str = "c-1") -> Course:
    """Make a course whose ruling somebody looked at again."""
    course = judged(FLAG, ("mia", first), id=id)
    course.second = opinion(id, first=first, second=second)
    return course


def test_kappa_comes_with_what_is_proved() -> None:
    """Three of three agree, and that proves little; an interval of nothing would say it proves all."""
    few = [looked_at(BLOCK, BLOCK, id="c-1"), looked_at(BLOCK, BLOCK, id="c-2"), looked_at(ALLOW, ALLOW, id="c-3")]
    many = [looked_at(*pair, id=f"c-{n}") for n, pair in enumerate([(BLOCK, BLOCK), (ALLOW, ALLOW)] * 100)]

    little, much = kappa_of(few), kappa_of(many)

    assert (little.value, little.high) == (1.0, 1.0)
    assert little.low == pytest.approx((0.2924 - 5 / 9) / (4 / 9), abs=1e-3)
    assert much.low == pytest.approx(0.963, abs=1e-3)


def test_second_looks_alone_tell_agreement_where_there_are_any() -> None:
    """Whoever rules on what was decided means to change it: that pair says nothing of two who read alike."""
    changed = [judged(FLAG, ("mia", BLOCK), ("ben", ALLOW), id=f"c-{n}") for n in range(9)]
    looked = looked_at(BLOCK, BLOCK, id="c-9")

    assert read_twice(changed) == (changed, False)
    assert read_twice([*changed, looked]) == ([looked], True)


def test_second_look_belongs_to_the_revision_that_it_was_about() -> None:
    """An edit is another text, on which nobody looked again yet."""
    edited = dataclasses.replace(verdict("c-1", FLAG), revision=2)

    before, after = cohort([verdict("c-1", FLAG), edited], [opinion("c-1")], since=START, until=START + DAY)

    assert (before.second, after.second) == (opinion("c-1"), None)
