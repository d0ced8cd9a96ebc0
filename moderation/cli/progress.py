"""How far long work is, shown where somebody watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from moderation.domain.backtest import Advanced

_SHARE = TextColumn("{task.completed:,.0f} of {task.total:,.0f}")


@contextmanager
def progress() -> Iterator[Callable[[str], Advanced]]:
    """Give bars for pieces of work, each shown once it is told of; none where standard error is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), _SHARE, TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as shown:
        yield partial(_bar, shown)


def _bar(shown: Progress, description: str) -> Advanced:
    task: TaskID | None = None

    def advanced(done: int, of: int) -> None:
        nonlocal task
        if task is None:
            task = shown.add_task(description, total=of)
        shown.update(task, completed=done, total=of)

    return advanced
