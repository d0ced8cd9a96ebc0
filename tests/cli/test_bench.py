"""`moderation bench`: figures that can be trusted to be figures; never a test of how fast this machine is."""

import json
from itertools import islice

import pytest

from moderation.benchmark.bodies import bodies
from moderation.benchmark.usage import cpu_seconds, memory_bytes
from tests.cli.conftest import Run


@pytest.mark.no_cover
@pytest.mark.weights
@pytest.mark.server
@pytest.mark.slow
@pytest.mark.timeout(240)
def test_it_measures_both_servers_and_every_stage(run: Run) -> None:
    """Whoever buys a machine by these figures needs all of them, and none from requests that failed."""
    result = run("bench", "--json", "--seconds", "0.3", "--rounds", "1")

    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    assert [(f["server"], f["clients"]) for f in found["figures"]] == [
        ("moderation", 32),
        ("bare", 32),
        ("moderation", 1),
        ("bare", 1),
    ]
    assert all(figure["errors"] == 0 and figure["requests_per_second"] > 0 for figure in found["figures"])
    assert all(cost > 0 for costs in found["stages_us"].values() for cost in costs.values())
    assert set(found["share_of_bare"]) == {"32", "1"}
    assert [text["characters"] for text in found["texts"]] == [500, 500, 20_000]
    assert all(text["normalise_ms"] > 0 and text["rules_ms"] > 0 for text in found["texts"])


def test_no_two_comments_of_the_load_are_alike() -> None:
    """Copies would be answered from memory, or flagged as a flood: a load of another kind."""
    texts = [body["comment"]["text"] for body in islice(bodies(seed=1, run="a"), 5_000)]

    assert len(set(texts)) == 5_000


def test_the_load_is_the_same_each_time() -> None:
    """Two runs can only be compared if they ask the same."""
    assert list(islice(bodies(seed=1, run="a"), 50)) == list(islice(bodies(seed=1, run="a"), 50))


def test_a_process_uses_something() -> None:
    """A figure of nought would be a figure of nothing."""
    assert (cpu_seconds(1) or 0) >= 0
    assert (memory_bytes(1) or 0) > 0


@pytest.mark.no_cover
@pytest.mark.weights
@pytest.mark.slow
@pytest.mark.timeout(240)
def test_it_measures_backtests(run: Run) -> None:
    """How long an editor waits for an answer is a figure like any other."""
    result = run("bench", "--backtest", "--json", "--decisions", "1000")

    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    assert [figure["decisions"] for figure in found][1::2] == [1_000] * 3
    assert all(figure["cpu_us_per_decision"] > 0 and figure["memory_mb"] > 0 for figure in found)


@pytest.mark.no_cover
@pytest.mark.weights
@pytest.mark.server
@pytest.mark.slow
@pytest.mark.timeout(240)
def test_it_measures_perspectives_protocol(run: Run) -> None:
    """Coral waits 800 ms and no longer: whoever switches wants to know before."""
    result = run("bench", "--perspective", "--json", "--seconds", "0.3", "--rounds", "1")

    assert result.exit_code == 0, result.stderr
    assert [(f["clients"], f["errors"]) for f in json.loads(result.stdout)] == [(1, 0), (20, 0)]


@pytest.mark.no_cover
@pytest.mark.weights
@pytest.mark.server
@pytest.mark.slow
@pytest.mark.timeout(240)
def test_it_measures_the_desk(run: Run) -> None:
    """A newsroom after a long weekend wants to know whether the desk still keeps up."""
    result = run("bench", "--desk", "--json", "--reviews", "200", "--rounds", "1")

    assert result.exit_code == 0, result.stderr
    found = {figure["request"]: figure for figure in json.loads(result.stdout)}
    assert {"first paint", "the next five cards", "ruling", "what waits where", "list", "insights"} <= set(found)
    assert all(figure["median_ms"] > 0 and figure["kilobytes"] > 0 for figure in found.values())
    assert found["ruling"]["count"] == 5
