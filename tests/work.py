"""How much is done, counted and not timed: the same on any machine, however busy."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def calls_of(act: Callable[[], object]) -> int:
    """Count the functions that an act calls, in Python or built in; act once before, so that caches are full.

    What a regular expression does inside one call is not seen: those here are RE2's, or cannot backtrack far.
    """
    calls = 0

    def note(_frame: FrameType, event: str, _arg: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(before)
    return calls


def grows_no_faster(act: Callable[[int], object], *, size: int) -> bool:
    """Whether twice the size takes about twice the calls at the most; `act(size)` does the work."""
    act(size), act(2 * size)
    once, twice = calls_of(lambda: act(size)), calls_of(lambda: act(2 * size))
    return twice <= 2.2 * once + 1_000
