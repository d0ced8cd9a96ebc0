"""What a condition looks at while one comment is judged, and what it brings back."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from moderation.domain.matching import Lexicon
from moderation.domain.patterns import Gates
from moderation.domain.signals import Fact, Signals
from moderation.domain.text import NormalisedText
from moderation.domain.verdict import Span

if TYPE_CHECKING:
    from moderation.domain.conditions.clues import Clues

_WORD = re.compile(r"[^\W_]+")
_START = attrgetter("start")
# Comparing keys is many times faster than comparing spans.
_ORDER = attrgetter("start", "end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A condition holds: why, and where."""

    #: Where the words stand that made it hold.
    spans: tuple[Span, ...] = ()
    #: Where a fact about the text was seen; shown only where no word is.
    places: tuple[Span, ...] = ()
    #: Attributes whose score made it hold.
    attributes: tuple[str, ...] = ()
    #: Why, in words for a moderator.
    said: tuple[str, ...] = ()


#: True with its evidence, false, or unknown (`None`).
Truth = Found | Literal[False] | None

#: It holds, and there is nothing to show.
HOLDS = Found()


def joined(found: Sequence[Found]) -> Found:
    """Put the evidence of several conditions together, each thing once, in their order."""
    if len(found) == 1:
        return found[0]
    return Found(
        spans=tuple(dict.fromkeys(s for f in found for s in f.spans)),
        places=tuple(dict.fromkeys(s for f in found for s in f.places)),
        attributes=tuple(dict.fromkeys(a for f in found for a in f.attributes)),
        said=tuple(dict.fromkeys(w for f in found for w in f.said)),
    )


