"""What single characters are read as, and compared as."""

import sys

import pytest

from moderation.domain.readings.folding import (
    COMPARED,
    MAX_EXPANSION,
    ONE_FORM,
    PLAIN,
    READ,
    compared_as,
    is_dropped_mark,
    is_ignorable,
    read_as,
)


@pytest.mark.parametrize(
    ("typed", "read", "compared"),
    [
        ("A", "A", "a"),
        ("é", "é", "e"),
        ("ß", "ß", "ss"),
        ("⠽", "y", "y"),
        ("İ", "İ", "i"),
        ("ı", "ı", "i"),
        ("ø", "ø", "o"),
        ("ł", "ł", "l"),
        ("đ", "đ", "d"),
        ("æ", "æ", "ae"),
        ("ə", "ə", "e"),
        ("ё", "ё", "е"),
        ("й", "й", "и"),
        ("ς", "ς", "σ"),
        ("և", "և", "եւ"),
        ("Ｆ", "F", "f"),
        ("𝖋", "f", "f"),
        ("ⓕ", "f", "f"),
        ("🅵", "F", "f"),
        ("⒡", "f", "f"),
        ("ᶠ", "f", "f"),
        ("ꜰ", "f", "f"),
        ("ﬁ", "fi", "fi"),
        ("ḉ", "c", "c"),
        ("ʇ", "t", "t"),
        ("ɨ", "i", "i"),
        ("\u200b", "", ""),
        ("\u00ad", "", ""),
        ("\u3164", "", ""),
        ("\0", "", ""),
        ("\ud800", "\ufffd", "\ufffd"),
        ("\ufdfa", "\ufdfa", "\ufdfa"),
        ("’", "’", "'"),
        ("“", "“", '"'),
        ("–", "–", "-"),
        ("\u00a0", "\u00a0", " "),
        ("\u2800", "\u2800", " "),
        ("\r", "\r", "\n"),
        ("՞", "՞", ""),
        ("ا", "ا", "ا"),
        ("أ", "أ", "ا"),
        ("ี", "ี", "ี"),
        ("한", "한", "한"),
        ("🔥", "🔥", "🔥"),
        ("™", "™", "™"),
        ("²", "2", "2"),
    ],
)
def test_character_is_read_and_compared(typed: str, read: str, compared: str) -> None:
    """Each character is a promise to some language, and a tool of some evader."""
    assert (READ[ord(typed)], COMPARED[ord(typed)]) == (read, compared)


def test_no_character_becomes_many() -> None:
    """A text cannot be made to grow without bound by reading it."""
    longest = max(len(table[code]) for table in (READ, COMPARED) for code in range(0x20000))

    assert longest <= MAX_EXPANSION


def test_what_is_read_is_read_again_the_same() -> None:
    """Otherwise reading twice would differ from reading once."""
    changed = [
        hex(code)
        for code in range(0x20000)
        if "".join(READ[ord(character)] for character in READ[code]) != READ[code]
    ]

    assert changed == []


def test_rare_planes_are_not_remembered() -> None:
    """A flood of odd characters must not fill the memory."""
    before = len(READ)
    assert READ[sys.maxunicode] == chr(sys.maxunicode)

    assert len(READ) == before


@pytest.mark.parametrize("code", [0xAD, 0x200B, 0x202E, 0xFE0F, 0xE0061, 0x115F])
def test_what_prints_as_nothing_is_known(code: int) -> None:
    """These are where words are hidden."""
    assert is_ignorable(code)


@pytest.mark.parametrize(
    ("code", "is_dropped"), [(0x301, True), (0x5B8, True), (0x64B, True), (0x93F, False), (0x41, False)]
)
def test_marks_that_may_be_dropped_are_known(code: int, is_dropped: bool) -> None:
    """Accents and points may go, vowels of Indic scripts may not."""
    assert is_dropped_mark(code) is is_dropped


def test_typography_is_no_disguise_but_other_letters_are() -> None:
    """A curly apostrophe is good style; a letter from mathematics is not."""
    assert (PLAIN[ord("’")], PLAIN[ord("𝖋")], PLAIN[0x200D], PLAIN[0x2028]) == ("'", "𝖋", "", " ")


def test_characters_with_one_form_are_not_worked_out() -> None:
    """What is left out of the tables to save time is what they would leave as it is."""
    alone = [code for code in range(0x3400, sys.maxunicode, 53) if ONE_FORM.match(chr(code))]

    assert len(alone) > 15_000
    assert [hex(code) for code in alone if not read_as(code) == compared_as(code) == chr(code)] == []
