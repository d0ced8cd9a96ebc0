"""How a term is quoted, and whether it is somebody's name."""

import re
from collections.abc import Iterator
from operator import itemgetter

from moderation.domain.backtesting.past_verdict import PastVerdict
from moderation.domain.record import comment_of
from moderation.domain.suggestions.phrases import phrases_of
from moderation.domain.suggestions.suggestion import Quote
from moderation.domain.text import NormalisedText, normalise
from moderation.domain.verdict import Span

_LONGEST = 300
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3


def quote_of(archived: PastVerdict, term: str | None) -> Quote:
    """Quote the sentence in which a term stands, as typed; where there is no term, the first that says much."""
    comment = comment_of(archived.comment)
    text = normalise(comment.text, format=comment.format)
    section = archived.facts.get("article.section")
    span = _place(text, term) if term else None
    sentence = next((s for s in text.sentences if span and s.start <= span.start < s.end), None)
    chosen = sentence or next(_saying(text), Span(0, len(text.typed)))
    start = chosen.start if not span or span.end - chosen.start <= _LONGEST else span.start
    end = min(chosen.end, start + _LONGEST)
    quoted = text.typed[start:end]
    shift = len(quoted) - len(quoted.lstrip())
    inside = Span(span.start - start - shift, span.end - start - shift) if span else None
    return Quote(
        text=" ".join(quoted.split()) if inside is None else quoted.strip(),
        span=inside,
        section=section if isinstance(section, str) else None,
        comment=archived.decision.comment_id,
    )


def _saying(text: NormalisedText) -> Iterator[Span]:
    """Yield the sentences that say something, and then the others, such as a lone quotation mark."""
    is_short = [len(_WORD.findall(text.typed, s.start, s.end)) < _FEWEST_WORDS for s in text.sentences]
    yield from (s for _, s in sorted(zip(is_short, text.sentences, strict=True), key=itemgetter(0)))


def names_beside(archived: PastVerdict) -> frozenset[str]:
    """Return the words of the names of those who write, who are answered, and whom the article names."""
    context = archived.comment.context
    parent, author = context.get("parent") or {}, context.get("author") or {}
    people = archived.facts.get("article.people")
    names = [parent.get("author"), author.get("name"), *(people if isinstance(people, tuple) else ())]
    return frozenset().union(*(phrases_of(name) for name in names if isinstance(name, str)))


def _place(text: NormalisedText, term: str) -> Span | None:
    """Find a term in a text as read; where that was folded, the place in the text as typed."""
    view = text.soft
    pattern = r"\W+".join(map(re.escape, term.removesuffix("*").split())) + (r"\w*" if term.endswith("*") else "")
    found = re.search(rf"(?<!\w){pattern}(?!\w)", view.text, re.IGNORECASE)
    return view.span(found.start(), found.end()) if found else None
