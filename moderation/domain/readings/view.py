"""One reading of a text, and how to rewrite it without losing the way back to what was typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from moderation.domain.readings.folding import FoldTable, exchanged
from moderation.domain.verdict import Span

#: Replace `text[start:end]` by a string; edits come in order and do not overlap.
Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class View:
    """One reading of a text: folded characters, and where each was typed."""

    text: str
    #: `origin[i]` is the index in the typed text of what `text[i]` was read from, non-decreasing;
    #: one longer than `text`, its last entry being the length of the typed text.
    origin: Sequence[int]
    #: `ends[i]` is where what `text[i]` was read from ends; `None` where each character is one typed character.
    ends: Sequence[int] | None = None
    #: How the text was read: `soft`, `leet`, `joined` …
    name: str = "soft"

    def span(self, start: int, end: int) -> Span:
        """The typed characters that were read as `text[start:end]` (`start` < `end`)."""
        first = self.origin[start]
        last = self.ends[end - 1] if self.ends is not None else self.origin[end - 1] + 1
        return Span(first, max(last, first + 1))


def as_typed(text: str) -> View:
    """The view in which every character is read as it was typed."""
    return View(text, range(len(text) + 1))


def excerpt(view: View, parts: Iterable[tuple[int, int]]) -> View:
    """Some parts of a view, given in order, as lines of their own."""
    ends = view.ends if view.ends is not None else [index + 1 for index in view.origin]
    text: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    for start, end in parts:
        text += (view.text[start:end], "\n")
        starts += (*view.origin[start:end], view.origin[end])
        stops += (*ends[start:end], max(view.origin[end], ends[end - 1]))
    starts.append(view.origin[-1])
    return View("".join(text), starts, stops, view.name)


def renamed(view: View, name: str) -> View:
    """The same reading under another name."""
    return View(view.text, view.origin, view.ends, name)


def rewrite(view: View, edits: Iterable[Edit]) -> View:
    """Apply edits; each new character is said to come from its share of what it replaced.

    The view itself comes back where there is nothing to edit.
    """
    edits = list(edits)
    if not edits:
        return view
    if all(end - start == len(new) for start, end, new in edits):
        return View(_exchanged(view.text, edits), view.origin, view.ends, view.name)
    # What is only taken away leaves each character one typed character.
    is_less = view.ends is None and all(not new or end - start == len(new) for start, end, new in edits)
    ends = () if is_less else view.ends or _next(view.origin)
    text: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    at = 0
    for start, end, new in edits:
        text += (view.text[at:start], new)
        width, count = end - start, len(new)
        kept = end if width == count else start
        starts.extend(view.origin[at:kept])
        stops.extend(ends[at:kept])
        if count and kept == start:
            starts += [view.origin[start + index * width // count] for index in range(count)]
            behind = (((index + 1) * width + count - 1) // count for index in range(count))
            stops += [ends[max(start, start + far - 1)] for far in behind]
        at = end
    text.append(view.text[at:])
    starts.extend(view.origin[at:])
    stops.extend(ends[at:])
    return View("".join(text), starts, None if is_less else stops, view.name)


def _exchanged(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits that move nothing."""
    pieces: list[str] = []
    at = 0
    for start, end, new in edits:
        pieces += (text[at:start], new)
        at = end
    return "".join((*pieces, text[at:]))


def _next(origin: Sequence[int]) -> Sequence[int]:
    """Where characters end that were typed one by one."""
    if isinstance(origin, range):
        return range(origin.start + 1, origin.stop + 1)
    return [index + 1 for index in origin]


def translated(view: View, table: FoldTable) -> View:
    """Replace each character by what the table gives for it: nothing, one character or several."""
    changes = table.changes(view.text)
    if not changes:
        return view
    if all(len(new) == 1 for new in changes.values()):
        return View(exchanged(view.text, changes), view.origin, view.ends, view.name)
    pieces = list(map(changes.get, view.text, view.text))
    ends = None if view.ends is None else _each(view.ends, pieces)
    return View("".join(pieces), [*_each(view.origin, pieces), view.origin[-1]], ends, view.name)


def _each(places: Iterable[int], pieces: Iterable[str]) -> list[int]:
    """Put for each character of the pieces where its piece stands."""
    return [place for place, piece in zip(places, pieces, strict=False) for _ in piece]
