"""Conditions on words: lists, neighbours, patterns, quotation."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from moderation.domain.conditions.expression import Near
from moderation.domain.conditions.logic import Check
from moderation.domain.conditions.scene import HOLDS, Effort, Found, Place, Scene, Truth
from moderation.domain.matching import Pattern
from moderation.domain.patterns import Gates
from moderation.domain.signals import UNKNOWN
from moderation.domain.text import NormalisedText

#: Where in a field a condition may look: all of it, what is not quoted, or what is.
Scope = Callable[[Scene, Sequence[Place]], Sequence[Place]]

#: A moderator sees what was found, not the comment over again.
_LONGEST_QUOTE = 40
_MOST_QUOTES = 3
#: Pairs of neighbours looked at in a text that is nothing but such pairs.
_MOST_PAIRS = 500
_JOINT = " \t\r\n.!?,:;…"


def everything(_: Scene, spans: Sequence[Place]) -> Sequence[Place]:
    """Count words wherever they stand."""
    return spans


def own(scene: Scene, spans: Sequence[Place]) -> Sequence[Place]:
    """Count the writer's own words."""
    if not spans or not scene.text.quotations:
        return spans
    return [span for span in spans if not scene.is_quoted(span)]


def quoted(scene: Scene, spans: Sequence[Place]) -> Sequence[Place]:
    """Count what is quoted."""
    if not scene.text.quotations:
        return ()
    return [span for span in spans if scene.is_quoted(span)]


def word(keys: Sequence[str], *, scope: Scope | None, fields: Sequence[str], innocent: str | None) -> Check:
    """Hold where terms occur in the body, as far as `scope` goes, or in another field."""
    keys, fields = tuple(keys), tuple(fields)
    any_key = frozenset(keys)

    def check(scene: Scene) -> Truth:
        if not fields and any_key.isdisjoint(scene.keys):
            return False
        spans: Sequence[Place] = ()
        if scope is not None:
            spans = _outside(scene, "body", scope(scene, scene.hits("body", keys)), innocent)
        if not spans and not fields:
            return False
        said = _say(scene.text, spans)
        for field in fields:
            text = scene.field(field)
            there = _outside(scene, field, scene.hits(field, keys), innocent)
            if there and text is not None:
                said += _say_beside(text, there, field=field)
        if not said:
            return _unseen(scene, fields)
        return Found(spans=tuple(spans), said=said)

    return check


def near(condition: Near, *, a: Sequence[str], b: Sequence[str], scope: Scope) -> Check:
    """Hold where two terms stand close together."""
    a, b = tuple(a), tuple(b)
    any_a, any_b = frozenset(a), frozenset(b)

    def check(scene: Scene) -> Truth:
        if any_a.isdisjoint(scene.keys) or any_b.isdisjoint(scene.keys):
            return False
        if condition.sentence and not scene.share_sentence((any_a, any_b)):
            return False
        first = scope(scene, scene.hits("body", a))
        second = scope(scene, scene.hits("body", b)) if first else ()
        if not second:
            return False
        scene.effort.spend(2 * min(len(first), len(second)))
        pairs = list(islice(_pairs(scene, condition, first, second), _MOST_PAIRS))
        if not pairs:
            return False
        scene.effort.spend(3 * len(pairs))
        said = dict.fromkeys(f"{_quote(scene.text, x)} near {_quote(scene.text, y)}" for x, y in pairs)
        spans = dict.fromkeys(span for pair in pairs for span in pair)
        return Found(spans=tuple(spans), said=tuple(said)[:_MOST_QUOTES])

    return check


def _pairs(
    scene: Scene, condition: Near, first: Sequence[Place], second: Sequence[Place]
) -> Iterator[tuple[Place, Place]]:
    """Pair each place of the shorter group with the nearest other on either side, where that is near enough."""
    few, many = (first, second) if len(first) <= len(second) else (second, first)
    for span in few:
        at = bisect_left(many, span[:1])
        after = next((o for o in many[at : at + 2] if o[0] >= span[1]), None)
        before = next((o for o in reversed(many[max(at - 2, 0) : at]) if o[1] <= span[0]), None)
        for a, b, is_forward in ((span, after, few is first), (span, before, few is second)):
            if b is None or (condition.ordered and not is_forward) or scene.distance(a, b) > condition.within:
                continue
            if not condition.sentence or scene.sentences((a,), (b,)):
                yield (a, b) if few is first else (b, a)


