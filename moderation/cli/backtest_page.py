"""A backtest as one HTML page, with nothing to load: to be mailed, printed or kept."""

from collections.abc import Iterable, Sequence
from html import escape

from moderation.domain.backtest import Backtest, Instance, Miss, QueueLoad, Shift
from moderation.domain.verdict import Span

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --mark: #f5c84266; }
body { font: 16px/1.55 system-ui, sans-serif; max-width: 60rem; margin: 3rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.5rem; font-weight: 600; } h2 { font-size: 1.1rem; font-weight: 600; margin-top: 2.5rem; }
p, li { max-width: 44rem; } code { font-size: .9em; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .9rem .4rem 0; }
tr { border-bottom: 1px solid var(--line); }
th { font-weight: 600; } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
.facts { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; padding: 0; list-style: none; }
.facts b { display: block; font-size: 1.5rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.case { border: 1px solid var(--line); border-radius: .5rem; padding: .7rem 1rem; margin: .7rem 0; }
.case p { margin: .35rem 0; white-space: pre-wrap; overflow-wrap: anywhere; } .case small { opacity: .75; }
mark { background: var(--mark); color: inherit; border-radius: .2rem; }
svg { width: 100%; height: 9rem; background: var(--soft); border-radius: .5rem; }
"""
_SHOWN_DAYS = 366


def page_of(backtests: Sequence[Backtest]) -> str:
    """Return the page; the text of a comment appears in it only as text."""
    parts = [_sites(backtests) if len(backtests) > 1 else "", *map(_backtest, backtests)]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>What the change would have done</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>What the change would have done</h1>\n{''.join(parts)}</body>\n</html>\n"
    )


def _sites(backtests: Sequence[Backtest]) -> str:
    rows = (
        (
            escape(each.site),
            f"{each.looked_at:,}",
            f"{each.changed:,}",
            f"{each.contradicting:,}",
            f"{each.queue.before_per_day:.1f} → {each.queue.after_per_day:.1f}",
        )
        for each in backtests
    )
    return _table(("Site", "Looked at", "Changed", "Against a ruling", "Queue a day"), rows)


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
            _cases("Against what a person ruled", backtest.contradictions),
            _cases("Likeliest mistakes, nobody has ruled", backtest.mistakes),
            _misses(backtest.misses),
            _rules(backtest),
            _queue(backtest.queue),
            "".join(f"<p><small>{escape(note)}</small></p>" for note in backtest.notes),
        )
        if part
    )


def _cases(title: str, instances: Sequence[Instance]) -> str:
    return f"<h2>{title}</h2>" + "".join(map(_case, instances)) if instances else ""


def _case(each: Instance) -> str:
    ruled = f", a person ruled <b>{each.ruling.value}</b>" if each.ruling else ""
    text = "<i>The text was erased.</i>" if each.text is None else _marked(each.text, each.spans)
    about = f"{each.at:%Y-%m-%d} · {escape(each.comment_id)} · {escape(', '.join(each.rules))}"
    message = f" · {escape(each.message)}" if each.message else ""
    head = f"<b>{each.before.value} → {each.after.value}</b>{ruled}"
    return f'<div class="case">{head}<p>{text}</p><small>{about}{message}</small></div>\n'


def _marked(text: str, spans: Iterable[Span]) -> str:
    pieces, at = [], 0
    for span in spans:
        if span.start >= at:
            pieces.append(f"{escape(text[at : span.start])}<mark>{escape(text[span.start : span.end])}</mark>")
            at = span.end
    return "".join((*pieces, escape(text[at:])))


def _misses(misses: Sequence[Miss]) -> str:
    if not misses:
        return ""
    shown = (
        f'<div class="case"><p>{escape(each.text)}</p><small>{each.at:%Y-%m-%d} · {escape(each.comment_id)}'
        f" · shares {escape(', '.join(each.shared))}</small></div>\n"
        for each in misses
    )
    title = "Rejected, much like what the changed rules catch, and yet let through"
    return f"<h2>{title}</h2>{''.join(shown)}"


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
    return "<h2>By rule</h2>" + _table(("Rule", "Held", "Would hold", "Verdicts"), rows) if backtest.rules else ""


def _queue(queue: QueueLoad) -> str:
    if not queue.queues:
        return ""
    rows = [(escape(name), f"{before:.1f}", f"{after:.1f}") for name, (before, after) in queue.queues.items()]
    rows.append(("all", f"{queue.before_per_day:.1f}", f"{queue.after_per_day:.1f}"))
    rows.append(("busiest day", f"{queue.busiest_before:.0f}", f"{queue.busiest_after:.0f}"))
    table = _table(("Queue", "Was", "Would be"), rows)
    return f"<h2>Waiting for a person, a day</h2>{_chart(queue)}{table}"


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


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{each}</th>" for each in heads)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _shift(shift: Shift) -> str:
    return f"{shift.before.value} → {shift.after.value}: {shift.count:,}"
