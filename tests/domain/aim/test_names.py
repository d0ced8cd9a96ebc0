"""Names in the spellings that newsrooms and commenters use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.aim.names import (
    fold_name,
    is_same_name,
    names_in,
    parts_of,
    spelling_key,
    surname,
    unpossessed,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sargsyan", "Sarkissian"), ("Nalbandian", "Nalbandyan"), ("Aliyev", "Aliev"), ("Erdogan", "Erdoğan")],
)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    """Commenters spell officials by ear."""
    same = is_same_name(one, other)

    assert same


@pytest.mark.parametrize(
    ("one", "other"), [("Putin", "Button"), ("Reed", "Rodd"), ("Green", "Grain"), ("Ali", "Eli")]
)
def test_short_names_are_not_taken_for_one_another(one: str, other: str) -> None:
    """Few consonants tell too little: ordinary words would become officials."""
    same = is_same_name(one, other)

    assert not same


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Recep Tayyip Erdogan", "Erdogan"),
        ("John Smith Jr.", "Smith"),
        ("Levon Ter-Petrosyan", "Ter-Petrosyan"),
        ("?", "?"),
    ],
)
def test_a_surname_is_the_last_part_of_a_name(name: str, last: str) -> None:
    """Comments name people by surname."""
    found = surname(name)

    assert found == last


@given(st.text(alphabet=st.characters(categories=("Lu", "Ll")), max_size=30))
def test_folding_a_name_twice_changes_nothing(name: str) -> None:
    """Keys are compared across call sites, so folding has to be stable."""
    folded = fold_name(name)

    assert fold_name(folded) == folded
    assert isinstance(spelling_key(name), str)


def test_names_of_other_things_are_left_out() -> None:
    """A people that begins a sentence is not a person."""
    found = names_in(
        "News", "Karabakh Armenians said no. Ben Oduya said yes.", is_other=lambda word: word == "Armenians"
    )

    assert found == ["Ben Oduya"]


def test_words_with_hyphens_come_apart() -> None:
    """Commenters write half of a double name."""
    parts = [unpossessed(part) for part in parts_of("Ter-Petrosyan’s aide")]

    assert parts == ["Ter", "Petrosyan", "aide"]
