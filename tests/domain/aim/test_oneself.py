"""Where somebody speaks ill of themselves."""

import pytest

from tests.domain.targets import targets


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("I was an idiot.", ["I"], id="was"),
        pytest.param("I have been so blind.", ["I"], id="have been"),
        pytest.param("I am sure he is an idiot.", [], id="somebody else"),
        pytest.param("I was there.", [], id="no blame"),
        pytest.param("I was tired, idiots everywhere.", [], id="next clause"),
        pytest.param("My mistake.", ["My mistake"], id="phrase"),
    ],
)
def test_blame_of_oneself_is_found(text: str, words: list[str]) -> None:
    """Who says "I was an idiot" insults nobody who could complain."""
    found = targets(text)

    assert found.get("self", []) == words
