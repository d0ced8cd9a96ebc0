"""What a model sees in place of a disguise."""

import pytest

from moderation.domain.readings.revealed import revealed
from moderation.domain.readings.view import as_typed


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("f u c k you", "fuck you"),
        ("i.d.i.o.t", "idiot"),
        ("You 1d1ot", "You idiot"),
        ("sh1t", "shit"),
        ("a$$hole", "asshole"),
        ("fuuuuck", "fuck"),
        ("coooool", "cool"),
        ("f**k", "fuck"),
        ("All I say is norom a era uoy", "All I say is you are a moron"),
        ("тоиди ыт", "ты идиот"),
        ("yoy are here", "you are here"),
        ("th3y sh0uld b3 1n j4il", "they should be in jail"),
        ("1 kn0w wh3r3 y0u g0", "i know where you go"),
        ("7h3y 4r3 f00ls, 4 p4th3t1c l0t", "they are fools, a pathetic lot"),
        ("w3 w1ll k1ck y0u", "we will kick you"),
        ("g0 t0 sl33p", "go to sleep"),
        ("y0u d353rv3 70 r3st", "you deserve to rest"),
        ("YYoouu aarree llaattee", "you are late"),
        ("ТыОпоздал", "Ты Опоздал"),
        ("#IchBinMüde", "#Ich Bin Müde"),
    ],
)
def test_disguise_is_made_plain(typed: str, text: str) -> None:
    """The model was trained on plain words."""
    assert revealed(as_typed(typed)).text == text


@pytest.mark.parametrize(
    "typed",
    [
        "the A55",
        "mp3 and h2o",
        "455 people",
        "4x4 in 2020",
        "www.x.org",
        "WWIII",
        "U.S.A. and J.R.R.",
        "me@x1.com",
        "C3PO5",
        "the B3 is closed",
        "Y0 on page B3",
    ],
)
def test_numbers_names_and_addresses_stay(typed: str) -> None:
    """A reading that invents words does more harm than a disguise."""
    assert revealed(as_typed(typed)).text == typed
