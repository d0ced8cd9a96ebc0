"""`moderation policy figures`, `example`: what rules do, and how a ruling becomes a rule's example."""

from datetime import UTC, datetime
from time import perf_counter
from typing import Annotated

import typer
from pydantic import TypeAdapter

from moderation.braking import count
from moderation.cli.console import settings_of, show, table_of
from moderation.cli.moments import MOMENT, moment
from moderation.cli.named_site import SiteOption
from moderation.cli.opened import opened
from moderation.cli.policy_life import ByOption, JsonOption, WhyOption, who
from moderation.domain.comment import CommentId
from moderation.domain.insights.figures import RuleFigures
from moderation.examples import ExampleOrder, Kind, keep_example
from moderation.figures import figures
from moderation.policyfile.cost import cost_of
from moderation.policyfile.keep import with_example
from moderation.storage.database import Database
from moderation.wiring import load_policy

_FIGURES = TypeAdapter(list[RuleFigures])
#: Pages of verdicts that are counted at once, where no server runs.
_PAGES = 1_000_000


def figures_(
    site: SiteOption = "default",
    since: Annotated[
        datetime | None,
        typer.Option(help="First day, in UTC.", parser=moment, metavar=MOMENT, show_default="all days"),
    ] = None,
    with_cost: Annotated[bool, typer.Option("--cost", help="Measure how long each rule takes here.")] = False,
    only_json: JsonOption = False,
) -> None:
    """Tell what each rule of the live policy does: matches, precision by rulings, last match, cost.

    Precision: of the comments for which a rule held and on which people decided, those that they took down,
    with the exact 95 % interval. What a rule blocks is seldom looked at, so few rulings mean a wide interval.
    """
    with opened(settings_of()) as found:
        id, database = found.site(site), Database(found.engine)
        count(database, site=id, pages=_PAGES)
        policy = load_policy(*found.sites.policy(id, found.sites.get(id).policy))
        cost = cost_of(policy, seconds=perf_counter) if with_cost else None
        start = since.replace(tzinfo=UTC) if since else None
        told = figures(database, policy, site=id, since=start, cost=cost)
    if only_json:
        typer.echo(_FIGURES.dump_json(told, indent=1).decode())
        return
    table = table_of("rule", "mode", "verdict", "matches", "in shadow", "share", "precision", "last", "µs")
    for each in told:
        last = f"{each.last_at:%Y-%m-%d %H:%M}" if each.last_at else ""
        spent = f"{each.cost:.0f}" if each.cost is not None else ""
        numbers = (f"{each.matches:,}", f"{each.shadow:,}", f"{each.share:.2%}", _precision(each), last, spent)
        table.add_row(each.rule, each.mode.value, each.verdict.value, *numbers)
    show(table)


def example(
    comment: Annotated[str, typer.Argument(help="Id of the comment.", show_default=False)],
    rule: Annotated[str, typer.Option(help="Id of the rule that it proves.", show_default=False)],
    kind: Annotated[
        Kind | None, typer.Option("--as", help="What it proves.", show_default="as the ruling on it has it")
    ] = None,
    site: SiteOption = "default",
    by: ByOption = None,
    why: WhyOption = None,
) -> None:
    """Keep a comment as an example of a rule, in a draft of the policy; nothing goes live.

    Rejected is a hit; approved is a miss, or, where the rule held, a known_fp.
    The text stays in the policy when the comment is erased: take names out of it.
    """
    order = ExampleOrder(comment=CommentId(comment), rule=rule, by=who(by), kind=kind, why=why)
    with opened(settings_of()) as found:
        id = found.site(site)
        saved = keep_example(
            Database(found.engine), order, site=id, load=load_policy, keep=with_example, at=found.now
        )
    typer.echo(f"{saved.name}@{saved.hash} is a draft of '{id}': {saved.saved_why}.")
    typer.echo(f"Next: moderation policy publish {saved.hash} --site {id}")


def _precision(each: RuleFigures) -> str:
    share = each.precision
    if share.value is None:
        return "no rulings"
    return f"{share.value:.0%} of {share.of} ({share.low:.0%} to {share.high:.0%})"
