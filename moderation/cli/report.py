"""`moderation report`: how verdicts compare with what people decide."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter

from moderation.agreement import agreement as compare
from moderation.cli.agreement_page import page_of
from moderation.cli.agreement_tables import csv_of, show_agreement
from moderation.cli.backtest import Since, Until, in_utc
from moderation.cli.console import say, settings_of
from moderation.cli.named_site import SiteOption
from moderation.cli.opened import opened
from moderation.cli.shares import MissedOption, WrongBlocksOption
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.budgets.agreement import Agreement
from moderation.domain.budgets.budget import MISSED, WRONG_BLOCKS, ErrorBudget
from moderation.storage.database import Database

app = typer.Typer()

_AGREEMENT = TypeAdapter(Agreement)


@app.callback()
def report() -> None:
    """See how verdicts compare with what people decide."""


@app.command()
def agreement(
    site: SiteOption = "default",
    since: Since = None,
    until: Until = None,
    wrong_blocks: WrongBlocksOption = WRONG_BLOCKS,
    missed: MissedOption = MISSED,
    only_json: Annotated[bool, typer.Option("--json", help="Print JSON alone.")] = False,
    only_csv: Annotated[bool, typer.Option("--csv", help="Print the figures as CSV alone.")] = False,
    html: Annotated[
        Path | None, typer.Option(help="Write a page that a browser shows, with everything in it.")
    ] = None,
) -> None:
    """Compare verdicts, in observe mode as if live, with what the site's people decided.

    People decide by rulings here, by outcomes that the site reports, and by what an imported archive says
    stood on the page. It ends with how far the site is from going live.
    """
    budget = ErrorBudget(wrong_blocks=wrong_blocks, missed=missed)
    query = VerdictQuery(since=in_utc(since), until=in_utc(until))
    with opened(settings_of()) as found:
        done = compare(Database(found.engine), site=found.site(site), query=query, budget=budget)
    if html is not None:
        html.write_text(page_of(done), encoding="utf-8")
        say(f"Written to {html}.")
    if only_json:
        typer.echo(_AGREEMENT.dump_json(done, indent=1).decode())
    elif only_csv:
        typer.echo(csv_of(done), nl=False)
    else:
        show_agreement(done)
