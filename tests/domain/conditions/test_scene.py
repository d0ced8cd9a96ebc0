"""What a condition looks at."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.conditions.scene import Found, Place, Scene, joined, merged
from moderation.domain.matching import Lexicon
from moderation.domain.signals import Signals
from moderation.domain.text import normalise
from moderation.domain.verdict import Span

PLACES = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)).map(lambda p: (p[0], p[0] + p[1])))


def scene(text: str, **places: tuple[Span, ...]) -> Scene:
    """Look at a text with places of facts."""
    return Scene(Signals(facts={}, spans=places, text=normalise(text)), Lexicon([]), lambda _: 0)


@given(PLACES)
def test_merged_places_are_in_order_and_cover_the_same(places: list[Place]) -> None:
    """Overlapping marks in a text cannot be shown; nothing marked may be lost."""
    whole = merged(places)

    assert all(a[1] <= b[0] for a, b in itertools.pairwise(whole))
    assert {i for place in whole for i in range(*place)} == {i for place in places for i in range(*place)}


def test_joined_evidence_says_each_thing_once() -> None:
    """A moderator reads each reason once."""
    one = Found(spans=((0, 1),), said=("x",), attributes=("insult",))

    assert joined([one, one]) == one


def test_distance_counts_steps_between_words() -> None:
    """`within: 1` means neighbours, wherever one begins to count."""
    look = scene("Turks are real vermin")

    assert look.distance((0, 5), (6, 9)) == 1
    assert look.distance((15, 21), (0, 5)) == 3
    assert look.distance((0, 9), (6, 9)) == 0


def test_a_narrower_look_sees_only_its_sentence() -> None:
    """What stands in the next sentence is out of sight."""
    look = scene("One. Two.", links=(Span(0, 3), Span(5, 8)))

    narrow = look.within(look.sentences()[1])

    assert list(narrow.places("links")) == [(5, 8)]
    assert list(narrow.sentences()) == [narrow.window]


def test_a_fact_seen_in_another_sentence_is_elsewhere() -> None:
    """A `you` in the first sentence does not aim the second at anybody."""
    look = scene("You. Two.", target=(Span(0, 3),))

    assert look.within(look.sentences()[1]).is_elsewhere("target")
    assert not look.is_elsewhere("target")
