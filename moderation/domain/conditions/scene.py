"""What a condition looks at while one comment is judged, and what it brings back."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Literal, NamedTuple

from moderation.domain.matching import Lexicon
from moderation.domain.patterns import Gates
from moderation.domain.signals import Fact, Signals
from moderation.domain.spelt import Listed
from moderation.domain.text import NormalisedText

_WORD = re.compile(r"[^\W_]+")
#: So many places are put in order in one unit of effort.
_QUICK = 4
#: So many places are looked up among the sentences in one unit.
_SCANNED = 16
#: A span as a plain pair: what is compared and put together by the hundred, before any of it is shown.
Place = tuple[int, int]


class Found(NamedTuple):
    """A condition holds: why, and where."""

    #: Where the words stand that made it hold.
    spans: tuple[Place, ...] = ()
    #: Where a fact about the text was seen; shown only where no word is.
    places: tuple[Place, ...] = ()
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


#: What the rules of one policy may be asked of one comment, in units of about a microsecond.
MOST_EFFORT = 30_000
#: The same where reading took most of it, and where a person looks at the whole, since not all was read.
EFFORT_OF_CROWDED = 10_000


class Exhausted(Exception):
    """There is more to look at in a comment than its rules are asked: a person looks."""


class Effort:
    """Counts what looking costs, so that no text and no policy occupies the service."""

    __slots__ = ("left",)

    def __init__(self, text: NormalisedText) -> None:
        """Begin with what reading the text has left of all that is spent on a comment."""
        read = sum(len(view.text) for view in text.hard) * 2 // 5
        read += 0 if text.typed.isascii() else len(text.typed) // 2
        self.left = EFFORT_OF_CROWDED if text.is_crowded else max(MOST_EFFORT - read, EFFORT_OF_CROWDED)

    def spend(self, units: int) -> None:
        """Count what is looked at next.

        Raises:
            Exhausted: where it is more than is left.
        """
        self.left -= units
        if self.left < 0:
            raise Exhausted


class Scene:
    """The signals of one comment, with what was looked up so far; lives for one evaluation."""

    __slots__ = (
        "_keys",
        "_lexicon",
        "_looked_up",
        "_search",
        "anchors",
        "answers",
        "clues",
        "effort",
        "facts",
        "signals",
        "text",
        "today",
        "window",
    )

    def __init__(
        self,
        signals: Signals,
        lexicon: Lexicon,
        clues_in: Callable[["Scene"], int],
        *,
        today: date | None = None,
    ) -> None:
        """Look at the whole comment; `clues_in` tells what it has of what rules need.

        Without `today` no rule has expired.
        """
        self.signals = signals
        self.today = today
        self.facts: Mapping[str, Fact] = signals.facts
        self.text: NormalisedText = signals.text
        #: Only what stands in this sentence counts, where one is given.
        self.window: Place | None = None
        #: What the other conditions of the rule have found.
        self.anchors: tuple[Place, ...] = ()
        self._lexicon = lexicon
        # Shared by every narrower look at the same comment: what is looked up once is not looked up again.
        self._looked_up: dict[object, object] = {}
        self.effort = Effort(self.text)
        #: What conditions that rules share were found to be, by condition and start of the window.
        self.answers: dict[tuple[object, int | None], Truth] = {}
        self._search = lexicon.look(self.text)
        self._keys: AbstractSet[str] | None = None
        #: What rules need that the comment has.
        self.clues = clues_in(self)

    @property
    def keys(self) -> AbstractSet[str]:
        """The lists of which a word may occur in the comment itself, window or not."""
        if self._keys is None:
            self._keys = self._search.lists
        return self._keys

    @property
    def listed(self) -> AbstractSet[Listed]:
        """What may occur in the comment itself of lists."""
        return self._search.found

    @property
    def is_crowded(self) -> bool:
        """Whether more words of lists stand in the comment than are looked at."""
        return self._search.is_crowded

    def within(self, window: Place) -> "Scene":
        """Look at one sentence only."""
        scene = self.beside(self.anchors)
        scene.window = window
        return scene

    def whole(self) -> "Scene":
        """Look at the whole comment again, as if nothing had been found."""
        if self.window is None and not self.anchors:
            return self
        scene = self.beside(())
        scene.window = None
        return scene

    def beside(self, anchors: tuple[Place, ...]) -> "Scene":
        """Look at the same, knowing what was found before."""
        scene = Scene.__new__(Scene)
        scene.signals, scene.facts, scene.text, scene._keys = self.signals, self.facts, self.text, self.keys
        scene.window, scene.anchors, scene.clues, scene.today = self.window, anchors, self.clues, self.today
        scene._lexicon, scene._search, scene._looked_up, scene.answers = (
            self._lexicon,
            self._search,
            self._looked_up,
            self.answers,
        )
        scene.effort = self.effort
        return scene

    def hits(self, field: str, keys: Sequence[str]) -> Sequence[Place]:
        """Return where the terms under any of some keys occur in a field, inside the window, first to last."""
        wanted = (field, keys)
        places: Sequence[Place] | None = self._looked_up.get(wanted)  # type: ignore[assignment]
        if places is None:
            found = self._found(field)
            places = sorted({place for key in keys for place in found.get(key, ())})
            self._looked_up[wanted] = places
            self.effort.spend(len(places) // _QUICK)
        return places if field != "body" else self.seen(places)

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
            places = (place for key in group & found.keys() for place in found[key])
            numbers = self._looked_up[group] = {max(bisect_right(starts, start), 1) for start, _ in places}
            self.effort.spend(len(numbers) // _QUICK)
        return numbers

    def _found(self, field: str) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Look all lists up in a field, in one pass, once a comment."""
        found: Mapping[str, Sequence[Place]] | None = self._looked_up.get(field)  # type: ignore[assignment]
        if found is None:
            found = self._looked_up[field] = self._places(field)
        return found

    def _places(self, field: str) -> Mapping[str, Sequence[Place]]:
        if field == "body":
            return self._search.places()
        text = self.field(field)
        return self._lexicon.look(text).places() if text is not None else {}

    def open_to(self, gates: Gates) -> frozenset[int]:
        """Return which of some patterns may occur in the comment, looked up once a comment."""
        numbers: frozenset[int] | None = self._looked_up.get(gates)  # type: ignore[assignment]
        if numbers is None:
            numbers = self._looked_up[gates] = gates.open_to(self.text.typed, self.text.soft.text)
        return numbers

    def once(self, key: object, look_up: Callable[[], Iterable[Place]]) -> Sequence[Place]:
        """Return the places that a look-up gives, first to last, looking up at most once a comment."""
        places: Sequence[Place] | None = self._looked_up.get(key)  # type: ignore[assignment]
        if places is None:
            places = self._looked_up[key] = sorted(set(look_up()))
        return places

    def field(self, field: str) -> NormalisedText | None:
        """Return the text of a field, `None` where the client did not send it."""
        return self.text if field == "body" else self.signals.fields.get(field)

    def seen(self, places: Sequence[Place]) -> Sequence[Place]:
        """Return those places, given first to last, that begin in the window."""
        if self.window is None or not places:
            return places
        start, end = self.window
        first = bisect_left(places, (start,))
        return places[first : bisect_left(places, (end,), lo=first)]

    def places(self, name: str) -> Sequence[Place]:
        """Return where a fact was seen in the text, inside the window."""
        spans = self.signals.spans.get(name)
        if not spans:
            return ()
        if self.window is None:
            return [(span.start, span.end) for span in spans]
        return self.seen(self.once(("places", name), lambda: ((span.start, span.end) for span in spans)))

    def is_elsewhere(self, name: str) -> bool:
        """Whether a fact was seen in the text, but not in the window."""
        return self.window is not None and bool(self.signals.spans.get(name)) and not self.places(name)

    def is_quoted(self, place: Place) -> bool:
        """Whether a place lies wholly inside a quotation."""
        if not self.text.quotations:
            return False
        quotations = self.once("quotations", lambda: merged((q.start, q.end) for q in self.text.quotations))
        at = bisect_left(quotations, (place[0] + 1,)) - 1
        return at >= 0 and place[1] <= quotations[at][1]

    def sentences(self, *anchors: Sequence[Place]) -> Sequence[Place]:
        """Return the sentences in view; where groups of anchors are given, those in which one of each begins."""
        if self.window is not None:
            return (self.window,)
        sentences = self._sentences()
        if not anchors:
            return sentences
        starts = self._starts()
        self.effort.spend(sum(map(len, anchors)) // _SCANNED)
        shared = set.intersection(*({bisect_right(starts, start) for start, _ in group} for group in anchors))
        return [sentences[max(index - 1, 0)] for index in sorted(shared)]

    def _sentences(self) -> Sequence[Place]:
        whole = ((0, len(self.text.typed) + 1),)
        return self.once("sentences", lambda: ((s.start, s.end) for s in self.text.sentences)) or whole

    def _starts(self) -> list[int]:
        """Where the sentences begin."""
        starts: list[int] | None = self._looked_up.get("starts")  # type: ignore[assignment]
        if starts is None:
            starts = self._looked_up["starts"] = [start for start, _ in self._sentences()]
        return starts

    def _words(self) -> list[int]:
        """Where the words begin: those that were meant, where letters are set apart."""
        reading = self.text.reading
        return [reading.origin[found.start()] for found in _WORD.finditer(reading.text)]

    def distance(self, a: Place, b: Place) -> int:
        """Count the words from one place on to the other; 1 for neighbours, 0 where they overlap."""
        first, second = (a, b) if a[0] <= b[0] else (b, a)
        if second[0] < first[1]:
            return 0
        starts: list[int] | None = self._looked_up.get("words")  # type: ignore[assignment]
        if starts is None:
            starts = self._looked_up["words"] = self._words()
        return bisect_left(starts, second[0]) - bisect_right(starts, first[1] - 1) + 1


def merged(places: Iterable[Place]) -> list[Place]:
    """Return places in order, those that overlap made one."""
    whole: list[Place] = []
    for start, end in sorted(places):
        if whole and start < whole[-1][1]:
            whole[-1] = (whole[-1][0], max(whole[-1][1], end))
        else:
            whole.append((start, end))
    return whole
