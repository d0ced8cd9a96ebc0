"""Where somebody else is meant."""

import pytest

from tests.domain.targets import targets


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("He lied.", ["He"], id="pronoun"),
        pytest.param("Varga lied and he knows it.", [], id="pronoun for somebody known"),
        pytest.param("That woman was brave.", ["That woman"], id="noun"),
        pytest.param("The guy who wrote this is late.", [], id="author"),
        pytest.param("Some clown parked here.", ["Some clown"], id="scorn"),
        pytest.param("Mrs. Alvarez is fair.", ["Mrs. Alvarez"], id="title"),
        pytest.param("Mr. Varga is late.", [], id="title of somebody known"),
    ],
)
def test_somebody_else_is_found(text: str, words: list[str]) -> None:
    """Rules on threats and private details ask for anybody at all."""
    found = targets(text, people=("Peter Varga",))

    assert found.get("person", []) == words
