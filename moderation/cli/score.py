"""`moderation score`: verdicts on a file of comments, without a server."""

import multiprocessing
import os
import shutil
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from moderation.cli.console import FAILED, check_readable, say, settings_of
from moderation.cli.judging import Judge, judge_of, now
from moderation.cli.reading import Form, Record, counted, records
from moderation.cli.writing import Style, Writer

#: Comments that one question to the model holds.
BATCH = 128

#: So many batches are judged in this process before others are worth starting.
ALONE = 8

Answered = list[tuple[Record, dict[str, Any] | None]]


def score(
    file: Annotated[
        Path, typer.Argument(help="File of comments; '-' is standard input.", allow_dash=True, show_default=False)
    ],
    policy: Annotated[Path | None, typer.Option(help="Policy file; otherwise MODERATION_POLICY.")] = None,
    model: Annotated[
        str | None, typer.Option(help="Model, as NAME or NAME/VERSION; otherwise MODERATION_MODEL.")
    ] = None,
    format: Annotated[Style, typer.Option(help="How verdicts are written.")] = Style.TABLE,
    input: Annotated[Form, typer.Option(help="How comments are written down.")] = Form.AUTO,
    jobs: Annotated[int, typer.Option(min=0, help="Processes that judge a long file; 0 takes one a core.")] = 0,
) -> None:
    """Judge comments from a file or standard input, and record nothing.

    The file holds a comment a line, or is CSV with a column `text`, or JSON Lines: objects such as
    `{"id": 7, "text": "…"}`, or the bodies of `POST /v1/verdicts`. Other keys and columns are passed through.

    A bad line is named on standard error, the others are judged, and the exit status is then 1.
    """
    settings = settings_of(policy=policy, model=model)
    arguments = (settings.policy, settings.models, settings.model)
    with ExitStack() as stack:
        source, size = _source(file, stack)
        count = [0]
        found = records(counted(source, count), form=input, name=file.name, limit=settings.max_text_chars)
        batches = iter(lambda: list(islice(found, BATCH)), [])
        answers = _answers(batches, jobs or os.cpu_count() or 1, *arguments)
        progress = stack.enter_context(_progress())
        task = progress.add_task("judging", total=size)
        writer, bad = Writer(format, width=shutil.get_terminal_size((160, 50)).columns), 0
        for batch in answers:
            bad += _write(batch, writer)
            progress.update(task, completed=count[0])
    if bad:
        say(f"{bad} bad {'line' if bad == 1 else 'lines'} could not be judged.")
        raise typer.Exit(FAILED)


def _source(file: Path, stack: ExitStack) -> tuple[BinaryIO, int | None]:
    if str(file) == "-":
        return sys.stdin.buffer, None
    check_readable(file)
    return stack.enter_context(file.open("rb")), file.stat().st_size


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("bytes"))
    is_watched = sys.stderr.isatty() and not sys.stdout.isatty()
    return Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), disable=not is_watched)


def _write(batch: Answered, writer: Writer) -> int:
    """Write answers and faults; returns how many lines were bad."""
    bad = 0
    for record, answer in batch:
        if answer is None:
            bad += 1
            say(f"line {record.line}: {record.fault}")
            continue
        for line in writer.lines(record, answer):
            typer.echo(line)
    return bad


def _answers(
    batches: Iterator[list[Record]], processes: int, policy: Path, models: Path, model: str | None
) -> Iterator[Answered]:
    """Judge here, and where the file is long in several processes; the order stays, few batches wait in memory."""
    judge = judge_of(policy, models=models, model=model)
    yield from (judged(judge, batch) for batch in (batches if processes == 1 else islice(batches, ALONE)))
    following = next(batches, None)
    if following is None:
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, _prepare, (policy, models, model)) as pool:
        waiting: deque[Future[Answered]] = deque()
        for batch in chain([following], batches):
            waiting.append(pool.submit(_judged_there, batch))
            if len(waiting) > 4 * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def judged(judge: Judge, batch: list[Record]) -> Answered:
    """Judge the good records of a batch; the bad ones come back without an answer."""
    bodies = [record.body for record in batch if record.body is not None]
    answers = iter(judge.verdicts(bodies, at=now()) if bodies else [])
    return [(record, next(answers) if record.body is not None else None) for record in batch]


#: The judge of a process that judges for another.
_judges: list[Judge] = []


def _prepare(policy: Path, models: Path, model: str | None) -> None:
    _judges.append(judge_of(policy, models=models, model=model))


def _judged_there(batch: list[Record]) -> Answered:
    return judged(_judges[0], batch)
