"""What every `Appeals` must do. Give the suite a fixture `storage` with the sites NORTH and SOUTH, empty."""

import dataclasses
from datetime import timedelta

import pytest

from moderation.domain.appeal import Appeal, AppealId, AppealState
from moderation.domain.comment import CommentId
from moderation.domain.decision import DecisionId
from moderation.domain.errors import NotFound
from moderation.domain.verdict import Outcome
from moderation.ports import Storage
from moderation.testing.acts import record
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH, comment, entry, submission


def objection(number: int = 1, *, comment: str = "c-1") -> Appeal:
    """Make an appeal that came some minutes later."""
    return Appeal(
        id=AppealId(f"a_{number}"),
        site=NORTH,
        comment_id=CommentId(comment),
        revision=1,
        decision_id=DecisionId("d_1"),
        contested_by="mia",
        words="I quoted him; 'liar' is his word, not mine. Ֆ 🙂",
        opened_at=START + timedelta(minutes=number),
    )


def keep(storage: Storage, *appeals: Appeal) -> None:
    """Keep appeals."""
    with storage.write(NORTH) as transaction:
        for appeal in appeals:
            transaction.appeals.add(appeal)


class AppealsContract:
    """What authors contest is kept until it is decided, and after."""

    def test_appeal_comes_back_exactly(self, storage: Storage) -> None:
        """Whoever decides reads the author's own words, to the letter."""
        keep(storage, objection())

        with storage.read(NORTH) as transaction:
            assert transaction.appeals.get(AppealId("a_1")) == objection()
            assert transaction.appeals.of_comment(CommentId("c-1")) == [objection()]
            assert transaction.appeals.open_for(CommentId("c-1")) == objection()

    def test_appeal_of_another_site_is_not_found(self, storage: Storage) -> None:
        """An id that was guessed or leaked must open nothing."""
        keep(storage, objection())

        with storage.read(SOUTH) as transaction:
            assert transaction.appeals.of_comment(CommentId("c-1")) == []
            assert transaction.appeals.page(states=tuple(AppealState), limit=9) == []
            with pytest.raises(NotFound):
                transaction.appeals.get(AppealId("a_1"))

    def test_decided_appeal_is_open_no_longer(self, storage: Storage) -> None:
        """What is decided must leave the queue, and still be told to its author."""
        keep(storage, objection())
        upheld = dataclasses.replace(
            objection(), state=AppealState.UPHELD, decided_at=START, decided_by="ben", answer="It stands."
        )
        with storage.write(NORTH) as transaction:
            transaction.appeals.save(upheld)

        with storage.read(NORTH) as transaction:
            assert transaction.appeals.open_for(CommentId("c-1")) is None
            assert transaction.appeals.get(AppealId("a_1")) == upheld

    def test_page_shows_the_newest_of_some_states(self, storage: Storage) -> None:
        """A list that is cut must be cut at its old end."""
        keep(storage, *(objection(number, comment=f"c-{number}") for number in (1, 3, 2)))
        with storage.write(NORTH) as transaction:
            transaction.appeals.save(
                dataclasses.replace(objection(3, comment="c-3"), state=AppealState.OVERTURNED)
            )

        with storage.read(NORTH) as transaction:
            waiting = transaction.appeals.page(states=(AppealState.OPEN,), limit=9)
            newest = transaction.appeals.page(states=tuple(AppealState), limit=2)
        assert [appeal.id for appeal in waiting] == ["a_2", "a_1"]
        assert [appeal.id for appeal in newest] == ["a_3", "a_2"]

    def test_erasing_the_comment_forgets_the_words(self, storage: Storage) -> None:
        """An author who asks to be forgotten means what they wrote in anger, too."""
        record(storage, entry(submission(comment()), outcome=Outcome.BLOCK))
        keep(storage, objection())
        with storage.write(NORTH) as transaction:
            transaction.decisions.erase(CommentId("c-1"), at=START)

        with storage.read(NORTH) as transaction:
            assert transaction.appeals.get(AppealId("a_1")).words is None
