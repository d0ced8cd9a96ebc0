"""What `Jobs`, `Webhooks` and `Reports` must do, given a fixture `storage` with NORTH and SOUTH, empty."""

import dataclasses
from datetime import timedelta

import pytest

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, DecisionId, Source
from moderation.domain.desk import Shares
from moderation.domain.errors import NotFound
from moderation.domain.job import Job
from moderation.domain.outcome import Report
from moderation.domain.verdict import Outcome
from moderation.domain.webhook import Webhook, WebhookId
from moderation.ports import Storage
from moderation.testing.acts import append, record
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH, comment, entry, submission, webhook
from moderation.testing.factories import ruled as ruling_on

MINUTE = timedelta(minutes=1)


class JobsContract:
    """Background work is done at least once, by one worker at a time."""

    def test_work_comes_back_as_it_was_given(self, storage: Storage) -> None:
        """A job that lost a part of its payload would be done wrong."""
        add(storage, 7, minutes=0)

        (job,) = lease(storage)
        assert (job.site, job.kind, job.payload, job.attempts) == (NORTH, "test", {"number": 7}, 0)

    def test_work_is_taken_when_it_is_due_in_order(self, storage: Storage) -> None:
        """What waits longest comes first, and nothing before its time."""
        for number, minutes in enumerate((3, 0, 9, 1)):
            add(storage, number, minutes=minutes)

        assert numbers(lease(storage, minutes=5, limit=2)) == [1, 3]
        assert numbers(lease(storage, minutes=5, limit=2)) == [0]

    def test_leased_work_is_nobody_elses(self, storage: Storage) -> None:
        """Two workers that judge one comment again would tell the site twice."""
        add(storage, 1, minutes=0)

        assert (numbers(lease(storage)), numbers(lease(storage))) == ([1], [])

    def test_lease_that_ran_out_is_due_again(self, storage: Storage) -> None:
        """A worker that was killed must not take its work to the grave."""
        add(storage, 1, minutes=0)
        lease(storage)

        assert lease(storage, minutes=0.9) == []
        (again,) = lease(storage, minutes=1)
        assert again.attempts == 1

    def test_finished_work_never_comes_back(self, storage: Storage) -> None:
        """At least once need not mean for ever."""
        add(storage, 1, minutes=0)
        with storage.write(NORTH) as transaction:
            for job in transaction.jobs.lease(at=START, limit=1):
                transaction.jobs.finish(job.id, at=START)

        assert lease(storage, minutes=99) == []

    def test_old_work_is_forgotten_once_it_is_done(self, storage: Storage) -> None:
        """An outbox that grows for ever fills the disk; what is still to be done is never dropped."""
        for number in (1, 2, 3):
            add(storage, number, minutes=0)
        with storage.write(NORTH) as transaction:
            first, second, _ = transaction.jobs.lease(at=START, limit=9)
            transaction.jobs.finish(first.id, at=START)
            transaction.jobs.finish(second.id, at=START + MINUTE)
            transaction.jobs.forget(before=START + MINUTE)
            for job in (first, second):
                transaction.jobs.postpone(job.id, until=START, failure="again")

        assert numbers(lease(storage, minutes=9)) == [3]
        with storage.write(SOUTH) as transaction:
            transaction.jobs.forget(before=START + 9 * MINUTE)

    def test_postponed_work_waits_as_long_as_it_was_told(self, storage: Storage) -> None:
        """A model that is down is not asked every second."""
        add(storage, 1, minutes=0)
        (job,) = lease(storage)
        with storage.write(NORTH) as transaction:
            transaction.jobs.postpone(job.id, until=START + 10 * MINUTE, failure="ScorerUnavailable")

        assert lease(storage, minutes=9) == []
        assert [job.attempts for job in lease(storage, minutes=10)] == [1]

    def test_sites_work_apart(self, storage: Storage) -> None:
        """No site's worker may take, end or put off another's work."""
        add(storage, 1, minutes=0, site=SOUTH)
        (job,) = lease(storage, site=SOUTH)
        with storage.write(NORTH) as transaction:
            assert transaction.jobs.lease(at=START + 5 * MINUTE, limit=9) == []
            transaction.jobs.finish(job.id, at=START)
            transaction.jobs.postpone(job.id, until=START + 99 * MINUTE, failure="NotMine")

        assert numbers(lease(storage, minutes=5, site=SOUTH)) == [1]

    def test_lanes_are_worked_apart(self, storage: Storage) -> None:
        """A receiver that hangs holds up its own messages, and nothing else."""
        add(storage, 1, minutes=0)
        listen(storage, webhook("wh_1"), webhook("wh_2"))
        ruled(storage)

        with storage.write(NORTH) as transaction:
            assert transaction.jobs.lanes(at=START) == ["wh_1", "wh_2"]
            assert len(transaction.jobs.lease(at=START, limit=9, lane="wh_1")) == 1
            assert transaction.jobs.lanes(at=START) == ["wh_2"]
            assert numbers(transaction.jobs.lease(at=START, limit=9)) == [1]

    def test_work_that_was_not_tried_counts_no_attempt(self, storage: Storage) -> None:
        """A message that waits for others must not lose its own tries."""
        add(storage, 1, minutes=0)
        (job,) = lease(storage)
        with storage.write(NORTH) as transaction:
            transaction.jobs.put_back(job.id, until=START + MINUTE)

        assert lease(storage, minutes=0.9) == []
        assert [job.attempts for job in lease(storage, minutes=1)] == [0]


