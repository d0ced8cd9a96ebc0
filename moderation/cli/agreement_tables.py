"""How verdicts and people agree, as tables for a terminal, and as CSV."""

import csv
import io
from collections.abc import Iterator, Sequence

import typer

from moderation.cli.console import printable, show, table_of
from moderation.domain.budgets.agreement import Agreement, Difference, TrackRecord
from moderation.domain.budgets.interval import Share
from moderation.domain.outcome import SiteOutcome
from moderation.domain.verdict import Outcome

_LONGEST = 110
_SHOWN = 20
_PEOPLE = [outcome.value for outcome in SiteOutcome]


def show_agreement(found: Agreement) -> None:
    """Write everything about one site; what to do comes last, where the eye rests."""
    typer.echo(f"{found.site}: people judged {found.judged:,} of {found.on_record:,} comments on record.")
    if found.judged:
        _show_verdicts(found)
        _show_track_records("clause", found.clauses)
        _show_track_records("rule", found.rules)
        _show_differences(found)
    for line in lines_of(found):
        typer.echo(line)


def lines_of(found: Agreement) -> Iterator[str]:
    """Say how far a site is from letting the service decide."""
    yield from found.lines()
    readiness = found.readiness
    if not readiness.is_ready:
        yield "Not proved yet: let it observe on, or allow more."
    elif readiness.is_observing:
        yield f"Ready: moderation site live {found.site}"
    else:
        yield "The budget is kept."


def interval_of(share: Share) -> str:
    """Write a share with its interval."""
    if share.value is None:
        return ""
    return f"{share.value:.1%} ({share.low:.1%} to {share.high:.1%})"


def csv_of(found: Agreement) -> str:
    """Return the figures of verdicts, clauses and rules, a row each."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(("of", "name", "mode", *_PEOPLE, "precision", "low", "high"))
    for verdict, decided in found.verdicts.items():
        writer.writerow(("verdict", verdict.value, "", *(decided[told] for told in SiteOutcome), "", "", ""))
    for of, records in (("clause", found.clauses), ("rule", found.rules)):
        for each in records:
            counts = [each.decided[told] for told in SiteOutcome]
            shares = [
                f"{share:.4f}" for share in (each.precision.value or 0, each.precision.low, each.precision.high)
            ]
            writer.writerow((of, each.name, each.mode.value if each.mode else "", *counts, *shares))
    return written.getvalue()


def _show_verdicts(found: Agreement) -> None:
    table = table_of("verdict", *_PEOPLE)
    for verdict, decided in found.verdicts.items():
        table.add_row(verdict.value, *(f"{decided[told]:,}" for told in SiteOutcome))
    show(table)
    typer.echo(f"\nAlike, of what it would decide alone: {interval_of(found.alike)}.")
    if found.rightly_flagged.of:
        typer.echo(f"Taken down, of what it would have people look at: {interval_of(found.rightly_flagged)}.")


def _show_track_records(of: str, records: Sequence[TrackRecord]) -> None:
    if not records:
        return
    typer.echo()
    table = table_of(of, *(["mode"] if of == "rule" else []), *_PEOPLE, "taken down (95 % interval)")
    for each in records:
        mode = [each.mode.value if each.mode else ""] if of == "rule" else []
        counts = (f"{each.decided[told]:,}" for told in SiteOutcome)
        table.add_row(each.name, *mode, *counts, interval_of(each.precision))
    show(table)


def _show_differences(found: Agreement) -> None:
    if found.differing:
        erased = f", the text of {found.erased:,} is erased" if found.erased else ""
        typer.echo(f"\nThey differ on {found.differing:,}{erased}; the likeliest mistakes first:")
        _show_cases(found.differences)
    if found.needless:
        count = found.verdicts[Outcome.FLAG][SiteOutcome.PUBLISHED]
        typer.echo(f"\nIt holds {count:,} that people published; the mildest first:")
        _show_cases(found.needless)


def _show_cases(cases: Sequence[Difference]) -> None:
    table = table_of("comment", "verdict", "people", "rules", "text")
    for each in cases[:_SHOWN]:
        rules = ", ".join(each.rules)
        table.add_row(each.comment_id, each.verdict.value, each.decided.value, rules, marked(each))
    show(table)
    typer.echo()


def marked(difference: Difference) -> str:
    """Return the text on one line, the places between brackets."""
    if difference.text is None:
        return "(erased)"
    pieces, at = [], 0
    for span in difference.spans:
        if span.start >= at:
            pieces += [difference.text[at : span.start], "⟦", difference.text[span.start : span.end], "⟧"]
            at = span.end
    shown = printable("".join((*pieces, difference.text[at:])))
    return shown[:_LONGEST] + ("…" if len(shown) > _LONGEST else "")
