"""Words that do not appear where a comment is published: which, and what stands in their place."""

import re
from collections.abc import Iterable

from moderation.domain.verdict import Match, Span

#: What a rule masks where it is not personal data of some kind: the words that it found.
WORDS = "words"

#: Stands for each letter and digit that is masked.
MASK = "█"

#: What is left as it is: tags, entities, and all that is no letter or digit.
_LEFT = re.compile(r"<[^<>]*>|&#?\w+;|[\W_]")


def places(matches: Iterable[Match]) -> tuple[Span, ...]:
    """Return where rules that say `mask` found something: in order, and none within another."""
    found = sorted((s for match in matches if match.mask for s in match.spans), key=lambda s: (s.start, s.end))
    joined: list[Span] = []
    for span in found:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def masked(text: str, spans: Iterable[Span]) -> str:
    """Return a text as it appears with some places masked: as long as before, so that it may be done again.

    >>> masked("Call 077 900, you f.o.o!", [Span(5, 12), Span(18, 23)])
    'Call ███ ███, you █.█.█!'
    """
    for span in spans:
        hidden = _hidden(text[span.start : span.end])
        text = text[: span.start] + hidden + text[span.end :]
    return text


def _hidden(part: str) -> str:
    """Mask letters and digits one by one; tags and what stands between words are left."""
    found, at = "", 0
    for kept in _LEFT.finditer(part):
        found += MASK * (kept.start() - at) + kept[0]
        at = kept.end()
    return found + MASK * (len(part) - at)
