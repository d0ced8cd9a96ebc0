"""One engine for SQLite and PostgreSQL: durable commits, immediate write locks, foreign keys."""

from typing import Any

from pydantic_core import to_json
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from moderation.domain.errors import Invalid

#: How long a writer waits for another before it gives up.
BUSY_SECONDS = 5


def connect(url: str, *, pool_size: int = 5) -> Engine:
    """Open a database by its SQLAlchemy URL (`sqlite:///…` or `postgresql+psycopg://…`).

    Raises:
        Invalid: if the URL is not one of the two.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise Invalid(f"MODERATION_DATABASE_URL is not a database URL: {error}") from error
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(url, pool_size=pool_size)
    if parsed.get_backend_name() in ("postgresql", "postgres"):
        parsed = parsed.set(drivername="postgresql+psycopg")
        return create_engine(
            parsed,
            pool_pre_ping=True,
            json_serializer=_json,
            pool_size=pool_size,
            connect_args={"connect_timeout": BUSY_SECONDS, "options": "-c lock_timeout=5s"},
        )
    raise Invalid(
        f"MODERATION_DATABASE_URL names '{parsed.get_backend_name()}'; "
        "use sqlite:///path/to/file.sqlite3 or postgresql+psycopg://user@host/database."
    )


def _sqlite(url: str, *, pool_size: int) -> Engine:
    engine = create_engine(
        url,
        pool_size=pool_size,
        json_serializer=_json,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not begin or commit by itself
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "journal_size_limit=67108864"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A deferred transaction that reads and then writes fails at once when another writes between.
        is_reader = connection.get_execution_options().get("read_only", False)
        connection.exec_driver_sql("BEGIN" if is_reader else "BEGIN IMMEDIATE")

    return engine


def _json(value: Any) -> str:
    return to_json(value).decode()
