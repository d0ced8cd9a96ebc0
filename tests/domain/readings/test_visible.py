"""What is left when nothing invisible is."""

import pytest

from moderation.domain.readings.view import as_typed
from moderation.domain.readings.visible import spelt_by_emoji, spelt_by_flags, visible, without_emoji


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("f\u200bu\u00adck", "fuck"),
        ("e\u0301", "é"),
        ("f\u0336u\u0336", "fu"),
        ("e\u0302\u0323", "ệ"),
        ("a" + "\u0301" * 50, "a"),
        ("\u0301a", "a"),
        ("f\u0e47u\u0e47", "fu"),
        ("ก็", "ก็"),
        ("ก" + "็" * 20, "ก" + "็" * 6),
        ("می\u200cروم", "می\u200cروم"),
        ("f\u200cu", "fu"),
        ("👨\u200d👩", "👨\u200d👩"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("a\ufe0f", "a"),
        ("🇦🇲", "🇦🇲"),
        ("🇦🇲🇫🇷", "🇦🇲🇫🇷"),
        ("🇮🇳 🇴🇺🇷 🇨🇦🇷", "IN OUR CAR"),
        ("🇫🇺🇨🇰", "FUCK"),
        ("🇦", "A"),
        ("vͤͬͫͥn", "vermin"),
        ("v\u0364\u0301n", "vn"),
        ("s\u0363h\u0363i\u0363t\u0363", "shit"),
        ("Mu\u0364ller", "Mueller"),
        ("🫵 bastard", "you bastard"),
        ("🇦🇲🇫🇷x", "AMFRx"),
    ],
)
def test_text_is_read_as_it_is_seen(typed: str, text: str) -> None:
    """What nobody sees says nothing, and what a language needs stays."""
    assert visible(as_typed(typed)).text == text


def test_row_of_flags_may_spell_a_word() -> None:
    """Saint Helena and Italy side by side are seldom meant."""
    assert spelt_by_flags(as_typed("🇸🇭🇮🇹 🇦🇲")).text == "shit 🇦🇲"


@pytest.mark.parametrize(
    ("typed", "text"),
    [("🎏⛎©️🎋 you", "fuck you"), ("f⚽ol", "fool"), ("nice 🎏 ⛎", "nice 🎏 ⛎"), ("plain", "plain")],
)
def test_emoji_may_spell_a_word(typed: str, text: str) -> None:
    """Tables of such alphabets are passed around; one emoji alone is a picture."""
    assert spelt_by_emoji(as_typed(typed)).text == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [("kill 🔥 yourself", "kill yourself"), ("🔥hang🔥 yourself", "hang yourself"), ("f🔥k", "f🔥k")],
)
def test_emoji_between_words_part_no_phrase(typed: str, text: str) -> None:
    """They decorate; inside a word they stand for a letter."""
    assert without_emoji(as_typed(typed)).text.split() == text.split()
