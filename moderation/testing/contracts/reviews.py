"""What every `Reviews` must do. Give the suite a fixture `storage` with the sites NORTH and SOUTH, empty."""

import dataclasses
from datetime import timedelta

import pytest

from moderation.domain.comment import CommentId
from moderation.domain.errors import NotFound, StaleVersion
from moderation.domain.review import SECOND, Order, Review, ReviewId, ReviewQuery, State, claim, close, place_of
from moderation.domain.verdict import Outcome
from moderation.ports import Storage
from moderation.testing.acts import page, record, review_of
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH, comment, entry, submission

#: Priority and minutes after START of each review, chosen so that every order differs.
QUEUE = ((50, 0), (100, 1), (10, 2), (50, 3), (50, 3))


def fill(storage: Storage, queue: tuple[tuple[int, int], ...] = QUEUE, *, start: int = 0) -> list[str]:
    """Flag comments so that their reviews have these priorities and times; returns the comments' ids."""
    for number, (priority, minutes) in enumerate(queue, start=start):
        flagged = entry(submission(comment(id=f"c-{number}")), outcome=Outcome.FLAG)
        assert flagged.review
        opened_at = START + timedelta(minutes=minutes)
        placed = dataclasses.replace(
            flagged.review,
            priority=priority,
            report_count=number % 3,
            opened_at=opened_at,
            id=ReviewId(f"r-{number}"),
        )
        record(storage, dataclasses.replace(flagged, review=placed))
    return [f"r-{number}" for number in range(start, start + len(queue))]


