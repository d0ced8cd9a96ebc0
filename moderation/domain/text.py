"""Text as typed → text as read: folded views with offsets back to what was typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from moderation.domain.comment import Format
from moderation.domain.verdict import Span


@dataclass(frozen=True, slots=True)
class View:
    """One reading of a text: folded characters, and where each was typed."""

    text: str
    #: `origin[i]` is the index in the typed text of what `text[i]` was read from, non-decreasing;
    #: one longer than `text`, its last entry being the length of the typed text.
    origin: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The typed characters that were read as `text[start:end]` (`start` < `end`)."""
        return Span(self.origin[start], max(self.origin[end - 1] + 1, self.origin[start] + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class NormalisedText:
    """Text as read, with offsets into the text as typed."""

    typed: str
    #: What a reader sees: markup, entities, invisible characters and disguise removed, case kept.
    read: str
    #: Unicode, case, accents, zero-width and look-alikes folded: what ordinary word lists match.
    soft: View
    #: Soft, and then leet, gaps and repeats undone, one view for each way to read them.
    hard: tuple[View, ...]
    #: Whether `read` differs from `typed` by more than markup: then both are scored.
    disguised: bool
    #: The sentences, as spans of the typed text.
    sentences: tuple[Span, ...]
    #: What stands in quotation marks, `<blockquote>` or behind `>`: not the commenter's own words.
    quotations: tuple[Span, ...]


def normalise(text: str, *, format: Format = Format.PLAIN) -> NormalisedText:
    """Read a text as a person would, keeping the way back to each typed character."""
    raise NotImplementedError
