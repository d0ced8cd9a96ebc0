"""Texts that are nearly the same find each other; others do not."""

import pytest

from moderation.domain.near_copies import (
    BANDS,
    LEAST,
    MOST_LETTERS,
    bands_of,
    letters_of,
    nearest,
    resemblance,
    runs_of,
)
from moderation.domain.text import normalise

TEXT = letters_of(normalise("Vote no on the library levy this Tuesday, good neighbours of Ashby!").soft.text)
WORDS = [
    "council",
    "library",
    "parking",
    "school",
    "bridge",
    "harbour",
    "tram",
    "market",
    "garden",
    "river",
    "winter",
    "budget",
    "letter",
    "holiday",
    "doctor",
]


def essay(*changed: int) -> str:
    """Write ninety words, some of them changed."""
    words = [WORDS[(n * n + n // 7) % len(WORDS)] + str(n) for n in range(90)]
    return "".join(f"other{n}" if n in changed else word for n, word in enumerate(words))


def test_sketch_is_the_same_in_every_process() -> None:
    """Bands of last year are compared with those of today, by whatever server."""
    assert bands_of(TEXT)[:2] == ("03b8d8c030f5b86c6", "1c348ce6dfcfd5f03")


def test_dress_makes_no_difference() -> None:
    """Capitals, spaces, accents and look-alikes are no other text."""
    dressed = normalise(
        "VOTE  NO on the l\u0456brary levy, this Tuesday! Go\u0301od neighbours... of Ashby"
    ).soft.text

    assert letters_of(dressed) == TEXT


@pytest.mark.parametrize(
    ("changed", "least", "most"),
    [((), 1.0, 1.0), ((40,), 0.95, 0.99), ((20, 60), 0.9, 0.97), ((10, 30, 50, 70), 0.8, 0.93)],
)
def test_resemblance_falls_with_each_word(changed: tuple[int, ...], least: float, most: float) -> None:
    """An editor's bound says how much of a text may be other words."""
    assert least <= resemblance(runs_of(essay()), runs_of(essay(*changed))) <= most


def test_near_copies_share_bands() -> None:
    """What is alike by nine tenths is missed once in thirty thousand; of these none is."""
    sketch = set(bands_of(essay()))

    missed = [n for n in range(90) if sketch.isdisjoint(bands_of(essay(n)))]
    assert missed == []
    assert len(sketch) == BANDS


def test_other_texts_are_called_unlike() -> None:
    """What shares no more than everyday words is no copy at all."""
    assert resemblance(runs_of(essay()), runs_of(TEXT)) == 0.0
    assert sum(not set(bands_of(essay())).isdisjoint(bands_of(word * 20)) for word in WORDS) == 0


@pytest.mark.parametrize("letters", ["a", "ok", "😀", "\ud800lone"])
def test_short_texts_have_a_sketch_too(letters: str) -> None:
    """How short a copy may be is for the editor to say."""
    assert bands_of(letters) == bands_of(letters)
    assert nearest(letters, [letters], place=1) == 1.0
    assert bands_of("") == ()


def test_place_tells_how_many_are_as_much_alike() -> None:
    """Three people with the same words are a campaign, and one is a quotation."""
    others = [essay(), essay(3), TEXT]

    found = [nearest(essay(), others, place=place) for place in (1, 2, 3, 4)]
    assert found[0] == 1.0
    assert LEAST < found[1] < 1
    assert found[2:] == [0.0, 0.0]


def test_only_the_beginning_of_a_long_text_counts() -> None:
    """What a text costs has a bound, however long it is."""
    long = essay() * 10

    assert runs_of(long) == runs_of(long[:MOST_LETTERS])
