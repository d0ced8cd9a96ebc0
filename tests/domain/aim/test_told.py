"""What is said to somebody's face without a "you"."""

import pytest

from tests.domain.targets import targets


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Shut up.", ["Shut up"], id="command"),
        pytest.param("Please calm down.", ["calm down"], id="behind please"),
        pytest.param("They told him to shut up.", [], id="not at the start of a clause"),
        pytest.param("Nice day, genius.", ["genius"], id="call at the end"),
        pytest.param("Dude, it rained.", ["Dude"], id="call at the start"),
        pytest.param("ok boomer", ["boomer"], id="call behind ok"),
        pytest.param("He is a thief, liar.", [], id="said of somebody else"),
        pytest.param("That is it, my friend.", ["my friend"], id="call of two words"),
        pytest.param("Stop the war.", [], id="command to nobody"),
        pytest.param("Заткнись", ["Заткнись"], id="Russian"),
        pytest.param("Лечись, мой друг", ["Лечись"], id="Russian with a comma"),
    ],
)
def test_commands_and_calls_are_said_to_a_reader(text: str, words: list[str]) -> None:
    """Half of all insults hold no "you", and a command to nobody is none."""
    found = targets(text)

    assert found.get("commenter", []) == words
