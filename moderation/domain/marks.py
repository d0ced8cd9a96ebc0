"""By what later comments find one, where a rule asks: the sites that it links to, and its sketch."""

from collections.abc import Collection, Sequence
from typing import Final

from moderation.domain.links import links_of
from moderation.domain.near_copies import bands_of
from moderation.domain.text import NormalisedText

#: What a mark of a link begins with, the linked site follows; and what a band of the sketch begins with.
_LINK: Final = "link "
_BAND: Final = "near "


def marks_of(text: NormalisedText, asks: Collection[str], *, letters: str) -> tuple[str, ...]:
    """Return the marks of a text, and of its letters, that rules ask for, each once."""
    marks: list[str] = []
    if any(name.startswith("rate.link_domain.") for name in asks):
        marks += [f"{_LINK}{domain}" for domain, _ in links_of(text)]
    if any(name.startswith("similarity.any.") for name in asks):
        marks += [f"{_BAND}{band}" for band in bands_of(letters)]
    return tuple(dict.fromkeys(marks))


def links_among(marks: Sequence[str]) -> list[str]:
    """Return those marks that tell of links."""
    return [mark for mark in marks if mark.startswith(_LINK)]


def bands_among(marks: Sequence[str]) -> list[str]:
    """Return those marks that are the text's sketch, in their order."""
    return [mark for mark in marks if mark.startswith(_BAND)]