class WebhooksContract:
    """A site is told of every decision that it asked for, and no other site is."""

    def test_webhook_is_kept_as_it_was_given(self, storage: Storage) -> None:
        """What was lost would be told to nobody."""
        changed = webhook("wh_2", generation=3, rotated_at=START, disabled_at=START, disabled_why="gone")
        listen(storage, webhook("wh_1"), webhook("wh_2"))
        with storage.write(NORTH) as transaction:
            transaction.webhooks.save(changed)

        with storage.read(NORTH) as transaction:
            assert transaction.webhooks.all() == [webhook("wh_1"), changed]
            assert transaction.webhooks.get(changed.id) == changed
        with storage.read(SOUTH) as transaction, pytest.raises(NotFound):
            transaction.webhooks.get(changed.id)

    def test_decisions_it_asks_for_put_a_job_in_its_lane(self, storage: Storage) -> None:
        """The answer itself needs no message; what a person decides later does."""
        listen(storage, webhook("wh_1"), webhook("wh_2", events=frozenset({Source.POLICY})))
        first, later = ruled(storage)

        with storage.write(NORTH) as transaction:
            jobs = {lane: transaction.jobs.lease(at=START, limit=9, lane=lane) for lane in ("wh_1", "wh_2")}
        assert [job.payload for job in jobs["wh_1"]] == [{"decision_id": later.id}]
        assert [job.payload for job in jobs["wh_2"]] == [{"decision_id": first.id}]

    def test_webhook_that_is_disabled_or_removed_is_told_nothing(self, storage: Storage) -> None:
        """What piles up for nobody fills the disk."""
        listen(storage, webhook("wh_1", disabled_at=START), webhook("wh_2"))
        ruled(storage)
        with storage.write(NORTH) as transaction:
            transaction.webhooks.remove(WebhookId("wh_2"))

            assert [left.id for left in transaction.webhooks.all()] == ["wh_1"]
            assert transaction.jobs.lanes(at=START) == []


