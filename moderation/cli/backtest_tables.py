"""A backtest as tables for a terminal: what contradicts a person first."""

from collections.abc import Iterator, Sequence

import typer

from moderation.cli.console import printable, show, table_of
from moderation.domain.backtesting.backtest import Backtest, Instance, Shift

_LONGEST = 110


def show_sites(backtests: Sequence[Backtest]) -> None:
    """Write one row a site, where a policy stands under several."""
    table = table_of("site", "looked at", "changed", "against a ruling", "cannot be told", "queue a day")
    for each in backtests:
        table.add_row(
            each.site,
            f"{each.looked_at:,}",
            f"{each.changed:,}",
            f"{each.contradicting:,}",
            f"{each.untellable:,}",
            f"{each.queue.before_per_day:.1f} → {each.queue.after_per_day:.1f}",
        )
    show(table)


def show_backtest(backtest: Backtest) -> None:
    """Write everything about one site."""
    for line in _head(backtest):
        typer.echo(line)
    for title, instances in (
        ("Against what a person ruled", backtest.contradictions),
        ("Likeliest mistakes, nobody has ruled", backtest.mistakes),
    ):
        _show_instances(title, instances)
    _show_misses(backtest)
    _show_rules(backtest)
    _show_queue(backtest)


def _head(backtest: Backtest) -> Iterator[str]:
    yield f"{backtest.site}: {backtest.before} → {backtest.after}"
    yield (
        f"{backtest.looked_at:,} of {backtest.on_record:,} verdicts looked at, {backtest.changed:,} would change"
        + (f": {', '.join(map(_shift, backtest.shifts))}." if backtest.shifts else ".")
    )
    if backtest.changed:
        yield f"{backtest.contradicting:,} contradict what a person ruled, {backtest.agreeing:,} agree with it."
    if backtest.untellable:
        yield f"{backtest.untellable:,} cannot be told: what they rest on is gone."
    yield from backtest.notes


def _show_instances(title: str, instances: Sequence[Instance]) -> None:
    if not instances:
        return
    typer.echo(f"\n{title}:")
    table = table_of("comment", "was → would be", "ruled", "rules", "text")
    for each in instances:
        ruled = each.ruling.value if each.ruling else ""
        shift = f"{each.before.value} → {each.after.value}"
        table.add_row(each.comment_id, shift, ruled, ", ".join(each.rules), marked(each))
    show(table)


def _show_misses(backtest: Backtest) -> None:
    if not backtest.misses:
        return
    typer.echo("\nRejected, much like what the changed rules catch, and yet let through:")
    table = table_of("comment", "shares", "text")
    for each in backtest.misses:
        table.add_row(each.comment_id, ", ".join(each.shared), printable(each.text)[:_LONGEST])
    show(table)


def _show_rules(backtest: Backtest) -> None:
    if not backtest.rules:
        return
    typer.echo("\nBy rule:")
    table = table_of("rule", "held", "would hold", "verdicts")
    for each in backtest.rules:
        shifts = ", ".join(map(_shift, each.shifts))
        table.add_row(each.rule, f"{each.held_before:,}", f"{each.held_after:,}", shifts)
    show(table)


def _show_queue(backtest: Backtest) -> None:
    queue = backtest.queue
    if not queue.queues:
        return
    typer.echo("\nWaiting for a person, a day:")
    table = table_of("queue", "was", "would be")
    for name, (before, after) in queue.queues.items():
        table.add_row(name, f"{before:.1f}", f"{after:.1f}")
    table.add_row("all", f"{queue.before_per_day:.1f}", f"{queue.after_per_day:.1f}")
    table.add_row("busiest day", f"{queue.busiest_before:.0f}", f"{queue.busiest_after:.0f}")
    show(table)


def _shift(shift: Shift) -> str:
    return f"{shift.before.value} → {shift.after.value} {shift.count:,}"


def marked(instance: Instance) -> str:
    """Return the text around the first place, the places between brackets, on one line."""
    if instance.text is None:
        return "(erased)"
    pieces, at = [], 0
    first = instance.spans[0].start if instance.spans else 0
    start = max(first - _LONGEST // 2, 0)
    for span in instance.spans:
        if span.start >= at:
            pieces += [instance.text[max(at, start) : span.start], "⟦", instance.text[span.start : span.end], "⟧"]
            at = span.end
    pieces.append(instance.text[max(at, start) :])
    shown = printable("".join(pieces))
    return ("…" if start else "") + shown[:_LONGEST] + ("…" if len(shown) > _LONGEST else "")
