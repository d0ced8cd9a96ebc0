"""A server of one's own, in its own process, on a free port, in a folder that is thrown away."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2

from moderation.domain.errors import Unavailable

#: How long a server may take from its start to its first answer.
START_SECONDS = 180.0


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers."""

    process: subprocess.Popen[bytes]
    url: str
    key: str
    folder: Path
    #: From the start of the process to its first answer that it is ready.
    start_seconds: float


def free_port() -> int:
    """Return a port on which nothing listens now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextmanager
def own_server(environment: Mapping[str, str] | None = None) -> Iterator[Running]:
    """Run `moderation serve` on a fresh database until the block ends.

    Raises:
        Unavailable: if it does not start; with what it said.
    """
    with TemporaryDirectory(prefix="moderation-") as folder:
        port, key = free_port(), "mod_" + secrets.token_urlsafe(16)
        fresh = {
            "MODERATION_DATABASE_URL": f"sqlite:///{folder}/moderation.sqlite3",
            "MODERATION_SECRET_FILE": f"{folder}/secret",
            "MODERATION_HOST": "127.0.0.1",
            "MODERATION_PORT": str(port),
            "MODERATION_API_KEY": key,
            "MODERATION_LOG_LEVEL": "warning",
        }
        inherited = {name: value for name, value in os.environ.items() if name != "MODERATION_PUBLIC_URL"}
        command = [sys.executable, "-m", "moderation", "serve"]
        with running(
            command, env=inherited | fresh | dict(environment or {}), port=port, log=Path(folder, "log")
        ) as (
            process,
            seconds,
        ):
            yield Running(process, f"http://127.0.0.1:{port}", key, Path(folder), seconds)


@contextmanager
def running(
    command: list[str], *, env: Mapping[str, str], port: int, log: Path
) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """Run a server's process until the block ends; yields it once it answers, and how long that took.

    Raises:
        Unavailable: if it does not start; with what it said.
    """
    began = time.monotonic()
    with log.open("wb") as written:
        process = subprocess.Popen(command, env=dict(env), stdout=written, stderr=subprocess.STDOUT)  # noqa: S603
    try:
        while not _answers(port):
            if process.poll() is not None or time.monotonic() - began > START_SECONDS:
                raise Unavailable(
                    f"The server did not start. It said:\n{log.read_text(errors='replace')[-4_000:]}"
                )
            time.sleep(0.02)
        yield process, time.monotonic() - began
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answers(port: int) -> bool:
    try:
        return httpx2.get(f"http://127.0.0.1:{port}/readyz", timeout=5, trust_env=False).status_code == 200
    except httpx2.TransportError:
        return False
