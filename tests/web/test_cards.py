"""How a text is cut for its card."""

from moderation.domain.verdict import Span
from moderation.testing.factories import match
from moderation.web.cards import pieces


def test_a_lone_space_bears_no_mark() -> None:
    """A letter between two words, over nothing, is one that a moderator looks for in vain."""
    attacks = match(clause="attacks", spans=(Span(0, 4), Span(5, 10)))
    conduct = match(clause="conduct", spans=(Span(0, 10),))
    cut = pieces("vile fools", [attacks, conduct], {"attacks": "A", "conduct": "B"})

    assert [(piece.text, piece.letters) for piece in cut] == [("vile", "AB"), (" ", ""), ("fools", "AB")]
