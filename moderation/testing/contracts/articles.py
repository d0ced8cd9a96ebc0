"""What every `Articles` must do. Give the suite a fixture `storage` with the sites NORTH and SOUTH, empty."""

from datetime import timedelta

import pytest

from moderation.domain.comment import Article, SiteId
from moderation.domain.premoderation import Premoderation
from moderation.ports import Storage
from moderation.testing.acts import history
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH, comment, submission


class ArticlesContract:
    """Articles under which every comment waits for a time."""

    def test_premoderation_ends_by_itself(self, storage: Storage) -> None:
        """A raid is over some day, and nobody has to think of it."""
        premoderate(storage, 10)

        assert until(storage, minutes=9) == START + timedelta(minutes=10)
        assert until(storage, minutes=10) is None

    @pytest.mark.parametrize(("minutes", "ends"), [(2, 10), (20, 20)])
    def test_of_two_premoderations_the_later_end_counts(self, storage: Storage, minutes: int, ends: int) -> None:
        """A rule that asks for less does not cut short what another asked for."""
        premoderate(storage, 10)
        premoderate(storage, minutes)

        assert until(storage) == START + timedelta(minutes=ends)

    def test_premoderation_can_begin_again(self, storage: Storage) -> None:
        """The next raid on the same article counts like the first."""
        premoderate(storage, 10)
        premoderate(storage, 10, after=30)

        assert until(storage, minutes=31) == START + timedelta(minutes=40)

    def test_premoderation_is_of_one_article_on_one_site(self, storage: Storage) -> None:
        """Elsewhere comments are judged on their own."""
        premoderate(storage, 10)

        assert until(storage, "a-2") is None
        assert until(storage, site=SOUTH) is None

    def test_premoderation_can_be_ended(self, storage: Storage) -> None:
        """A person knows better, and ends it for this article alone."""
        premoderate(storage, 10)
        premoderate(storage, 10, key="a-2")
        end(storage, by="eve")

        assert until(storage) is None
        assert until(storage, "a-2") is not None

    def test_that_it_was_ended_is_known_and_can_be_taken_back(self, storage: Storage) -> None:
        """Colleagues see who ended it, and since when it had lasted; one act lets it last again."""
        premoderate(storage, 10)
        premoderate(storage, 20, after=5)
        end(storage, by="eve")
        assert kept(storage) == Premoderation(
            until=START + timedelta(minutes=25), rule="raid", since=START, ended_by="eve"
        )

        end(storage, by=None)

        assert until(storage) == START + timedelta(minutes=25)
        assert kept(storage, minutes=25) is None

    def test_a_rule_may_hold_again_after_somebody_ended_it(self, storage: Storage) -> None:
        """The raid went on after all."""
        premoderate(storage, 30)
        end(storage, by="eve")
        premoderate(storage, 10, after=5)

        assert until(storage, minutes=5) == START + timedelta(minutes=15)

    def test_history_tells_of_premoderation(self, storage: Storage) -> None:
        """It counts for every comment under the article, whatever rules ask about."""
        premoderate(storage, 10)
        under, elsewhere = (submission(comment(article=Article(id=id, title="Fees"))) for id in ("a-1", "a-2"))

        told = history(storage, under).premoderation
        assert told == Premoderation(until=START + timedelta(minutes=10), rule="raid", since=START)
        assert history(storage, elsewhere).premoderation is None


def premoderate(storage: Storage, minutes: int, *, key: str = "a-1", after: int = 0) -> None:
    """Let comments under an article wait for so many minutes, from some minutes after the start on."""
    at = START + timedelta(minutes=after)
    with storage.write(NORTH) as transaction:
        lasting = Premoderation(until=at + timedelta(minutes=minutes), rule="raid")
        transaction.articles.premoderate(key, lasting, at=at)


def until(storage: Storage, key: str = "a-1", *, site: SiteId = NORTH, minutes: int = 0) -> object:
    """Return when an article's premoderation ends, as known some minutes after the start."""
    with storage.read(site) as transaction:
        found = transaction.articles.premoderated([key], at=START + timedelta(minutes=minutes))
    return found[key].until if key in found else None


def end(storage: Storage, *, by: str | None, key: str = "a-1") -> None:
    """End that comments under an article wait; nobody takes it back."""
    with storage.write(NORTH) as transaction:
        transaction.articles.end_premoderation(key, by=by)


def kept(storage: Storage, key: str = "a-1", *, minutes: int = 0) -> Premoderation | None:
    """Return what is kept of an article's premoderation some minutes after the start."""
    with storage.read(NORTH) as transaction:
        return transaction.articles.premoderation(key, at=START + timedelta(minutes=minutes))
