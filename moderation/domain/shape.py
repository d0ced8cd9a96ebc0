"""What a text looks like, whatever it says: links, letters, capitals, emoji, private data."""

from moderation.domain.text import NormalisedText
from moderation.domain.signals import Fact
from moderation.domain.verdict import Span


def shape_of(text: NormalisedText) -> tuple[dict[str, Fact], dict[str, tuple[Span, ...]]]:
    """Return facts by name, and where they were seen."""
    return {}, {}
