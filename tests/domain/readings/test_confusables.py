"""Letters of one script that pass for letters of another."""

import pytest

from moderation.domain.readings.confusables import is_latin, skeleton, unmask
from moderation.domain.readings.view import as_typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fuсk", "fuck"),
        ("раураl", "paypal"),
        ("ѕhіt", "shit"),
        ("fцck", "fuck"),
        ("Ꭺss", "Ass"),
        ("հello", "hello"),
        ("ΜΟRΟΝ", "MORON"),
        ("идиоt", "идиот"),
        ("пидop", "пидор"),
        ("хyй", "хуй"),
        ("հiմար", "հիմար"),
        ("хор0шо", "хорошо"),
        ("κaλος", "καλος"),
        ("gаrЬаgе is here", "garBage is here"),
        ("аll тһе Ьоокѕ аrе һеrе", "all the Books are here"),
        ("Yօս are iժiօtic", "You are idiotic"),
        ("Tы тyпaя", "Ты тупая"),
        ("УФЦ ДЯЄ DЯVNK, LФЯD", "YOU ARE DRVNK, LORD"),
        ("ᖴᗩᗰOᑌᔕ ᘜᗩᗰᗴ", "FAMOUS GAME"),
        ("a ᚠᛁᚾe ᚱeᛋᛏ", "a fine rest"),
        ("a 丂んの尺イ cat", "a shorT cat"),
        ("a ғine cat", "a fine cat"),
    ],
)
def test_word_of_two_scripts_is_read_in_one(typed: str, meant: str) -> None:
    """Nobody writes half a word in another script without a reason."""
    assert unmask(as_typed(typed)).text == meant


@pytest.mark.parametrize(
    "typed",
    [
        "сор и хор",
        "привет world",
        "մարդ and man",
        "η Ελλάδα",
        "ᎣᏏᏲ",
        "山口さん",
        "アメリカのニュース",
        "Аға қағаз",
        "IT-отдел",
        "10 м, 5 см",
        "café naïve",
    ],
)
def test_honest_words_stay_as_they_are(typed: str) -> None:
    """Two languages in one text are not two scripts in one word."""
    assert unmask(as_typed(typed)).text == typed


def test_skeleton_reads_whole_words_that_could_be_latin() -> None:
    """A word list is asked about them too, though the text as read leaves them alone."""
    assert skeleton(as_typed("соск и ᏚᎻᏆᎢ")).text == "cock и shit"


@pytest.mark.parametrize(
    ("letter", "expected"), [("a", True), ("é", True), ("ạ", True), ("а", False), ("ա", False)]
)
def test_latin_letters_are_known(letter: str, expected: bool) -> None:
    """The first question about a letter is whose it is."""
    assert is_latin(letter) is expected
