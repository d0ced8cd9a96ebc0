"""An answer means that the decision is on disk: proved by kill -9, with a harness that is proved too."""

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.server import planted
from tests.server.harness import Harness
from tests.server.processes import Server

pytestmark = pytest.mark.server

#: `make soak` kills twenty times, `make test` a few times.
IS_SOAK = bool(os.environ.get("MODERATION_TEST_SOAK"))
KILLS = 20 if IS_SOAK else 3
PLANTED_KILLS = 20 if IS_SOAK else 4


@pytest.fixture
def new_harness(new_server: Callable[..., Server]) -> Callable[..., Harness]:
    """Make a harness around the real server, or around one with a bug."""

    def make(bug: str | None = None) -> Harness:
        command = [sys.executable, str(Path(planted.__file__)), bug] if bug else None
        return Harness(new_server(command), random.Random(7))

    return make


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_killed_under_load_the_server_keeps_every_answer(new_harness: Callable[..., Harness]) -> None:
    """A site that got a verdict acts on it; it must be there, once, and the same on every retry."""
    found = new_harness().run(kills=KILLS)

    assert found.is_clean, found
    assert found.acknowledged > (5_000 if IS_SOAK else 50)


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("bug", "sign"),
    [
        (planted.ANSWER_BEFORE_COMMIT, "lost"),
        (planted.LOOK_THEN_WRITE, "diverged"),
        (planted.KEY_IN_SECOND_TRANSACTION, "orphans"),
    ],
)
def test_the_harness_finds_a_planted_bug(bug: str, sign: str, new_harness: Callable[..., Harness]) -> None:
    """A harness that finds nothing in a broken server proves nothing about a good one."""
    found = new_harness(bug).run(kills=PLANTED_KILLS, seconds=(0.3, 0.7))

    assert getattr(found, sign), f"{bug} stayed hidden: {found}"


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_harness_passes_an_honest_server(new_harness: Callable[..., Harness]) -> None:
    """A harness that cries wolf would soon be switched off."""
    found = new_harness(planted.HONEST).run(kills=PLANTED_KILLS, seconds=(0.3, 0.7))

    assert found.is_clean, found
    assert found.acknowledged > 50
