"""Languages by n-grams: what is kept in less memory must answer what py3langid answers."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from moderation.scoring.identifier import Identifier, load

#: With Serbian, which has a column for each of its scripts.
_TAGS = ("de", "en", "hr", "ru", "sr", "tr", "uk")
_TEXTS = (
    "das ist eine schande für unsere stadt",
    "the bridge will be closed for a year, and nobody asked us",
    "to je sramota za naš grad",
    "вчера в городе прошёл дождь и было холодно",
    "ово је срамота за наш град",
    "dün akşam belediye meclisi toplandı ve karar aldı",
    "ви розумієте, що це неправда",
    "you are дурак, kardeşim",
    "a",
    "",
    "\u0001",
    "\ud800",
    "u\u0308ber",
)


@pytest.fixture(scope="module")
def loaded() -> dict[str, Identifier]:
    """Return identifiers as the service uses them."""
    return load({"some": _TAGS, "latin": ("en", "tr"), "cyrillic": ("ru", "uk")})


@pytest.fixture(scope="module")
def ours(loaded: dict[str, Identifier]) -> Identifier:
    """Return the one that is compared."""
    return loaded["some"]


@pytest.fixture(scope="module")
def theirs() -> Any:
    """Return py3langid's own."""
    identifier = LanguageIdentifier.from_model_file(Path(MODEL_FILE), norm_probs=True)
    identifier.set_languages(_TAGS)
    return identifier


@pytest.mark.parametrize("text", _TEXTS)
def test_known_texts_get_their_answers(ours: Identifier, theirs: Any, text: str) -> None:
    """The model was measured with their table; ours is another way to hold it, not another model."""
    assert ours.classify(text) == theirs.classify(text)


@given(text=st.text(max_size=200))
def test_any_text_gets_their_answer(ours: Identifier, theirs: Any, text: str) -> None:
    """Whatever bytes stand beside each other, the same n-grams are found in them."""
    assert ours.classify(text.lower()) == theirs.classify(text.lower())


def test_groups_answer_with_their_own_tags(loaded: dict[str, Identifier]) -> None:
    """A text in Cyrillic letters must not be taken for Turkish, however many Latin words it holds."""
    assert loaded["latin"].classify(_TEXTS[5])[0] == "tr"
    assert loaded["cyrillic"].classify(_TEXTS[5])[0] in ("ru", "uk")
