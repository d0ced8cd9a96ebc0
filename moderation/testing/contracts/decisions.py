"""What every `Decisions` must do. Give the suite a fixture `storage` with the sites NORTH and SOUTH, empty."""

import dataclasses
from datetime import timedelta

import pytest

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import DecisionId, Source, without_quotes
from moderation.domain.errors import KeyReused, NotFound
from moderation.domain.outcome import Label, SiteOutcome
from moderation.domain.review import close
from moderation.domain.signals import UNKNOWN
from moderation.domain.verdict import Outcome, Span
from moderation.ports import Storage
from moderation.testing.acts import append, decisions_on, latest, record, review_of
from moderation.testing.clock import START, FixedClock
from moderation.testing.factories import NORTH, SOUTH, comment, edit, entry, ruled, signals, submission


class DecisionsContract:
    """Comments are kept with their decisions, in the order in which they were decided."""

    def test_positions_count_from_one_without_gaps(self, storage: Storage) -> None:
        """A site that reads the feed by position would wait for ever at a gap."""
        record(storage, *(entry(submission(comment(id=f"c-{n}"))) for n in range(3)))
        record(storage, entry(submission(comment(id="c-3"))))
        append(storage, ruled(Outcome.BLOCK, at=FixedClock().advance(minutes=1)))

        with storage.read(NORTH) as transaction:
            assert [d.position for d in transaction.decisions.feed(after=0, limit=9)] == [1, 2, 3, 4, 5]

    def test_sites_count_their_own_positions(self, storage: Storage) -> None:
        """One site's traffic must not show in another's feed, not even as a gap."""
        record(storage, entry(submission(comment(site=SOUTH))))
        (first,) = record(storage, entry())

        assert first.position == 1

    def test_feed_goes_on_after_a_position(self, storage: Storage) -> None:
        """A client that was away reads what it missed, page by page, each decision once."""
        made = record(storage, *(entry(submission(comment(id=f"c-{n}"))) for n in range(5)))

        with storage.read(NORTH) as transaction:
            assert transaction.decisions.feed(after=0, limit=2) == made[:2]
            assert transaction.decisions.feed(after=2, limit=2) == made[2:4]
            assert transaction.decisions.feed(after=5, limit=2) == []

    def test_tally_counts_by_who_decided_and_how(self, storage: Storage) -> None:
        """Statistics of a month hold the decisions of that month, and of this site alone."""
        record(storage, *(entry(submission(comment(id=f"c-{n}"))) for n in range(2)))
        record(storage, entry(submission(comment(site=SOUTH))))
        later = FixedClock().advance(minutes=1)
        append(storage, ruled(Outcome.BLOCK, id="c-1", at=later))

        with storage.read(NORTH) as transaction:
            tally = transaction.decisions.tally
            assert tally(since=START, until=later) == {(Source.POLICY, Outcome.ALLOW): 2}
            assert tally(since=later, until=later + timedelta(1)) == {(Source.MODERATOR, Outcome.BLOCK): 1}

    def test_decision_comes_back_exactly(self, storage: Storage) -> None:
        """A repeat must get the answer of the first time, to the last span and score."""
        (made,) = record(storage, entry(outcome=Outcome.FLAG))

        with storage.read(NORTH) as transaction:
            assert transaction.decisions.get(made.id) == made
            assert transaction.decisions.of_comment(made.comment_id) == [made]

    def test_signals_come_back_with_what_was_unknown(self, storage: Storage) -> None:
        """An explanation years later must tell what was known then, and what was not."""
        facts = signals(score__insult=UNKNOWN, pii=("email",), author__role="editor", score__threat=0.5)
        (made,) = record(storage, dataclasses.replace(entry(), signals=facts))

        with storage.read(NORTH) as transaction:
            assert transaction.decisions.signals(made.id) == (facts.facts, {"links": (Span(0, 3),)})

    def test_signals_of_a_persons_decision_are_none(self, storage: Storage) -> None:
        """A ruling rests on a person, and an explanation must not pretend otherwise."""
        record(storage, entry())
        made = append(storage, ruled(Outcome.ALLOW, at=FixedClock().advance(minutes=1)))

        with storage.read(NORTH) as transaction:
            assert transaction.decisions.signals(made.id) is None

    def test_later_decision_is_the_status_of_the_comment(self, storage: Storage) -> None:
        """Whoever asks how a comment stands wants what a person decided last."""
        (first,) = record(storage, entry())
        second = append(storage, ruled(Outcome.BLOCK, at=FixedClock().advance(minutes=1)))

        assert latest(storage).outcome is Outcome.BLOCK
        assert decisions_on(storage) == [first, second]

    def test_edit_is_a_new_revision_of_the_same_comment(self, storage: Storage) -> None:
        """An author who edits must not lose the first text from the record, nor hide it."""
        record(storage, entry())
        record(storage, entry(edit("Another text."), revision=2, at=FixedClock().advance(minutes=1)))

        with storage.read(NORTH) as transaction:
            assert transaction.decisions.revisions([CommentId("c-1"), CommentId("c-2")]) == {"c-1": 2}
        assert (latest(storage).revision, latest(storage).text) == (2, "Another text.")
        assert [decision.revision for decision in decisions_on(storage)] == [1, 2]

    def test_edit_closes_the_review_of_the_older_text(self, storage: Storage) -> None:
        """A moderator must not rule on a text that no longer stands."""
        (first,) = record(storage, entry(outcome=Outcome.FLAG))
        was = review_of(storage)
        assert was is not None
        later = FixedClock().advance(hours=1)
        record(storage, entry(edit("Civil."), revision=2, at=later, superseded=close(was, at=later)))

        assert review_of(storage) is None
        assert first.review_id == was.id

    def test_comment_keeps_what_was_submitted_and_no_address(self, storage: Storage) -> None:
        """Moderators need the context; nobody needs an e-mail or an address in clear."""
        made = comment()
        author = made.author and dataclasses.replace(made.author, email="ann@canary.test", ip="192.0.2.7")
        record(storage, entry(submission(dataclasses.replace(made, author=author))))

        stored = latest(storage)
        assert (stored.text, stored.author_name, stored.context["author"]["id"]) == (made.text, "Ann", "u-1")
        assert "canary" not in repr(stored)
        assert "192.0.2.7" not in repr(stored)

    def test_erased_comment_keeps_its_decisions_and_nothing_of_its_author(self, storage: Storage) -> None:
        """The right to be forgotten does not rewrite what the service did."""
        (made,) = record(storage, entry(outcome=Outcome.FLAG))
        with storage.write(NORTH) as transaction:
            transaction.decisions.erase(made.comment_id, at=START)

        stored = latest(storage)
        assert (stored.text, stored.context, stored.author_key, stored.author_name) == (None, {}, None, None)
        assert stored.erased_at == START
        assert decisions_on(storage) == [without_quotes(made)] != [made]

    def test_erasing_reaches_every_revision(self, storage: Storage) -> None:
        """The first text of an edited comment is as personal as the last."""
        record(storage, entry())
        record(storage, entry(edit("Another."), revision=2, at=FixedClock().advance(minutes=1)))
        with storage.write(NORTH) as transaction:
            transaction.decisions.erase(CommentId("c-1"), at=START)

            assert transaction.decisions.repeats([submission(), edit("Another.")]) == [None, None]

    def test_label_may_be_given_and_replaced(self, storage: Storage) -> None:
        """The site's people change their minds; the last word is the true answer."""
        record(storage, entry())
        for outcome in SiteOutcome:
            made = Label(site=NORTH, comment_id=CommentId("c-1"), revision=1, outcome=outcome, by="eve", at=START)
            with storage.write(NORTH) as transaction:
                transaction.decisions.label(made)

    def test_last_word_of_a_person_stands_beside_what_the_model_said(self, storage: Storage) -> None:
        """A site learns from what its people decided last, by a ruling here or by reporting what they did."""
        (made, other) = record(storage, entry(), entry(submission(comment(id="c-2"))))
        append(storage, ruled(Outcome.BLOCK, at=FixedClock().advance(minutes=1)))
        late = FixedClock().advance(hours=1)
        label = Label(
            site=NORTH, comment_id=other.comment_id, revision=1, outcome=SiteOutcome.REMOVED, by="eve", at=late
        )
        with storage.write(NORTH) as transaction:
            transaction.decisions.label(label)
            transaction.decisions.label(dataclasses.replace(label, comment_id=made.comment_id, by=None))
            transaction.decisions.label(
                dataclasses.replace(label, outcome=SiteOutcome.PUBLISHED, at=FixedClock().advance(hours=2))
            )
            words = transaction.decisions.judged()

        told = [(word.comment_id, word.is_removed, word.by, word.model) for word in words]
        assert told == [("c-1", True, None, made.model), ("c-2", False, "eve", other.model)]
        assert [word.scores for word in words] == [made.scores, other.scores]

    @pytest.mark.parametrize("site", [NORTH, SOUTH])
    def test_what_is_not_there_is_not_found(self, storage: Storage, site: SiteId) -> None:
        """Another site's id must look exactly like one that never was."""
        (made,) = record(storage, entry(submission(comment(site=SOUTH))))
        id = made.id if site is NORTH else DecisionId("d_0")

        with storage.read(site) as transaction:
            with pytest.raises(NotFound):
                transaction.decisions.get(id)
            with pytest.raises(NotFound):
                transaction.decisions.comment(CommentId("c-1" if site is NORTH else "c-0"))
            assert transaction.decisions.signals(id) is None

    def test_feed_is_the_sites_own(self, storage: Storage) -> None:
        """One publisher's decisions are no news to another."""
        record(storage, *(entry(submission(comment(id=f"c-{n}", site=SOUTH))) for n in range(3)))
        mine = record(storage, entry())

        with storage.read(NORTH) as transaction:
            assert transaction.decisions.feed(after=0, limit=9) == mine

    def test_sites_do_not_see_each_other(self, storage: Storage) -> None:
        """Two publishers may well both have a comment `c-1`, and neither may learn of the other's."""
        record(storage, entry(submission(comment("North's."))))
        record(storage, entry(submission(comment("South's.", site=SOUTH))))
        with storage.write(NORTH) as transaction:
            transaction.decisions.erase(CommentId("c-1"), at=START)

        assert latest(storage, site=SOUTH).text == "South's."
        assert len(decisions_on(storage, site=SOUTH)) == 1


