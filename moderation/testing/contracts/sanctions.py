"""What every `Sanctions` must do. Give the suite a fixture `storage` with the sites NORTH and SOUTH, empty."""

import dataclasses
from datetime import timedelta

from moderation.domain.account import Role
from moderation.domain.comment import CommentId
from moderation.domain.sanction import StepAnswer
from moderation.domain.standing import Standing, Strike
from moderation.domain.verdict import Outcome
from moderation.ports import Storage
from moderation.testing.acts import append, record
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH, author, comment, entry, ruled, submission

ANSWER = StepAnswer(
    author="u-1",
    step=4,
    needs=Role.EDITOR,
    standing=Standing.BLOCKED,
    is_confirmed=True,
    until=START + timedelta(days=9),
    by="eve",
    at=START,
)


class SanctionsContract:
    """Steps of the ladder that a person has to confirm."""

    def test_struck_are_those_whose_strikes_weigh_enough(self, storage: Storage) -> None:
        """Only they can have reached a step; lifted and old strikes do not count."""
        given = ("u-1", 2, 5), ("u-1", 2, 6), ("u-2", 3, 5), ("u-3", 9, 1)
        for number, (key, weight, minutes) in enumerate(given):
            _strike(storage, f"c-{number}", key=key, weight=weight, minutes=minutes)
        _strike(storage, "c-9", key="u-4", weight=9, minutes=5)
        with storage.write(NORTH) as transaction:
            transaction.authors.lift_strikes(comment=CommentId("c-9"), at=START)

            minute = [START + timedelta(minutes=number) for number in range(7)]
            assert transaction.sanctions.struck(since=minute[1], least=4) == ["u-1"]
            assert transaction.sanctions.struck(since=minute[0], until=minute[5], least=1) == ["u-1", "u-2", "u-3"]
            assert transaction.sanctions.struck(since=minute[5], until=minute[6], least=1) == ["u-1"]
        with storage.read(SOUTH) as transaction:
            assert transaction.sanctions.struck(since=START, least=1) == []

    def test_the_last_answer_to_each_step_is_kept(self, storage: Storage) -> None:
        """What was refused once may be confirmed after the next strike."""
        later = _other(is_confirmed=False, until=None, at=START + timedelta(minutes=2))
        lower = _other(step=2, at=START + timedelta(minutes=1))
        with storage.write(NORTH) as transaction:
            for each in (ANSWER, lower, later, _other(author="u-2")):
                transaction.sanctions.keep(each)

            assert transaction.sanctions.answers("u-1") == [lower, later]
            assert transaction.sanctions.latest(limit=2) == [later, lower]
        with storage.read(SOUTH) as transaction:
            assert transaction.sanctions.latest(limit=9) == transaction.sanctions.answers("u-1") == []

    def test_an_answer_can_be_taken_back(self, storage: Storage) -> None:
        """A slip of the finger is undone, and no other answer with it."""
        with storage.write(NORTH) as transaction:
            for each in (ANSWER, _other(step=2)):
                transaction.sanctions.keep(each)
            transaction.sanctions.take_back("u-1", step=4)

            assert transaction.sanctions.answers("u-1") == [_other(step=2)]


def _other(**changes: object) -> StepAnswer:
    return dataclasses.replace(ANSWER, **changes)  # type: ignore[arg-type]


def _strike(storage: Storage, id: str, *, key: str, weight: int, minutes: int) -> None:
    record(storage, entry(submission(comment(id=id, author=author(id=key)), author_key=key)))
    decision = append(storage, ruled(Outcome.BLOCK, id=id, at=START + timedelta(minutes=minutes)))
    strike = Strike(clause="attacks", weight=weight, at=START + timedelta(minutes=minutes))
    with storage.write(NORTH) as transaction:
        transaction.authors.add_strike(strike, key=key, is_verified=True, decision=decision.id)
