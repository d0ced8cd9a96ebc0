"""What every `Desk` must do. Give the suite a fixture `storage` that is empty, with two sites."""

import dataclasses
from datetime import datetime, timedelta
from typing import Any

import pytest

from moderation.domain.batch import Batch, BatchId, BatchItem, BatchState, confirm, refuse
from moderation.domain.comment import CommentId
from moderation.domain.desk import CommentQuery, Note, Shares
from moderation.domain.errors import Conflict, NotFound
from moderation.domain.insights.histogram import ScoreQuery
from moderation.domain.record import Submission
from moderation.domain.review import ReviewId, Ruling, close
from moderation.domain.verdict import Outcome
from moderation.ports import Storage
from moderation.testing.acts import append, record
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH, author, comment, edit, entry, opinion, ruled, submission

LATER = START + timedelta(hours=1)
OUTCOMES = (Outcome.ALLOW, Outcome.FLAG, Outcome.BLOCK)
KINDS = ("queue", "clause", "language", "section")


def keep(storage: Storage, id: str, text: str = "The fees rise again.", **parts: object) -> None:
    """Record a flagged comment with its review."""
    outcome = parts.pop("outcome", Outcome.FLAG)
    assert isinstance(outcome, Outcome)
    sent = submission(comment(text, id=id, **parts))
    with storage.write(NORTH) as transaction:
        transaction.decisions.record([entry(sent, outcome=outcome)], at=START)


def settle(storage: Storage, id: str, outcome: Outcome, *, at: datetime) -> None:
    """Record a flagged comment, and let a person decide on it."""
    keep(storage, id)
    rule_on(storage, id, outcome, at=at)


def keep_scored(storage: Storage, id: str, **scores: float) -> None:
    """Record a flagged comment with its review and the scores of its verdict."""
    made = entry(submission(comment(id=id)), outcome=Outcome.FLAG)
    decision = dataclasses.replace(made.decision, scores=scores)
    with storage.write(NORTH) as transaction:
        transaction.decisions.record([dataclasses.replace(made, decision=decision)], at=START)


def rule_on(storage: Storage, id: str, outcome: Outcome, *, at: datetime = LATER) -> None:
    """Close a comment's review by a ruling."""
    with storage.write(NORTH) as transaction:
        review = transaction.reviews.open_for(CommentId(id))
        assert review is not None
        transaction.reviews.save(close(review, at=at), was=review)
        transaction.decisions.append(ruled(outcome, id=id, at=at))


def by(who: str, *, id: str, **changes: Any) -> Submission:
    """Make a submission of an author."""
    return submission(comment(id=id, author=author(who, **changes)))


def batch(number: int) -> Batch:
    """Make a batch that Mia proposed some minutes later."""
    return Batch(
        id=BatchId(f"b_{number}"),
        site=NORTH,
        by="mia",
        at=START + timedelta(minutes=number),
        ruling=Ruling.REJECT,
        clause="attacks",
        note="A raid. Ֆ",
        items=(BatchItem(comment_id=CommentId("c-1"), review=ReviewId("r_1"), version=2),),
    )


