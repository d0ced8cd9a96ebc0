"""Before each answer, its commit was flushed to the disk: shown by the order of system calls.

A kill -9 alone proves little: the kernel's cache survives a process. Needs Linux, and no tool.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.server import planted, tracing
from tests.server.processes import Server

pytestmark = pytest.mark.server

REQUESTS = 20


def traced(new_server: Callable[..., Server], folder: Path, command: list[str]) -> list[str]:
    """Ask a traced server for verdicts, one at a time; returns its flushes and answers in order."""
    events = folder / "events"
    server = new_server([sys.executable, tracing.__file__, str(events), *command]).start()
    _ask(server, "warm-up")
    events.touch()
    while not events.with_suffix(".ready").exists():
        assert server.process is not None
        assert server.process.poll() is None, server.log.read_text()
        time.sleep(0.05)
    for number in range(REQUESTS):
        _ask(server, str(number))
    server.kill()
    return events.read_text().splitlines()


def answers_without_flush(events: list[str]) -> int:
    """Count the answers before which nothing of the database was flushed since the answer before."""
    bare, is_flushed = 0, False
    for event in events:
        if event == "answer":
            bare += not is_flushed
            is_flushed = False
        is_flushed = is_flushed or (event.startswith("fsync ") and "moderation.sqlite3" in event)
    return bare


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_each_answer_is_flushed_first(new_server: Callable[..., Server], tmp_path: Path) -> None:
    """After a power cut the site still holds the verdict; the decision behind it must be there too."""
    events = traced(new_server, tmp_path, [sys.executable, "-m", "moderation", "serve"])

    assert events.count("answer") == REQUESTS
    assert answers_without_flush(events) == 0


@pytest.mark.slow
@pytest.mark.timeout(60)
def test_the_trace_tells_a_server_that_does_not_flush(new_server: Callable[..., Server], tmp_path: Path) -> None:
    """`synchronous=NORMAL` survives every kill -9; only the order of system calls betrays it."""
    command = [sys.executable, planted.__file__, planted.NOT_FLUSHED]

    assert answers_without_flush(traced(new_server, tmp_path, command)) > REQUESTS // 2


@pytest.mark.slow
@pytest.mark.timeout(60)
def test_the_trace_passes_an_honest_server(new_server: Callable[..., Server], tmp_path: Path) -> None:
    """The check itself must not be what fails."""
    command = [sys.executable, planted.__file__, planted.HONEST]

    assert answers_without_flush(traced(new_server, tmp_path, command)) == 0


def _ask(server: Server, name: str) -> None:
    body = {"comment": {"id": f"c-{name}", "text": f"The river rose again, {name}."}}
    assert server.ask("/v1/verdicts", body).status_code == 200
