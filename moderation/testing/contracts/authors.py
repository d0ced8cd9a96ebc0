"""What every `Authors` must do. Give the suite a fixture `storage` with the sites NORTH and SOUTH, empty."""

from datetime import timedelta

import pytest

from moderation.domain.comment import AuthorId, CommentId
from moderation.domain.decision import DecisionId
from moderation.domain.errors import NotFound
from moderation.domain.standing import Sanctioned, Standing
from moderation.domain.verdict import Outcome
from moderation.ports import Storage
from moderation.testing.acts import append, history, record
from moderation.testing.clock import START
from moderation.testing.contracts.histories import LATER, add_strike, by
from moderation.testing.factories import NORTH, SOUTH, author, comment, entry, ruled, submission


class AuthorsContract:
    """Who wrote, what marks they carry, and what standing a person gave them."""

    def test_author_is_known_by_the_last_name_that_the_site_vouched_for(self, storage: Storage) -> None:
        """Moderators look for the name that readers see."""
        record(storage, entry(by("u-1", comment_id="c-0")))
        record(storage, entry(by("u-1", name="Anna", comment_id="c-1")))
        record(storage, entry(by("u-1", name="Impostor", verified=False, comment_id="c-2")))

        with storage.read(NORTH) as transaction:
            known = transaction.authors.author("u-1")
        assert (known.name, known.verified, known.first_seen, known.approved) == ("Anna", True, START, 2)

    def test_nobody_is_not_found(self, storage: Storage) -> None:
        """A typing error in an id must not look like an author in good standing."""
        with storage.read(NORTH) as transaction, pytest.raises(NotFound):
            transaction.authors.author("u-1")

    def test_strikes_are_kept_apart_by_who_vouches(self, storage: Storage) -> None:
        """A stranger who types an id earns strikes for a name, not for the account."""
        add_strike(storage, DecisionId("d_1"), is_verified=False)

        with storage.read(NORTH) as transaction:
            assert transaction.authors.strikes("u-1", is_verified=True) == []
            assert len(transaction.authors.strikes("u-1", is_verified=False)) == 1
        assert history(storage, by("u-1")).strikes == ()
        assert len(history(storage, by("u-1", verified=False)).strikes) == 1

    def test_strikes_come_oldest_first(self, storage: Storage) -> None:
        """The ladder is climbed in the order in which the strikes came."""
        add_strike(storage, DecisionId("d_2"), at_minutes=2)
        add_strike(storage, DecisionId("d_1"), at_minutes=1)

        with storage.read(NORTH) as transaction:
            strikes = transaction.authors.strikes("u-1", is_verified=True)
        assert [strike.at for strike in strikes] == [START + timedelta(minutes=n) for n in (1, 2)]

    def test_lifting_ends_the_strikes_of_one_comment(self, storage: Storage) -> None:
        """A ruling that is reversed must leave no mark, and no other mark may go with it."""
        for id in ("c-1", "c-2"):
            record(storage, entry(by("u-1", comment_id=id)))
            add_strike(storage, append(storage, ruled(Outcome.BLOCK, id=id, at=LATER)).id)
        with storage.write(NORTH) as transaction:
            transaction.authors.lift_strikes(comment=CommentId("c-1"), at=LATER)

            assert len(transaction.authors.strikes("u-1", is_verified=True)) == 1

    def test_strikes_come_back_that_were_lifted_at_a_moment(self, storage: Storage) -> None:
        """What one ruling had lifted counts again when it is taken back; what others had, does not."""
        record(storage, entry(by("u-1", comment_id="c-1")), entry(by("u-1", comment_id="c-2")))
        for minutes, id in enumerate(("c-1", "c-1", "c-2"), start=1):
            at = START + timedelta(minutes=minutes)
            add_strike(storage, append(storage, ruled(Outcome.BLOCK, id=id, at=at)).id, at_minutes=minutes)
            with storage.write(NORTH) as transaction:
                transaction.authors.lift_strikes(comment=CommentId(id), at=at)
        with storage.write(NORTH) as transaction:
            moment = START + timedelta(minutes=2)
            transaction.authors.restore_strikes(comment=CommentId("c-1"), lifted_at=moment)

            assert [each.at for each in transaction.authors.strikes("u-1", is_verified=True)] == [moment]

    @pytest.mark.parametrize("is_known", [True, False])
    def test_standing_can_be_set_and_given_back(self, storage: Storage, is_known: bool) -> None:
        """A person overrules the ladder, also for somebody whom only the site knows so far."""
        if is_known:
            record(storage, entry(by("u-1")))
        chosen = Sanctioned(standing=Standing.SUSPENDED, strikes=0, until=LATER, reason="threats by mail")
        with storage.write(NORTH) as transaction:
            transaction.authors.set_standing("u-1", chosen, by="eve", at=START)

            assert transaction.authors.author("u-1").set_standing == chosen
            transaction.authors.set_standing("u-1", None, by="eve", at=START)
            assert transaction.authors.author("u-1").set_standing is None

    def test_set_standing_is_in_the_history(self, storage: Storage) -> None:
        """Who was blocked by a person is blocked with the next comment."""
        chosen = Sanctioned(standing=Standing.BLOCKED, strikes=0)
        with storage.write(NORTH) as transaction:
            transaction.authors.set_standing("u-1", chosen, by="eve", at=START)

        assert history(storage, by("u-1")).set_standing == chosen

    def test_name_goes_with_the_last_comment(self, storage: Storage) -> None:
        """Whoever has all comments erased must not remain by name in a list of authors."""
        record(storage, entry(by("u-1", comment_id="c-1")), entry(by("u-1", comment_id="c-2")))
        names = []
        for id in ("c-1", "c-2"):
            with storage.write(NORTH) as transaction:
                transaction.decisions.erase(CommentId(id), at=LATER)
                names.append(transaction.authors.author("u-1").name)

        assert names == ["Ann", None]

    def test_comment_on_another_site_does_not_keep_the_name(self, storage: Storage) -> None:
        """To be forgotten here does not depend on what one writes elsewhere."""
        record(storage, entry(submission(comment(site=SOUTH))))
        record(storage, entry())
        with storage.write(NORTH) as transaction:
            transaction.decisions.erase(CommentId("c-1"), at=LATER)

            assert transaction.authors.author("u-1").name is None
        with storage.read(SOUTH) as transaction:
            assert transaction.authors.author("u-1").name == "Ann"

    @pytest.mark.parametrize("is_verified", [True, False])
    def test_author_who_comes_back_has_a_name_again(self, storage: Storage, is_verified: bool) -> None:
        """Erasure is of the past; it does not make a person nameless for ever."""
        record(storage, entry(by("u-1", comment_id="c-1", verified=is_verified)))
        with storage.write(NORTH) as transaction:
            transaction.decisions.erase(CommentId("c-1"), at=LATER)
        record(storage, entry(by("u-1", comment_id="c-2", verified=is_verified)))

        with storage.read(NORTH) as transaction:
            assert transaction.authors.author("u-1").name == "Ann"

    def test_author_without_a_name_for_the_service_is_not_kept(self, storage: Storage) -> None:
        """An author of whom nothing is known is nobody, not one person called nothing."""
        record(storage, entry(submission(comment(author=author(None, name=None)), author_key=None)))

        with storage.read(NORTH) as transaction, pytest.raises(NotFound):
            transaction.authors.author(AuthorId(""))
