"""Rewriting a text without losing the way back."""

from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.readings.folding import COMPARED
from moderation.domain.readings.view import View, as_typed, renamed, rewrite, translated
from moderation.domain.verdict import Span


def test_what_was_typed_is_where_it_is() -> None:
    """Most texts are read as typed."""
    assert as_typed("abc").span(1, 3) == Span(1, 3)


def test_replacement_covers_what_it_replaced() -> None:
    """A mark in the typed text covers the whole entity."""
    view = rewrite(as_typed("a&amp;b"), [(1, 6, "&")])

    assert (view.text, view.span(1, 2), view.span(0, 3)) == ("a&b", Span(1, 6), Span(0, 7))


def test_deletion_leaves_neighbours_where_they_were() -> None:
    """What is read as one word is marked from its first to its last letter."""
    view = rewrite(as_typed("f.u"), [(1, 2, "")])

    assert (view.text, view.span(0, 2), view.span(1, 2)) == ("fu", Span(0, 3), Span(2, 3))


def test_longer_replacement_shares_its_place() -> None:
    """A ligature is one typed character, however many it is read as."""
    view = rewrite(as_typed("ﬁx"), [(0, 1, "fi")])

    assert (view.text, view.span(0, 1), view.span(1, 2), view.span(2, 3)) == (
        "fix",
        Span(0, 1),
        Span(0, 1),
        Span(1, 2),
    )


def test_rewriting_again_still_leads_back() -> None:
    """Readings are built on readings."""
    once = rewrite(as_typed("a--b--c"), [(1, 3, "-"), (4, 6, "-")])
    twice = rewrite(once, [(1, 2, ""), (3, 4, "")])

    assert (twice.text, [twice.span(i, i + 1) for i in range(3)]) == ("abc", [Span(0, 1), Span(3, 4), Span(6, 7)])


def test_many_characters_are_folded_at_once() -> None:
    """A text in capitals of three alphabets is folded like any other."""
    typed = "".join(map(chr, (*range(0x41, 0x5B), *range(0x410, 0x430), *range(0x531, 0x557))))

    assert translated(as_typed(typed), COMPARED).text == typed.lower().replace("й", "и")


def test_view_without_ends_reads_one_character_at_each_place() -> None:
    """Another part of the service may build a view by hand."""
    assert rewrite(View("ac", [0, 2, 3]), [(0, 1, "x")]).span(0, 2) == Span(0, 3)


def test_nothing_to_edit_gives_the_view_itself() -> None:
    """An ordinary text is not copied."""
    view = as_typed("abc")

    assert rewrite(view, []) is view


def test_name_is_all_that_renaming_changes() -> None:
    """A hit says in which reading it was found."""
    view = as_typed("abc")

    assert (renamed(view, "leet").name, renamed(view, "leet").text) == ("leet", "abc")


@given(st.text(max_size=60))
def test_translation_keeps_every_place_inside_the_text(typed: str) -> None:
    """Folding may drop and add characters anywhere."""
    view = translated(as_typed(typed), COMPARED)

    assert len(view.origin) == len(view.text) + 1
    assert all(view.span(i, i + 1).end <= len(typed) for i in range(len(view.text)))
