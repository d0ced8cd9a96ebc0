"""What an edit changed, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.edits import MOST_PAIRS, Change, edits

TEXTS = st.text(alphabet="ab \n", max_size=60)


def side(before: str, after: str, *, but: Change) -> str:
    """Return what the runs say one of the texts was."""
    return "".join(run.text for run in edits(before, after) if run.change is not but)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_difference(before: str, after: str) -> None:
    """A word that the difference lost, nobody would miss."""
    assert side(before, after, but=Change.ADDED) == before
    assert side(before, after, but=Change.REMOVED) == after


@given(TEXTS)
def test_same_text_has_no_difference(text: str) -> None:
    """What did not change is not marked."""
    assert all(run.change is Change.KEPT for run in edits(text, text))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "New words.", [("added", "New words.")]),
        ("Old words.", "", [("removed", "Old words.")]),
        ("a b c d", "a x c y", [("kept", "a "), ("removed", "b "), ("added", "x "), ("kept", "c "),
                                ("removed", "d"), ("added", "y")]),
    ],
    ids=["from nothing", "to nothing", "twice"],
)  # fmt: skip
def test_difference_is_told_in_the_order_of_reading(before: str, after: str, told: list[tuple[str, str]]) -> None:
    """What went stands before what came."""
    assert [(run.change.value, run.text) for run in edits(before, after)] == told


def test_whole_rewriting_is_told_as_one() -> None:
    """Whoever replaces twenty thousand characters must not keep the desk busy with comparing them."""
    words = int(MOST_PAIRS**0.5) + 1
    old, new = " ".join(["old"] * words), " ".join(["new"] * words)

    assert [run.change for run in edits(f"a {old} z", f"a {new} z")] == [
        Change.KEPT,
        Change.REMOVED,
        Change.ADDED,
        Change.KEPT,
    ]
