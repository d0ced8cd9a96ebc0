"""How far long work is: bars where somebody watches, else a plain line every so often."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from moderation.cli.console import say
from moderation.domain.backtesting.backtest import Advanced

#: Where standard error is no terminal, a line is written after so many seconds.
EVERY_SECONDS = 10.0

_SHARE = TextColumn("{task.completed:,.0f} of {task.total:,.0f}")


@contextmanager
def progress() -> Iterator[Callable[[str], Advanced]]:
    """Give bars for pieces of work, each shown once it is told of; lines where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield _lines
        return
    columns = (TextColumn("{task.description}"), BarColumn(), _SHARE, TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as shown:
        yield partial(_bar, shown)


def _bar(shown: Progress, description: str) -> Advanced:
    task: TaskID | None = None

    def advanced(done: int, of: int) -> None:
        nonlocal task
        if task is None:
            task = shown.add_task(description, total=of)
        shown.update(task, completed=done, total=of)

    return advanced


class Pace:
    """Tells when it is time to say again how far the work is; what is done before that is not spoken of."""

    def __init__(self) -> None:
        """Begin to wait."""
        self._due = time.monotonic() + EVERY_SECONDS

    def is_due(self) -> bool:
        """Whether it is time; then it begins to wait again."""
        now = time.monotonic()
        if now < self._due:
            return False
        self._due = now + EVERY_SECONDS
        return True


def _lines(description: str) -> Advanced:
    pace = Pace()

    def advanced(done: int, of: int) -> None:
        if pace.is_due():
            say(f"{description}: {done:,} of {of:,}")

    return advanced
