"""The database is opened so that what is answered is on disk, and writers wait for one another."""

from pathlib import Path

import pytest

from moderation.domain.errors import Invalid, StorageUnavailable
from moderation.domain.record import Entry
from moderation.storage.database import Database
from moderation.storage.engine import connect
from moderation.storage.sites import SiteRepository
from moderation.testing.acts import latest, record
from moderation.testing.factories import NORTH, comment, entry, site, submission


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)]
)
def test_sqlite_is_durable_and_patient(sqlite_url: str, pragma: str, value: object) -> None:
    """With `synchronous=NORMAL` a power cut takes decisions that were answered; the default waits for nobody."""
    engine = connect(sqlite_url)
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value
    engine.dispose()


@pytest.mark.parametrize("url", ["mysql://root@localhost/db", "oracle://x", "not a url", ""])
def test_other_databases_are_refused_by_name_of_the_setting(url: str) -> None:
    """Whoever set a wrong address should read which setting it was, and what it may be."""
    with pytest.raises(Invalid, match="MODERATION_DATABASE_URL"):
        connect(url)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
@pytest.mark.postgres
def test_postgres_goes_by_its_usual_names(postgres_url: str, scheme: str) -> None:
    """Hosts hand out addresses that begin with `postgres://`; a person pastes them as they are."""
    engine = connect(postgres_url.replace("postgresql+psycopg", scheme))

    assert SiteRepository(engine).all() == []
    engine.dispose()


def test_file_that_is_no_database_is_told_as_unavailable(tmp_path: Path) -> None:
    """A damaged file is for the operator; a client gets 503 and comes again."""
    (tmp_path / "bad.sqlite3").write_bytes(b"not a database" * 999)
    engine = connect(f"sqlite:///{tmp_path / 'bad.sqlite3'}")

    with pytest.raises(StorageUnavailable) as caught:
        latest(Database(engine))
    assert "file is not a database" in (caught.value.private or "")
    assert "database" in caught.value.message
    with pytest.raises(StorageUnavailable):
        SiteRepository(engine).get(NORTH)
    engine.dispose()


@pytest.mark.parametrize("size", [10, 1_000, 5_000])
def test_disk_that_is_full_loses_nothing_that_was_kept(sqlite_url: str, size: int) -> None:
    """A disk fills up one night; what was answered stays, and what was not is refused."""
    engine = connect(sqlite_url, pool_size=1)
    SiteRepository(engine).add(site())
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 10}")
    kept = record_until_refused(Database(engine), "x" * size)

    with Database(engine).read(NORTH) as transaction:
        assert [decision.comment_id for decision in transaction.decisions.feed(after=0, limit=9_999)] == kept
    engine.dispose()


def record_until_refused(database: Database, text: str) -> list[str]:
    """Record comments until there is no room; returns the ids of those that were kept."""
    kept: list[str] = []
    for number in range(1_000):
        try:
            kept += [made.comment_id for made in record(database, numbered(number, text))]
        except StorageUnavailable:
            return kept
    raise AssertionError("The disk never filled up.")


def numbered(number: int, text: str) -> Entry:
    """Make an entry for a comment of its own."""
    return entry(submission(comment(text, id=f"c-{number}")))
