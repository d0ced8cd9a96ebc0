"""What Perspective's clients get: scores by attribute, spans in UTF-16 code units, nothing that is empty."""

from collections.abc import Mapping, Sequence
from typing import Any

from moderation.compat.perspective.wire import AnalyzeIn
from moderation.domain.verdict import Span

#: A text in more sentences than this is rated in stretches of several sentences.
MOST_SPANS = 40


def analysis(
    body: AnalyzeIn,
    *,
    scores: Mapping[str, float],
    spans: Sequence[tuple[int, int, Mapping[str, float]]],
    detected: str | None,
) -> dict[str, Any]:
    """Return an `AnalyzeCommentResponse`; `scores` and those of `spans` are by Perspective's names."""
    answer: dict[str, Any] = {}
    by_attribute = {}
    for name, wanted in (body.requested_attributes or {}).items():
        threshold = wanted.score_threshold if wanted else None
        if name not in scores or (threshold is not None and scores[name] < threshold):
            continue
        shown = [
            {"begin": begin, "end": end, "score": _score(some[name])}
            for begin, end, some in spans
            if name in some and (threshold is None or some[name] >= threshold)
        ]
        by_attribute[name] = ({"spanScores": shown} if shown else {}) | {"summaryScore": _score(scores[name])}
    if by_attribute:
        answer["attributeScores"] = by_attribute
    answer["languages"] = body.languages or [detected]
    if detected:
        answer["detectedLanguages"] = [detected]
    if body.client_token:
        answer["clientToken"] = body.client_token
    return answer


def utf16_units(text: str) -> int:
    """Return the length of a text in UTF-16 code units.

    >>> utf16_units("a😀")
    3
    """
    return len(text) + sum(character > "\uffff" for character in text)


def stretches(sentences: Sequence[Span], length: int) -> list[Span]:
    """Cut a text of `length` characters into its sentences, or into stretches where they are too many."""
    if not sentences:
        return [Span(0, length)]
    step = -(-len(sentences) // MOST_SPANS)
    return [
        Span(some[0].start, some[-1].end)
        for some in (sentences[at : at + step] for at in range(0, len(sentences), step))
    ]


def _score(value: float) -> dict[str, Any]:
    """Show a score as precisely as a float of 32 bits is."""
    return {"value": float(f"{value:.8g}"), "type": "PROBABILITY"}
