"""A report as one HTML page, with nothing to load: to be mailed, printed or kept."""

from collections.abc import Iterable, Sequence
from html import escape

from moderation.domain.marking import pieces
from moderation.domain.verdict import Span

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --mark: #f5c84266; }
body { font: 16px/1.55 system-ui, sans-serif; max-width: 60rem; margin: 3rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.5rem; font-weight: 600; } h2 { font-size: 1.25rem; font-weight: 600; margin-top: 2.5rem; }
h3 { font-size: 1.05rem; font-weight: 600; margin-top: 2rem; } .wide { overflow-x: auto; }
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


def page(title: str, parts: Iterable[str]) -> str:
    """Return a page of parts that are HTML already."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n{''.join(parts)}</body>\n</html>\n"
    )


def marked(text: str, spans: Iterable[Span]) -> str:
    """Return a text with its places marked; it appears in the page only as text."""
    cut = pieces(text, spans)
    return "".join(f"<mark>{escape(piece)}</mark>" if is_marked else escape(piece) for piece, is_marked in cut)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; cells are HTML already."""
    head = "".join(f"<th>{each}</th>" for each in heads)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
