"""`moderation policy budget`: the cut-offs that an error budget allows."""

from typing import Annotated

import typer
from pydantic import TypeAdapter

from moderation.budgeting import allowance
from moderation.cli.backtest import Since, Until, in_utc
from moderation.cli.console import settings_of, show, table_of
from moderation.cli.named_site import SiteOption
from moderation.cli.opened import opened
from moderation.cli.shares import MissedOption, WrongBlocksOption
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.budgets.allowance import Allowance
from moderation.domain.budgets.budget import MISSED, WRONG_BLOCKS, ErrorBudget, percent
from moderation.policyfile import files
from moderation.storage.database import Database

_ALLOWANCE = TypeAdapter(Allowance)


def budget(
    site: SiteOption = "default",
    wrong_blocks: WrongBlocksOption = WRONG_BLOCKS,
    missed: MissedOption = MISSED,
    since: Since = None,
    until: Until = None,
    only_json: Annotated[bool, typer.Option("--json", help="Print JSON alone.")] = False,
) -> None:
    """State how much may go wrong, and see from which scores the service may decide alone.

    The cut-offs are found on a third of the rulings and proved on the rest. Nothing is changed: put them
    into the policy's rules where you like them. Where there are too few rulings, it says how many are wanted.
    """
    allowed = ErrorBudget(wrong_blocks=wrong_blocks, missed=missed)
    query = VerdictQuery(since=in_utc(since), until=in_utc(until))
    with opened(settings_of()) as found:
        id = found.site(site)
        policy = files.load(*found.sites.policy(id, found.sites.get(id).policy))
        done = allowance(Database(found.engine), site=id, policy=policy, budget=allowed, query=query)
    if only_json:
        typer.echo(_ALLOWANCE.dump_json(done, indent=1).decode())
        return
    _show(done)


def _show(found: Allowance) -> None:
    """Write the cut-offs, then what they are worth."""
    typer.echo(
        f"{found.site}, {found.policy}: {found.on_record:,} comments on record, people judged {found.judged:,}, "
        f"{found.by_chance:,} of them whatever the verdict."
    )
    table = table_of("rule", "score", "may block from", "judged", "wrong", "more rulings wanted")
    for each in found.rules:
        at = f"{each.block_from:.2f}" if each.block_from is not None else ""
        more = f"{each.more:,}" if each.more else ""
        table.add_row(each.rule, each.attribute or "", at, f"{each.judged:,}", f"{each.wrong:,}", more)
    show(table)
    typer.echo()
    if found.hold_from:
        held = ", ".join(f"{name} from {at:.2f}" for name, at in sorted(found.hold_from.items()))
        typer.echo(f"A person should look at: {held}.")
    now = found.missed_now
    if now.of:
        typer.echo(
            f"Of what no rule finds now, people took down {now.count:,} of {now.of:,}: "
            f"{percent(now.value or 0)} ({percent(now.low)} to {percent(now.high)})."
        )
    for line in found.lines():
        typer.echo(line)
