"""The snippets of the documentation run, as they stand, against a server as `moderation serve` starts it."""

import json
import os
import re
import shlex
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.processes import Server

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<code>.*?)^```", re.MULTILINE | re.DOTALL)
KEY = "mod_for_the_documentation_alone_0123456789"
ADDRESS = "http://127.0.0.1:8000"
#: The comment that pages go on talking of.
TALKED_OF = '{"comment": {"id": "c-17", "text": "You are an idiot."}, "author": {"id": "u-4", "name": "Ann"}}'

pytestmark = [pytest.mark.server, pytest.mark.weights]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a server with an empty database; returns its address."""
    server = Server(tmp_path_factory.mktemp("docs"), MODERATION_API_KEY=KEY, MODERATION_MODEL="cascade")
    server.start()
    yield server.url
    server.end()


@pytest.mark.parametrize(
    "page",
    [
        "tutorial/first-verdict.md",
        "how-to/send-comments-from-your-site.md",
        "how-to/follow-decisions.md",
        "how-to/erase-and-retain.md",
    ],
)
def test_curl_lines_are_answered(page: str, server: str) -> None:
    """The line that a reader pastes is the product, for that reader, on that day."""
    _curl(shlex.split(f"curl {ADDRESS}/v1/verdicts -d '{TALKED_OF}'"), server)  # whatever page came before
    lines = [line for code in _code(page, "sh") for line in _commands(code) if line[0] == "curl"]
    statuses = [_curl(line, server) for line in lines]

    assert statuses
    assert {status // 100 for status in statuses} == {2}


def test_python_snippet_publishes_a_civil_comment(server: str) -> None:
    """It is copied into sites; where it is wrong, it is wrong on all of them."""
    [code] = _code("how-to/send-comments-from-your-site.md", "python")

    assert _run(code, server) == "published\n"


def test_feed_loop_reads_every_decision_once(server: str, tmp_path: Path) -> None:
    """A loop that skips one entry leaves a comment on the page that a moderator rejected."""
    [code] = _code("how-to/follow-decisions.md", "python")
    ended = "class Enough(Exception): pass\ndef stop(_): raise Enough\ntime.sleep, seen = stop, []\n"
    ended += "try: follow(lambda d: seen.append(d['position']))\nexcept Enough: print(seen)\n"
    _curl(shlex.split(f'curl {ADDRESS}/v1/verdicts -d \'{{"comment": {{"text": "Rain again."}}}}\''), server)
    seen = json.loads(_run(code + ended, server, folder=tmp_path))

    assert seen == list(range(1, len(seen) + 1)) != []


def _code(page: str, language: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text()
    return [match["code"] for match in FENCE.finditer(text) if match["language"] == language]


def _commands(code: str) -> Iterator[list[str]]:
    for line in code.replace("\\\n", " ").splitlines():
        yield shlex.split(line.split(" | ")[0])


def _curl(line: list[str], server: str) -> int:
    """Send what curl would send; the tests need no curl."""
    data = line[line.index("-d") + 1].encode() if "-d" in line else None
    method = line[line.index("-X") + 1] if "-X" in line else "POST" if data else "GET"
    address = next(word for word in line if word.startswith(ADDRESS)).replace(ADDRESS, server)
    if "/v1/reviews/r_" in address:
        address = re.sub(r"r_[0-9a-f]+", _first_review(server), address)
    headers = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"}
    request = urllib.request.Request(address, data=data, method=method, headers=headers)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return int(answer.status)


def _first_review(server: str) -> str:
    request = urllib.request.Request(f"{server}/v1/reviews", headers={"Authorization": f"Bearer {KEY}"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return str(json.load(answer)["reviews"][0]["id"])


def _run(code: str, server: str, *, folder: Path | None = None) -> str:
    command = [sys.executable, "-c", code.replace(ADDRESS, server)]
    environment = os.environ | {"KEY": KEY}
    return subprocess.run(command, env=environment, cwd=folder, check=True, capture_output=True, text=True).stdout
