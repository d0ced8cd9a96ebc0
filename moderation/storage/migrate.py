"""Bring the tables up to date; safe when several processes start at once."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from moderation.storage.database import translated

MIGRATIONS = Path(__file__).parent / "migrations"

#: Any number, the same in every process: the name of PostgreSQL's lock for migrations.
_LOCK = 7_305_114


def upgrade(engine: Engine) -> None:
    """Run the migrations that this database has not seen.

    Raises:
        StorageUnavailable: if the database cannot be reached.
    """
    with translated(), engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if revision(connection) != head():
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def revision(connection: Connection) -> str | None:
    """Return the newest migration that a database has seen."""
    return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    """Return the newest migration that there is."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    return config
