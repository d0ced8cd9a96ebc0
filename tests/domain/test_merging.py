"""Two changes of the same text put together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.merging import merged

BEFORE = "a\nb\nc\nd\ne"


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ("a\nB\nc\nd\ne", "a\nb\nc\nd\nE", "a\nB\nc\nd\nE"),
        ("a\nb\nc\nd\ne\nmine", "a\nb\nc\nd\ne\ntheirs", "a\nb\nc\nd\ne\ntheirs\nmine"),
        ("a\nb\nd\ne", "a\nb\nd\ne", "a\nb\nd\ne"),
        ("b\nc\nd\ne", "a\nb\nc\nd", "b\nc\nd"),
    ],
    ids=["far-apart", "added-at-one-place", "the-same", "taken-out"],
)
def test_changes_of_other_lines_stand_together(mine: str, theirs: str, both: str) -> None:
    """Neither editor's work is lost."""
    found = merged({"f": BEFORE}, {"f": mine}, {"f": theirs})

    assert (dict(found.files), found.clashes) == ({"f": both}, ())


@pytest.mark.parametrize(
    ("mine", "theirs", "line"),
    [
        ("a\nB\nc\nd\ne", "a\nX\nc\nd\ne", 2),
        ("a\nb\nC\nd\ne", "a\nb\nd\ne", 3),
        ("a\nB\nc\nd\ne", "a\nb\nC\nd\ne", 3),
    ],
    ids=["one-line", "changed-and-taken-out", "neighbours"],
)
def test_changes_of_the_same_lines_are_told(mine: str, theirs: str, line: int) -> None:
    """Which of the two is meant only a person knows."""
    assert merged({"f": BEFORE}, {"f": mine}, {"f": theirs}).clashes == (("f", line),)


def test_files_are_kept_added_and_taken_out() -> None:
    """A policy is more than one file, and the main one stays first."""
    before = {"main": "m", "list": "l", "old": "o", "fought": "f"}
    mine = {"main": "m", "list": "mine", "fought": "mine", "new": "n"}
    theirs = {"main": "theirs", "list": "l", "old": "o"}

    found = merged(before, mine, theirs)

    assert list(found.files.items()) == [("main", "theirs"), ("list", "mine"), ("new", "n")]
    assert found.clashes == (("fought", 1),)


@given(st.lists(st.sampled_from("abc")).map("\n".join), st.lists(st.sampled_from("abcd")).map("\n".join))
def test_what_only_one_changed_is_as_they_have_it(before: str, after: str) -> None:
    """Where nobody else was there, a merge is no change."""
    one = merged({"f": before}, {"f": after}, {"f": before})
    other = merged({"f": before}, {"f": before}, {"f": after})

    assert dict(one.files) == dict(other.files) == {"f": after}
