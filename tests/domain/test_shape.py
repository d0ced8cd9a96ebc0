"""What a text looks like, in figures that rules ask about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.comment import Format
from moderation.domain.shape import shape_of
from moderation.domain.text import normalise
from tests.work import grows_no_faster


@pytest.mark.parametrize(
    ("typed", "fact", "value"),
    [
        ("Hello there, it's a well-known fact.", "words_count", 6),
        ("Привет, как дела", "words_count", 3),
        ("", "words_count", 0),
        ("Ab1 c!", "letters", 3),
        ("Привет", "letters", 6),
        ("STOP it", "caps_ratio", 4 / 6),
        ("ПРИВЕТ мир", "caps_ratio", 6 / 9),
        ("123", "caps_ratio", 0.0),
        ("नमस्ते", "caps_ratio", 0.0),
        ("wow 😀😀 👨‍👩‍👧 🇦🇲 ❤️", "emoji", 5),
        ("wow", "emoji", 0),
        ("nooooo", "repeat_chars", 5),
        ("abc", "repeat_chars", 1),
        ("   ", "repeat_chars", 0),
        ("Hello", "script", ("Latin",)),
        ("Hello Привет Բարև", "script", ("Latin", "Cyrillic", "Armenian")),
        ("123", "script", ()),
        ("bit.ly/x and bit.ly/y", "link_domain", ("bit.ly",)),
        ("bit.ly/x and bit.ly/y", "links", 2),
        ("a@b.com or 555-123-4567", "pii", ("email", "phone")),
    ],
)
def test_fact_is_what_anybody_would_count(typed: str, fact: str, value: object) -> None:
    """Editors write `caps_ratio: ">= 0.7"` and mean what they see."""
    assert shape_of(normalise(typed))[0][fact] == value


def test_places_are_given_in_the_text_as_typed() -> None:
    """A moderator sees which link and which number."""
    typed = "<p>see <b>bit.ly/x</b> or call 555-123-4567</p>"
    _, spans = shape_of(normalise(typed, format=Format.HTML))

    assert {name: [typed[s.start : s.end] for s in places] for name, places in spans.items()} == {
        "links": ["bit.ly/x"],
        "pii.phone": ["555-123-4567"],
    }


def test_run_is_counted_in_a_text_of_many_characters() -> None:
    """A text of a thousand different characters is looked at once, not a thousand times."""
    assert shape_of(normalise("".join(map(chr, range(0x4E00, 0x4F00))) + "山山山山"))[0]["repeat_chars"] == 4


@given(st.text(st.characters(), max_size=120), st.sampled_from(Format))
def test_any_text_has_a_shape_with_places_inside_it(typed: str, format: Format) -> None:
    """No text may stop the path of a comment."""
    facts, spans = shape_of(normalise(typed, format=format))

    assert 0 <= facts["caps_ratio"] <= 1  # type: ignore[operator]
    assert all(0 <= span.start < span.end <= len(typed) for places in spans.values() for span in places)


@pytest.mark.parametrize(
    "unit",
    ["a.", "www.", "http://", "a@", "a.b@c.de ", "1", "1 ", "(1) ", "a:", "1.2.3.", "1 a ", "a dot ", "x at y "],
)
def test_work_grows_no_faster_than_a_hostile_text(unit: str) -> None:
    """A comment of twenty thousand dots is measured like any other."""
    texts = {size: normalise((unit * size)[:size]) for size in (10_000, 20_000)}

    assert grows_no_faster(lambda size: shape_of(texts[size]), size=10_000)