def pattern(
    compiled: Callable[[], Pattern],
    *,
    gate: tuple[Gates, int],
    scope: Scope | None,
    fields: Sequence[str],
    case: bool,
) -> Check:
    """Hold where a pattern, known to its `gate` by a number, occurs in the text as typed or as read."""
    fields, key = tuple(fields), object()
    gates, number = gate

    def check(scene: Scene) -> Truth:
        spans: Sequence[Place] = ()
        if scope is not None and number in scene.open_to(gates):
            look_up = partial(_matches, compiled, scene.text, case, scene.effort)
            spans = scope(scene, scene.seen(scene.once(key, look_up)))
        if not spans and not fields:
            return False
        said = tuple(f"pattern {quote}" for quote in _say(scene.text, spans))
        for field in fields:
            text = scene.field(field)
            if text is not None:
                there = scene.once((key, field), partial(_matches, compiled, text, case, scene.effort))
                said += _say_beside(text, there, field=field, what="pattern ")
        return Found(spans=tuple(spans), said=said) if said else _unseen(scene, fields)

    return check


def _unseen(scene: Scene, fields: Sequence[str]) -> Truth:
    """Tell what follows where nothing was found: nothing, if one of the texts to look into could not be had."""
    return None if any(scene.facts.get(field) is UNKNOWN for field in fields) else False


def _matches(compiled: Callable[[], Pattern], text: NormalisedText, case: bool, effort: Effort) -> Iterable[Place]:
    """Search the text as typed, and its folded reading where that says more and case does not matter."""
    yield from _trimmed(compiled(), text.typed, effort)
    if not case and text.soft.text != text.typed.casefold():
        spans = (text.soft.span(start, end) for start, end in _trimmed(compiled(), text.soft.text, effort))
        yield from ((span.start, span.end) for span in spans)


def _trimmed(compiled: Pattern, text: str, effort: Effort) -> list[Place]:
    effort.spend(compiled.effort(len(text)))
    found = compiled.find(text)
    # To tell where one place ends the rest of the text may have to be read.
    effort.spend(len(found) * len(text) // 1_000)
    return [(_past_joint(text, start, end), end) for start, end in found if start < end]


def _past_joint(text: str, start: int, end: int) -> int:
    """Begin after the end of the sentence before, which a pattern may take in to find a beginning."""
    rest = text[start:end].lstrip(_JOINT)
    return end - len(rest) if rest else start


def is_quoted(value: bool) -> Check:
    """Tell whether all that the rule found lies in quotation; a rule that found no words quotes nothing."""
    said = "only in quotation" if value else "not only in quotation"

    def check(scene: Scene) -> Truth:
        only = bool(scene.anchors) and all(scene.is_quoted(span) for span in scene.anchors)
        return Found(said=(said,)) if only is value and scene.anchors else HOLDS if only is value else False

    return check


def _outside(scene: Scene, field: str, spans: Sequence[Place], innocent: str | None) -> Sequence[Place]:
    """Leave out what stands inside a longer phrase that is innocent."""
    if innocent is None or not spans:
        return spans
    scene.effort.spend(len(spans))
    phrases = scene.hits(field, (innocent,))
    return [span for span in spans if not _covered(span, phrases)]


def _covered(span: Place, phrases: Sequence[Place]) -> bool:
    at = bisect_left(phrases, (span[0] + 1,)) - 1
    # Phrases may overlap; looking back over a few suffices, since each is a handful of words.
    return any(p[0] <= span[0] and span[1] <= p[1] for p in phrases[max(at - 3, 0) : at + 1])


def _say(text: NormalisedText, spans: Sequence[Place]) -> tuple[str, ...]:
    quotes = dict.fromkeys(_quote(text, span) for span in spans[: 4 * _MOST_QUOTES])
    return tuple(quotes)[:_MOST_QUOTES]


def _say_beside(text: NormalisedText, spans: Sequence[Place], *, field: str, what: str = "") -> tuple[str, ...]:
    """Say what stands beside the text; an e-mail address is kept nowhere, so not in reasons either."""
    if field == "author.email":
        return (f"{what}in {field}",) if spans else ()
    return tuple(f"{what}{quote} in {field}" for quote in _say(text, spans))


def _quote(text: NormalisedText, span: Place) -> str:
    words = " ".join(text.typed[span[0] : span[1]].split())
    return f"“{words[:_LONGEST_QUOTE]}…”" if len(words) > _LONGEST_QUOTE else f"“{words}”"
