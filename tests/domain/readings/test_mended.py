"""Everyday words that were torn apart inside."""

import pytest

from moderation.domain.readings.mended import mended
from moderation.domain.readings.view import as_typed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("i will k ill y ou", "i will kill you"),
        ("fi nd y our ha t", "find your hat"),
        ("a p iece of s oap", "a piece of soap"),
    ],
)
def test_torn_words_are_mended(typed: str, read: str) -> None:
    """A reader joins what is no word by itself."""
    assert mended(as_typed(typed)).text == read


@pytest.mark.parametrize(
    "typed",
    [
        "my dog, by the way, cannot fly",
        "for ever and to day",
        "plan b failed",
        "5 km or more",
        "the tv set",
        "we sang la la land",
    ],
)
def test_words_that_stand_beside_each_other_stay(typed: str) -> None:
    """Two words are two words, whatever they would be as one."""
    assert mended(as_typed(typed)).text == typed
