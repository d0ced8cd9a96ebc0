"""Work shared out among processes: every piece once, and no silence where one of them ends."""

import os
from collections.abc import Callable

import pytest

from moderation.crew import crew, tell
from moderation.domain.errors import NotFound, Unavailable

pytestmark = pytest.mark.slow


def _adding(told: int) -> Callable[[int], int]:
    return lambda piece: told + piece


def _refusing(_: int) -> Callable[[int], int]:
    raise NotFound("There is nothing to add to.")


def _ending(_: int) -> Callable[[int], int]:
    return lambda piece: os._exit(piece)


def test_every_piece_is_done_once() -> None:
    """More pieces than processes, and fewer."""
    with crew(_adding, count=2) as started:
        many = sorted(started.do(100, range(7)))

    assert many == list(range(100, 107))


def _telling(_: int) -> Callable[[int], int]:
    def done(piece: int) -> int:
        for each in range(piece):
            tell(each, piece)
        return piece

    return done


def test_who_waits_hears_how_far_each_piece_is() -> None:
    """What is told on the way is no outcome, and comes before it."""
    heard: list[tuple[int, int]] = []
    with crew(_telling, count=1) as started:
        done = list(started.do(0, [2, 1], advanced=lambda done, of: heard.append((done, of))))
    tell(1, 2)  # nobody waits here

    assert (sorted(done), sorted(heard)) == ([1, 2], [(0, 1), (0, 2), (1, 2)])


def test_what_the_work_raises_is_raised() -> None:
    """An editor reads what is wrong, not that a process is gone."""
    with crew(_refusing, count=1) as started, pytest.raises(NotFound, match="nothing to add to"):
        list(started.do(0, [1]))


def test_a_process_that_is_gone_is_told() -> None:
    """Where memory runs out the system ends a process: waiting for it would last for ever."""
    with crew(_ending, count=1) as started, pytest.raises(Unavailable, match="fewer processes"):
        list(started.do(0, [9, 9]))
