"""Words, stems and phrases, found in one pass."""

from moderation.domain.aim.terms import Terms


def test_terms_find_words_stems_and_phrases() -> None:
    """Group lists hold all three."""
    terms = Terms.of(["turk", "armenian*", "black people", "*", " "])
    words = ["armenians", "and", "black", "people", "turk", "turkey"]

    found = terms.find(words, {word: [i] for i, word in enumerate(words)})

    assert sorted(found) == [(0, 1), (2, 4), (4, 5)]
