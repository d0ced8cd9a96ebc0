"""What every `Records` must do. Give the suite a fixture `storage` with the sites NORTH and SOUTH, empty."""

import dataclasses
from datetime import timedelta

from moderation.domain.appeal import AppealId, AppealState
from moderation.domain.comment import CommentId
from moderation.domain.decision import DecisionId
from moderation.domain.outcome import Report
from moderation.domain.review import ReviewId, close
from moderation.domain.standing import Sanctioned, Standing, Strike
from moderation.domain.verdict import Outcome
from moderation.ports import Storage
from moderation.testing.acts import append, record
from moderation.testing.clock import START
from moderation.testing.contracts.appeals import objection
from moderation.testing.factories import NORTH, SOUTH, comment, entry, ruled, submission

DAY = timedelta(days=1)


def flag(storage: Storage, number: int, *, days: int) -> None:
    """Flag a comment some days later."""
    at = START + days * DAY
    flagged = entry(submission(comment(id=f"c-{number}")), outcome=Outcome.FLAG, at=at)
    assert flagged.review
    opened = dataclasses.replace(flagged.review, opened_at=at, id=ReviewId(f"r-{number}"))
    record(storage, dataclasses.replace(flagged, review=opened), at=at)


class RecordsContract:
    """What happened since a moment: all of it, in order, and nothing of another site."""

    def test_decisions_come_from_a_moment_on_in_order(self, storage: Storage) -> None:
        """A report that counts a ruling twice, or before its verdict, is wrong."""
        flag(storage, 1, days=0)
        flag(storage, 2, days=2)
        ruling = append(storage, ruled(Outcome.BLOCK, at=START + 3 * DAY))

        with storage.read(NORTH) as transaction:
            recent = list(transaction.records.decisions(since=START + 2 * DAY))
        with storage.read(SOUTH) as transaction:
            assert list(transaction.records.decisions(since=START)) == []
        assert [d.comment_id for d in recent] == ["c-2", "c-1"]
        assert (recent[-1].id, recent[-1].source, recent[-1].by) == (ruling.id, ruling.source, ruling.by)

    def test_reviews_are_those_that_wait_or_changed_since(self, storage: Storage) -> None:
        """What waits from before is the longest wait of all."""
        for number, days in ((1, 0), (2, 0), (3, 0), (4, 5)):
            flag(storage, number, days=days)
        with storage.write(NORTH) as transaction:
            for id, days in (("r-1", 1), ("r-2", 6)):
                was = transaction.reviews.get(ReviewId(id))
                transaction.reviews.save(close(was, at=START + days * DAY), was=was)

        with storage.read(NORTH) as transaction:
            recent = transaction.records.reviews(since=START + 5 * DAY)
        assert [review.comment_id for review in recent] == ["c-2", "c-3", "c-4"]

    def test_appeals_are_those_that_wait_or_changed_since(self, storage: Storage) -> None:
        """An appeal that nobody has read for a month belongs into this month's report."""
        upheld = dataclasses.replace(objection(), state=AppealState.UPHELD, decided_by="ben")
        with storage.write(NORTH) as transaction:
            transaction.appeals.add(objection(1))
            transaction.appeals.add(dataclasses.replace(upheld, id=AppealId("a_2"), decided_at=START + DAY))
            transaction.appeals.add(dataclasses.replace(upheld, id=AppealId("a_3"), decided_at=START + 9 * DAY))

        with storage.read(NORTH) as transaction:
            assert [a.id for a in transaction.records.appeals(since=START + 5 * DAY)] == ["a_1", "a_3"]

    def test_reports_come_from_a_moment_on(self, storage: Storage) -> None:
        """How many readers object is part of what is published."""
        flag(storage, 1, days=0)
        about = CommentId("c-1")
        made = [
            Report(site=NORTH, comment_id=about, revision=1, reporter=f"x{day}", reason=None, at=START + day * DAY)
            for day in (1, 3)
        ]
        with storage.write(NORTH) as transaction:
            for report in made:
                transaction.reports.add(report)

        with storage.read(NORTH) as transaction:
            assert transaction.records.reports(since=START + 2 * DAY) == made[1:]

    def test_marked_are_those_with_strikes_or_a_set_standing(self, storage: Storage) -> None:
        """Everybody else is in good standing, and need not be counted one by one."""
        flag(storage, 1, days=0)
        strike = Strike(clause="attacks", weight=1, at=START)
        with storage.write(NORTH) as transaction:
            for key, decision in (("u-8", "d_8"), ("u-9", "d_9")):
                transaction.authors.add_strike(strike, key=key, is_verified=True, decision=DecisionId(decision))
            limited = Sanctioned(standing=Standing.LIMITED, strikes=0)
            transaction.authors.set_standing("u-2", limited, by="mia", at=START)

        with storage.read(NORTH) as transaction:
            assert transaction.records.marked() == ["u-2", "u-8", "u-9"]
        with storage.read(SOUTH) as transaction:
            assert transaction.records.marked() == []

    def test_comments_come_newest_first(self, storage: Storage) -> None:
        """Behind a number stand comments that somebody can look at."""
        for number, days in ((1, 0), (2, 2), (3, 1)):
            flag(storage, number, days=days)

        with storage.read(NORTH) as transaction:
            some = transaction.records.comments([CommentId(f"c-{number}") for number in (1, 2, 7)])
            assert transaction.records.comments([]) == []
        assert [each.id for each in some] == ["c-2", "c-1"]
