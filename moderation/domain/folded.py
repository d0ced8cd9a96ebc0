"""The text as read, kept beside the text as typed, so that a later rule can be tried on it at a glance."""

from moderation.domain.text import NormalisedText

#: Between one reading and the next.
BETWEEN = "\x1e"
#: Readings of a text that is nothing but disguise are not worth keeping.
_MOST_CHARACTERS = 20_000


def folded_of(text: NormalisedText) -> str | None:
    """Return every folded reading, the plain one first; `None` where they are too long to be kept."""
    readings = [view.text.replace(BETWEEN, " ") for view in (text.soft, *text.hard)]
    folded = BETWEEN.join(readings)
    return folded if len(folded) <= max(_MOST_CHARACTERS, 2 * len(readings[0])) else None


def soft_of(folded: str) -> str:
    """Return the plain reading."""
    return folded.partition(BETWEEN)[0]
