"""A backtest as one HTML page, with nothing to load: to be mailed, printed or kept."""

from collections.abc import Sequence
from html import escape

from moderation.cli.page import marked, page, table
from moderation.domain.backtesting.backtest import Backtest, Instance, Miss, QueueLoad, Shift

_SHOWN_DAYS = 366


def page_of(backtests: Sequence[Backtest]) -> str:
    """Return the page; the text of a comment appears in it only as text."""
    parts = [_sites(backtests) if len(backtests) > 1 else "", *map(_backtest, backtests)]
    return page("What the change would have done", parts)


def _sites(backtests: Sequence[Backtest]) -> str:
    rows = (
        (
            escape(each.site),
            f"{each.looked_at:,}",
            f"{each.changed:,}",
            f"{each.contradicting:,}",
            f"{each.untellable:,}",
            f"{each.queue.before_per_day:.1f} → {each.queue.after_per_day:.1f}",
        )
        for each in backtests
    )
    return table(("Site", "Looked at", "Changed", "Against a ruling", "Cannot be told", "Queue a day"), rows)


def _backtest(backtest: Backtest) -> str:
    facts = (
        (backtest.looked_at, f"of {backtest.on_record:,} verdicts looked at"),
        (backtest.changed, "would change"),
        (backtest.contradicting, "contradict a ruling"),
        (backtest.agreeing, "agree with a ruling"),
        (backtest.untellable, "cannot be told"),
    )
    shown = "".join(f"<li><b>{number:,}</b>{label}</li>" for number, label in facts)
    return "\n".join(
        part
        for part in (
            f"<h2>{escape(backtest.site)}</h2>",
            f"<p><code>{escape(backtest.before)}</code> → <code>{escape(backtest.after)}</code></p>",
            f'<ul class="facts">{shown}</ul>',
            f"<p>{', '.join(map(_shift, backtest.shifts))}</p>" if backtest.shifts else "",
            "".join(f"<p>{escape(note)}</p>" for note in backtest.notes),
            _cases("Against what a person ruled", backtest.contradictions),
            _cases("Likeliest mistakes, nobody has ruled", backtest.mistakes),
            _misses(backtest.misses),
            _rules(backtest),
            _queue(backtest.queue),
        )
        if part
    )


def _cases(title: str, instances: Sequence[Instance]) -> str:
    return f"<h3>{title}</h3>" + "".join(map(_case, instances)) if instances else ""


def _case(each: Instance) -> str:
    ruled = f", a person ruled <b>{each.ruling.value}</b>" if each.ruling else ""
    text = "<i>The text was erased.</i>" if each.text is None else marked(each.text, each.spans)
    about = f"{each.at:%Y-%m-%d} · {escape(each.comment_id)} · {escape(', '.join(each.rules))}"
    message = f" · {escape(each.message)}" if each.message else ""
    head = f"<b>{each.before.value} → {each.after.value}</b>{ruled}"
    return f'<div class="case">{head}<p>{text}</p><small>{about}{message}</small></div>\n'


def _misses(misses: Sequence[Miss]) -> str:
    if not misses:
        return ""
    shown = (
        f'<div class="case"><p>{escape(each.text)}</p><small>{each.at:%Y-%m-%d} · {escape(each.comment_id)}'
        f" · shares {escape(', '.join(each.shared))}</small></div>\n"
        for each in misses
    )
    title = "Rejected, much like what the changed rules catch, and yet let through"
    return f"<h3>{title}</h3>{''.join(shown)}"


def _rules(backtest: Backtest) -> str:
    rows = (
        (
            f"<code>{escape(each.rule)}</code>",
            f"{each.held_before:,}",
            f"{each.held_after:,}",
            ", ".join(map(_shift, each.shifts)),
        )
        for each in backtest.rules
    )
    return "<h3>By rule</h3>" + table(("Rule", "Held", "Would hold", "Verdicts"), rows) if backtest.rules else ""


def _queue(queue: QueueLoad) -> str:
    if not queue.queues:
        return ""
    rows = [(escape(name), f"{before:.1f}", f"{after:.1f}") for name, (before, after) in queue.queues.items()]
    rows.append(("all", f"{queue.before_per_day:.1f}", f"{queue.after_per_day:.1f}"))
    rows.append(("busiest day", f"{queue.busiest_before:.0f}", f"{queue.busiest_after:.0f}"))
    rows_shown = table(("Queue", "Was", "Would be"), rows)
    return f"<h3>Waiting for a person, a day</h3>{_chart(queue)}{rows_shown}"


def _chart(queue: QueueLoad) -> str:
    """Draw a line a day, before thin and after thick."""
    days = list(queue.days.values())[-_SHOWN_DAYS:]
    if len(days) < 2:
        return ""
    highest = max((number for day in days for number in day), default=0) or 1
    lines = [
        " ".join(
            f"{i * 1000 / (len(days) - 1):.1f},{195 - day[side] * 180 / highest:.1f}" for i, day in enumerate(days)
        )
        for side in (0, 1)
    ]
    drawn = "".join(
        f'<polyline points="{line}" fill="none" stroke="currentColor" stroke-width="{width}" opacity="{shade}" '
        'vector-effect="non-scaling-stroke"/>'
        for line, width, shade in zip(lines, (1, 2), (0.45, 1), strict=True)
    )
    label = "Comments waiting for a person, day by day: thin as it was, thick as it would be"
    return (
        f'<svg viewBox="0 0 1000 200" preserveAspectRatio="none" role="img" aria-label="{label}">{drawn}</svg>'
        f"<small>{label}; at most {highest:.0f}.</small>"
    )


def _shift(shift: Shift) -> str:
    return f"{shift.before.value} → {shift.after.value}: {shift.count:,}"
