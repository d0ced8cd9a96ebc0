"""Letters that are taken for others of the same alphabet."""

import pytest

from moderation.domain.readings.glyphs import look_of


@pytest.mark.parametrize(("typed", "meant"), [("klll", "kill"), ("verrnin", "vermin"), ("vvhore", "whore")])
def test_words_that_look_alike_have_one_look(typed: str, meant: str) -> None:
    """What the eye takes for the same is the same."""
    assert look_of(typed) == look_of(meant)


def test_other_words_differ() -> None:
    """Only what looks alike is alike."""
    assert look_of("burn") != look_of("barn")
