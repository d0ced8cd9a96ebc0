"""What every `Archive` must do. Give the suite a fixture `storage` with the sites NORTH and SOUTH, empty."""

from datetime import datetime, timedelta

from moderation.domain.archive import PastEntry
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Source, without_quotes
from moderation.domain.outcome import SiteOutcome
from moderation.domain.record import StoredAuthor, Submission
from moderation.domain.standing import Sanctioned, Standing
from moderation.domain.verdict import Outcome
from moderation.ports import Storage
from moderation.testing.acts import append, decisions_on, history, latest, record
from moderation.testing.clock import START
from moderation.testing.factories import (
    NORTH,
    SOUTH,
    author,
    comment,
    edit,
    entry,
    past_entry,
    ruled,
    submission,
)

LONG_AGO = START - timedelta(days=1_000)


def by(id: str, *, comment_id: str, site: SiteId = NORTH, name: str = "Ann", verified: bool = True) -> Submission:
    """Make a submission of an author."""
    wrote = author(id, name=name, verified=verified)
    return submission(comment(id=comment_id, site=site, author=wrote))


def past(
    sent: Submission | None = None, *, outcome: SiteOutcome | None = None, at: datetime = LONG_AGO
) -> PastEntry:
    """Make an entry of long ago."""
    return past_entry(sent, outcome=outcome, at=at)


def keep(storage: Storage, *entries: PastEntry) -> None:
    """Record comments of an archive, in one transaction."""
    with storage.write(entries[0].decision.site) as transaction:
        transaction.archive.record(entries)


def known(storage: Storage, id: str = "u-1") -> StoredAuthor:
    """Return what is known of an author."""
    with storage.read(NORTH) as transaction:
        return transaction.authors.author(id)


