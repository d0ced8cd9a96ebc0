"""A comment as words and marks, with the way back to what was typed."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from moderation.domain.aim.terms import TOKEN
from moderation.domain.readings.wordset import set_of
from moderation.domain.text import NormalisedText, View
from moderation.domain.verdict import Span

_ENDS = frozenset(".!?…\n")
#: Short forms whose dot ends no sentence.
SHORT_FORMS = set_of("mr mrs ms dr prof st sen gov rep gen col sgt jr sr vs")


class Reading:
    """A comment as words and marks, with the way back to what was typed."""

    def __init__(self, text: NormalisedText, view: View) -> None:
        self.text = text
        self.view = view
        self.folded = view.text.replace("’", "'")
        self.words: list[str] = TOKEN.findall(self.folded)
        at: defaultdict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(self.words):
            at[word].append(i)
        self.at: Mapping[str, list[int]] = at

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins in the view; read only when a span is asked for."""
        return [m.start() for m in TOKEN.finditer(self.folded)]

    def where(self, words: frozenset[str]) -> list[int]:
        """Where any of some words stands, in order."""
        return sorted(i for word in words.intersection(self.at) for i in self.at[word])

    def is_capital(self, i: int) -> bool:
        """Whether a word was typed with a capital."""
        return self.text.typed[self.view.origin[self.starts[i]]].isupper()

    def sentence(self, i: int) -> tuple[int, int]:
        """The words of the sentence around `i`, half-open."""
        at = bisect_left(self._ends, i)
        start = self._ends[at - 1] + 1 if at else 0
        return start, self._ends[at] if at < len(self._ends) else len(self.words)

    @cached_property
    def _ends(self) -> list[int]:
        """The marks that end sentences."""
        return [i for i, word in enumerate(self.words) if word in _ENDS and self.ends_sentence(i)]

    def ends_sentence(self, i: int) -> bool:
        """Whether a mark ends a sentence, and is not the dot of "Mr."."""
        mark = self.words[i]
        return mark in _ENDS and not (mark == "." and i > 0 and self.words[i - 1] in SHORT_FORMS)

    def spans(self, runs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        """Spans of what was typed, without what is only quoted."""
        quotations, starts, view = self.text.quotations, self.starts, self.view
        spans = dict.fromkeys(
            view.span(starts[first], starts[end - 1] + len(self.words[end - 1])) for first, end in sorted(runs)
        )
        if not quotations:
            return tuple(spans)
        firsts = [q.start for q in quotations]
        return tuple(s for s in spans if not _is_inside(s, quotations, firsts))


def _is_inside(span: Span, quotations: Sequence[Span], firsts: Sequence[int]) -> bool:
    i = bisect_right(firsts, span.start) - 1
    return i >= 0 and span.end <= quotations[i].end
