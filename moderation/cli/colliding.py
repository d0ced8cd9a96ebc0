"""`moderation policy lint --words`: every word of a policy tried, as one is before it goes on a list."""

import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from moderation.cli.console import settings_of, show, table_of
from moderation.cli.opened import opened
from moderation.dictionary import ordinary_words
from moderation.domain.asked_words import asked_words
from moderation.domain.collisions import DISGUISES, Trial, collisions_among
from moderation.domain.matching import Entry
from moderation.policyfile.collide import Placed, escaping, finding, placed_words
from moderation.publishing import version
from moderation.storage.database import Database
from moderation.wiring import load_policy
from moderation.words import trial_on


def try_words(file: Path, *, new: bool, comments: int, site: str) -> None:
    """Try the words of a policy file, all or those that the live policy lacks, and show what is found."""
    placed = placed_words(file)
    trial = Trial(dictionary=ordinary_words())
    if new or comments:
        with opened(settings_of()) as found:
            storage, asked = Database(found.engine), found.site(site)
            trial = trial_on(storage, site=asked, latest=comments, published=True)
            if new:
                _, kept = version(storage, found.sites.get(asked).policy, site=asked)
                known = asked_words(load_policy(kept.name, kept.files))
                placed = [each for each in placed if each.entry not in known]
    faults, escapes = _tried(placed, trial, escapes_too=new)
    if not new:
        _show_escapes(escapes, Counter(each.entry.fold for each in placed))
    what = "new word" if new else "word"
    typer.echo(f"{_counted(len(placed), what)} tried, {_counted(faults, 'finding')} above.")


def _tried(placed: list[Placed], trial: Trial, *, escapes_too: bool) -> tuple[int, Counter[tuple[str, str]]]:
    """Show the findings as they come; return how many, and the disguises that escape by name and fold."""
    by_entry: Mapping[Entry, Placed] = {each.entry: each for each in placed}
    faults, escapes = 0, Counter[tuple[str, str]]()
    columns = (TextColumn("trying words"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as progress:
        tried = collisions_among(list(by_entry), trial)
        for entry, told in progress.track(tried, total=len(by_entry)):
            escapes.update((name, entry.fold) for name in told.escapes)
            said = [finding(by_entry[entry], told), escaping(by_entry[entry], told) if escapes_too else None]
            for fault in filter(None, said):
                faults += 1
                typer.echo(f"{fault}\n")
    return faults, escapes


def _show_escapes(escapes: Counter[tuple[str, str]], sizes: Counter[str]) -> None:
    """Count, for each disguise, the words that it hides."""
    table = table_of("disguise", f"hides of {sizes['hard']:,} hard words", f"of {sizes['soft']:,} soft ones")
    for name in DISGUISES:
        table.add_row(name, f"{escapes[name, 'hard']:,}", f"{escapes[name, 'soft']:,}")
    show(table)


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
