"""`moderation serve` as a publisher runs it: a real process, a real port, a real file."""

import re
import shlex
import socket
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

import pytest
from pydantic_core import from_json, to_json

from moderation.cli.serve import EXAMPLE
from moderation.service import REMEMBERED_SECONDS
from tests.server.processes import KEY, Server

pytestmark = [pytest.mark.server, pytest.mark.slow, pytest.mark.timeout(240)]


def answer_of(server: Server, body: Any = EXAMPLE, **headers: str) -> dict[str, Any]:
    """Ask for a verdict that must be given."""
    response = server.ask("/v1/verdicts", body, **headers)
    assert response.status_code == 200, response.text
    return dict(response.json())


def test_the_pasted_line_gets_a_verdict(new_server: Callable[..., Server]) -> None:
    """The first thing that anybody does is to paste the line that the first start prints."""
    server = new_server(MODERATION_API_KEY="").start()
    said = server.log.read_text()
    [line] = re.findall(r"^ +(curl .*)$", said, flags=re.MULTILINE)

    answered = subprocess.run(shlex.split(line), stdout=subprocess.PIPE, check=True, timeout=60)

    assert from_json(answered.stdout)["verdict"] == "flag"
    assert said.count("mod_") == 2, "the key is shown, and stands in the line to paste"


def test_the_example_gets_the_answer_that_the_readme_shows(new_server: Callable[..., Server]) -> None:
    """The README's example is the contract that a publisher's developer reads first."""
    answer = answer_of(new_server().start())

    assert answer["verdict"] == "flag"
    assert answer["degraded"] is False
    assert {reason["clause"] for reason in answer["reasons"]} >= {"attacks"}
    assert {"start": 8, "end": 16} in answer["reasons"][0]["spans"]
    assert answer["review"]["queue"] == "attacks"


def test_a_second_start_keeps_everything_and_shows_no_key(new_server: Callable[..., Server]) -> None:
    """A restart after an update must neither forget a decision nor print a secret into a log again."""
    server = new_server().start()
    before = answer_of(server)
    assert server.stop() == 0
    server.log.write_text("")

    server.start()

    assert answer_of(server) == before
    assert "mod_" not in server.log.read_text()


def test_twins_that_race_get_one_decision(new_server: Callable[..., Server]) -> None:
    """A retry while the first request still runs is normal operation; it must not become a second decision."""
    server = new_server().start()
    with ThreadPoolExecutor(20) as pool:
        for number in range(5):
            body = {"comment": {"text": f"The ferry was late again, number {number}."}}
            key = {"Idempotency-Key": f"twin-{number}"}
            answers = list(pool.map(lambda _, body=body, key=key: answer_of(server, body, **key), range(20)))
            assert len({answer["decision_id"] for answer in answers}) == 1
        comment = {"comment": {"id": "c-1", "text": "The ferry was late again."}}
        answers = list(pool.map(lambda _: answer_of(server, comment), range(20)))

    assert len({answer["decision_id"] for answer in answers}) == 1
    assert len(server.ask("/v1/decisions?after=0").json()["decisions"]) == 6


def test_an_order_to_stop_lets_requests_in_flight_finish(new_server: Callable[..., Server]) -> None:
    """A deployment must not lose comments that were being judged."""
    server = new_server().start()
    with ExitStack() as open_ones:
        texts = [f"A long day at the harbour. {number} " * 300 for number in range(30)]
        connections = [open_ones.enter_context(in_flight(server, text)) for text in texts]
        first = connections[0].recv(12)

        status = server.stop()

        lines = [first, *(connection.recv(12) for connection in connections[1:])]
    assert status == 0
    assert lines == [b"HTTP/1.1 200"] * 30


def test_a_port_in_use_is_named_before_anything_is_made(new_server: Callable[..., Server]) -> None:
    """Whoever starts it twice must read which setting to change, not a traceback."""
    server = new_server()
    with (
        socket.create_server(("127.0.0.1", server.port)),
        pytest.raises(AssertionError, match="MODERATION_PORT"),
    ):
        server.start()

    assert server.process is not None
    assert server.process.returncode == 2
    assert not (server.folder / "moderation.sqlite3").exists()


def test_two_workers_share_a_database(new_server: Callable[..., Server]) -> None:
    """A site that grows sets MODERATION_WORKERS; a retry may then reach another process."""
    server = new_server(MODERATION_WORKERS="2").start()

    ids = {answer_of(server, Connection="close")["decision_id"] for _ in range(12)}

    assert len(ids) == 1
    assert KEY not in server.log.read_text()
    assert server.stop() == 0


def test_published_version_judges_the_next_comment_on_every_worker(new_server: Callable[..., Server]) -> None:
    """An editor who mends a rule must not wait for a restart, and no worker may go on by the old one."""
    server = new_server(MODERATION_WORKERS="2").start()
    live = server.ask("/v1/policies/live").json()
    own = "version: 1\nname: own\nextends: default.yaml\nrules:\n  - id: harbour-talk\n    clause: conduct\n"
    files = {"own.yaml": own + "    when: {word: {words: [harbour]}}\n    then: {verdict: flag}\n"} | live["files"]
    body = {"files": files, "base": live["version"]["hash"], "by": "ann"}
    draft = server.ask("/v1/policies", body).json()["hash"]
    assert server.ask(f"/v1/policies/{draft}/publish", {"by": "ben"}).status_code == 200
    time.sleep(REMEMBERED_SECONDS)

    policies = {
        answer_of(server, {"comment": {"text": f"The harbour of {n}."}}, Connection="close")["policy"]
        for n in range(12)
    }
    assert policies == {f"own@{draft}"}


def in_flight(server: Server, text: str) -> socket.socket:
    """Send a comment, and do not wait for the answer."""
    body = to_json({"comment": {"text": text}})
    head = f"POST /v1/verdicts HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer {KEY}\r\n"
    head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=60)
    connection.sendall(head.encode() + body)
    return connection
