"""What exchanging the group terms of a policy's examples showed, as a table or as JSON."""

from collections.abc import Iterable
from dataclasses import asdict

import typer
from pydantic_core import to_json
from rich.table import Table

from moderation.cli.console import printable, show, table_of
from moderation.policyfile.swap import Difference, Fairness

#: A text is shown so far in a table.
_SHOWN = 90


def show_fairness(fairness: Fairness, *, as_json: bool) -> None:
    """Write the differences, those that nobody has accounted for first."""
    if as_json:
        told = {
            "examples": fairness.examples,
            "texts": fairness.texts,
            "findings": [asdict(each) for each in fairness.findings],
            "accepted": [asdict(each) for each in fairness.differences if each.why is not None],
            "idle_notes": [{"rule": rule, "text": text} for rule, text in fairness.idle],
        }
        typer.echo(to_json(told, indent=1))
        return
    if fairness.differences:
        table = table_of("rule", "example", "as written and exchanged", "verdict", "differ")
        for each in sorted(fairness.differences, key=lambda difference: difference.why is not None):
            _add(table, each)
        show(table)
    for rule, text in fairness.idle:
        typer.echo(f"{rule or 'scenario'}: `swap` excuses nothing, take it out: {printable(text)[:_SHOWN]}")
    typer.echo(
        f"{fairness.examples} examples name a group; of {fairness.texts} texts with the groups exchanged, "
        f"{_count(fairness.findings)} differ without a reason, "
        f"{_count([each for each in fairness.differences if each.why])} with one."
    )
    if fairness.findings:
        typer.echo("Mend the rule or its lists, or say why: `swap: {why: ..., except: [...]}` at the example.")


def _add(table: Table, difference: Difference) -> None:
    table.add_row(
        difference.rule or "(scenario)",
        f"{difference.expectation}" + (f"; {difference.why}" if difference.why else ""),
        f"{printable(difference.text)[:_SHOWN]}\n{printable(difference.exchanged)[:_SHOWN]}",
        f"{difference.verdict}\n{difference.exchanged_verdict}",
        f"{difference.differing} of {difference.tried}",
    )


def _count(differences: Iterable[Difference]) -> int:
    return sum(each.differing for each in differences)
