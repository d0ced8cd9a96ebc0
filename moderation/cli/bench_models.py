"""`moderation model bench`: what each model costs here, beside the detoxify library."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from moderation.benchmark.models import Cost
from moderation.cli.console import say, settings_of, show, table_of
from moderation.scoring import artefact
from moderation.scoring.transformer import TOKENIZER


def bench_models(
    only_json: Annotated[bool, typer.Option("--json", help="Print JSON alone.")] = False,
) -> None:
    """Measure what each model costs on one core: to load, a comment of sixty words, memory.

    Where the extra `detoxify` is installed, the library with the shape of its `original` is measured too, with
    weights made by chance: its speed does not hang on them. Each is measured in a process of its own.
    """
    models = settings_of(log_level="error").models
    costs = [_measured(folder) for folder in _folders(models)]
    if only_json:
        typer.echo(json.dumps(costs))
        return
    slowest = max(cost["milliseconds"] for cost in costs)
    table = table_of("model", "load s", "ms a comment", "comments/s", "memory MB", "as fast as the slowest")
    for cost in costs:
        figures = (cost["load_seconds"], cost["milliseconds"], cost["comments_per_second"], cost["memory_mb"])
        table.add_row(str(cost["model"]), *map(str, figures), f"{slowest / cost['milliseconds']:.1f} times")
    show(table)


def _folders(models: Path) -> Iterator[Path]:
    for path in sorted(models.glob(f"*/*/{artefact.MANIFEST}")):
        yield path.parent
    vocabularies = sorted(models.glob(f"*/*/{TOKENIZER}"))
    if not importlib.util.find_spec("detoxify"):
        say("The extra 'detoxify' is not installed, so the library is not measured.")
    elif vocabularies:
        yield vocabularies[-1]


def _measured(folder: Path) -> dict[str, float]:
    say(f"{folder.parent.name}/{folder.name}")
    command = [sys.executable, "-m", "moderation.benchmark.models", str(folder)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)  # noqa: S603
    measured: dict[str, float] = json.loads(done.stdout)
    assert set(measured) == set(Cost.__annotations__)
    return measured
