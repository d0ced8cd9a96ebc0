"""What every `Authors` must tell of the past. Give the suite a `storage` with the sites NORTH and SOUTH, empty."""

import dataclasses
from datetime import timedelta
from typing import Any

import pytest

from moderation.domain.comment import Comment, CommentId, Parent, SiteId
from moderation.domain.decision import DecisionId
from moderation.domain.history import DEEPEST, RECENT, History, Talk
from moderation.domain.marks import marks_of
from moderation.domain.near_copies import letters_of
from moderation.domain.record import Submission
from moderation.domain.standing import Strike
from moderation.domain.text import normalise
from moderation.domain.verdict import Outcome
from moderation.ports import Storage
from moderation.testing.acts import append, history, record
from moderation.testing.clock import START, FixedClock
from moderation.testing.factories import NORTH, SOUTH, author, comment, edit, entry, ruled, submission

LATER = FixedClock().advance(minutes=5)
WINDOWS = ("rate.author.600", "rate.ip.600", "rate.article.600", "duplicate.author.600", "duplicate.any.600")


def by(
    id: str,
    *,
    text: str = "The fees rise again.",
    comment_id: str = "c-9",
    marks: tuple[str, ...] = (),
    **changes: Any,
) -> Submission:
    """Make a submission of an author, from an address of their own."""
    made: Comment = comment(text, id=comment_id, author=author(id, **changes))
    return submission(made, ip_key=f"ip of {id}", marks=marks)


def marked(id: str, text: str, comment_id: str) -> Submission:
    """Make a submission that carries its sketch."""
    read = normalise(text)
    marks = marks_of(read, ["similarity.any.1.600"], letters=letters_of(read.soft.text))
    return by(id, text=text, comment_id=comment_id, marks=marks)


def answering(parent: Parent | None) -> Submission:
    """Make a submission that answers another comment."""
    sent = by("u-4")
    return dataclasses.replace(sent, comment=dataclasses.replace(sent.comment, parent=parent))


APPEAL = (
    "Neighbours of Ashby, vote no on the library levy this Tuesday: they promised to never raise it again,"
    " and then they shut the swimming pool and the old school to pay for the new town hall."
)


