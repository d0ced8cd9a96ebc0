"""Words that do not appear: which, and what stands in their place."""

import pytest

from moderation.domain.masking import masked, places
from moderation.domain.verdict import Match, Mode, Outcome, Span


def match(*spans: tuple[int, int], mask: tuple[str, ...] = ("words",)) -> Match:
    """Return a match at some places."""
    found = tuple(Span(start, end) for start, end in spans)
    return Match(rule="r", clause="c", mode=Mode.LIVE, outcome=Outcome.FLAG, message="m", spans=found, mask=mask)


@pytest.mark.parametrize(
    ("matches", "found"),
    [
        ((), ()),
        ((match((3, 7), mask=()),), ()),
        ((match((8, 9), (3, 7)),), (Span(3, 7), Span(8, 9))),
        ((match((3, 7)), match((5, 9), mask=("phone",))), (Span(3, 9),)),
        ((match((3, 9)), match((4, 5))), (Span(3, 9),)),
        ((match((3, 5)), match((5, 7))), (Span(3, 7),)),
    ],
    ids=["nothing", "no rule says so", "in order", "across", "within", "side by side"],
)
def test_places_are_those_of_rules_that_say_so(matches: tuple[Match, ...], found: tuple[Span, ...]) -> None:
    """The site masks from left to right: places that cross would hide the wrong letters."""
    assert places(matches) == found


@pytest.mark.parametrize(
    ("text", "span", "shown"),
    [
        ("what a f**k up", (7, 11), "what a █**█ up"),
        ("f.u.c.k it", (0, 7), "█.█.█.█ it"),
        ("сука же", (0, 4), "████ же"),
        ("ա՛յ մարդ", (0, 3), "█՛█ մարդ"),
        ("a <b>bad</b> word", (2, 12), "a <b>███</b> word"),
        ("a &amp; b", (0, 9), "█ &amp; █"),
        ("😀 ok", (0, 4), "😀 ██"),
    ],
)
def test_letters_are_masked_and_nothing_moves(text: str, span: tuple[int, int], shown: str) -> None:
    """Markup stays whole, and a text that was masked may be masked again."""
    once = masked(text, [Span(*span)])

    assert once == shown
    assert masked(once, [Span(*span)]) == once
    assert len(once) == len(text)
