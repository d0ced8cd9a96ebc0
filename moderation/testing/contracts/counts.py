"""What every `Authors` must count and look up around a comment. Give the suite a fixture `storage`, as there."""

import dataclasses
from datetime import timedelta

import pytest

from moderation.domain.comment import CommentId, Parent
from moderation.domain.history import DEEPEST, RECENT, Talk
from moderation.domain.marks import marks_of
from moderation.domain.record import Submission
from moderation.domain.text import normalise
from moderation.domain.verdict import Outcome
from moderation.ports import Storage
from moderation.testing.acts import history, record
from moderation.testing.clock import START
from moderation.testing.contracts.authors import LATER, answering, by
from moderation.testing.factories import NORTH, comment, entry, submission

APPEAL = (
    "Neighbours of Ashby, vote no on the library levy this Tuesday: they promised to never raise it again,"
    " and then they shut the swimming pool and the old school to pay for the new town hall."
)


def marked(id: str, text: str, comment_id: str) -> Submission:
    """Make a submission that carries its sketch."""
    return by(id, text=text, comment_id=comment_id, marks=marks_of(normalise(text), ["similarity.any.1.600"]))


class CountsContract:
    """What was written lately, by whom, and where in a talk."""

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
