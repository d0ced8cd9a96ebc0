"""`moderation policy history`, `reverse`: what was done to a policy, and what a rule did taken back."""

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer
from pydantic import TypeAdapter
from rich.console import Console
from rich.progress import Progress

from moderation.cli.console import say, settings_of, show, table_of
from moderation.cli.moments import MOMENT, moment
from moderation.cli.named_site import SiteOption
from moderation.cli.opened import opened
from moderation.cli.policy_life import ByOption, JsonOption, who
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.errors import Invalid
from moderation.reversal import Reversal, Reversed
from moderation.reversal import reverse as take_back
from moderation.storage.database import Database

_REVERSED = TypeAdapter(Reversed)

_TOLD = (
    ("looked_at", "verdicts since then"),
    ("held", "in which the rule held live"),
    ("ruled", "left: a person decided"),
    ("carried", "left: other rules carry the same outcome"),
    ("overtaken", "left: edited or judged again since"),
    ("done_before", "left: done before"),
)
#: Counted as it is done, and not before.
_REVIEWS = (("closed", "reviews closed"), ("opened", "reviews opened"))


def history(
    site: SiteOption = "default",
    limit: Annotated[int, typer.Option(help="So many of the latest acts.", min=1)] = 50,
) -> None:
    """Tell who did what to a policy, the latest first: saved, published, went back, stopped, took back."""
    with opened(settings_of()) as found, Database(found.engine).read(found.site(site)) as transaction:
        acts = transaction.policies.acts(limit=limit)
    table = table_of("at", "by", "what", "of")
    for act in acts:
        told = ", ".join(f"{name} {value}" for name, value in act.detail.items() if value not in (None, "", {}))
        table.add_row(f"{act.at:%Y-%m-%d %H:%M:%S}", act.by, act.what, told)
    show(table)


def reverse(
    rule: Annotated[str, typer.Option(help="Id of the rule.", show_default=False)],
    since: Annotated[
        datetime,
        typer.Option(
            help="Day, or moment in UTC, from which on.", parser=moment, metavar=MOMENT, show_default=False
        ),
    ],
    why: Annotated[str, typer.Option(help="Why, in a sentence; kept with each decision.", show_default=False)],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell alone what would be done.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Put back what was taken back of it since then.")] = False,
    site: SiteOption = "default",
    by: ByOption = None,
    only_json: JsonOption = False,
) -> None:
    """Take back what a rule did since a moment, or undo it: each comment gets what the other rules conclude.

    What a person decided stays. May be broken off and run again. The site learns of it by its feed and webhooks.
    Put the rule into shadow, or mend it, first: this changes the past alone.
    """
    if not why.strip():
        raise Invalid("Say why: it is kept with each decision, and the site's people will ask.")
    order = Reversal(rule=rule, since=since.replace(tzinfo=UTC), by=who(by), why=why, is_dry=dry_run, is_undo=undo)
    with opened(settings_of()) as found:
        chosen, database = found.sites.get(found.site(site)), Database(found.engine)
        with database.read(chosen.id) as transaction:
            count = transaction.verdicts.extent(VerdictQuery(since=order.since)).count
        steps = take_back(database, order, site=chosen.id, reviews=chosen.reviews, at=found.now)
        with Progress(console=Console(stderr=True), disable=not sys.stderr.isatty()) as progress:
            task, total = progress.add_task("taking back", total=count), Reversed()
            for total in steps:
                progress.update(task, completed=total.looked_at)
    if not total.held:
        say(f"No verdict since then rests on a rule '{rule}'; 'moderation policy figures' lists the rules.")
    typer.echo(_REVERSED.dump_json(total, indent=1).decode() if only_json else _told(total, is_dry=dry_run))


def _told(total: Reversed, *, is_dry: bool) -> str:
    lines = [f"{getattr(total, name):>9,}  {meaning}" for name, meaning in (*_TOLD, *(() if is_dry else _REVIEWS))]
    verb = "would be" if is_dry else "were"
    replaced = [f"{count:>9,}  decisions {verb} replaced: {shift}" for shift, count in total.replaced.items()]
    return "\n".join([*lines, *(replaced or [f"{0:>9,}  decisions {verb} replaced"])])
