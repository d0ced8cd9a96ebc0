"""Listed words that stand against others without a space."""

import pytest

from moderation.domain.readings.gluing import Gluing

_GLUING = Gluing(
    {"idiot": "idiot", "moron": "moron", "shit": "shit", "killyourself": "kill yourself", "trans": "trans"}
    | {"идиот": "идиот"}
)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("youareanidiot", "you are an idiot"),
        ("gokillyourself", "go kill yourself"),
        ("thismoronjournalist", "this moron journalist"),
        ("morononslikeyoushouldbeinjail", None),
        ("moronslikeyou", None),
        ("somebodyshouldtellthemoronabouttheroad", "somebody should tell the moron about the road"),
        ("eatshit", "eat shit"),
        ("anotherwallatthemoronicroad", None),
        ("idiotxyz", None),
        ("transparency", None),
        ("herohead", None),
        ("тыидиот", "ты идиот"),
        ("какоижетыидиот", "какои же ты идиот"),
        ("идиотскии", None),
        ("вотидиот", "вот идиот"),
    ],
)
def test_glued_words_are_told_apart(row: str, words: str | None) -> None:
    """Every part has to be a word; a name that only holds one stays what it is."""
    assert _GLUING.apart(row) == words


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("zyxidiot", "zyx idiot"),
        ("whatshit", "what shit"),
        ("bqshitzz", None),
        ("welcometothehall", None),
    ],
)
def test_letters_typed_one_by_one_may_leave_some_over(row: str, words: str | None) -> None:
    """Whoever sets every letter apart means to hide a word; a short one needs another beside it."""
    assert _GLUING.between(row) == words
