"""By what later comments find one, where a rule asks: the sites that it links to."""

from collections.abc import Collection

from moderation.domain.links import links_of
from moderation.domain.text import NormalisedText

#: What a mark of a link begins with; the linked site follows.
LINK = "link "


def marks_of(text: NormalisedText, asks: Collection[str]) -> tuple[str, ...]:
    """Return the marks of a text that rules ask for, each once."""
    if not any(name.startswith("rate.link_domain.") for name in asks):
        return ()
    return tuple(dict.fromkeys(f"{LINK}{domain}" for domain, _ in links_of(text)))


def links_among(marks: Collection[str]) -> list[str]:
    """Return those marks that tell of links."""
    return [mark for mark in marks if mark.startswith(LINK)]
