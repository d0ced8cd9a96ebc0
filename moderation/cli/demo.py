"""`moderation demo`: two weeks of an invented newsroom, through the real pipeline."""

import sys
from collections import Counter

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from moderation.cli.console import printable, say, settings_of, show, table_of
from moderation.cli.named_site import SiteOption
from moderation.cli.serve import greeting
from moderation.domain.comment import SiteId
from moderation.newsroom.stage import Stage
from moderation.settings import Settings
from moderation.wiring import base_url, build, open_database, prepare

#: How long the model may take for a comment: nobody waits for the answer here.
PATIENCE_MS = 60_000


def demo(site: SiteOption = "default") -> None:
    """Fill the database with two weeks of an invented newsroom, and show where to look.

    Three articles, some 600 comments, rulings by four moderators, reports: all of it judged by the
    site's own policy. It may be run again: what is there stays as it is.
    """
    settings = settings_of(deadline_ms=PATIENCE_MS)
    engine = open_database(settings)
    first = prepare(settings, engine)
    engine.dispose()
    for line in greeting(settings, first) if first else ():
        typer.echo(line)
    stage = Stage.of(build(settings), SiteId(site))
    if stage.is_filled():
        say("The newsroom is there already; nothing was added.")
    else:
        _fill(stage)
    for line in where_to_look(settings, writers_page=stage.writers_page()):
        typer.echo(line)


def _fill(stage: Stage) -> None:
    columns = TextColumn("two weeks of comments"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as progress:
        for _ in progress.track(stage.play(), total=len(stage.lines)):
            pass
    shown, seen = table_of("comment", "author", "verdict", "rules", "text"), set[str]()
    for line in stage.lines:
        decision = stage.outcomes[line.id]
        rules = ", ".join(match.rule for match in decision.verdict.matches) if decision.verdict else ""
        kind = decision.verdict.matches[0].rule if rules and decision.verdict else line.sort
        if kind in seen:
            continue  # one of each kind shows what there is
        seen.add(kind)
        shown.add_row(
            line.id, printable(line.reader.name), decision.outcome.value, rules, printable(line.text)[:70]
        )
    show(shown)
    counts = Counter(decision.outcome.value for decision in stage.outcomes.values())
    told = ", ".join(f"{number} {outcome}" for outcome, number in counts.most_common())
    typer.echo(f"\n{len(stage.lines)} comments judged: {told}.")


def where_to_look(settings: Settings, *, writers_page: str | None) -> list[str]:
    """Return addresses for a browser, and lines for a shell, that show what was filled in."""
    base = base_url(settings)
    shown = 'curl -s -H "Authorization: Bearer $KEY"'
    return [
        "",
        "Where to look, with `moderation serve` running, in a browser:",
        f"  the desk                       {base}/desk",
        f"  how the newsroom does          {base}/insights",
        f"  keys and connections           {base}/setup",
        *([f"  what a writer is told          {writers_page}"] if writers_page else []),
        "To sign in: `moderation user create NAME --role administrator`.",
        "",
        "From a terminal, with KEY set to an API key:",
        f"  the queue, most urgent first   {shown} {base}/v1/reviews",
        f"  one comment with its decisions {shown} {base}/v1/comments/demo-3",
        f"  an author's standing           {shown} {base}/v1/authors/u301/standing",
        f"  everything that was decided    {shown} '{base}/v1/decisions?after=0'",
        f"  the whole API                  {base}/docs",
    ]
