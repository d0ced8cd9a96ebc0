"""The invented newsroom behind a real server process, for a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from moderation.accounts import create
from moderation.domain.account import Role
from moderation.domain.appeal import AppealState
from moderation.domain.comment import SiteId
from moderation.domain.decision import Decision
from moderation.domain.verdict import Outcome
from moderation.newsroom.stage import Stage
from moderation.service import Service
from moderation.settings import Settings
from moderation.wiring import build

SITE = SiteId("default")
NAME, PASSWORD = "ingrid", "a heron in the reeds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """Where the server is, and which pages writers have."""

    base: str
    service: Service

    def decisions(self) -> list[Decision]:
        """Return everything that was decided."""
        with self.service.storage.read(SITE) as transaction:
            return transaction.decisions.feed(after=0, limit=10_000)

    def writer_page(self, state: AppealState | None, *, clause: str | None = None) -> str:
        """Return the address of the page of a rejected comment whose appeal is in a state, or that has none."""
        with self.service.storage.read(SITE) as transaction:
            appeals = transaction.appeals.page(states=tuple(AppealState), limit=500)
        by_comment = {appeal.comment_id: appeal.state for appeal in appeals}
        for decision in reversed(self.decisions()):
            if clause not in (None, decision.clause):
                continue
            if decision.outcome is Outcome.BLOCK and by_comment.get(decision.comment_id) is state:
                url = self.service.writer_url(decision)
                assert url is not None
                return self.base + url.removeprefix(self.service.public_url)
        raise LookupError(f"no rejected comment has an appeal in the state {state}")


@contextmanager
def newsroom(folder: Path) -> Iterator[Newsroom]:
    """Fill a database with the two weeks, and serve it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url, secret = f"sqlite:///{folder}/m.sqlite3", folder / "secret"
    service = build(Settings(database_url=url, secret_file=secret, deadline_ms=60_000, port=port, api_key=None))
    for _ in Stage.of(service, SITE).play():
        pass
    hashed = service.passwords.hash(PASSWORD)
    roles = {SITE: Role.ADMINISTRATOR}
    create(service.accounts, name=NAME, roles=roles, by="test", at=service.clock.now(), password=hashed)
    set_for = {"DATABASE_URL": url, "SECRET_FILE": str(secret), "PORT": str(port), "LOG_LEVEL": "error"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MODERATION_")}
    environment = kept | {f"MODERATION_{name}": value for name, value in set_for.items()}
    command = [sys.executable, "-m", "moderation", "serve"]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}/healthz", server)
        yield Newsroom(base=f"http://127.0.0.1:{port}", service=service)
    finally:
        server.terminate()
        server.wait(timeout=30)


def chromium() -> str | None:
    """Return the path of the system's Chromium; `None` leaves Playwright to its own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


def _wait(url: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(3_000):
        assert server.poll() is None, "the server ended before it was ready"
        try:
            with urlopen(url, timeout=5):
                return
        except URLError:
            time.sleep(0.1)
    raise TimeoutError(url)
