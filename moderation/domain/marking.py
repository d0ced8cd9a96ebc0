"""A text cut into pieces, so that a page can mark some of them."""

from collections.abc import Iterable

from moderation.domain.verdict import Span


def pieces(text: str, spans: Iterable[Span]) -> list[tuple[str, bool]]:
    """Return the pieces of a text in order, each with whether a span covers it."""
    found: list[tuple[str, bool]] = []
    at = 0
    for span in sorted(spans):
        start, end = max(span.start, at), min(span.end, len(text))
        if start >= end:
            continue
        if start > at:
            found.append((text[at:start], False))
        found.append((text[start:end], True))
        at = end
    if at < len(text):
        found.append((text[at:], False))
    return found
