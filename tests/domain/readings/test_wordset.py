"""Word sets, written as running text."""

from moderation.domain.readings.wordset import set_of


def test_words_stand_apart_by_spaces_and_lines() -> None:
    """Long sets are wrapped, and the wrapping must not make words of two halves."""
    words = set_of("""mr mrs
        dr""")

    assert words == {"mr", "mrs", "dr"}
