"""Verbs that say "you" by their ending."""

import pytest

from tests.domain.targets import targets


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Saçmalıyorsun", ["Saçmalıyorsun"], id="Turkish"),
        pytest.param("Kadın geldi", [], id="Turkish noun"),
        pytest.param("Что несёшь", [], id="Russian rule"),
        pytest.param("Врёшь опять", ["Врёшь"], id="Russian"),
        pytest.param("Скоро поймёшь", [], id="Russian of anybody"),
        pytest.param("Опять придумываете", ["придумываете"], id="Russian plural"),
        pytest.param("Հիմար ես", ["ես"], id="Armenian you are"),
        pytest.param("Ես հոգնած եմ", [], id="Armenian I am"),
        pytest.param("Ինչ եք ասում", ["եք"], id="Armenian plural"),
        pytest.param("apush es", ["es"], id="Armenian in Latin letters"),
        pytest.param("es hognel em", [], id="Armenian I in Latin letters"),
        pytest.param("lav es asum", ["es"], id="before its verb"),
    ],
)
def test_an_ending_says_you(text: str, words: list[str]) -> None:
    """These languages need no pronoun, so a list of pronouns would find nothing."""
    found = targets(text)

    assert found.get("commenter", []) == words
