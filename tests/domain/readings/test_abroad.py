"""English in other letters."""

import pytest

from moderation.domain.readings.abroad import in_english, latinised
from moderation.domain.readings.view import as_typed


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("we will мурдер them, all of them", "we will murder them, all of them"),
        ("ве вилл мурдер иоу", "we will murder you"),
        ("you are τρασχ", "you are trash"),
        ("go կիլլ yourself", "go kill yourself"),
    ],
)
def test_english_in_other_letters_is_read_as_english(typed: str, text: str) -> None:
    """Whoever reads it aloud hears what is meant."""
    assert in_english(as_typed(typed)).text == text


@pytest.mark.parametrize(
    "typed", ["мы едем на дачу", "դու գնում ես տուն", "πάμε σπίτι", "plain words", "he says \u4f60\u597d"]
)
def test_other_languages_stay(typed: str) -> None:
    """Honest Russian, Armenian or Greek is none."""
    view = as_typed(typed)

    assert in_english(view) is view


def test_letters_that_have_no_latin_one_are_left() -> None:
    """A soft sign has no sound of its own."""
    assert latinised("шить") is None
