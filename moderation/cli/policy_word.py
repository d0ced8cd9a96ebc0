"""`moderation policy word`: what a word would catch and miss, before it goes on a list."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer
from pydantic_core import to_json

from moderation.cli.console import printable, settings_of
from moderation.cli.named_site import SiteOption
from moderation.cli.opened import opened
from moderation.dictionary import ordinary_words
from moderation.domain.collisions import DISGUISES, Collisions, Trial, collisions_of
from moderation.domain.matching import Entry
from moderation.storage.database import Database
from moderation.words import check_word


def word(
    word: Annotated[
        str, typer.Argument(help="Word or phrase; `*` at its end for any ending.", show_default=False)
    ],
    soft: Annotated[bool, typer.Option("--soft", help="As for lists that are not `fold: hard`.")] = False,
    dictionary: Annotated[
        Path | None, typer.Option(help="File of ordinary words, one a line, to try beside those that ship.")
    ] = None,
    comments: Annotated[int, typer.Option(help="So many of the latest comments are tried.", min=0)] = 5_000,
    site: SiteOption = "default",
    only_json: Annotated[bool, typer.Option("--json", help="Print JSON alone.")] = False,
) -> None:
    """Tell which disguises of a word escape, and which innocent words, comments and names it would catch."""
    own = frozenset(dictionary.read_text(encoding="utf-8").splitlines() if dictionary else ())
    entry = Entry("checked", word, "soft" if soft else "hard")
    if not comments:
        told = collisions_of(entry, Trial(dictionary=ordinary_words() | own))
    else:
        with opened(settings_of()) as found:
            storage, asked = Database(found.engine), found.site(site)
            told = check_word(storage, entry, site=asked, latest=comments, dictionary=own)
    typer.echo(to_json(asdict(told), indent=2).decode() if only_json else "\n".join(_lines(told)))


def _lines(told: Collisions) -> Iterator[str]:
    """What was found, in sentences."""
    yield f"'{printable(told.word)}', fold: {told.fold}"
    escapes = ", ".join(told.escapes) or "none"
    yield f"Disguises that would escape, of {len(DISGUISES)}: {escapes}."
    yield f"Ordinary words that it would catch: {', '.join(told.words) or 'none'}."
    names = ", ".join(map(printable, told.names)) or "none"
    yield f"Names of commenters that it would catch, of {told.names_checked}: {names}."
    yield f"Past comments that it would catch, of {told.comments_checked}: {told.comments_caught or 'none'}."
    yield from (f"  {printable(text)[:100]}" for text in islice(told.comments, 5))
