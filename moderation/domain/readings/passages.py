"""Sentences and quotations, as spans of the typed text."""

import re
from collections.abc import Sequence
from itertools import islice

from moderation.domain.readings.view import View
from moderation.domain.verdict import Span

_STOP = re.compile(r"""[.!?…։।۔。！？؟]++["'”’»)\]]*+(?=\s|$|[。！？])|[。！？]|(?<!\n\w)\n(?!\w\n)""")
_ABBREVIATIONS = frozenset(
    str.split(
        "mr mrs ms mx dr prof st sr jr vs etc e.g i.e no vol fig inc ltd co corp gen col sgt capt lt sen rep gov"
        " hon rev pres approx dept est jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k a.m p.m т.е т.д"
        " т.п г ул им см др"
    )
)
#: In twenty thousand characters somebody writes a quarter of so many.
_MOST_SENTENCES = 1_500
_LAST_WORD = re.compile(r"[^\s(\"'“«]*$")
#: Pairs of quotation marks around at most this much are quotations; more is a forgotten mark.
_QUOTED = re.compile(
    r"“[^“”]{2,800}+”|«[^«»]{2,800}+»|„[^„“”]{2,800}+[“”]|(?<![\w=])\"(?=\S)[^\"\n]{2,800}+\"(?![^\W_])"
    r"|‘[^‘’\n]{2,200}+’(?!\w)|(?<![^\s(\[—–-])'(?=\S)(?:[^'\n]|(?<=\w)'(?=\w)){2,200}+'(?!\w)"
)
#: What stands before the title of a link in Markdown, which is shown and is no quotation.
_LINK = re.compile(r"\]\([^\s()]*\s$")
_MARKS = re.compile("[\"'“«„‘]")
_QUOTED_LINE = re.compile(r"^[ \t]{0,3}(?:>|&gt;)[^\n]*", re.MULTILINE)


def sentences(view: View) -> tuple[Span, ...]:
    """The sentences of what is shown, each a span without surrounding space; the last is all that is left."""
    text, start = view.text, 0
    spans: list[Span] = []
    for found in islice(_STOP.finditer(text), _MOST_SENTENCES):
        if found[0] == "." and _is_abbreviation(text, start, found.start()):
            continue
        _keep(view, spans, start, found.end())
        start = found.end()
    _keep(view, spans, start, len(text))
    return tuple(spans)


def quotations(view: View) -> tuple[Span, ...]:
    """What stands in quotation marks or on lines behind `>`."""
    spans = []
    if _MARKS.search(view.text) is not None:
        spans = [
            view.span(found.start(), found.end())
            for found in _QUOTED.finditer(view.text)
            if not _LINK.search(view.text[max(found.start() - 200, 0) : found.start()])
        ]
    if ">" in view.text or "&gt;" in view.text:
        spans += [view.span(found.start(), found.end()) for found in _QUOTED_LINE.finditer(view.text)]
    return tuple(sorted(spans))


def besides_own_words(quotations: Sequence[Span], text: str) -> tuple[Span, ...]:
    """The quotations; none where there is nothing beside them, for whoever only quotes says what is quoted."""
    at = 0
    for quotation in quotations:
        if any(map(str.isalnum, text[at : quotation.start])):
            return tuple(quotations)
        at = max(at, quotation.end)
    return tuple(quotations) if any(map(str.isalnum, text[at:])) else ()


def _keep(view: View, spans: list[Span], start: int, end: int) -> None:
    piece = view.text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    if start < end:
        spans.append(view.span(start, end))


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    found = _LAST_WORD.search(text, max(start, stop - 12), stop)
    word = found[0].lower() if found else ""
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i") or word[-2:-1] == "."
