"""What only sounds or looks like a listed word, and what only happens to."""

import pytest

from moderation.domain.readings.likeness import Likeness, sound_of
from moderation.domain.readings.view import View, as_typed, rewrite

_LIKENESS = Likeness(
    ["bitch", "shit", "fuck", "idiot", "moron", "scumbag", "asshole", "imbecile", "мудак", "ապուշ"],
    ["kill yourself"],
)


@pytest.mark.parametrize(
    ("token", "meant"),
    [
        ("phuk", "fuck"),
        ("fvck", "fuck"),
        ("shyt", "shit"),
        ("biitch", "bitch"),
        ("ydyot", "idiot"),
        ("scmubag", "scumbag"),
        ("asshle", "asshole"),
        ("norom", "moron"),
        ("idito", "idiot"),
        ("csumbag", "scumbag"),
        ("ldlot", "idiot"),
        ("imbeciie", "imbecile"),
        ("youareanidiot", "you are an idiot"),
        ("idiotyou", "idiot you"),
        ("gokillyourself", "go kill yourself"),
        ("idot", "idiot"),
        ("scumba", "scumbag"),
        ("sshole", "asshole"),
        ("assolhe", "asshole"),
        ("azzhole", "asshole"),
        ("mohrohn", "moron"),
        ("gaqmncs", "scumbag"),
        ("мудаг", "мудак"),
        ("xxidiotxx", "idiot"),
        ("хмудакх", "мудак"),
        ("xkillyourselfx", "kill yourself"),
        ("աբուշ", "ապուշ"),
    ],
)
def test_likeness_is_read_as_the_word(token: str, meant: str) -> None:
    """A spelling that every reader understands is that word."""
    assert _LIKENESS.meant(token) == meant


@pytest.mark.parametrize("token", ["shot", "scunthorpe", "cockpit", "therapist", "batch", "idiots", "bitch"])
def test_other_words_stay_what_they_are(token: str) -> None:
    """A plural, a listed word itself and an ordinary word are no disguise."""
    assert _LIKENESS.meant(token) is None


def test_words_typed_letter_by_letter_are_told_apart() -> None:
    """Where every letter stands alone, no space says where a word ends."""
    typed = as_typed(" ".join("thewholethingisshit"))
    joined = rewrite(typed, [(at, at + 1, "") for at in range(1, len(typed.text), 2)])
    joined = View(joined.text, joined.origin, joined.ends, "joined")

    read = _LIKENESS.read(joined)

    assert "shit" in read.text.split()
    assert read.span(read.text.index("shit"), len(read.text)).end == len(typed.text)


def test_what_was_looked_at_is_not_looked_at_again() -> None:
    """Most comments are made of the same words; only new ones cost anything."""
    likeness = Likeness(["idiot"], [])
    likeness.is_in("the council met on tuesday")

    assert {"council", "tuesday"} <= likeness._known


def test_sound_is_the_same_for_doubled_and_exchanged_letters() -> None:
    """It is what the ear hears, roughly."""
    assert len({sound_of(word) for word in ("kick", "qick", "kicck", "kyck", "kikk")}) == 1
