"""Where people of the article are named."""

import pytest

from tests.domain.targets import targets


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Aliyev lied", ["Aliyev"], id="as sent"),
        pytest.param("Aliev lied", ["Aliev"], id="other spelling"),
        pytest.param("Aliyevs plan", ["Aliyevs"], id="without its apostrophe"),
        pytest.param("Алиеву не верю", ["Алиеву"], id="Russian"),
        pytest.param("Ալիևը ստում է", ["Ալիևը"], id="Armenian"),
        pytest.param("Aliyevin sözü", ["Aliyevin"], id="Turkish"),
        pytest.param("Хачатрян молчит", ["Хачатрян"], id="sound of Armenian"),
        pytest.param("alive and well", [], id="word"),
    ],
)
def test_a_surname_is_known_in_any_ending_and_script(text: str, words: list[str]) -> None:
    """Editors send a name once, and readers write it in their own way."""
    found = targets(text, people=("Ilham Aliyev", "Ara Khachatryan"))

    assert found.get("named_in_article", []) == words
