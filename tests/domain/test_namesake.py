"""Names that a reader takes for one another."""

import pytest

from moderation.domain.namesake import shape_key, shape_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria T.", "maria_t"),
        ("Bob", "Воb"),
        ("BOB", "ВОВ"),
        ("Bob", "B0b"),
        ("Paul", "PauI"),
        ("Paul", "Pau1"),
        ("Martin", "Ma\u200brtin"),
        ("Morten", "𝓜𝓸𝓻𝓽𝓮𝓷"),
        ("Cameron", "Carneron"),
        ("José", "Jose"),
        ("Անի Բ.", "անի բ"),
        ("Саша", "САША"),
    ],
)
def test_names_that_look_alike_have_one_shape(one: str, other: str) -> None:
    """Whoever passes for another writes with a letter that nobody sees to be wrong."""
    assert shape_of(one) == shape_of(other) != ""
    assert shape_key(one) == shape_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Maria", "Marta"), ("Anna", "Hanna"), ("Саша", "Маша"), ("李明", "李朋")]
)
def test_names_that_differ_have_shapes_of_their_own(one: str, other: str) -> None:
    """A warning about everybody warns of nobody."""
    assert shape_of(one) != shape_of(other)


@pytest.mark.parametrize("name", [None, "", "…", "😀"])
def test_name_without_letters_looks_like_none(name: str | None) -> None:
    """Those who sign with a smile are not all one person."""
    assert shape_key(name) is None
