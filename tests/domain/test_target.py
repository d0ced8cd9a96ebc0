"""Who a comment is aimed at, measured on sentences written for this project."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.comment import Comment, CommentId, Parent, SiteId
from moderation.domain.matching import Entry, Lexicon
from moderation.domain.target import COMMENTER, targets_of
from moderation.domain.text import normalise
from tests.domain.targets import GROUPS
from tests.domain.targets import targets as _targets


def test_the_words_that_tell_are_shown_as_typed() -> None:
    """A moderator sees at a glance who is meant, so spans have to fall on what was typed."""
    targets = _targets("Ｙou are wrong, and the Turks know it.")

    assert targets["commenter"] == ["Ｙou"]
    assert targets["group"] == ["Turks"]


def test_quoted_words_are_aimed_at_nobody() -> None:
    """Who quotes an insult does not insult."""
    targets = _targets('The sign said "you idiots, go away".')

    assert targets == {"nobody": []}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("You are an idiot.", id="plain"),
        pytest.param("Y.o.u a.r.e a.n i.d.i.o.t", id="dots"),
        pytest.param("Yоu are an idiоt", id="look-alikes"),
        pytest.param("Y o u   a r e   a   m o r o n", id="spaced"),
    ],
)
def test_disguised_second_person_is_still_second_person(text: str) -> None:
    """Who hides the insult from a word list hides the "you" with it."""
    targets = _targets(text)

    assert COMMENTER in targets


def test_a_name_from_the_thread_is_a_commenter() -> None:
    """Here "Otto is lying" attacks somebody here although there is no "you" in it."""
    targets = _targets("As Otto claims above, it rains.", names=("Otto K",))

    assert COMMENTER in targets


def test_an_official_who_is_spoken_to_is_no_commenter() -> None:
    """To say "Mr. President, you have failed us" is politics, and is published."""
    targets = _targets("Mr. President, you have failed us. You lied and you know it.")

    assert set(targets) == {"named_in_article"}


def test_the_parent_author_is_a_commenter_even_with_a_title() -> None:
    """What begins "Mr. Brandt, you …" under a comment by Brandt is said to Brandt."""
    targets = _targets("Mr. Brandt, you are mistaken.", parent="Karl Brandt")

    assert COMMENTER in targets


@given(st.text(max_size=400))
def test_any_text_is_aimed_at_somebody_or_nobody(text: str) -> None:
    """No comment may break the reading, and spans stay inside what was typed."""
    comment = Comment(site=SiteId("s"), id=CommentId("c"), text=text, parent=Parent(author=text[:20]))

    found = targets_of(comment, normalise(text), people=(text[:10], "Anna Krol"), groups=GROUPS)

    assert found
    assert all(0 <= s.start < s.end <= len(text) for spans in found.values() for s in spans)


@pytest.mark.parametrize("text", ["Your Excellency, you owe us an answer.", "Dear minister, have you read it?"])
def test_an_office_is_addressed_without_a_name(text: str) -> None:
    """Readers write to those in power as one writes a letter."""
    targets = _targets(text)

    assert "named_in_article" in targets
    assert COMMENTER not in targets


@pytest.mark.parametrize(
    ("text", "is_said"),
    [("youareanidiot", True), ("тыидиот", True), ("Т ы и д и о т", True), ("тыква и идиот", False)],
)
def test_a_you_that_is_glued_to_an_insult_is_said_to_a_reader(text: str, is_said: bool) -> None:
    """Without a space it is no word, and only the lists tell that it was meant."""
    lexicon = Lexicon([Entry("insults", "idiot", "hard"), Entry("insults", "идиот", "hard")])
    comment = Comment(site=SiteId("s"), id=CommentId("c"), text=text)

    targets = targets_of(comment, normalise(text), people=(), groups=GROUPS, apart=lexicon.apart)

    assert (COMMENTER in targets) is is_said
