"""What every `Storage` must do. Give the suite a fixture `storage` with the sites NORTH and SOUTH, empty."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from moderation.domain.comment import CommentId
from moderation.domain.errors import NotFound
from moderation.domain.verdict import Outcome
from moderation.ports import Storage
from moderation.testing.acts import latest, record, review_of
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH, comment, entry, submission


class StorageContract:
    """A transaction is kept whole or not at all, and writers of a site stand in line."""

    def test_error_leaves_nothing(self, storage: Storage) -> None:
        """Half a decision, say a review without its comment, is worse than an error."""
        flagged = entry(outcome=Outcome.FLAG, rejudge=True)
        with suppress(RuntimeError), storage.write(NORTH) as transaction:
            transaction.decisions.record([flagged], at=START)
            transaction.audit(by="eve", what="test", detail={}, at=START)
            raise RuntimeError

        with storage.write(NORTH) as transaction:
            assert transaction.decisions.feed(after=0, limit=9) == []
            assert (review_of(storage), transaction.jobs.lease(at=START.replace(year=2100), limit=9)) == (None, [])
            assert transaction.decisions.record([flagged], at=START)[0].position == 1

    def test_transaction_sees_its_own_changes(self, storage: Storage) -> None:
        """Comments that are judged together must know of one another."""
        with storage.write(NORTH) as transaction:
            transaction.decisions.record([entry()], at=START)

            assert transaction.decisions.revisions([CommentId("c-1")]) == {"c-1": 1}

    def test_reader_sees_only_what_is_kept(self, storage: Storage) -> None:
        """A client must never be told of a decision that may yet be undone."""
        with storage.write(NORTH) as transaction:
            transaction.decisions.record([entry()], at=START)
            with pytest.raises(NotFound):
                latest(storage)

        assert latest(storage).id == "c-1"

    def test_reader_does_not_wait_for_a_writer(self, storage: Storage) -> None:
        """A moderator's page must load while comments pour in."""
        record(storage, entry())
        with storage.write(NORTH), ThreadPoolExecutor(1) as pool:
            assert pool.submit(latest, storage).result(timeout=2).id == "c-1"

    def test_writers_of_a_site_stand_in_line(self, storage: Storage) -> None:
        """Two that look at once and write at once would both find nothing, and both record."""
        together, clients = threading.Barrier(8), range(8)

        def count_and_record(client: int) -> int:
            together.wait()
            with storage.write(NORTH) as transaction:
                seen = len(transaction.decisions.feed(after=0, limit=99))
                transaction.decisions.record([entry(submission(comment(id=f"c-{client}")))], at=START)
                return seen

        with ThreadPoolExecutor(8) as pool:
            assert sorted(pool.map(count_and_record, clients)) == list(clients)

    def test_audit_is_kept(self, storage: Storage) -> None:
        """Who set a standing must be known when somebody asks."""
        for site in (NORTH, SOUTH):
            with storage.write(site) as transaction:
                transaction.audit(by="eve", what="author.standing", detail={"author": "u-1"}, at=START)
