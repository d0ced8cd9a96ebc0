"""Real server processes: started, asked, killed, started again."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx2

KEY = "mod_test-key-of-the-first-site"

#: Longest start on a busy machine.
START_SECONDS = 300


class Server:
    """A server's process and the folder that it keeps; may be killed and started again."""

    def __init__(self, folder: Path, *, command: list[str] | None = None, **changed: str) -> None:
        """Remember how to start: `moderation serve`, unless there is another command."""
        self.folder, self.port = folder, free_port()
        self.command = command or [sys.executable, "-m", "moderation", "serve"]
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "log"
        self._environment = _environment(folder, self.port) | changed
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Server":
        """Start, and wait until it is ready."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, env=self._environment, stdout=log, stderr=log, start_new_session=True
            )
        give_up = time.monotonic() + START_SECONDS
        while not self.is_ready():
            said = self.log.read_text(errors="replace")[-3_000:]
            assert self.process.poll() is None, f"the server ended: {said}"
            assert time.monotonic() < give_up, f"the server is not ready: {said}"
            time.sleep(0.05)
        return self

    def is_ready(self) -> bool:
        """Whether it says so."""
        try:
            return httpx2.get(f"{self.url}/readyz", timeout=5, trust_env=False).status_code == 200
        except httpx2.TransportError:
            return False

    def kill(self) -> None:
        """End the whole process group at once, as a power cut would."""
        self._signal(signal.SIGKILL)

    def stop(self) -> int:
        """Ask it to stop, and return its exit status."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=120)

    def end(self) -> None:
        """Leave nothing behind."""
        if self.process is not None and self.process.poll() is None:
            self.kill()

    def ask(self, path: str, body: Any = None, *, key: str = KEY, **headers: str) -> httpx2.Response:
        """Send a request, with JSON where there is a body."""
        method = "GET" if body is None else "POST"
        shown = {"Authorization": f"Bearer {key}"} | headers
        return httpx2.request(method, self.url + path, json=body, headers=shown, timeout=60, trust_env=False)

    def run(self, *arguments: str) -> str:
        """Run a command on the same database, and return what it writes."""
        command = [sys.executable, "-m", "moderation", *arguments]
        done = subprocess.run(command, env=self._environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _signal(self, number: signal.Signals) -> None:
        assert self.process is not None
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)
        self.process.wait(timeout=120)


def free_port() -> int:
    """Return a port on which nothing listens now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _environment(folder: Path, port: int) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("MODERATION_")}
    ours = {
        "MODERATION_DATABASE_URL": f"sqlite:///{folder}/moderation.sqlite3",
        "MODERATION_SECRET_FILE": str(folder / "secret"),
        "MODERATION_PORT": str(port),
        "MODERATION_API_KEY": KEY,
        "MODERATION_DEADLINE_MS": "30000",
        "MODERATION_LOG_LEVEL": "warning",
        # What is tried here is storage and process: the quickest model leaves them the most to do.
        "MODERATION_MODEL": "linear",
    }
    return inherited | ours