class RepeatsContract:
    """What was sent before gets the decision that it got then."""

    def test_same_text_is_a_repeat(self, storage: Storage) -> None:
        """A client that lost the answer sends again, and must not find its comment twice."""
        (made,) = record(storage, entry())
        other = submission(comment("Another text."))

        with storage.read(NORTH) as transaction:
            assert transaction.decisions.repeats([submission(), other]) == [made, None]

    def test_repeat_of_a_comment_that_was_ruled_on_gets_the_first_decision(self, storage: Storage) -> None:
        """Safe to repeat means the same answer, whatever came after; the feed tells the rest."""
        (made,) = record(storage, entry())
        append(storage, ruled(Outcome.BLOCK, at=FixedClock().advance(minutes=1)))

        with storage.read(NORTH) as transaction:
            assert transaction.decisions.repeats([submission()]) == [made]

    def test_same_key_and_body_is_a_repeat(self, storage: Storage) -> None:
        """A comment that the site gave no id gets a new one each time; only the key tells a repeat."""
        (made,) = record(storage, entry(submission(idempotency_key="k-1")))
        again = submission(comment(id="made-anew"), idempotency_key="k-1")

        with storage.read(NORTH) as transaction:
            assert transaction.decisions.repeats([again]) == [made]

    def test_same_key_with_another_body_is_refused(self, storage: Storage) -> None:
        """A client that reuses a key has a fault, and the old answer to a new question would hide it."""
        record(storage, entry(submission(idempotency_key="k-1")))
        other = submission(comment("Another text.", id="c-2"), idempotency_key="k-1")

        with storage.read(NORTH) as transaction:
            (answer,) = transaction.decisions.repeats([other])
            assert isinstance(answer, KeyReused)

    def test_key_can_be_kept_for_a_decision_that_was_made(self, storage: Storage) -> None:
        """A key that came with a repeat stands for its decision too, and for no other body."""
        (made,) = record(storage, entry())
        keyed = submission(idempotency_key="k-2")
        other = submission(comment("Another text.", id="c-2"), idempotency_key="k-2")
        with storage.write(NORTH) as transaction:
            for _ in range(2):
                transaction.decisions.keep_key(keyed, made.id, at=START)
            known, refused = transaction.decisions.repeats([keyed, other])

        assert known == made
        assert isinstance(refused, KeyReused)

    def test_keys_of_two_sites_are_two_keys(self, storage: Storage) -> None:
        """A key that another site used before must not give away its decision."""
        record(storage, entry(submission(comment(site=SOUTH), idempotency_key="k-1")))

        with storage.read(NORTH) as transaction:
            assert transaction.decisions.repeats([submission(idempotency_key="k-1")]) == [None]

    def test_what_another_site_sent_is_neither_a_repeat_nor_in_the_way(self, storage: Storage) -> None:
        """The same comment, text and key may come from two publishers in one minute."""
        theirs = submission(comment("Theirs.", site=SOUTH), idempotency_key="k-1")
        record(storage, entry(theirs), entry(submission(comment("Both.", id="c-2", site=SOUTH))))
        ours = submission(comment("Ours.", id="c-9"), idempotency_key="k-1")
        (made,) = record(storage, entry(submission(comment("Both.", id="c-2"))))

        with storage.read(NORTH) as transaction:
            asked = [ours, submission(comment("Both.", id="c-2")), submission(comment("Theirs."))]
            assert transaction.decisions.repeats(asked) == [None, made, None]

    def test_edit_back_to_an_older_text_is_no_repeat(self, storage: Storage) -> None:
        """An author who goes from A to B and back to A has changed what stands on the page."""
        later = FixedClock()
        record(storage, entry(submission(comment("A"))))
        (second,) = record(storage, entry(edit("B"), revision=2, at=later.advance(minutes=1)))

        with storage.read(NORTH) as transaction:
            assert transaction.decisions.repeats([edit("A"), edit("B")]) == [None, second]

    def test_retry_of_the_first_text_after_an_edit_is_a_repeat(self, storage: Storage) -> None:
        """A late retry of the first request is not an edit, and must not undo one."""
        (first,) = record(storage, entry(submission(comment("A"))))
        record(storage, entry(edit("B"), revision=2, at=FixedClock().advance(minutes=1)))

        with storage.read(NORTH) as transaction:
            assert transaction.decisions.repeats([submission(comment("A"))]) == [first]

    def test_nothing_asked_is_nothing_found(self, storage: Storage) -> None:
        """A round in which all was known before asks about nobody."""
        with storage.read(NORTH) as transaction:
            assert transaction.decisions.repeats([]) == []
            assert transaction.decisions.revisions([]) == {}