class HistoriesContract:
    """What is known of an author and an article, before the next comment is judged."""

    def test_stranger_has_no_past(self, storage: Storage) -> None:
        """A newcomer is nobody's repeat offender."""
        assert history(storage, by("u-1"), "thread.length", "author.approved") == History()

    def test_counts_what_stands_and_what_a_person_rejected(self, storage: Storage) -> None:
        """A policy's block that no person saw says nothing about the author."""
        outcomes = [Outcome.ALLOW, Outcome.ALLOW, Outcome.BLOCK, Outcome.FLAG]
        sent = [by("u-1", comment_id=f"c-{n}") for n in range(4)]
        record(storage, *(entry(s, outcome=o) for s, o in zip(sent, outcomes, strict=True)))
        append(storage, ruled(Outcome.BLOCK, id="c-0", at=LATER))

        found = history(storage, by("u-1"), "author.approved")
        assert (found.approved, found.rejected, found.first_seen) == (1, 1, START)

    def test_edits_count_once(self, storage: Storage) -> None:
        """Who mends a typo five times has written one comment."""
        record(storage, entry(by("u-1", comment_id="c-1")))
        record(storage, entry(edit("Mended."), revision=2, at=LATER))

        found = history(storage, by("u-1"), "author.approved", "rate.author.600", "thread.length", at=LATER)
        assert (found.approved, found.counts["rate.author.600"], found.thread_length) == (1, 1, 1)

    def test_what_was_written_in_a_name_nobody_vouches_for_is_not_the_accounts(self, storage: Storage) -> None:
        """Anybody can type an id; their rejections must not stick to the person who holds the account."""
        record(storage, entry(by("u-1", verified=False, comment_id="c-1")))
        append(storage, ruled(Outcome.BLOCK, at=LATER))

        assert history(storage, by("u-1"), "author.rejected").rejected == 0
        assert history(storage, by("u-1", verified=False), "author.rejected").rejected == 1

    @pytest.mark.parametrize(
        ("sent", "counts"),
        [
            (by("u-1", text="Other."), (2, 2, 3, 0, 0)),
            (by("u-2", text="Other."), (1, 1, 3, 0, 0)),
            (by("u-3"), (0, 0, 3, 0, 3)),
            (by("u-1"), (2, 2, 3, 2, 3)),
            (by("u-1", comment_id="c-0"), (1, 1, 2, 1, 2)),
        ],
        ids=["same author", "other author", "stranger with the same text", "same of all", "itself again"],
    )
    def test_windows_count_other_comments(
        self, storage: Storage, sent: Submission, counts: tuple[int, ...]
    ) -> None:
        """Floods and copies are seen by what came before, and a comment is no copy of itself."""
        earlier = [by("u-1", comment_id="c-0"), by("u-1", comment_id="c-1"), by("u-2", comment_id="c-2")]
        record(storage, *map(entry, earlier))

        found = history(storage, sent, *WINDOWS, at=LATER)
        assert tuple(found.counts[name] for name in WINDOWS) == counts

    def test_windows_end(self, storage: Storage) -> None:
        """A comment of last week is no flood today."""
        record(storage, entry(by("u-1", comment_id="c-0")))

        found = history(storage, by("u-1"), *WINDOWS, at=START + timedelta(seconds=600))
        assert set(found.counts.values()) == {0}

    @pytest.mark.parametrize(
        ("kinds", "count"),
        [
            ("article", 5),
            ("article.new_authors", 3),
            ("article.distinct_author", 3),
            ("article.new_authors.distinct_author", 2),
            ("article.distinct_ip", 3),
            ("text", 2),
            ("text.distinct_author", 2),
            ("text.new_authors", 1),
            ("link_domain", 2),
            ("link_domain.distinct_author", 2),
            ("link_domain.new_authors", 1),
            ("author.distinct_article", 0),
        ],
    )
    def test_windows_count_what_is_shared_by_whom(self, storage: Storage, kinds: str, count: int) -> None:
        """A raid is many strangers under one article, and an advertiser one site under many names."""
        early = entry(by("u-1", comment_id="t-0")), entry(by("u-3", comment_id="t-9"), outcome=Outcome.FLAG)
        record(storage, *early)
        links = "link a.example", "link b.example"
        made = [
            by("u-1", comment_id="t-1"),
            by("u-2", comment_id="t-2", marks=("link c.example",)),
            by("u-2", comment_id="t-3", text="Look.", marks=links),
            by("u-3", comment_id="t-4", text="So it is."),
            by("u-1", comment_id="t-5", text="Look.", marks=links),
            by("u-9", marks=links),
        ]
        record(storage, *(entry(sent, at=LATER) for sent in made), at=LATER)

        asked = f"rate.{kinds}.60"
        assert history(storage, made[-1], asked, at=LATER).counts == {asked: count}

    @pytest.mark.parametrize(
        ("asked", "likeness"),
        [
            ("any.1.600", 1.0),
            ("any.2.600", 0.882),
            ("any.3.600", 0.786),
            ("any.4.600", 0.0),
            ("author.1.600", 0.882),
            ("author.2.600", 0.0),
            ("any.1.60", 0.0),
        ],
    )
    def test_near_copies_are_found_in_a_window(self, storage: Storage, asked: str, likeness: float) -> None:
        """Who sends the same appeal everywhere changes a word each time."""
        texts = {
            "u-1": APPEAL.replace("shut", "closed"),
            "u-2": APPEAL + "!!",
            "u-3": APPEAL.replace("Ashby", "Northam").replace("never", "not"),
            "u-4": "The fees for parking rise again, and nobody of the council can tell what they are spent on.",
        }
        record(storage, *(entry(marked(id, text, f"t-{id}")) for id, text in texts.items()))
        record(storage, entry(marked("u-1", APPEAL, "c-9"), at=LATER), at=LATER)

        found = history(storage, marked("u-1", APPEAL, "c-9"), f"similarity.{asked}", at=LATER).counts
        assert found == {f"similarity.{asked}": likeness}

    def test_many_copies_hide_no_other_comment(self, storage: Storage) -> None:
        """Of a flood only the newest are looked at, and what is compared is bounded."""
        flood = [entry(marked("u-1", APPEAL, f"t-{n}")) for n in range(140)]
        record(storage, *flood)
        record(storage, entry(marked("u-2", APPEAL, "t-x"), at=LATER), at=LATER)

        found = history(storage, marked("u-3", APPEAL, "c-9"), "similarity.any.20.3600", at=LATER).counts
        assert found == {"similarity.any.20.3600": 1.0}

    def test_texts_without_words_are_like_nothing(self, storage: Storage) -> None:
        """Two empty comments are no campaign."""
        empty = dataclasses.replace(by("u-1", text=""), letters="")
        record(storage, entry(dataclasses.replace(empty, comment=comment("", id="t-1"))))

        assert history(storage, empty, "similarity.any.1.60").counts == {"similarity.any.1.60": 0.0}

    def test_marks_go_with_the_text(self, storage: Storage) -> None:
        """Where somebody linked to is part of what they wrote."""
        record(storage, entry(by("u-1", comment_id="t-1", marks=("link a.example",))))
        asked, sent = "rate.link_domain.60", by("u-2", marks=("link a.example",))
        counts = [history(storage, sent, asked).counts[asked]]
        with storage.write(NORTH) as transaction:
            transaction.decisions.erase(CommentId("t-1"), at=LATER)
        counts.append(history(storage, sent, asked).counts[asked])

        assert counts == [1, 0]

    def test_thread_length_counts_comments_of_the_article(self, storage: Storage) -> None:
        """Where a discussion gets long, a policy may look closer."""
        record(storage, *(entry(by("u-1", comment_id=f"c-{n}")) for n in range(3)))
        elsewhere = dataclasses.replace(by("u-1"), article_key="a-2")

        assert history(storage, by("u-2"), "thread.length").thread_length == 3
        assert history(storage, elsewhere, "thread.length").thread_length == 0

    def test_names_of_a_thread_are_those_whose_comments_stand(self, storage: Storage) -> None:
        """Who is meant by a name is told by those who write here; what was stopped nobody has read."""
        record(storage, entry(by("u-1", name="Ann", comment_id="c-1")))
        record(storage, entry(by("u-2", name="Bob", comment_id="c-2"), outcome=Outcome.BLOCK))
        record(
            storage,
            entry(by("u-3", name="Cleo", comment_id="c-3")),
            entry(by("u-3", name="Cleo", comment_id="c-4")),
        )
        elsewhere = dataclasses.replace(by("u-4"), article_key="a-2")

        assert history(storage, by("u-4"), "target").thread_names == ("Ann", "Cleo")
        assert history(storage, by("u-4")).thread_names == ()
        assert history(storage, elsewhere, "target").thread_names == ()

    def test_author_of_the_parent_is_looked_up_where_the_site_sends_its_id_alone(self, storage: Storage) -> None:
        """Many clients know the number of what is answered, and no name."""
        record(storage, entry(by("u-1", name="Ann", comment_id="c-1")))
        found = [
            history(storage, answering(parent), "target").parent_author
            for parent in (
                Parent(id=CommentId("c-1")),
                Parent(id=CommentId("c-1"), author="Ann B"),
                Parent(id=CommentId("c-404")),
                None,
            )
        ]

        assert found == ["Ann", None, None, None]

    def test_depth_is_what_stands_above(self, storage: Storage) -> None:
        """Where a quarrel has gone on for ten answers, a policy may look closer."""
        above = {"c-1": None, "c-2": Parent(id=CommentId("c-1")), "c-3": Parent(id=CommentId("c-2"))}
        for id, parent in above.items():
            record(storage, entry(submission(comment(id=id, parent=parent))))
        asked = (
            None,
            *(Parent(id=CommentId(id)) for id in above),
            Parent(id=CommentId("c-404")),
            Parent(text="x"),
        )

        found = [history(storage, answering(parent), "thread.depth").talk.depth for parent in asked]
        assert found == [0, 1, 2, 3, 1, 1]

    def test_comments_that_answer_each_other_have_an_end(self, storage: Storage) -> None:
        """Ids come from outside, and a circle of them must not occupy the service."""
        for id, other in (("c-1", "c-2"), ("c-2", "c-1")):
            record(storage, entry(submission(comment(id=id, parent=Parent(id=CommentId(other))))))

        assert history(storage, answering(Parent(id=CommentId("c-1"))), "thread.depth").talk.depth == DEEPEST

    def test_role_of_whom_a_comment_answers_is_looked_up(self, storage: Storage) -> None:
        """The newsroom answers, and is answered, below the line."""
        record(storage, entry(by("u-1", role="staff", comment_id="c-1")), entry(by("u-2", comment_id="c-2")))
        record(storage, entry(by("u-1", role="staff", comment_id="c-3")))
        with storage.write(NORTH) as transaction:
            transaction.decisions.erase(CommentId("c-3"), at=LATER)
        asked = [Parent(id=CommentId(id)) for id in ("c-1", "c-2", "c-3", "c-404")]

        found = [
            history(storage, answering(p), "thread.replies_to_staff").talk.parent_role for p in (*asked, None)
        ]
        assert found == ["staff", "", None, None, None]

    def test_temperature_is_the_share_of_the_last_comments_that_do_not_stand(self, storage: Storage) -> None:
        """A talk in which much was stopped lately is one to look at."""
        assert history(storage, by("u-1"), "thread.temperature").talk.temperature == 0.0
        outcomes = [Outcome.BLOCK] * 5 + [Outcome.ALLOW, Outcome.FLAG] * (RECENT // 2)
        for n, outcome in enumerate(outcomes):
            at = START + timedelta(seconds=n)
            record(storage, entry(by("u-2", comment_id=f"t-{n}"), outcome=outcome), at=at)
        nowhere = dataclasses.replace(by("u-1"), article_key=None)

        assert history(storage, by("u-1"), "thread.temperature").talk.temperature == 0.5
        assert history(storage, by("u-1", comment_id="t-54"), "thread.temperature").talk.temperature == 0.5
        assert history(storage, nowhere, "thread.temperature").talk == Talk()

    def test_talk_is_looked_up_only_where_it_is_asked(self, storage: Storage) -> None:
        """What no rule asks for costs nothing."""
        record(storage, entry(by("u-1", comment_id="c-1")))

        assert history(storage, answering(Parent(id=CommentId("c-1"))), "thread.length").talk == Talk()

    def test_erased_names_are_told_no_more(self, storage: Storage) -> None:
        """A name that was erased must not come back as a signal."""
        record(storage, entry(by("u-1", name="Ann", comment_id="c-1")))
        with storage.write(NORTH) as transaction:
            transaction.decisions.erase(CommentId("c-1"), at=LATER)

        found = history(storage, answering(Parent(id=CommentId("c-1"))), "target")
        assert (found.thread_names, found.parent_author) == ((), None)

    def test_nothing_named_is_nothing_counted(self, storage: Storage) -> None:
        """Comments without author, address and text must not look like one another's copies."""
        nobody = submission(comment(author=None, article=None), read_digest=None)
        record(storage, entry(dataclasses.replace(nobody, comment=comment(id="c-0", author=None, article=None))))

        assert set(history(storage, nobody, *WINDOWS, at=LATER).counts.values()) == {0}

    def test_windows_of_several_submissions_belong_to_each(self, storage: Storage) -> None:
        """Comments that are judged together must not get each other's past."""
        record(storage, entry(by("u-1", comment_id="c-0")))
        with storage.read(NORTH) as transaction:
            some = [by("u-2", comment_id="c-8"), by("u-1", comment_id="c-9")]
            found = transaction.authors.histories(some, asks={"rate.author.600"}, at=LATER)

        assert [each.counts["rate.author.600"] for each in found] == [0, 1]
        assert [each.first_seen for each in found] == [None, START]

    @pytest.mark.parametrize(
        ("name", "is_verified", "id", "taken"),
        [
            ("Ann", True, "u-2", True),
            ("  a N n ", True, "u-2", True),
            ("Bea", True, "u-2", False),
            ("Ann", True, "u-1", False),
            ("Ann", False, "u-2", False),
            ("…", True, "u-2", False),
        ],
        ids=["same", "dressed up", "other", "her own", "nobody vouches", "no letters"],
    )
    def test_name_of_a_verified_author_is_hers(
        self, storage: Storage, name: str, is_verified: bool, id: str, taken: bool
    ) -> None:
        """Whoever writes under a regular's name borrows a reputation."""
        record(storage, entry(by("u-1", name="…" if name == "…" else "Ann", verified=is_verified)))

        sent = by(id, name=name, verified=False)
        assert history(storage, sent, "author.name_taken_by_other").name_taken_by_other is taken

    def test_past_on_another_site_does_not_count(self, storage: Storage) -> None:
        """Two publishers' readers may have the same id, and are not the same person."""
        elsewhere = submission(comment(site=SOUTH), ip_key="ip of u-1")
        record(storage, entry(elsewhere))
        add_strike(storage, DecisionId("d_1"), site=SOUTH)

        found = history(storage, by("u-1"), *WINDOWS, "thread.length", "author.approved", at=LATER)
        nothing = (None, 0, 0, (), {0})
        assert nothing == (
            found.first_seen,
            found.approved,
            found.thread_length,
            found.strikes,
            set(found.counts.values()),
        )

    def test_name_on_another_site_is_not_taken_here(self, storage: Storage) -> None:
        """Every site has its own Ann."""
        record(storage, entry(submission(comment(site=SOUTH))))

        asked = "author.name_taken_by_other"
        assert history(storage, by("u-2"), asked).name_taken_by_other is False


def add_strike(
    storage: Storage, id: DecisionId, *, is_verified: bool = True, at_minutes: int = 0, site: SiteId = NORTH
) -> None:
    """Add a strike to the author `u-1`."""
    strike = Strike(clause="attacks", weight=1, at=START + timedelta(minutes=at_minutes))
    with storage.write(site) as transaction:
        transaction.authors.add_strike(strike, key="u-1", is_verified=is_verified, decision=id)
