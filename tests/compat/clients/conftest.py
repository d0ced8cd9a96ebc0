"""One server as it is shipped, and what of other people's clients is installed to talk to it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.server.processes import Server

ROOT = Path(__file__).parents[3]
CLIENTS = ROOT / "tests/clients"
#: Short enough for Akismet's clients, and good for the others.
KEY = "abcdef123456"

Run = Callable[..., Any]


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server in a process of its own, with the model that is shipped."""
    model = (ROOT / "models/default").read_text().split()[0]
    server = Server(tmp_path_factory.mktemp("clients"), MODERATION_API_KEY=KEY, MODERATION_MODEL=model)
    try:
        yield server.start()
    finally:
        server.end()


@pytest.fixture
def node(served: Server) -> Run:
    """Run a script in JavaScript against the server, and return the JSON that it prints."""

    def run(name: str, *, needs: str) -> Any:
        if shutil.which("node") is None:
            pytest.skip("not installed: Node.js")
        if not (CLIENTS / "node_modules" / needs).exists():
            pytest.skip(f"not installed: {needs} (npm)")
        return _json([str(shutil.which("node")), str(CLIENTS / name)], served)

    return run


@pytest.fixture
def python(served: Server) -> Run:
    """Run a script in Python with a library beside ours, and return the JSON that it prints."""

    def run(name: str, *, needs: str) -> Any:
        if not (CLIENTS / "python" / needs).exists():
            pytest.skip(f"not installed: python-{needs} (PyPI)")
        return _json([sys.executable, str(CLIENTS / name)], served, PYTHONPATH=str(CLIENTS / "python"))

    return run


def _json(command: list[str], server: Server, **more: str) -> Any:
    environment = os.environ | {"BASE": server.url, "KEY": KEY} | more
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-3_000:]
    return json.loads(done.stdout)
