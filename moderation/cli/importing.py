"""`moderation import`: fill a site's archive with the comments that it has already."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeElapsedColumn

from moderation.archive import Importer, Past
from moderation.cli import tallying
from moderation.cli.console import check_readable, say, settings_of
from moderation.cli.judges import Batch, Judges, judge_of
from moderation.cli.named_site import SiteOption
from moderation.cli.progress import Pace
from moderation.cli.serve import greeting
from moderation.domain.archive import ArchivedComment, Unusable
from moderation.domain.comment import SiteId
from moderation.domain.errors import ModerationError
from moderation.domain.tally import Tally
from moderation.importers.coral import Known
from moderation.importers.fields import Limits
from moderation.importers.files import Form, Found, comments
from moderation.keys import named
from moderation.service import Service
from moderation.settings import Settings
from moderation.wiring import build, open_database, prepare

#: Comments that are judged, and committed, together.
BATCH = 250

#: How long the model may take for a batch: nobody waits for an answer.
PATIENCE_MS = 60_000


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Archives of one site.", show_default=False)],
    site: SiteOption = "default",
    input: Annotated[Form, typer.Option(help="How the archives are written.")] = Form.AUTO,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read, judge and report; record nothing.")] = False,
    jobs: Annotated[int, typer.Option(min=0, help="Processes that judge a long archive; 0 takes one a core.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Write the report as JSON.")] = False,
) -> None:
    """Fill a site's archive with the comments that it has already: authors have a past from the first day.

    Reads CSV as `wp comment list --format=csv` writes it, WordPress's own export (WXR), the export of Disqus,
    Coral's stories, users and comments as `mongoexport` writes them, and CSV or JSON Lines with columns of our own
    names; each may be compressed by gzip.

    Every comment is judged by the live policy and recorded as the past: nothing waits for review, nobody gets a
    strike, and the feed stays as it is.

    It may be stopped at any moment and run again: what is recorded already is left as it is.
    A record that cannot be used is skipped, and the report says why.
    """
    for file in files:
        check_readable(file)
    settings = settings_of(deadline_ms=PATIENCE_MS)
    processes = jobs or os.cpu_count() or 1
    run = _run(settings, site=SiteId(site), form=input, is_rehearsal=dry_run, processes=processes)
    try:
        run.files(files)
    except ModerationError:
        if run.tally.read:
            tallying.show(run.tally, as_json=as_json, is_rehearsal=dry_run)
        raise
    tallying.show(run.tally, as_json=as_json, is_rehearsal=dry_run)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One import, however many files it reads."""

    importer: Importer
    judges: Judges
    limits: Limits
    form: Form
    #: Secret of the keyed hashes.
    secret: bytes
    tally: Tally

    def files(self, paths: list[Path]) -> None:
        """Import some archives, and count what becomes of their comments.

        Raises:
            Invalid: if one is no archive, or cannot be read to its end; what stood before is recorded.
        """
        columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeElapsedColumn())
        known = Known()
        with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as progress:
            for path in paths:
                self._file(path, progress, known=known)

    def _file(self, path: Path, progress: Progress, *, known: Known) -> None:
        size = path.stat().st_size
        task, pace = progress.add_task(path.name, total=size), Pace()
        noted: str | None = path.name
        with path.open("rb") as file:
            found = comments(file, self.limits, name=path.name, form=self.form, known=known)
            for batch in self.judges.judged(self._batches(found)):
                if self.importer.keep(batch.unknown, batch.entries, at=self.limits.now, noted=noted):
                    noted = None
                for past in batch.pasts:
                    self.tally.add(past.archived, past.fate, past.verdict)
                progress.update(task, completed=file.tell())
                if progress.disable and pace.is_due():
                    say(f"{path.name}: {file.tell() / max(size, 1):.0%} read, {self.tally.read:,} comments so far")

    def _batches(self, found: Found) -> Iterator[Batch]:
        for some in _cut(found):
            pasts = []
            for each in some:
                if isinstance(each, Unusable):
                    self.tally.skip(each)
                else:
                    pasts.append(Past(archived=each, submission=named(each.comment, secret=self.secret)))
            yield Batch(pasts, self.importer.unknown(pasts), [])


def _run(settings: Settings, *, site: SiteId, form: Form, is_rehearsal: bool, processes: int) -> Run:
    service = _service(settings)
    now = service.clock.now()
    judge = judge_of(service, site)
    return Run(
        importer=Importer(site=site, storage=service.storage, is_rehearsal=is_rehearsal),
        judges=Judges(settings=settings, site=site, here=judge, processes=processes, at=now),
        limits=Limits(site=site, text=settings.max_text_chars, now=now),
        form=form,
        secret=service.secret,
        tally=Tally(),
    )


def _service(settings: Settings) -> Service:
    """Connect everything; what a first start has to say is said this once."""
    engine = open_database(settings)
    first = prepare(settings, engine, announce=lambda found: say(str(found)))
    engine.dispose()
    for line in greeting(settings, first) if first else ():
        say(line)
    return build(settings, is_prepared=True)


def _cut(found: Found) -> Iterator[list[ArchivedComment | Unusable]]:
    """Cut what is found into batches; where a file breaks off, what stood before comes first."""
    batch: list[ArchivedComment | Unusable] = []
    try:
        for each in found:
            batch.append(each)
            if len(batch) == BATCH:
                yield batch
                batch = []
    except ModerationError:
        yield batch
        raise
    yield batch
