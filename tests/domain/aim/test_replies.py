"""What a reply says about what it answers."""

import pytest

from tests.domain.targets import targets


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Nonsense.", ["Nonsense"], id="bare"),
        pytest.param("What a moron.", ["What a moron"], id="what a"),
        pytest.param("What a stupid law.", [], id="thing"),
        pytest.param("That logic again.", ["That logic again"], id="what was said"),
        pytest.param("The tram was late.", [], id="statement"),
    ],
)
def test_a_rating_in_a_reply_is_about_the_parent(text: str, words: list[str]) -> None:
    """Nobody is named, and everybody knows who is meant."""
    found = targets(text, parent="Karine")

    assert found.get("commenter", []) == words