class ReviewsContract:
    """What is flagged waits in a queue, and is changed only as it was read."""

    def test_words_narrow_what_is_listed(self, storage: Storage) -> None:
        """Disguise hides nothing, and signs of the database mean themselves."""
        for id, text in (("c-1", "A tr0mb0ne again."), ("c-2", "A flute.")):
            record(storage, entry(submission(comment(text, id=id)), outcome=Outcome.FLAG))

        with storage.read(NORTH) as transaction:
            found = [transaction.reviews.page(ReviewQuery(words=words)) for words in ("Trombone ", "%", "flute")]
        assert [[each.comment_id for each, _ in page] for page in found] == [["c-1"], [], ["c-2"]]

    def test_what_somebody_holds_is_found_until_it_lapses(self, storage: Storage) -> None:
        """The one that lapses first stands first; what was given back is nobody's."""
        for number in range(3):
            record(storage, entry(submission(comment(id=f"c-{number}")), outcome=Outcome.FLAG))
        with storage.write(NORTH) as transaction:
            for number, by in ((2, "mia"), (1, "ben"), (0, "mia")):
                was = transaction.reviews.open_for(CommentId(f"c-{number}"))
                assert was is not None
                taken = claim(was, moderator=by, at=START - timedelta(minutes=number))
                transaction.reviews.save(taken, was=was)

        with storage.read(NORTH) as transaction:
            found = [transaction.reviews.held_by("mia", at=START + timedelta(minutes=n)) for n in (0, 4, 6)]
        assert [[each.comment_id for each in held] for held in found] == [["c-2", "c-0"], ["c-0"], []]

    def test_review_comes_back_exactly(self, storage: Storage) -> None:
        """A moderator decides by what the review shows."""
        flagged = entry(outcome=Outcome.FLAG)
        record(storage, flagged)

        with storage.read(NORTH) as transaction:
            assert flagged.review is not None
            assert transaction.reviews.get(flagged.review.id) == flagged.review
        assert review_of(storage) == flagged.review

    def test_review_of_another_site_is_not_found(self, storage: Storage) -> None:
        """An id that was guessed or leaked must open nothing."""
        fill(storage, QUEUE[:1])

        with storage.read(SOUTH) as transaction, pytest.raises(NotFound):
            transaction.reviews.get(ReviewId("r-0"))
        assert review_of(storage, "c-0", site=SOUTH) is None
        assert page(storage, site=SOUTH) == []

    def test_change_of_a_version_that_is_gone_is_refused(self, storage: Storage) -> None:
        """Of two people who read the same version, only the first may change it."""
        fill(storage, QUEUE[:1])
        was = _only(storage)
        with storage.write(NORTH) as transaction:
            transaction.reviews.save(claim(was, moderator="mia", at=START), was=was)

        with storage.write(NORTH) as transaction, pytest.raises(StaleVersion):
            transaction.reviews.save(claim(was, moderator="ben", at=START), was=was)
        assert _only(storage).claimed_by == "mia"

    def test_waits_of_the_last_closed_are_told(self, storage: Storage) -> None:
        """What the writer reads of the usual wait is what it was lately, and not last year."""
        fill(storage, ((50, 0), (50, 1), (50, 2)))
        with storage.write(NORTH) as transaction:
            for id, minutes in (("r-0", 90), ("r-1", 61)):
                was = transaction.reviews.get(ReviewId(id))
                transaction.reviews.save(close(was, at=START + timedelta(minutes=minutes)), was=was)

        with storage.read(NORTH) as transaction:
            assert transaction.reviews.waits(limit=9) == [timedelta(minutes=90), timedelta(minutes=60)]
            assert transaction.reviews.waits(limit=1) == [timedelta(minutes=90)]
        with storage.read(SOUTH) as transaction:
            assert transaction.reviews.waits(limit=9) == []

    def test_what_waits_for_a_measure_is_no_usual_wait(self, storage: Storage) -> None:
        """A second look is taken when there is time, and no writer waits for it."""
        fill(storage, ((50, 0), (50, 0)))
        with storage.write(NORTH) as transaction:
            for id, queue, minutes in (("r-0", "attacks", 5), ("r-1", SECOND, 9_000)):
                was = transaction.reviews.get(ReviewId(id))
                closed = close(was, at=START + timedelta(minutes=minutes))
                transaction.reviews.save(dataclasses.replace(closed, queue=queue), was=was)

        with storage.read(NORTH) as transaction:
            assert transaction.reviews.waits(limit=9) == [timedelta(minutes=5)]

    def test_who_is_not_to_look_again_is_kept(self, storage: Storage) -> None:
        """Two moderators who disagree are both parties."""
        fill(storage, QUEUE[:1])
        with storage.write(NORTH) as transaction:
            was = transaction.reviews.get(ReviewId("r-0"))
            parties = dataclasses.replace(was, not_for=("mia", "ben of sport"), version=was.version + 1)
            transaction.reviews.save(parties, was=was)

        assert was.not_for == ()
        assert page(storage) == [parties]

    def test_what_waits_of_some_comments_is_found_at_once(self, storage: Storage) -> None:
        """A list of fifty comments must not ask fifty times, and what is closed or elsewhere is not there."""
        fill(storage, QUEUE[:3])
        with storage.write(NORTH) as transaction:
            was = transaction.reviews.get(ReviewId("r-1"))
            transaction.reviews.save(close(was, at=START), was=was)
        asked = [CommentId(f"c-{number}") for number in (0, 1, 9)]

        with storage.read(NORTH) as transaction:
            found = transaction.reviews.open_for_all(asked)
            assert {id: review.id for id, review in found.items()} == {"c-0": "r-0"}
            assert transaction.reviews.open_for_all([]) == {}
        with storage.read(SOUTH) as transaction:
            assert transaction.reviews.open_for_all(asked) == {}

    def test_closed_review_waits_no_longer(self, storage: Storage) -> None:
        """What is decided must leave the queue, its counts and the comment."""
        fill(storage, QUEUE[:1])
        was = _only(storage)
        with storage.write(NORTH) as transaction:
            transaction.reviews.save(close(was, at=START), was=was)

        with storage.read(NORTH) as transaction:
            assert (transaction.reviews.open_for(was.comment_id), transaction.reviews.counts()) == (None, {})
        assert page(storage) == []
        assert [review.state for review in page(storage, ReviewQuery(states=(State.CLOSED,)))] == ["closed"]

    @pytest.mark.parametrize(
        ("order", "expected"),
        [
            (Order.PRIORITY, ["r-1", "r-0", "r-3", "r-4", "r-2"]),
            (Order.OLDEST, ["r-0", "r-1", "r-2", "r-3", "r-4"]),
            (Order.NEWEST, ["r-4", "r-3", "r-2", "r-1", "r-0"]),
            (Order.REPORTED, ["r-2", "r-1", "r-4", "r-0", "r-3"]),
        ],
    )
    def test_queue_is_worked_in_the_order_asked_for(
        self, storage: Storage, order: Order, expected: list[str]
    ) -> None:
        """A threat must not wait behind a hundred links, and nothing may wait for ever."""
        fill(storage)

        assert [review.id for review in page(storage, ReviewQuery(order=order))] == expected

    @pytest.mark.parametrize("order", list(Order))
    @pytest.mark.parametrize("limit", [1, 2, 3])
    def test_pages_show_each_review_once_while_others_come(
        self, storage: Storage, order: Order, limit: int
    ) -> None:
        """A queue that moves while it is read must neither hide a comment nor show it twice."""
        old, seen, query = fill(storage), list[str](), ReviewQuery(order=order, limit=limit)
        while not set(old) <= set(seen) and (found := page(storage, query)):
            seen += [review.id for review in found]
            fill(storage, ((100, 0), (50, 2)) if len(seen) < 4 else (), start=10 + 2 * len(seen))
            query = dataclasses.replace(query, after=place_of(found[-1], order))

        assert sorted(id for id in seen if id in old) == old
        assert len(seen) == len(set(seen))

    @pytest.mark.parametrize(
        ("filters", "found"),
        [
            ({"queue": "attacks"}, 1),
            ({"queue": "links"}, 0),
            ({"clause": "attacks"}, 1),
            ({"clause": "spam"}, 0),
            ({"language": "en"}, 1),
            ({"language": "de"}, 0),
            ({"section": "city"}, 1),
            ({"section": "sport"}, 0),
            ({"states": (State.OPEN,)}, 1),
            ({"states": (State.CLAIMED, State.CLOSED)}, 0),
        ],
    )
    def test_queue_can_be_narrowed(self, storage: Storage, filters: dict[str, object], found: int) -> None:
        """Who reads German, or knows the sports desk, works on what they can judge."""
        fill(storage, QUEUE[:1])
        query = dataclasses.replace(ReviewQuery(), **filters)  # type: ignore[arg-type]

        assert len(page(storage, query)) == found

    def test_review_comes_with_the_text_that_was_flagged(self, storage: Storage) -> None:
        """The queue shows what is to be judged, without another request for each."""
        record(storage, entry(submission(comment("You idiot.")), outcome=Outcome.FLAG))

        with storage.read(NORTH) as transaction:
            ((shown, stored),) = transaction.reviews.page(ReviewQuery())
            assert (stored.text, stored.revision) == ("You idiot.", shown.revision)

    def test_counts_tell_how_many_wait_and_since_when(self, storage: Storage) -> None:
        """A desk is staffed by the length of its queues and the age of the oldest comment."""
        fill(storage)

        with storage.read(NORTH) as transaction:
            assert transaction.reviews.counts() == {"attacks": (5, START)}


def _only(storage: Storage) -> Review:
    (review,) = page(storage)
    return review