class ReportsContract:
    """Readers' notices count once a reader."""

    def test_each_reader_counts_once(self, storage: Storage) -> None:
        """One angry reader with a quick finger is still one reader."""
        record(storage, entry())

        assert [report(storage, who) for who in ("r-1", "r-2", "r-1", "r-2", "r-3")] == [1, 2, 2, 2, 3]

    def test_readers_without_a_name_count_each(self, storage: Storage) -> None:
        """A site that names no reporters does its own counting; what it sends is taken at its word."""
        record(storage, entry())

        assert [report(storage, None), report(storage, None)] == [1, 2]

    def test_revisions_comments_and_sites_are_counted_apart(self, storage: Storage) -> None:
        """What readers said of the text before the edit says nothing of the text after."""
        record(storage, entry())
        report(storage, "r-1")

        assert report(storage, "r-1", revision=2) == 1
        assert report(storage, "r-9", site=SOUTH) == 1
        assert report(storage, "r-1", id="c-2") == 1

    def test_readers_are_known_by_what_became_of_their_reports(self, storage: Storage) -> None:
        """Who was right ten times is heard before who is wrong each time; each comment counts once."""
        record(storage, *(entry(submission(comment(id=f"c-{n}"))) for n in range(6)))
        for reader, id in (("r-1", "c-1"), ("r-2", "c-1"), ("r-1", "c-2"), ("r-2", "c-3"), ("r-9", "c-4")):
            report(storage, reader, id=id)
        for who in ("r-1", "r-2", None):
            report(storage, who, id="c-0")
        for id, outcome in (("c-1", Outcome.BLOCK), ("c-2", Outcome.ALLOW), ("c-4", Outcome.BLOCK)):
            append(storage, ruling_on(outcome, id=id, at=START + MINUTE))
        append(storage, ruling_on(Outcome.BLOCK, id="c-0", at=START + MINUTE))

        with storage.read(NORTH) as transaction:
            found = [transaction.desk.reported_before(CommentId(id)) for id in ("c-0", "c-4", "c-5")]
        assert found == [
            Shares(approved=1, rejected=1),
            Shares(approved=0, rejected=0),
            Shares(approved=0, rejected=0),
        ]

    def test_reader_of_an_erased_comment_is_forgotten(self, storage: Storage) -> None:
        """What was reported of somebody who asked to be forgotten says nothing of the reader any more."""
        record(storage, *(entry(submission(comment(id=f"c-{n}"))) for n in range(2)))
        for id in ("c-0", "c-1"):
            report(storage, "r-1", id=id)
        append(storage, ruling_on(Outcome.BLOCK, id="c-1", at=START + MINUTE))
        with storage.write(NORTH) as transaction:
            transaction.decisions.erase(CommentId("c-1"), at=START + MINUTE)

        with storage.read(NORTH) as transaction:
            assert transaction.desk.reported_before(CommentId("c-0")).total == 0


def listen(storage: Storage, *webhooks: Webhook) -> None:
    """Register webhooks."""
    with storage.write(NORTH) as transaction:
        for each in webhooks:
            transaction.webhooks.add(each)


def ruled(storage: Storage) -> tuple[Decision, Decision]:
    """Record a comment and a ruling on it; returns both decisions."""
    (first,) = record(storage, entry())
    later = dataclasses.replace(first, id=DecisionId("d_later"), source=Source.MODERATOR, verdict=None, by="eve")
    return first, append(storage, later)


def add(storage: Storage, number: int, *, minutes: float, site: SiteId = NORTH) -> None:
    """Add a numbered job that is due so many minutes after START."""
    with storage.write(site) as transaction:
        transaction.jobs.add("test", {"number": number}, at=START, due_at=START + minutes * MINUTE)


def lease(storage: Storage, *, minutes: float = 0, limit: int = 9, site: SiteId = NORTH) -> list[Job]:
    """Lease what is due so many minutes after START."""
    with storage.write(site) as transaction:
        return transaction.jobs.lease(at=START + minutes * MINUTE, limit=limit)


def numbers(jobs: list[Job]) -> list[int]:
    """Return the numbers of jobs."""
    return [job.payload["number"] for job in jobs]


def report(
    storage: Storage, reporter: str | None, *, id: str = "c-1", revision: int = 1, site: SiteId = NORTH
) -> int:
    """Report a comment; returns how many reports it has."""
    comment_id = CommentId(id)
    notice = Report(
        site=site, comment_id=comment_id, revision=revision, reporter=reporter, reason="rude", at=START
    )
    with storage.write(site) as transaction:
        return transaction.reports.add(notice)