class DeskContract:
    """Comments are found by what people know of them; past cases and notes stand beside."""

    def past(self, storage: Storage, id: str, *, since: datetime, is_verified: bool = True) -> tuple[int, int]:
        """Return what the author of a comment wrote lately: what stands, what was rejected."""
        with storage.read(NORTH) as transaction:
            found = transaction.decisions.comment(CommentId(id))
            past = transaction.desk.author_past(found, is_verified=is_verified, since=since)
        return past.approved, past.rejected

    @pytest.mark.parametrize("wanted", ["c-1", "u-7", "beatrix", "FÉES rise", "https://news.example/1#c"])
    def test_comment_is_found_by_what_is_known_of_it(self, storage: Storage, wanted: str) -> None:
        """Somebody calls about a comment, and knows a name, a link, or a few of its words."""
        keep(storage, "c-1", author=author("u-7", name="Beatrix B."), url="https://news.example/1#c")
        keep(storage, "c-2", "Something else.")

        with storage.read(NORTH) as transaction:
            found = transaction.desk.search(CommentQuery(wanted=wanted))
        assert [each.id for each in found] == ["c-1"]

    @pytest.mark.parametrize("wanted", ["%", "_", "c-9", "' OR 1=1 --"])
    def test_signs_of_the_database_mean_themselves(self, storage: Storage, wanted: str) -> None:
        """A percent sign is looked for, and does not stand for everything."""
        keep(storage, "c-1")

        with storage.read(NORTH) as transaction:
            assert transaction.desk.search(CommentQuery(wanted=wanted)) == []

    def test_search_goes_on_where_the_page_before_ended(self, storage: Storage) -> None:
        """Whoever reads what was published must see each comment once."""
        for number in range(5):
            keep(storage, f"c-{number}", outcome=Outcome.ALLOW)
        with storage.read(NORTH) as transaction:
            first = transaction.desk.search(CommentQuery(outcome=Outcome.ALLOW, limit=3))
            place = first[-1].received_at, first[-1].id
            rest = transaction.desk.search(CommentQuery(outcome=Outcome.ALLOW, after=place))

        assert [each.id for each in first + rest] == [f"c-{number}" for number in (4, 3, 2, 1, 0)]

    def test_text_of_each_revision_is_kept_until_it_is_erased(self, storage: Storage) -> None:
        """Whoever read the first version is shown what became of it."""
        keep(storage, "c-1")
        second = entry(edit("The fees fall."), revision=2, outcome=Outcome.FLAG)
        with storage.write(NORTH) as transaction:
            transaction.decisions.record([second], at=LATER)
            texts = [transaction.desk.text(CommentId("c-1"), revision=number) for number in (1, 2, 3)]
            transaction.decisions.erase(CommentId("c-1"), at=LATER)
            erased = transaction.desk.text(CommentId("c-1"), revision=1)

        assert texts == ["The fees rise again.", "The fees fall.", None]
        assert erased is None

    def test_another_site_finds_nothing(self, storage: Storage) -> None:
        """What one newsroom keeps is no business of the next."""
        keep(storage, "c-1")

        with storage.read(SOUTH) as transaction:
            assert transaction.desk.search(CommentQuery()) == []
            assert transaction.desk.waiting() == []
            assert transaction.desk.closed_since(START) == 0
            assert transaction.desk.text(CommentId("c-1"), revision=1) is None

    def test_waiting_is_counted_by_kind(self, storage: Storage) -> None:
        """The desk shows how much waits where, and for how long."""
        for id in ("c-1", "c-2"):
            keep(storage, id)
        with storage.read(NORTH) as transaction:
            (kind,) = transaction.desk.waiting()

        assert (kind.queue, kind.count, kind.oldest) == ("attacks", 2, START)

    def test_what_was_closed_lately_is_counted(self, storage: Storage) -> None:
        """Whoever has nothing left to do sees what was done."""
        keep(storage, "c-3")
        settle(storage, "c-1", Outcome.BLOCK, at=LATER)
        settle(storage, "c-2", Outcome.ALLOW, at=LATER + timedelta(hours=1))

        with storage.read(NORTH) as transaction:
            counts = [transaction.desk.closed_since(LATER + timedelta(hours=hours)) for hours in (0, 1, 2)]
        assert counts == [2, 1, 0]

    def test_past_cases_are_those_that_people_decided(self, storage: Storage) -> None:
        """What the newsroom did with the like is the best advice there is."""
        keep(storage, "c-3")
        settle(storage, "c-1", Outcome.BLOCK, at=LATER)
        settle(storage, "c-2", Outcome.ALLOW, at=LATER + timedelta(hours=1))

        with storage.read(NORTH) as transaction:
            shares = transaction.desk.shares("attacks", limit=5)
            cases = transaction.desk.precedents("attacks", limit=5)
        assert shares == Shares(approved=1, rejected=1)
        assert [each.id for each in cases] == ["c-2", "c-1"]

    def test_past_cases_are_the_latest(self, storage: Storage) -> None:
        """What the desk did years ago says little, and takes long to count."""
        settle(storage, "c-1", Outcome.BLOCK, at=LATER)
        settle(storage, "c-2", Outcome.ALLOW, at=LATER + timedelta(hours=1))

        with storage.read(NORTH) as transaction:
            assert transaction.desk.shares("attacks", limit=1) == Shares(approved=1, rejected=0)
            assert [each.id for each in transaction.desk.precedents("attacks", limit=1)] == ["c-2"]

    def test_scores_are_those_of_what_waits_as_asked(self, storage: Storage) -> None:
        """Whoever works a queue by score must see all of it, and nothing that is decided."""
        for id, score in (("c-1", 0.25), ("c-2", 0.75), ("c-3", 0.5)):
            keep_scored(storage, id, toxicity=score)
        keep_scored(storage, "c-4", insult=0.5)
        rule_on(storage, "c-3", Outcome.BLOCK)

        with storage.read(NORTH) as transaction:
            desk, query = transaction.desk, ScoreQuery(attribute="toxicity", queue="attacks", language="en")
            found = {each.comment_id: each.score for each in desk.waiting_scores(query)}
            elsewhere = [desk.waiting_scores(dataclasses.replace(query, **{name: "x"})) for name in KINDS]
        assert found == {"c-1": 0.25, "c-2": 0.75}
        assert elsewhere == [[], [], [], []]

    def test_scores_of_rulings_are_the_latest_once_each(self, storage: Storage) -> None:
        """What a person decided on the like, and did not take back, is what a bar is worth."""
        for number, outcome in enumerate((Outcome.BLOCK, Outcome.ALLOW, Outcome.BLOCK, Outcome.FLAG)):
            keep_scored(storage, f"c-{number}", toxicity=number / 4)
            rule_on(storage, f"c-{number}", outcome, at=LATER + timedelta(minutes=number))
        keep_scored(storage, "c-9", toxicity=0.9)
        query = ScoreQuery(attribute="toxicity")
        with storage.read(NORTH) as transaction:
            found, latest = (transaction.desk.ruled_scores(query, limit=limit) for limit in (9, 2))

        assert [(each.score, each.is_rejected) for each in found] == [(0.5, True), (0.25, False), (0.0, True)]
        assert latest == found[:2]

    def test_copies_are_what_waits_with_the_same_text(self, storage: Storage) -> None:
        """A raid of one text is decided once."""
        for id, text in (("c-1", "Buy now."), ("c-2", "Buy now."), ("c-3", "Something else.")):
            keep(storage, id, text)

        with storage.read(NORTH) as transaction:
            assert [each.comment_id for each in transaction.desk.copies(CommentId("c-1"))] == ["c-2"]
            assert transaction.desk.copies(CommentId("c-3")) == []

    def test_author_past_counts_what_is_late_and_the_authors_own(self, storage: Storage) -> None:
        """Half a year of good comments does not hide a bad month, and what somebody typed is not the account's."""
        record(storage, *(entry(by("u-1", id=f"c-{n}"), at=START, outcome=OUTCOMES[n]) for n in range(3)))
        record(storage, entry(by("u-1", id="c-4"), at=LATER), at=LATER)
        record(storage, entry(by("u-1", id="c-5", verified=False), at=LATER), at=LATER)
        append(storage, ruled(Outcome.BLOCK, id="c-1", at=LATER))

        assert self.past(storage, "c-0", since=START - timedelta(days=1)) == (2, 1)
        assert self.past(storage, "c-0", since=START) == (1, 0)
        assert self.past(storage, "c-0", since=START, is_verified=False) == (1, 0)

    def test_author_past_tells_who_looks_alike(self, storage: Storage) -> None:
        """Those whom the site vouches for stand first, then the elder; oneself and other sites are not told."""
        record(storage, entry(by("u-1", id="c-1", name="Paul")))
        record(storage, entry(by("u-2", id="c-2", name="PauI", verified=False)))
        record(storage, entry(by("u-3", id="c-3", name="Pau1"), at=LATER), at=LATER)
        record(storage, entry(by("u-4", id="c-4", name="Paula")))
        record(storage, entry(submission(comment(site=SOUTH, author=author("u-5", name="Paul")))))

        with storage.read(NORTH) as transaction:
            found = transaction.decisions.comment(CommentId("c-1"))
            past = transaction.desk.author_past(found, is_verified=True, since=START)
        assert [(each.key, each.name, each.verified) for each in past.namesakes] == [
            ("u-3", "Pau1", True),
            ("u-2", "PauI", False),
        ]

    def test_who_is_erased_looks_like_nobody(self, storage: Storage) -> None:
        """Of a name that was to be forgotten its shape is forgotten, too."""
        record(storage, entry(by("u-1", id="c-1")), entry(by("u-2", id="c-2")))
        with storage.write(NORTH) as transaction:
            transaction.decisions.erase(CommentId("c-2"), at=LATER)

        with storage.read(NORTH) as transaction:
            found = transaction.decisions.comment(CommentId("c-1"))
            past = transaction.desk.author_past(found, is_verified=True, since=START)
        assert past.namesakes == ()

    def test_author_past_counts_others_at_the_address(self, storage: Storage) -> None:
        """Three voices from one desk may be one person; an address is never shown, only how many."""
        since, sent = START - timedelta(days=1), ("u-1", "u-1", "u-2", "u-3")
        for number, who in enumerate(sent):
            record(storage, entry(dataclasses.replace(by(who, id=f"c-{number}"), ip_key="here")))
        record(storage, entry(by("u-4", id="c-8")))
        with storage.read(NORTH) as transaction:
            counts = [
                transaction.desk.author_past(
                    transaction.decisions.comment(CommentId(id)), is_verified=True, since=moment
                ).same_address
                for id, moment in (("c-0", since), ("c-2", since), ("c-8", since), ("c-0", START))
            ]

        assert counts == [2, 2, 0, 0]

    def test_opinions_are_kept_in_order(self, storage: Storage) -> None:
        """What a second moderator concluded counts for agreement, and stands beside the ruling."""
        keep(storage, "c-1")
        made = opinion("c-1", at=LATER)
        both = [made, dataclasses.replace(made, by="eva", second=Outcome.ALLOW, clause=None, note="Banter.")]
        with storage.write(NORTH) as transaction:
            for each in both:
                transaction.desk.add_opinion(each)

        with storage.read(NORTH) as transaction:
            assert transaction.desk.opinions(CommentId("c-1")) == both
            assert transaction.desk.opinions(CommentId("c-2")) == []
            assert transaction.records.opinions(since=LATER) == both
            assert transaction.records.opinions(since=LATER + timedelta(seconds=1)) == []
        with storage.read(SOUTH) as transaction:
            assert transaction.records.opinions(since=START) == []

    def test_notes_are_kept_in_order(self, storage: Storage) -> None:
        """The next shift reads what this one thought."""
        keep(storage, "c-1")
        note = Note(site=NORTH, comment_id=CommentId("c-1"), by="ann", text="Seen before.", at=LATER)
        notes = [note, dataclasses.replace(note, by="ben", text="Agreed.")]
        with storage.write(NORTH) as transaction:
            for each in notes:
                transaction.desk.add_note(each)

        with storage.read(NORTH) as transaction:
            assert transaction.desk.notes(CommentId("c-1")) == notes
            assert transaction.desk.reports(CommentId("c-1")) == []

    def test_batch_comes_back_exactly(self, storage: Storage) -> None:
        """Whoever confirms must see what was proposed, and nothing else."""
        with storage.write(NORTH) as transaction:
            for number in range(3):
                transaction.desk.add_batch(batch(number))
            refused = refuse(batch(1), by="ben", at=LATER)
            transaction.desk.save_batch(refused, was=batch(1))

        with storage.read(NORTH) as transaction:
            assert transaction.desk.batch(BatchId("b_0")) == batch(0)
            assert transaction.desk.batches(states=(BatchState.WAITING,), limit=9) == [batch(2), batch(0)]
            assert transaction.desk.batches(states=tuple(BatchState), limit=2) == [batch(2), refused]
        with storage.read(SOUTH) as transaction:
            assert transaction.desk.batches(states=tuple(BatchState), limit=9) == []
            with pytest.raises(NotFound):
                transaction.desk.batch(BatchId("b_0"))

    def test_batch_is_settled_once(self, storage: Storage) -> None:
        """Of two who answer at once, the second is told."""
        with storage.write(NORTH) as transaction:
            transaction.desk.add_batch(batch(0))
            transaction.desk.save_batch(confirm(batch(0), by="ben", at=LATER), was=batch(0))

        with storage.write(NORTH) as transaction, pytest.raises(Conflict):
            transaction.desk.save_batch(refuse(batch(0), by="eve", at=LATER), was=batch(0))
