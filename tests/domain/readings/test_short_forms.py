"""Words that are clipped by those who write in haste."""

import pytest

from moderation.domain.readings.short_forms import in_full
from moderation.domain.readings.view import as_typed


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("we will find u and cut ur throat", "we will find you and cut your throat"),
        ("u r a disgrace", "you are a disgrace"),
        ("look at urself, u!", "look at yourself, you!"),
        ("yov are late, yous two", "you are late, you two"),
    ],
)
def test_clipped_words_are_read_in_full(typed: str, text: str) -> None:
    """Whoever threatens in haste threatens all the same."""
    assert in_full(as_typed(typed)).text == text


@pytest.mark.parametrize("typed", ["u.s. troops", "the r in march", "an urn", "u-boats", "u2 played"])
def test_letters_and_names_stay(typed: str) -> None:
    """A letter between letters or signs is a letter."""
    view = as_typed(typed)

    assert in_full(view) is view
