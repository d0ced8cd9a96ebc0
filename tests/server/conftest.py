"""Servers for a test, ended after it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.server.processes import Server


@pytest.fixture
def new_server(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Make servers that keep their things in the test's folder; all are ended with the test."""
    made: list[Server] = []

    def make(command: list[str] | None = None, **changed: str) -> Server:
        made.append(Server(tmp_path, command=command, **changed))
        return made[-1]

    yield make
    for server in made:
        server.end()
