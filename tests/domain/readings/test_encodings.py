"""What hides behind an encoding or a reversed run."""

import base64

import pytest

from moderation.domain.readings.encodings import decoded, numbered, turned
from moderation.domain.readings.view import as_typed


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("%66%75%63%6b", "fuck"),
        ("f%75ck", "fuck"),
        ("%2566%2575", "fu"),
        ("\\u0066\\x75\\u{63}\\U0000006b", "fuck"),
        ("U+0066", "f"),
        ("K1llY0u", "K1llY0u"),
        ("\\xd0\\xb2\\xd0\\xbe\\xd0\\xbd", "вон"),
        ("\\xff\\x66", "ÿf"),
        ("\\000079\\00006f\\000075\\000021", "you!"),
        (base64.b64encode(b"you are a fool").decode(), "you are a fool"),
        ("100%ab and 50% off", "100%ab and 50% off"),
        ("5%20", "5%20"),
        ("%ff%fe", "%ff%fe"),
        ("\\uD800", "\\uD800"),
        ("\\U00110000", "\\U00110000"),
        ("internationalisation", "internationalisation"),
        ("QUFBQUFBQUFB/w==", "QUFBQUFBQUFB/w=="),
        ("passwordpassword", "passwordpassword"),
        ("AAAAAAAAAAAA", "AAAAAAAAAAAA"),
    ],
)
def test_encoded_words_are_decoded_and_others_left(typed: str, text: str) -> None:
    """Whoever encodes an insult wants it decoded; a percentage is no code."""
    assert decoded(as_typed(typed)).text == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("\u202ekcuf\u202c off", "fuck off"),
        ("\u202ekcuf\noff", "fuck\noff"),
        ("f\u202ekcu", "fuck"),
        ("\u202e\u202ekcuf", "fuck"),
        ("\u202eשלום\u202c", "שלום"),
        ("\u202dשלום\u202c", "םולש"),
        ("\u202dabc\u202c", "abc"),
        ("\u202ee\u0301a", "ae\u0301"),
        ("plain", "plain"),
        ("".join(chr(0xE0000 + ord(letter)) for letter in "you fool"), "you fool"),
        ("f\U000e0061\U000e0062\U000e0063ool", "f\U000e0061\U000e0062\U000e0063ool"),
        ("ʇolᴉd ɐ ʇou, she says", "not a pilot, she says"),
        ("The word is /ˈkʌlərə/, with an ʌ", "The word is /ˈkʌlərə/, with an ʌ"),
        ("a ʞoɹɔ and no more", "a ʞoɹɔ and no more"),
    ],
)
def test_overrides_are_read_as_shown(typed: str, text: str) -> None:
    """The screen shows the letters in another order than they are stored in."""
    assert turned(as_typed(typed)).text == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("you 105 100 105 111 116!", "you idiot!"),
        ("01101001 01100100 01101001 01101111 01110100", "idiot"),
        ("66 75 63 6b you", "fuck you"),
        ("6675636b", "fuck"),
        ("you 70 69 65 63 65 20 6f 66 20 73 6f 61 70", "you piece of soap"),
        ("73 68 73 79 84 you are", "IDIOT you are"),
        ("an 105 100 105 111 116 you are", "an idiot you are"),
        ("an 01101001 01100100 01101001 01101111 01110100 you are", "an idiot you are"),
        ("0x66 0x75 0x63 0x6b", "fuck"),
        ("call 12 34 56 78", "call 12 34 56 78"),
        ("1 234 567 and 99 %", "1 234 567 and 99 %"),
        ("00000000 11111111 00000000", "00000000 11111111 00000000"),
    ],
)
def test_letters_by_their_numbers_are_read(typed: str, text: str) -> None:
    """Where the numbers are those of letters alone."""
    assert numbered(as_typed(typed)).text == text