class Scene:
    """The signals of one comment, with what was looked up so far; lives for one evaluation."""

    __slots__ = (
        "_lexicon",
        "_looked_up",
        "anchors",
        "answers",
        "clues",
        "facts",
        "keys",
        "signals",
        "text",
        "window",
    )

    def __init__(self, signals: Signals, lexicon: Lexicon, clues: "Clues") -> None:
        """Look at the whole comment."""
        self.signals = signals
        self.facts: Mapping[str, Fact] = signals.facts
        self.text: NormalisedText = signals.text
        #: Only what stands in this sentence counts, where one is given.
        self.window: Span | None = None
        #: What the other conditions of the rule have found.
        self.anchors: tuple[Span, ...] = ()
        self._lexicon = lexicon
        # Shared by every narrower look at the same comment: what is looked up once is not looked up again.
        self._looked_up: dict[object, object] = {}
        #: What conditions that rules share were found to be, by condition and start of the window.
        self.answers: dict[tuple[object, int | None], Truth] = {}
        #: The lists of which a word occurs in the comment itself, window or not.
        self.keys = frozenset(self._found("body"))
        #: What rules need that the comment has.
        self.clues = clues.seen(self)

    def within(self, window: Span) -> "Scene":
        """Look at one sentence only."""
        scene = self.beside(self.anchors)
        scene.window = window
        return scene

    def beside(self, anchors: tuple[Span, ...]) -> "Scene":
        """Look at the same, knowing what was found before."""
        scene = Scene.__new__(Scene)
        scene.signals, scene.facts, scene.text, scene.keys = self.signals, self.facts, self.text, self.keys
        scene.window, scene.anchors, scene.clues = self.window, anchors, self.clues
        scene._lexicon, scene._looked_up, scene.answers = self._lexicon, self._looked_up, self.answers
        return scene

    def hits(self, field: str, keys: Sequence[str]) -> Sequence[Span]:
        """Return where the terms under any of some keys occur in a field, inside the window, first to last."""
        wanted = (field, keys)
        spans: Sequence[Span] | None = self._looked_up.get(wanted)  # type: ignore[assignment]
        if spans is None:
            found = self._found(field)
            places = {place for key in keys for place in found.get(key, ())}
            spans = self._looked_up[wanted] = [Span(start, end) for start, end in sorted(places)]
        return spans if field != "body" else self.seen(spans)

    def share_sentence(self, groups: Sequence[frozenset[str]]) -> bool:
        """Whether a word of every group of lists may stand in one sentence."""
        if self.window is not None or not groups:
            return True
        return bool(set.intersection(*map(self._sentences_with, groups)))

    def _sentences_with(self, group: frozenset[str]) -> set[int]:
        """Return the numbers of the sentences in which a word of a group of lists begins."""
        numbers: set[int] | None = self._looked_up.get(group)  # type: ignore[assignment]
        if numbers is None:
            found, starts = self._found("body"), self._starts()
            places = (place for key in group & self.keys for place in found[key])
            numbers = self._looked_up[group] = {max(bisect_right(starts, start), 1) for start, _ in places}
        return numbers

    def _found(self, field: str) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Look all lists up in a field, in one pass, once a comment."""
        found: dict[str, list[tuple[int, int]]] | None = self._looked_up.get(field)  # type: ignore[assignment]
        if found is None:
            text = self.field(field)
            found = self._looked_up[field] = self._lexicon.places(text) if text is not None else {}
        return found

    def open_to(self, gates: Gates) -> frozenset[int]:
        """Return which of some patterns may occur in the comment, looked up once a comment."""
        numbers: frozenset[int] | None = self._looked_up.get(gates)  # type: ignore[assignment]
        if numbers is None:
            typed, soft = self.text.typed, self.text.soft.text
            numbers = gates.open_to(typed)
            if soft != typed.casefold():
                numbers |= gates.open_to(soft)
            self._looked_up[gates] = numbers
        return numbers

    def once(self, key: object, look_up: Callable[[], Iterable[Span]]) -> Sequence[Span]:
        """Return the places that a look-up gives, first to last, looking up at most once a comment."""
        spans: Sequence[Span] | None = self._looked_up.get(key)  # type: ignore[assignment]
        if spans is None:
            spans = self._looked_up[key] = in_order(set(look_up()))
        return spans or ()

    def field(self, field: str) -> NormalisedText | None:
        """Return the text of a field, `None` where the client did not send it."""
        return self.text if field == "body" else self.signals.fields.get(field)

    def seen(self, spans: Sequence[Span]) -> Sequence[Span]:
        """Return those places, given first to last, that begin in the window."""
        if self.window is None:
            return spans
        first = bisect_left(spans, self.window.start, key=_START)
        return spans[first : bisect_left(spans, self.window.end, lo=first, key=_START)]

    def places(self, name: str) -> Sequence[Span]:
        """Return where a fact was seen in the text, inside the window."""
        spans = self.signals.spans.get(name)
        if not spans:
            return ()
        return spans if self.window is None else self.seen(self.once(("places", name), lambda: spans))

    def is_elsewhere(self, name: str) -> bool:
        """Whether a fact was seen in the text, but not in the window."""
        return self.window is not None and bool(self.signals.spans.get(name)) and not self.places(name)

    def is_quoted(self, span: Span) -> bool:
        """Whether a place lies wholly inside a quotation."""
        if not self.text.quotations:
            return False
        quotations = self.once("quotations", lambda: merged(self.text.quotations))
        at = bisect_right(quotations, span.start, key=_START) - 1
        return at >= 0 and span.end <= quotations[at].end

    def sentences(self, *anchors: Sequence[Span]) -> Sequence[Span]:
        """Return the sentences in view; where groups of anchors are given, those in which one of each begins."""
        if self.window is not None:
            return (self.window,)
        sentences = self._sentences()
        if not anchors:
            return sentences
        starts = self._starts()
        shared = set.intersection(*({bisect_right(starts, anchor.start) for anchor in group} for group in anchors))
        return [sentences[max(index - 1, 0)] for index in sorted(shared)]

    def _sentences(self) -> Sequence[Span]:
        return self.text.sentences or (Span(0, len(self.text.typed) + 1),)

    def _starts(self) -> list[int]:
        """Where the sentences begin."""
        starts: list[int] | None = self._looked_up.get("sentences")  # type: ignore[assignment]
        if starts is None:
            starts = self._looked_up["sentences"] = [sentence.start for sentence in self._sentences()]
        return starts

    def _words(self) -> list[int]:
        """Where the words begin: those that were meant, where letters are set apart."""
        if not self.text.disguised:
            return [found.start() for found in _WORD.finditer(self.text.typed)]
        reading = self.text.reading
        return [reading.origin[found.start()] for found in _WORD.finditer(reading.text)]

    def distance(self, a: Span, b: Span) -> int:
        """Count the words from one place on to the other; 1 for neighbours, 0 where they overlap."""
        first, second = (a, b) if a.start <= b.start else (b, a)
        if second.start < first.end:
            return 0
        starts: list[int] | None = self._looked_up.get("words")  # type: ignore[assignment]
        if starts is None:
            starts = self._looked_up["words"] = self._words()
        return bisect_left(starts, second.start) - bisect_right(starts, first.end - 1) + 1


def in_order(spans: Iterable[Span]) -> list[Span]:
    """Return places first to last."""
    return sorted(spans, key=_ORDER)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return places in order, those that overlap made one."""
    whole: list[Span] = []
    for span in in_order(spans):
        if whole and span.start < whole[-1].end:
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    return whole
