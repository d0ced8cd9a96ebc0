"""Words and marks of a comment, and the way back to what was typed."""

from moderation.domain.aim.reading import Reading
from moderation.domain.text import normalise


def _reading(text: str) -> Reading:
    normalised = normalise(text)
    return Reading(normalised, normalised.soft)


def test_a_title_does_not_end_a_sentence() -> None:
    """Cut at "Mr.", the person spoken to and the "you" would stand in different sentences."""
    reading = _reading("No. Mr. Krol, you lied. Go.")

    sentence = reading.words[slice(*reading.sentence(reading.where(frozenset({"krol"}))[0]))]

    assert sentence[:4] == ["mr", ".", "krol", ","]
    assert sentence[-1] == "lied"


def test_spans_leave_out_what_is_quoted() -> None:
    """Who quotes "you" speaks to nobody."""
    text = 'They wrote "you" to you.'
    reading = _reading(text)

    spans = reading.spans((i, i + 1) for i in reading.where(frozenset({"you"})))

    assert [(span.start, text[span.start : span.end]) for span in spans] == [(20, "you")]


def test_capitals_are_those_typed() -> None:
    """A surname that is a word counts only with its capital."""
    reading = _reading("Field work in a field")

    capitals = [reading.is_capital(i) for i in reading.where(frozenset({"field"}))]

    assert capitals == [True, False]
