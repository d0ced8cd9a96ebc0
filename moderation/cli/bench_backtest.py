"""How fast a policy is tried on the past: measured on a database of its own, filled with verdicts."""

import resource
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from rich.table import Table

from moderation.benchmark.archive import fill
from moderation.cli.console import say, table_of
from moderation.domain.backtesting.backtest import Trial
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.comment import SiteId
from moderation.domain.site import PolicyFiles
from moderation.policyfile import files
from moderation.settings import Settings
from moderation.timemachine import run
from moderation.wiring import build

#: Stands over the measured policy, and changes one thing.
_OVER = "version: 1\nname: bench\nextends: {base}\n"
_CHANGES = {
    "one rule, a threshold": "rules:\n  - id: bench-score\n    clause: {clause}\n"
    '    when: {{score: {{toxicity: ">= 0.8"}}}}\n    then: {{verdict: flag}}\n',
    "one rule, new words": "rules:\n  - id: bench-words\n    clause: {clause}\n"
    "    when: {{word: {{words: [orchard]}}}}\n    then: {{verdict: flag}}\n",
    "every rule": "settings:\n  own_words_only: {flipped}\n",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """How fast one kind of change was tried, start of the processes included."""

    change: str
    decisions: int
    seconds: float
    decisions_per_second: float
    #: Reckoned: so many seconds a million would take, from the two sizes that were measured.
    million_seconds: float
    #: Of all processes; what counts where others work on the machine, too.
    cpu_us_per_decision: float
    #: The most that one process held so far.
    memory_mb: float
    changed: int


def speeds(settings: Settings, *, decisions: int) -> list[Speed]:
    """Fill a database that is thrown away, and try three changes on a quarter of it and on all."""
    with TemporaryDirectory(prefix="moderation-") as folder:
        fresh = {
            "database_url": f"sqlite:///{folder}/moderation.sqlite3",
            "secret_file": Path(folder, "secret"),
            "site": "bench",
            "deadline_ms": 60_000,
        }
        settings = settings.model_copy(update=fresh)
        say(f"filling a database with {decisions:,} verdicts")
        fill(build(settings), SiteId("bench"), decisions=decisions)
        return list(_speeds(settings))


def _speeds(settings: Settings) -> Iterator[Speed]:
    for change, trial in _trials(settings.policy).items():
        few, all_ = (_speed(settings.database_url, change, trial, share) for share in (0.25, 1.0))
        # What is the same for any size, the start of the processes above all, counts once.
        each = (all_.seconds - few.seconds) / (all_.decisions - few.decisions)
        million = all_.seconds + each * (1_000_000 - all_.decisions)
        yield from (replace(speed, million_seconds=million) for speed in (few, all_))


def _speed(url: str, change: str, trial: Trial, share: float) -> Speed:
    say(f"trying {change} on {share:.0%}")
    began, used = perf_counter(), _cpu_seconds()
    report = run(url, replace(trial, query=VerdictQuery(share=share)))
    seconds = perf_counter() - began
    return Speed(
        change=change,
        decisions=report.looked_at,
        seconds=seconds,
        decisions_per_second=report.looked_at / seconds,
        million_seconds=0.0,
        cpu_us_per_decision=(_cpu_seconds() - used) / report.looked_at * 1_000_000,
        memory_mb=_most_memory_mb(),
        changed=report.changed,
    )


def _trials(path: Path) -> dict[str, Trial]:
    policy, sources = files.read(path)
    before = PolicyFiles(name=policy.name, files=sources)
    told = {
        "clause": next(iter(policy.clauses)),
        "flipped": str(not policy.settings.own_words_only).lower(),
    }
    main = next(iter(sources))
    trials = {}
    for name, change in _CHANGES.items():
        over = _OVER.format(base=Path(main).name) + change.format(**told)
        own = str(Path(main).with_name("bench.yaml"))
        after = PolicyFiles(name="bench", files={own: over} | sources)
        trials[name] = Trial(site=SiteId("bench"), before=before, after=after, query=VerdictQuery())
    return trials


def _cpu_seconds() -> float:
    """Return the processor time of this process and of those that it has waited for."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def _most_memory_mb() -> float:
    """Return what the largest process held; this one, where it did everything by itself."""
    children, own = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF))
    most = children or own
    return most / (1_000_000 if sys.platform == "darwin" else 1_000)


def speeds_table(measured: list[Speed]) -> Table:
    """Return the figures as a table."""
    table = table_of(
        "change",
        "verdicts",
        "seconds",
        "verdicts/s",
        "a million, reckoned",
        "CPU µs/verdict",
        "MB a process",
        "changed",
    )
    for each in measured:
        table.add_row(
            each.change,
            f"{each.decisions:,}",
            f"{each.seconds:.1f}",
            f"{each.decisions_per_second:,.0f}",
            f"{each.million_seconds:,.0f} s",
            f"{each.cpu_us_per_decision:,.0f}",
            f"{each.memory_mb:.0f}",
            f"{each.changed:,}",
        )
    return table
