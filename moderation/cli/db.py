"""`moderation db`: bring the database up to date, and keep copies of it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.engine import make_url

from moderation.cli.console import settings_of
from moderation.cli.opened import opened
from moderation.domain.errors import Conflict, Invalid
from moderation.storage.migrate import head

app = typer.Typer()


@app.command()
def upgrade() -> None:
    """Run the migrations that the database has not seen; `serve` does so by itself."""
    with opened(settings_of()):
        typer.echo(f"The database is up to date ({head()}).")


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="Where to write the copy; must not exist.", show_default=False)],
) -> None:
    """Copy a SQLite database while the service runs. Copying the file itself would corrupt the copy.

    Keep the secret file (MODERATION_SECRET_FILE) with it: without it, hashed names no longer match.
    """
    url = make_url(settings_of().database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise Invalid("This copies SQLite files alone; use pg_dump for PostgreSQL.")
    source = Path(url.database)
    if not source.is_file():
        raise Invalid(f"There is no database at {source} yet.")
    _copy(source, file)
    typer.echo(f"{file}: whole, {file.stat().st_size:,} bytes.")


def _copy(source: Path, target: Path) -> None:
    """Copy by SQLite's own means, check the copy, and only then give it its name."""
    if target.exists():
        raise Conflict(f"{target} exists; choose another name.")
    draft = target.with_name(target.name + ".part")
    draft.unlink(missing_ok=True)
    with (
        closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as here,
        closing(sqlite3.connect(draft)) as there,
    ):
        here.backup(there)
        [(verdict,)] = there.execute("PRAGMA integrity_check").fetchall()
        there.execute("PRAGMA journal_mode=DELETE")
    if verdict != "ok":
        raise Invalid(f"The copy is damaged ({verdict}); the database itself may be too.")
    draft.chmod(0o600)
    draft.rename(target)
