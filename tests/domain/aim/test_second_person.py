"""Whether "you" means somebody here, word by word."""

import pytest

from moderation.domain.aim.second_person import generic_of


@pytest.mark.parametrize(
    ("text", "generic"),
    [
        pytest.param("you can't park there", {0}, id="what anybody can do"),
        pytest.param("you'd think so", {0}, id="would think"),
        pytest.param("you'll find it there", {0}, id="will find"),
        pytest.param("you never know", {0}, id="never know"),
        pytest.param("if you wait you pay", {1, 3}, id="condition, and what follows"),
        pytest.param("it takes your breath", {2}, id="thing that happens"),
        pytest.param("you are wrong", set(), id="said of somebody"),
        pytest.param("why do you lie", set(), id="question"),
        pytest.param("if you think so you are a fool", {1}, id="insult after a condition"),
        pytest.param("everything you write is wrong", set(), id="what a commenter does"),
        pytest.param("all you people are wrong", set(), id="everybody here"),
        pytest.param("if you don't like it , leave", set(), id="told to leave"),
        pytest.param("as you know", {1}, id="filler"),
        pytest.param("thank you", {1}, id="thanks"),
    ],
)
def test_generic_you_is_told_from_somebody(text: str, generic: set[int]) -> None:
    """Most "you" on a news site is nobody, and a rule against insults must know."""
    words = text.split()
    places = [i for i, word in enumerate(words) if word.startswith("you")]

    found = generic_of(words, places, ends=lambda i: words[i] in ".!?")

    assert found == generic
