"""The report of an import, for people and for programs."""

import typer
from pydantic_core import to_json

from moderation.cli.console import printable, table_of
from moderation.cli.console import show as show_table
from moderation.domain.archive import Fate
from moderation.domain.tally import Tally
from moderation.domain.verdict import Outcome

#: What each fate is called in a sentence.
FATES = {
    Fate.ADDED: "added",
    Fate.KNOWN: "on record already",
    Fate.CHANGED: "on record with another text, which stays",
    Fate.ERASED: "erased here, which stays so",
}

#: What the site had done → how it is told.
TOLD = {"published": "published", "removed": "removed", "spam": "removed as spam", "untold": "not told"}

_NOTHING_TOLD = """\
The archive does not tell what became of any of these comments.
Agreement, error budgets and new words rest on that.
WordPress exports it as comment_approved; in CSV and JSON Lines of our own names it is the column status.
Try an export with --dry-run first: what is on record stays as it is, so a second import does not add it."""


def show(tally: Tally, *, as_json: bool, is_rehearsal: bool) -> None:
    """Write what was read, what became of it, what was skipped and why."""
    if as_json:
        typer.echo(to_json({"recorded": not is_rehearsal} | tally.as_json(), indent=2))
        return
    typer.echo(f"{tally.read:>9,} read")
    for fate, words in FATES.items():
        if tally.fates[fate] or fate is Fate.ADDED:
            is_not = " (not recorded: --dry-run)" if is_rehearsal and fate is Fate.ADDED else ""
            typer.echo(f"{tally.fates[fate]:>9,} {words}{is_not}")
    for reason, skipped in sorted(tally.skipped.items(), key=lambda each: -each[1].count):
        more = ", …" if skipped.count > len(skipped.places) else ""
        typer.echo(f"{skipped.count:>9,} skipped, {printable(reason)}: {', '.join(skipped.places)}{more}")
    if tally.verdicts:
        _show_verdicts(tally)


def _show_verdicts(tally: Tally) -> None:
    """Set what the site did beside what the policy says of the same comments."""
    table = table_of("on the site", *(outcome.value for outcome in Outcome))
    for told, words in TOLD.items():
        counts = [tally.verdicts[told, outcome.value] for outcome in Outcome]
        if any(counts):
            table.add_row(words, *(f"{count:,}" for count in counts))
    typer.echo("\nWhat the live policy says of what was added:")
    show_table(table)
    if all(told == "untold" for told, _ in tally.verdicts):
        typer.echo(_NOTHING_TOLD)