class ArchiveContract:
    """What stood before the service was there is on record, and disturbs nothing that came after."""

    def test_the_feed_does_not_hold_it(self, storage: Storage) -> None:
        """A site that reads its feed must not be told to publish what it published years ago."""
        keep(storage, past(by("u-1", comment_id="c-1")), past(by("u-1", comment_id="c-2")))
        made = record(storage, entry(by("u-1", comment_id="c-3")))
        keep(storage, past(by("u-1", comment_id="c-4")))
        made += record(storage, entry(by("u-1", comment_id="c-5")))

        with storage.read(NORTH) as transaction:
            assert transaction.decisions.feed(after=0, limit=9) == made
        assert [decision.position for decision in made] == [1, 2]

    def test_every_one_has_a_place_of_its_own_before_the_feed(self, storage: Storage) -> None:
        """Two decisions in one place would be one decision lost."""
        for ids in (("c-1", "c-2"), ("c-3",), ("c-4", "c-5")):
            keep(storage, *(past(by("u-1", comment_id=id)) for id in ids))

        places = [decisions_on(storage, f"c-{number}")[0].position for number in range(1, 6)]
        assert sorted(places) == [-5, -4, -3, -2, -1]

    def test_it_is_explained_like_any_other(self, storage: Storage) -> None:
        """A moderator who opens an old comment sees what the policy makes of it."""
        keep(storage, past())

        (made,) = decisions_on(storage)
        with storage.read(NORTH) as transaction:
            assert transaction.decisions.get(made.id) == made
            assert transaction.decisions.signals(made.id) is not None
        assert made.source is Source.ARCHIVE

    def test_it_was_received_when_it_was_written(self, storage: Storage) -> None:
        """Years of comments that all came today would be the greatest flood that the site ever saw."""
        keep(storage, past())

        found = history(storage, by("u-1", comment_id="c-9"), "rate.author.600", "thread.length")
        assert latest(storage).received_at == LONG_AGO
        assert (found.counts["rate.author.600"], found.thread_length, found.first_seen) == (0, 1, LONG_AGO)

    def test_what_the_site_did_counts_for_its_author(self, storage: Storage) -> None:
        """A regular of ten years is no newcomer on the first day, and neither is a spammer."""
        outcomes = [SiteOutcome.PUBLISHED, SiteOutcome.PUBLISHED, SiteOutcome.REMOVED, None]
        sent = [by("u-1", comment_id=f"c-{n}") for n in range(4)]
        keep(storage, *(past(s, outcome=o) for s, o in zip(sent, outcomes, strict=True)))

        found = history(storage, by("u-1", comment_id="c-9"), "author.approved")
        assert (found.approved, found.rejected, found.strikes) == (3, 1, ())

    def test_texts_tell_what_is_known(self, storage: Storage) -> None:
        """An import that is run again finds what it did, whatever became of it since."""
        kept = [by("u-1", comment_id=f"c-{number}") for number in range(3)]
        keep(storage, *map(past, kept))
        edited = edit("Mended.", id="c-1")
        record(storage, entry(edited, revision=2))
        with storage.write(NORTH) as transaction:
            transaction.decisions.erase(CommentId("c-2"), at=START)

            found = transaction.archive.texts([CommentId(f"c-{number}") for number in range(4)])
        assert found == {"c-0": kept[0].text_digest, "c-1": edited.text_digest, "c-2": ""}

    def test_nothing_asked_is_nothing_found(self, storage: Storage) -> None:
        """An archive of bad records alone asks about no comment."""
        with storage.write(NORTH) as transaction:
            transaction.archive.record([])

            assert transaction.archive.texts([]) == {}

    def test_sites_do_not_see_each_others_past(self, storage: Storage) -> None:
        """Two blogs count their comments from 1."""
        keep(storage, past(by("u-1", comment_id="c-1", site=SOUTH)))
        keep(storage, past(by("u-1", comment_id="c-2")))

        with storage.read(NORTH) as transaction:
            assert list(transaction.archive.texts([CommentId("c-1"), CommentId("c-2")])) == ["c-2"]
        assert decisions_on(storage, "c-2")[0].position == -1

    def test_the_same_comment_sent_later_is_a_repeat(self, storage: Storage) -> None:
        """A site that asks about an old comment once more gets what is on record, and no second decision."""
        sent = by("u-1", comment_id="c-1")
        keep(storage, past(sent))

        with storage.read(NORTH) as transaction:
            assert transaction.decisions.repeats([sent]) == decisions_on(storage)

    def test_ruling_comes_after_it(self, storage: Storage) -> None:
        """Old comments can be ruled on, and the ruling stands."""
        keep(storage, past(outcome=SiteOutcome.PUBLISHED))
        append(storage, ruled(Outcome.BLOCK, at=START))

        assert [decision.source for decision in decisions_on(storage)] == [Source.ARCHIVE, Source.MODERATOR]
        assert latest(storage).outcome is Outcome.BLOCK

    def test_erasing_reaches_it(self, storage: Storage) -> None:
        """The right to be forgotten is about old comments more than about any other."""
        keep(storage, past())
        (made,) = decisions_on(storage)
        with storage.write(NORTH) as transaction:
            transaction.decisions.erase(CommentId("c-1"), at=START)

        assert (latest(storage).text, known(storage).name) == (None, None)
        assert decisions_on(storage) == [without_quotes(made)]

    def test_author_is_as_old_as_the_oldest_comment(self, storage: Storage) -> None:
        """Files are in any order, and an author may have written here before the import."""
        record(storage, entry(by("u-1", comment_id="c-0")))
        days = [timedelta(days=number) for number in (3, 1, 2)]
        for number, age in enumerate(days, start=1):
            sent = by("u-1", comment_id=f"c-{number}"), by("u-2", comment_id=f"d-{number}")
            keep(storage, *(past(each, at=LONG_AGO + age) for each in sent))

        assert {known(storage, id).first_seen for id in ("u-1", "u-2")} == {LONG_AGO + timedelta(days=1)}

    def test_author_who_is_known_keeps_name_and_standing(self, storage: Storage) -> None:
        """What was true years ago must not overwrite what is true now."""
        record(storage, entry(by("u-1", comment_id="c-0", name="Anna")))
        chosen = Sanctioned(standing=Standing.LIMITED, strikes=0)
        with storage.write(NORTH) as transaction:
            transaction.authors.set_standing("u-1", chosen, by="eve", at=START)
        keep(storage, past(by("u-1", comment_id="c-1", name="Ann of old")))

        assert (known(storage).name, known(storage).set_standing) == ("Anna", chosen)

    def test_author_has_the_latest_name_that_the_site_vouched_for(self, storage: Storage) -> None:
        """Of ten years of names the last is the one that moderators know."""
        names = [("Ann", True, 1), ("Anna", True, 3), ("Annie", True, 2), ("Impostor", False, 4)]
        keep(
            storage,
            *(
                past(by("u-1", comment_id=name, name=name, verified=vouched), at=LONG_AGO + timedelta(days=age))
                for name, vouched, age in names
            ),
        )

        assert (known(storage).name, known(storage).verified) == ("Anna", True)

    def test_account_behind_a_typed_name_becomes_known(self, storage: Storage) -> None:
        """What was written without signing in does not keep the account from its own name."""
        record(storage, entry(by("u-1", comment_id="c-0", name="Impostor", verified=False)))
        keep(storage, past(by("u-1", comment_id="c-1")))

        assert (known(storage).name, known(storage).verified) == ("Ann", True)
