"""Whose personal data it is."""

import pytest

from moderation.domain.own_data import is_own_data
from moderation.domain.shape import shape_of
from moderation.domain.text import normalise


def is_own(text: str, email: str | None = "ann@post.example") -> bool:
    """Tell it of a text, by what is found in it."""
    read = normalise(text)
    return is_own_data(read, shape_of(read)[1], email=email)


@pytest.mark.parametrize(
    "text",
    [
        "Write me: Ann@Post.example",
        "ann@post.example, if anybody saw it",
        "My number is 07700 900123.",
        "If you saw it, please call me on 07700 900123",
        "You can reach me at ann.other@work.example or 07700 900123.",
        "My new e-mail address: ann.other@work.example",
        "My address is ann@post.example or ann.other@work.example.",
        "I live at 14 Rowan Street, and the bus never comes.",
        "Мой номер 8 916 123-45-67",
    ],
)
def test_what_is_the_writers_own_is_told(text: str) -> None:
    """Who looks for a witness must not wait with those who are named against their will."""
    assert is_own(text)


@pytest.mark.parametrize(
    "text",
    [
        "Call him on 07700 900123 and tell him.",
        "My brother's number is 07700 900123.",
        "My number is 07700 900123, his is 07700 900456.",
        "Mail her: jane.doe@example.org",
        "I sent my email to him at jane.doe@example.org",
        "He lives at 14 Rowan Street, Ashby",
        "Call me a fool, but 07700 900123 is the mayor.",
        "ann@post.example told me that her boss is jane.doe@example.org",
        "Ask ann@post.example or jane.doe@example.org.",
        "Nothing to see here.",
    ],
)
def test_in_doubt_it_is_somebody_elses(text: str) -> None:
    """A wrong excuse publishes somebody's address."""
    assert not is_own(text)


def test_whose_address_is_not_known_has_to_be_said() -> None:
    """An address alone, from somebody who gave none, may be anybody's."""
    assert not is_own("ann@post.example, if anybody saw it", email=None)


def test_no_text_makes_it_slow() -> None:
    """A pattern that tries every way to part a row of spaces would stop the service."""
    assert not is_own(
        f"My number {' ' * 70}x, {'my phone is ' * 200} 07700 900123 and {'(' * 500} his 07700 900124"
    )
