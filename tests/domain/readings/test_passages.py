"""Where sentences and quotations begin and end."""

import pytest

from moderation.domain.readings.passages import quotations, sentences
from moderation.domain.readings.view import as_typed


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Dr. Who met Mr. T. at 5 p.m. in the U.S. today.", ["Dr. Who met Mr. T. at 5 p.m. in the U.S. today."]),
        ("Pi is 3.14. Yes.", ["Pi is 3.14.", "Yes."]),
        ("see you. idiot", ["see you.", "idiot"]),
        ("first line\nsecond line\n\n", ["first line", "second line"]),
        ('Really?! Yes... "No." Well.', ["Really?!", "Yes...", '"No."', "Well."]),
        ("Առաջին։ Երկրորդ։", ["Առաջին։", "Երկրորդ։"]),
        ("Это т.е. правда. Да.", ["Это т.е. правда.", "Да."]),
        ("第一。第二。", ["第一。", "第二。"]),
        ("पहला। दूसरा।", ["पहला।", "दूसरा।"]),
        ("   ", []),
    ],
)
def test_text_falls_into_sentences(typed: str, expected: list[str]) -> None:
    """A rule that asks for two words in one sentence must not look into the next."""
    assert [typed[span.start : span.end] for span in sentences(as_typed(typed))] == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('He said "you fool" to me.', ['"you fool"']),
        ("Er sagte „du Narr“ zu mir.", ["„du Narr“"]),
        ("Он сказал «дурак» мне.", ["«дурак»"]),
        ("She wrote “this” and ‘that’.", ["“this”", "‘that’"]),
        ("He said 'you don't know' twice.", ["'you don't know'"]),
        ("> an old remark\nmy answer", ["> an old remark"]),
        ("I don't, you won't, they're John's", []),
        ("rock 'n' roll in the '90s", []),
        ('a 5" pipe and a 6" pipe', []),
        ('one "forgotten mark', []),
        ("5 > 4", []),
    ],
)
def test_quotations_are_found_and_apostrophes_are_none(typed: str, expected: list[str]) -> None:
    """Quoted words are somebody else's; an apostrophe quotes nobody."""
    assert [typed[span.start : span.end] for span in quotations(as_typed(typed))] == expected
