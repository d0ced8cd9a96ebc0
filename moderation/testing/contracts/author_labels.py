"""What every `Authors` must do with labels; the suite needs a `storage` with the sites NORTH and SOUTH, empty."""

from datetime import timedelta

import pytest

from moderation.domain.author_label import AuthorLabel
from moderation.domain.comment import CommentId
from moderation.ports import Storage
from moderation.testing.acts import history, record
from moderation.testing.clock import START
from moderation.testing.contracts.histories import LATER, by
from moderation.testing.factories import NORTH, SOUTH, entry


class LabelsContract:
    """Names that rules give authors for a time."""

    def test_labels_end_by_themselves(self, storage: Storage) -> None:
        """Nobody is a newcomer, or trusted, for ever."""
        give(storage, ("trusted", 10), ("loud", 2))

        asked = by("u-1")
        assert history(storage, asked, "label", at=START).labels == ("loud", "trusted")
        assert history(storage, asked, "label", at=LATER).labels == ("trusted",)
        assert history(storage, asked, at=START).labels == ()

    def test_labels_belong_to_one_author(self, storage: Storage) -> None:
        """Anybody can type an id: a label of the account is not that of whoever types its name, or of another."""
        give(storage, ("trusted", 10))

        for other in (by("u-2"), by("u-1", verified=False)):
            assert history(storage, other, "label", at=START).labels == ()
        with storage.read(SOUTH) as transaction:
            assert transaction.authors.labels("u-1", is_verified=True, at=START) == []

    @pytest.mark.parametrize(("minutes", "until"), [(2, 10), (20, 20)])
    def test_of_a_label_given_twice_the_later_end_counts(self, storage: Storage, minutes: int, until: int) -> None:
        """A shorter label of another rule does not cut a longer one off."""
        give(storage, ("trusted", 10))
        give(storage, ("trusted", minutes))

        with storage.read(NORTH) as transaction:
            found = transaction.authors.labels("u-1", is_verified=True, at=START)
        assert [(each.name, each.until) for each in found] == [("trusted", START + timedelta(minutes=until))]

    def test_one_label_can_be_taken_away_and_put_back(self, storage: Storage) -> None:
        """A person knows better than the rule, and errs; what else is known of the author stays."""
        give(storage, ("loud", 10), ("trusted", 10))

        take(storage, by="mia", is_verified=False)
        assert found(storage) == ("loud", "trusted")
        take(storage, by="mia")
        assert (found(storage), kept(storage)) == (("trusted",), {"loud": "mia", "trusted": None})
        take(storage, by=None)
        assert (found(storage), kept(storage)) == (("loud", "trusted"), {"loud": None, "trusted": None})

    def test_a_label_that_was_taken_away_can_be_given_again(self, storage: Storage) -> None:
        """Taking it away ends that one, and does not forbid the rule to hold again."""
        give(storage, ("loud", 20))
        take(storage, by="mia")

        give(storage, ("loud", 10))

        assert found(storage) == ("loud",)
        assert history(storage, by("u-1"), "label", at=START + timedelta(minutes=15)).labels == ()

    def test_who_is_erased_has_no_label(self, storage: Storage) -> None:
        """What is known of somebody goes with the last of their comments."""
        record(storage, entry(by("u-1", comment_id="c-1")))
        give(storage, ("trusted", 10))
        with storage.write(NORTH) as transaction:
            transaction.decisions.erase(CommentId("c-1"), at=START)

        assert history(storage, by("u-1"), "label", at=START).labels == ()


def take(storage: Storage, *, by: str | None, is_verified: bool = True) -> None:
    """Take the label `loud` from the author, or put it back."""
    with storage.write(NORTH) as transaction:
        transaction.authors.take_label("loud", key="u-1", is_verified=is_verified, by=by)


def found(storage: Storage) -> tuple[str, ...]:
    """Return the labels that rules find."""
    return history(storage, by("u-1"), "label", at=START).labels


def kept(storage: Storage) -> dict[str, str | None]:
    """Return the labels that are kept, with who took them."""
    with storage.read(NORTH) as transaction:
        labels = transaction.authors.labels("u-1", is_verified=True, at=START)
    return {each.name: each.taken_by for each in labels}


def give(storage: Storage, *labels: tuple[str, int]) -> None:
    """Give an author labels for so many minutes."""
    given = [
        AuthorLabel(name=name, until=START + timedelta(minutes=minutes), rule="r") for name, minutes in labels
    ]
    with storage.write(NORTH) as transaction:
        transaction.authors.give_labels(given, key="u-1", is_verified=True, at=START)
