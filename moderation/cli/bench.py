"""`moderation bench`: how fast the service is here, beside a bare endpoint on the same machine."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer
from rich.table import Table

from moderation.benchmark.load import Job, Load
from moderation.benchmark.stages import stage_costs
from moderation.benchmark.texts import Cost, text_costs
from moderation.benchmark.usage import cpu_seconds, memory_bytes
from moderation.cli.bench_backtest import speeds as measured_speeds
from moderation.cli.bench_backtest import speeds_table
from moderation.cli.bench_desk import answers, answers_table
from moderation.cli.console import FAILED, fail, say, settings_of, show, table_of
from moderation.cli.own_server import Running, free_port, own_server, running
from moderation.policyfile.load import load as load_policy

#: The two loads: a busy hour, and one request at a time.
CLIENTS = (32, 1)
#: The same for `comments:analyze`.
ANALYSERS = (1, 20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How one server did under one load: the median of its rounds."""

    server: str
    clients: int
    requests_per_second: float
    p50_ms: float
    p95_ms: float
    p99_ms: float
    cpu_us_per_request: float | None
    memory_mb: float | None
    errors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All that was measured."""

    figures: list[Figure]
    #: Requests per second over those of the bare endpoint, by number of clients.
    share_of_bare: dict[int, float]
    #: Microseconds a comment, by stage, in batches of 32 and of 1.
    stages_us: dict[int, dict[str, float]]
    #: What reading and the rules cost for a comment of 500 characters, and for the worst text that we know.
    texts: list[Cost]
    start_seconds: float
    workers: int


def bench(
    seconds: Annotated[float, typer.Option(help="Length of one round of load.", min=0.2)] = 4.0,
    rounds: Annotated[int, typer.Option(help="Rounds of each load; the median counts.", min=1)] = 3,
    workers: Annotated[int, typer.Option(help="Processes of either server.", min=1)] = 1,
    perspective: Annotated[
        bool, typer.Option("--perspective", help="Measure scores by Perspective's protocol instead.")
    ] = False,
    backtest: Annotated[
        bool, typer.Option("--backtest", help="Measure backtests instead, on a database filled for it.")
    ] = False,
    decisions: Annotated[int, typer.Option(help="Verdicts to fill it with.", min=1_000)] = 100_000,
    desk: Annotated[
        bool, typer.Option("--desk", help="Measure the pages of moderators instead, where much waits.")
    ] = False,
    reviews: Annotated[int, typer.Option(help="Reviews to let wait.", min=100)] = 50_000,
    only_json: Annotated[bool, typer.Option("--json", help="Print JSON alone.")] = False,
) -> None:
    """Measure verdicts over HTTP, every one of them on disk, beside a bare FastAPI endpoint.

    Both servers run at once, alike in flags, models and number of processes; rounds of load alternate
    between them. The bare endpoint reads the same request and answers the same thing every time.
    The load comes from a process of its own, over connections that stay open.
    """
    if backtest:
        speeds = measured_speeds(settings_of(log_level="warning"), decisions=decisions)
        if not only_json:
            show(speeds_table(speeds))
        typer.echo(json.dumps([asdict(speed) for speed in speeds]))
        return
    if desk:
        answered = answers(settings_of(log_level="warning"), reviews=reviews, rounds=rounds)
        if not only_json:
            show(answers_table(answered))
        typer.echo(json.dumps([asdict(each) for each in answered]))
        return
    if perspective:
        figures = analyses(seconds=seconds, rounds=rounds, workers=workers)
        if not only_json:
            show(_speeds(figures))
        typer.echo(json.dumps([asdict(figure) for figure in figures]))
        return
    measured = measure(seconds=seconds, rounds=rounds, workers=workers)
    if not only_json:
        for table in _tables(measured):
            show(table)
            typer.echo()
        typer.echo(f"Ready {measured.start_seconds:.1f} s after the start of the process.\n")
    typer.echo(json.dumps(asdict(measured)))
    if any(figure.errors for figure in measured.figures):
        fail("Not every request was answered with a verdict; see 'errors'.", status=FAILED)


def measure(*, seconds: float, rounds: int, workers: int) -> Measured:
    """Measure everything on fresh databases that are thrown away."""
    settings = settings_of(workers=workers, log_level="warning")
    environment = {"MODERATION_WORKERS": str(workers), "MODERATION_LOG_LEVEL": "info"}  # as it is shipped
    with own_server(environment) as ours, bare_server(environment) as bare:
        _check_sound(ours)
        pairs = {"moderation": ours, "bare": bare}
        figures = [
            figure for clients in CLIENTS for figure in _figures(pairs, clients, seconds=seconds, rounds=rounds)
        ]
    rates = {(figure.server, figure.clients): figure.requests_per_second for figure in figures}
    return Measured(
        figures=figures,
        share_of_bare={clients: rates["moderation", clients] / rates["bare", clients] for clients in CLIENTS},
        stages_us={batch: stage_costs(settings, batch=batch, comments=40 * max(batch, 8)) for batch in CLIENTS},
        texts=text_costs(load_policy(settings.policy)),
        start_seconds=ours.start_seconds,
        workers=workers,
    )


def analyses(*, seconds: float, rounds: int, workers: int) -> list[Figure]:
    """Measure `comments:analyze` as Coral asks for it: one at a time, and from many writers at once."""
    with own_server({"MODERATION_WORKERS": str(workers), "MODERATION_LOG_LEVEL": "info"}) as ours:
        _check_sound(ours)
        return [
            figure
            for clients in ANALYSERS
            for figure in _figures({"perspective": ours}, clients, seconds=seconds, rounds=rounds)
        ]


@contextmanager
def bare_server(environment: dict[str, str]) -> Iterator[Running]:
    """Run the bare endpoint until the block ends."""
    with TemporaryDirectory(prefix="moderation-") as folder:
        port = free_port()
        env = os.environ | {"MODERATION_PORT": str(port)} | environment
        command = [sys.executable, "-m", "moderation.benchmark.bare"]
        with running(command, env=env, port=port, log=Path(folder, "log")) as (process, taken):
            yield Running(process, f"http://127.0.0.1:{port}", "none", Path(folder), taken)


def _figures(servers: dict[str, Running], clients: int, *, seconds: float, rounds: int) -> list[Figure]:
    measured: dict[str, list[Figure]] = {name: [] for name in servers}
    for number in range(rounds + 1):
        for name, server in servers.items():
            say(f"{name}, {clients} clients, " + (f"round {number} of {rounds}" if number else "warming up"))
            # The first round only warms up: caches, connections of the pool, pages of the files.
            figure = _round(
                name, server, clients, seconds=seconds if number else seconds / 4, run=f"{clients}-{number}"
            )
            measured[name] += [figure] if number else []
    return [_median(figures) for figures in measured.values()]


def _round(name: str, server: Running, clients: int, *, seconds: float, run: str) -> Figure:
    pid, port = server.process.pid, int(server.url.rpartition(":")[2])
    before = cpu_seconds(pid)
    is_analysis = name == "perspective"
    load = send(Job(port=port, key=server.key, clients=clients, seconds=seconds, run=run, perspective=is_analysis))
    after, memory = cpu_seconds(pid), memory_bytes(pid)
    used = None if before is None or after is None else (after - before) / load.requests * 1_000_000
    return Figure(
        server=name,
        clients=clients,
        requests_per_second=load.requests / load.seconds,
        p50_ms=load.percentile(0.50),
        p95_ms=load.percentile(0.95),
        p99_ms=load.percentile(0.99),
        cpu_us_per_request=used,
        memory_mb=None if memory is None else memory / 1e6,
        errors=load.errors,
    )


def send(job: Job) -> Load:
    """Send a load from a process of its own."""
    command = [sys.executable, "-m", "moderation.benchmark.load"]
    done = subprocess.run(command, input=json.dumps(asdict(job)).encode(), stdout=subprocess.PIPE, check=True)  # noqa: S603
    return Load(**json.loads(done.stdout))


def _median(figures: list[Figure]) -> Figure:
    names = ("requests_per_second", "p50_ms", "p95_ms", "p99_ms", "cpu_us_per_request", "memory_mb")
    columns = {name: [getattr(figure, name) for figure in figures] for name in names}
    middle: dict[str, Any] = {n: None if None in column else median(column) for n, column in columns.items()}
    first = figures[0]
    return Figure(server=first.server, clients=first.clients, errors=sum(f.errors for f in figures), **middle)


def _check_sound(server: Running) -> None:
    """End the command where verdicts are degraded: rules alone are faster, and no comparison."""
    from moderation.cli.client import client_of

    with client_of(server.url, server.key) as client:
        answer = client.post("/v1/verdicts", {"comment": {"text": "We shall see what comes of it."}})
    if answer["degraded"] or answer["model"] is None:
        fail("The model does not work, so there is nothing to measure; 'moderation doctor' says more.")


def _tables(measured: Measured) -> Iterator[Table]:
    yield _speeds(measured.figures, measured.share_of_bare)
    stages = table_of("stage, µs a comment", *(f"in batches of {batch}" for batch in measured.stages_us))
    for stage in next(iter(measured.stages_us.values())):
        stages.add_row(stage, *(f"{costs[stage]:.0f}" for costs in measured.stages_us.values()))
    stages.add_row("together", *(f"{sum(costs.values()):.0f}" for costs in measured.stages_us.values()))
    yield stages
    texts = table_of("text", "characters", "normalise ms", "observe ms", "rules ms")
    for cost in measured.texts:
        figures = (cost.normalise_ms, cost.observe_ms, cost.rules_ms)
        texts.add_row(cost.text, f"{cost.characters:,}", *(f"{figure:.2f}" for figure in figures))
    yield texts


def _speeds(figures: list[Figure], share_of_bare: dict[int, float] | None = None) -> Table:
    speeds = table_of(
        "server", "clients", "requests/s", "p50 ms", "p95 ms", "p99 ms", "CPU µs/request", "memory MB", "of bare"
    )
    for figure in figures:
        share = share_of_bare[figure.clients] if share_of_bare and figure.server == "moderation" else None
        speeds.add_row(
            figure.server,
            str(figure.clients),
            f"{figure.requests_per_second:,.0f}",
            *(f"{value:.2f}" for value in (figure.p50_ms, figure.p95_ms, figure.p99_ms)),
            _number(figure.cpu_us_per_request),
            _number(figure.memory_mb),
            f"1/{1 / share:.1f}" if share else "",
        )
    return speeds


def _number(value: float | None) -> str:
    return "n/a" if value is None else f"{value:,.0f}"
