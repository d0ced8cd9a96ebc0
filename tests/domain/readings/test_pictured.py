"""Emoji that stand for words."""

import pytest

from moderation.domain.readings.pictured import in_words
from moderation.domain.readings.view import as_typed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("you 🤡", "you clown"),
        ("you are a complete 🗑️", "you are a complete trash"),
        ("go 🔪 yourself", "go kill yourself"),
        ("i hope you 💀 of it", "i hope you die of it"),
        ("what bull💩, mother🖕er", "what bullshit, motherfucker"),
        ("piece of 💩", "piece of shit"),
        ("happy birthday to you 🔥🔥", "happy birthday to you 🔥🔥"),
        ("we saw the 🐷 on the farm", "we saw the 🐷 on the farm"),
        ("i 💀 at this, and 🔥", "i 💀 at this, and 🔥"),
        ("🤡", "🤡"),
    ],
)
def test_an_emoji_is_a_word_where_one_belongs(typed: str, read: str) -> None:
    """Most emoji say how somebody feels; after "you" or before "yourself" they are what is said."""
    assert in_words(as_typed(typed)).text == read
