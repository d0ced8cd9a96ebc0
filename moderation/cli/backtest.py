"""`moderation policy backtest`: see what a change of the policy would have done, before it goes live."""

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter

from moderation.cli.backtest_page import page_of
from moderation.cli.backtest_tables import show_backtest, show_sites
from moderation.cli.candidates import candidates
from moderation.cli.console import say, settings_of
from moderation.cli.moments import MOMENT, moment
from moderation.cli.opened import opened
from moderation.cli.progress import progress
from moderation.domain.backtesting.backtest import Backtest, Trial
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.publishing import keep_report
from moderation.storage.database import Database
from moderation.timemachine import run

_BACKTESTS = TypeAdapter(dict[str, list[Backtest]])


New = Annotated[
    str, typer.Argument(help="Policy file, or hash of a version that the site keeps.", show_default=False)
]
Against = Annotated[
    str | None, typer.Option(help="Policy file or hash to compare with.", show_default="the live policy")
]
Site = Annotated[
    str | None,
    typer.Option(
        "--site", help="Name of the site.", show_default="those with a policy of NEW's name, else the first"
    ),
]
_SAMPLE = "Look at about so many verdicts; with --section, at what it has of these."
Sample = Annotated[int | None, typer.Option(help=_SAMPLE, min=1, show_default="all")]
Since = Annotated[
    datetime | None, typer.Option(help="First day, or moment in UTC.", parser=moment, metavar=MOMENT)
]
Until = Annotated[
    datetime | None,
    typer.Option(help="Day, or moment in UTC, before which to stop.", parser=moment, metavar=MOMENT),
]
Section = Annotated[str | None, typer.Option(help="Comments under articles of this section alone.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON alone.")]
Html = Annotated[Path | None, typer.Option(help="Write a page that a browser shows, with everything in it.")]
Processes = Annotated[
    int | None, typer.Option(help="Processes to work with.", min=1, show_default="one a processor")
]


def backtest(
    new: New,
    against: Against = None,
    site: Site = None,
    sample: Sample = None,
    since: Since = None,
    until: Until = None,
    section: Section = None,
    only_json: Json = False,
    html: Html = None,
    processes: Processes = None,
) -> None:
    """See what a policy would have done to the comments of the past.

    Nothing goes live, no decision is made and no model is run: scores are what they were, and only rules
    that differ are asked again. That it was tried is noted, in figures; a rule that newly blocks needs it.
    The exit status is 2 where the policy has faults.
    """
    settings = settings_of()
    query = VerdictQuery(since=in_utc(since), until=in_utc(until), section=section)
    with opened(settings) as found:
        chosen = candidates(found, new, against=against, site=site, default=settings.site)
    done = []
    for each in chosen:
        say(f"'{each.site}': looking back …")
        trial = Trial(site=each.site, before=each.before, after=each.after, query=query, sample=sample)
        with progress() as bar:
            done.append(run(settings.database_url, trial, processes=processes, advanced=bar("verdicts")))
    with opened(settings) as found:
        for each_done in done:
            keep_report(Database(found.engine), each_done, query, by=getpass.getuser(), at=found.now)
    if html is not None:
        html.write_text(page_of(done), encoding="utf-8")
        say(f"Written to {html}.")
    if only_json:
        typer.echo(_BACKTESTS.dump_json({"backtests": done}, indent=1).decode())
        return
    if len(done) > 1:
        show_sites(done)
    for each_done in done:
        if len(done) > 1:
            typer.echo()
        show_backtest(each_done)


def in_utc(moment: datetime | None) -> datetime | None:
    """Take a moment without zone as UTC."""
    return moment.replace(tzinfo=UTC) if moment is not None else None
