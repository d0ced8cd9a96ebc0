"""How verdicts and people agree, as one HTML page."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from moderation.cli.agreement_tables import interval_of, lines_of
from moderation.cli.page import marked, page, table
from moderation.domain.budgets.agreement import Agreement, Difference, TrackRecord
from moderation.domain.outcome import SiteOutcome

_PEOPLE = tuple(outcome.value.capitalize() for outcome in SiteOutcome)


def page_of(found: Agreement) -> str:
    """Return the page; the text of a comment appears in it only as text."""
    return page("Verdicts beside what people decided", _parts(found))


def _parts(found: Agreement) -> Iterator[str]:
    facts = (
        (f"{found.judged:,}", f"of {found.on_record:,} comments judged by people"),
        (f"{found.alike.value or 0:.1%}", "alike, of what it would decide alone"),
        (f"{found.differing:,}", f"differ, {found.erased:,} of them erased"),
    )
    yield f'<h2>{escape(found.site)}</h2>\n<ul class="facts">'
    yield "".join(f"<li><b>{number}</b>{label}</li>" for number, label in facts)
    yield "</ul>\n" + "".join(f"<p>{escape(line)}</p>" for line in lines_of(found))
    rows = ((verdict.value, *_counts(decided.values())) for verdict, decided in found.verdicts.items())
    yield table(("Verdict", *_PEOPLE), rows)
    yield _track_records("Clause", found.clauses)
    yield _track_records("Rule", found.rules)
    if found.differences:
        yield "<h2>Where they differ, the likeliest mistakes first</h2>\n"
        yield from map(_case, found.differences)
    if found.needless:
        yield "<h2>Held though people publish them, the mildest first</h2>\n"
        yield from map(_case, found.needless)


def _track_records(of: str, records: Sequence[TrackRecord]) -> str:
    if not records:
        return ""
    rows = (
        (
            f"<code>{escape(each.name)}</code>{' (shadow)' if each.mode == 'shadow' else ''}",
            *_counts(each.decided.values()),
            interval_of(each.precision),
        )
        for each in records
    )
    return f"<h2>By {of.lower()}</h2>\n{table((of, *_PEOPLE, 'Taken down (95 % interval)'), rows)}"


def _counts(counts: Iterable[int]) -> tuple[str, ...]:
    return tuple(f"{count:,}" for count in counts)


def _case(each: Difference) -> str:
    text = "<i>The text was erased.</i>" if each.text is None else marked(each.text, each.spans)
    about = f"{each.at:%Y-%m-%d} · {escape(each.comment_id)} · {escape(', '.join(each.rules) or 'no rule')}"
    message = f" · {escape(each.message)}" if each.message else ""
    head = f"verdict <b>{each.verdict.value}</b>, people <b>{each.decided.value}</b>"
    return f'<div class="case">{head}<p>{text}</p><small>{about}{message}</small></div>\n'
