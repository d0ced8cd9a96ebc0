"""The tables come from migrations alone, whoever starts first and however often."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect
from sqlmodel import SQLModel

from moderation.domain.errors import StorageUnavailable
from moderation.domain.namesake import shape_key
from moderation.storage.engine import connect
from moderation.storage.migrate import MIGRATIONS, head, revision, upgrade
from moderation.testing.postgres import PostgresServer

DESCENDING = (
    "ix_author_shape",
    "ix_review_next",
    "ix_review_next_in_queue",
    "ix_review_reported",
    "ix_review_reported_in_queue",
)

#: Waits for a file, so that all begin at once, and then does what a server does first.
START = """
import sys, time
from pathlib import Path
from moderation.storage.engine import connect
from moderation.storage.migrate import upgrade
Path(sys.argv[2]).touch()
while not Path(sys.argv[3]).exists():
    time.sleep(0.001)
engine = connect(sys.argv[1])
upgrade(engine)
engine.dispose()
"""


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the URL of a database without tables, once on each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'new.sqlite3'}"
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.create(f"new_{time.time_ns()}")


@pytest.fixture
def migrated(new_url: str, request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Open a database with migrated tables, of the same kind as the one without."""
    engine = connect(request.getfixturevalue("sqlite_url" if "sqlite" in new_url else "postgres_url"))
    yield engine
    engine.dispose()


def shape(engine: Engine) -> dict[str, object]:
    """Return columns, keys and indexes of every table, as the database tells them."""
    seen = inspect(engine)
    return {
        name: (
            sorted((c["name"], str(c["type"]), c["nullable"]) for c in seen.get_columns(name)),
            seen.get_pk_constraint(name)["constrained_columns"],
            sorted(tuple(key["constrained_columns"]) for key in seen.get_foreign_keys(name)),
            sorted((str(index["name"]), tuple(index["column_names"])) for index in seen.get_indexes(name)),
            sorted(str(unique["column_names"]) for unique in seen.get_unique_constraints(name)),
        )
        for name in sorted(seen.get_table_names())
        if name != "alembic_version"
    }


def is_compared(made: object, name: str | None, kind: str, *_: object) -> bool:
    """Leave out indexes with a descending column, which alembic cannot compare; `shape` sees them."""
    return kind != "index" or name not in DESCENDING


def test_migrations_make_what_the_tables_say(engine: Engine) -> None:
    """A column that only the code knows of fails at the first customer who upgrades."""
    with engine.connect() as connection:
        options = {"compare_type": True, "include_object": is_compared}
        context = MigrationContext.configure(connection, opts=options)

        assert compare_metadata(context, SQLModel.metadata) == []


def test_migrated_and_fresh_tables_are_alike(migrated: Engine, new_url: str) -> None:
    """Two ways to the same tables are two sets of faults, unless they are compared."""
    fresh = connect(new_url)
    SQLModel.metadata.create_all(fresh)
    found = shape(fresh)
    fresh.dispose()

    assert found == shape(migrated)


def test_names_of_before_get_their_shape(tmp_path: Path) -> None:
    """Who was here before the upgrade is who a newcomer passes for."""
    engine, config = connect(f"sqlite:///{tmp_path / 'old.sqlite3'}"), Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0014")
        connection.exec_driver_sql("INSERT INTO site VALUES ('north', 'p', 'here', 0, 0, NULL)")
        author = "INSERT INTO author (site, key, verified, name, first_seen) VALUES ('north', ?, 1, ?, 0)"
        connection.exec_driver_sql(author, [("u-1", "Paul"), ("u-2", "PauI"), ("u-3", None)])
    upgrade(engine)
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT key, name_shape FROM author")
        kept = {row.key: row.name_shape for row in rows}
    engine.dispose()

    assert kept == {"u-1": shape_key("Paul"), "u-2": shape_key("Paul"), "u-3": None}


def test_second_upgrade_changes_nothing(engine: Engine) -> None:
    """Every start of the server upgrades, and all but one have nothing to do."""
    before = shape(engine)
    upgrade(engine)
    upgrade(engine)

    assert shape(engine) == before
    with engine.connect() as connection:
        assert revision(connection) == head()


def test_processes_that_start_at_once_all_come_up(new_url: str, tmp_path: Path) -> None:
    """Three workers of one server find an empty database, and none may fail or make half of it."""
    ready, go = [tmp_path / f"ready-{n}" for n in range(3)], tmp_path / "go"
    start = [sys.executable, "-W", "error", "-c", START, new_url]
    started = [subprocess.Popen([*start, path, go], stderr=subprocess.PIPE, text=True) for path in ready]
    while not all(path.exists() for path in ready):
        time.sleep(0.01)
    go.touch()

    assert [(process.communicate()[1], process.returncode) for process in started] == [("", 0)] * 3


def test_upgrade_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """A start that broke off half-way must not keep the next one from coming up."""
    engine = connect(f"sqlite:///{tmp_path / 'new.sqlite3'}")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE strike (mine TEXT)")
    with pytest.raises(StorageUnavailable):
        upgrade(engine)

    assert inspect(engine).get_table_names() == ["strike"]
    engine.dispose()


def test_way_back_is_the_backup() -> None:
    """A downgrade that drops columns would lose decisions; the error says what to do instead."""
    for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions():
        with pytest.raises(NotImplementedError, match="backup"):
            script.module.downgrade()


def test_database_that_cannot_be_reached_is_told() -> None:
    """Whoever mistyped the address must read that, not a stack of a driver's calls."""
    engine = connect("postgresql://nobody@/nothing?host=/nonexistent")

    with pytest.raises(StorageUnavailable):
        upgrade(engine)
