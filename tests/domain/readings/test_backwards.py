"""Words that stand backwards, each in its place."""

import pytest

from moderation.domain.readings.backwards import each_turned, turned_round
from moderation.domain.readings.view import as_typed


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("lla smilsum dluohs eb detroped", "all muslims should be deported"),
        ("sag eht swej", "gas the jews"),
        ("uoy and yeht", "you and they"),
    ],
)
def test_words_are_turned_in_their_place(typed: str, text: str) -> None:
    """A phrase is one only in its order."""
    assert each_turned(as_typed(typed)).text == text


@pytest.mark.parametrize("typed", ["stop the pots", "the lager and the regal", "emit time"])
def test_words_that_are_words_both_ways_stay(typed: str) -> None:
    """An everyday word that stands backwards has to show that others do."""
    view = as_typed(typed)

    assert each_turned(view) is view


def test_a_text_that_begins_with_a_full_stop_is_turned_round() -> None:
    """Whoever turns the whole text turns its end as well."""
    assert turned_round(as_typed("!diputs si siht .ho")).text == "oh. this is stupid!"
    assert turned_round(view := as_typed("see .net, and 5.5 at the end...")) is view
