"""Editors' patterns: linear, at home in every script, and refused with a reason."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.patterns import Gates, PatternInvalid, compile_regex


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"\bсука\b", "эта сука барсука", ["сука"]),
        (r"\bbira\b", "iki bira, biraz", ["bira"]),
        (r"\bхуй\w*", "ХУЙНЯ и похуй", ["ХУЙНЯ"]),
        (r"\bcafé\b", "a café.", ["café"]),
        (r"\bբոզ\b", "նա բոզ է", ["բոզ"]),
        (r"\bकी\b", "की कीमत", ["की"]),
        (r"\bfoo\b.{0,3}\bbar\b", "foo bar foobar foo - bar", ["foo bar", "foo - bar"]),
        (r"\bkill (?:all|the) \w+s\b", "Kill the crooks now", ["Kill the crooks"]),
        (r"^\bhi\b$", "hi", ["hi"]),
        (r"\d{3}", "a१२३", ["१२३"]),
        (r"a\sb", "a\u00a0b", ["a\u00a0b"]),
        (r"[\W_]x[^\W\d_]", "_xя", ["_xя"]),
        (r"[\w.]+\b", "a.б c", ["a.б", "c"]),
        (r"\S+@\S+", "to a@b now", ["a@b"]),
        (r"x\Dy", "x-y x1y", ["x-y"]),
        (r"a[^\S\n]b", "a b a\nb", ["a b"]),
        (r"\Qa.b\E", "a.b axb", ["a.b"]),
        (r"\bне\b", "не нет", ["не"]),
        (r"(?i:straße)", "STRAßE", ["STRAßE"]),
        (r"\b[A-Z]{2}\b", "ab abc", ["ab"]),
        (r"(?s)\ba.b\b", "a\nb", ["a\nb"]),
        (r"\b\PLx", "a-x", ["-x"]),
        (r"\bonce an? \pL+", "once a turk, once an arab", ["once a turk", "once an arab"]),
        (r"\bcolou?rs?\b", "colour color colors", ["colour", "color", "colors"]),
        (r"\b\p{Cyrillic}+\b", "a слово b", ["слово"]),
    ],
)
def test_pattern_finds_words_of_every_script(pattern: str, text: str, found: list[str]) -> None:
    """RE2's own word boundary sees only ASCII, so that a rule on a Russian word would never hold."""
    assert [text[start:end] for start, end in compile_regex(pattern).find(text)] == found


def test_capitals_count_where_asked() -> None:
    """`US` is not `us`."""
    assert compile_regex(r"\bUS\b", case=True).find("us and US") == [(7, 9)]


@pytest.mark.parametrize(
    ("pattern", "position"),
    [
        (r"x(?=y)", 1),
        (r"(?<!x)y", 0),
        (r"(a)\1", 3),
        (r"a++", 1),
        (r"\Bx", 0),
        ("(a", 0),
        ("[a", 0),
        ("[z-a]", 1),
        (r"[^\W\S]", 0),
    ],
)
def test_pattern_that_cannot_run_is_refused_where_it_goes_wrong(pattern: str, position: int) -> None:
    """An editor who knows other engines must learn at once which sign is at fault."""
    with pytest.raises(PatternInvalid) as refused:
        compile_regex(pattern)

    assert refused.value.position == position


@pytest.mark.parametrize("pattern", ["", "a||b", ".*", "a*", "(x|)", r"\b", "^", "$", ".", r"[\s\S]", r"\w|\W"])
def test_pattern_that_matches_everything_is_refused(pattern: str) -> None:
    """One empty alternative would hold every comment of the day."""
    with pytest.raises(PatternInvalid, match="matches"):
        compile_regex(pattern)


def test_pattern_too_large_to_run_is_refused() -> None:
    """Memory is bounded, and the editor is told."""
    with pytest.raises(PatternInvalid, match=r"too large|repetition"):
        compile_regex(r"(?:\w{1,900}x){900}")


@pytest.mark.parametrize(
    "pattern", [r"(a+)+$", r"\b(\w+\s?)+:", r"(.*a){25}", r"(a|aa)+$", r"(?:a.*b|a)", r"\b\w+\b"]
)
def test_hostile_pattern_and_text_end_in_time(pattern: str) -> None:
    """A backtracking engine takes seconds for thirty letters of these; here the text may have twenty thousand."""
    compiled = compile_regex(pattern)
    started = time.process_time()
    compiled.find("a" * 20_000)
    compiled.find("aaa bbb " * 2_500)

    assert time.process_time() - started < 10


@given(st.text(st.characters(), max_size=80))
def test_any_text_can_be_searched(text: str) -> None:
    """Lone surrogates cannot be encoded, and must not stop a rule."""
    assert all(0 <= start <= end <= len(text) for start, end in compile_regex(r"\b\w+\b").find(text))


def test_lone_surrogate_stands_in_the_way_of_nothing() -> None:
    """It has no encoding, so RE2 is shown a question mark in its place."""
    assert compile_regex(r"b\w").find("\ud800 bя") == [(2, 4)]


@given(
    st.lists(
        st.sampled_from([r"\d", "a+b", r"\bab\b", "(?:a|b)c?d", "ß", "ss", "kilo", "[?]", "(?i:ab)C", r"a\s*b"]),
        min_size=1,
    ),
    st.text("abcdABCDßẞK\u212ailo ?1\x01", max_size=12),
    st.sampled_from([str, str.lower, str.casefold]),
    st.booleans(),
)
def test_what_the_gates_are_shut_to_does_not_occur(
    patterns: list[str], text: str, fold: Callable[[str], str], case: bool
) -> None:
    """One pass for all patterns of a policy saves most of the searching, and must not miss one."""
    gates, soft = Gates(), fold(text)
    numbers = {pattern: gates.add(pattern, case=case) for pattern in patterns}
    compiled = {pattern: compile_regex(pattern, case=case) for pattern in patterns}

    occurring = {pattern for pattern in patterns if any(map(compiled[pattern].find, (text, soft)))}

    assert {numbers[pattern] for pattern in occurring} <= gates.open_to(text, soft)


def test_gates_are_open_to_what_folding_makes() -> None:
    """Straße is folded to strasse, and an editor may write either."""
    gates = Gates()
    number = gates.add("strasse", case=False)

    assert gates.open_to("die straße", "die strasse") == {number}
    assert gates.open_to("die gasse", "die gasse") == frozenset()


@pytest.mark.parametrize(
    ("pattern", "width"),
    [
        ("idiot", 0),
        (r"\w+ \w+", 2),
        ("a[ab]{50}c", 50),
        ("[ab]" * 50, 50),
        ("(?:a|b)" * 50 + "c", 50),
        ("(?:x[ab]{9}|y[ab]{9}){3}", 60),
        (r"\b(?:time|should)\b.{0,40}clean", 9),
        (r"\b(?:will be|be)\b.{0,40}gone", 14),
    ],
)
def test_width_tells_how_much_a_search_may_have_to_follow(pattern: str, width: int) -> None:
    """A count of fifty is fifty places; behind a whole word fewer, since words lie apart."""
    assert compile_regex(pattern).width == width


@pytest.mark.parametrize(
    ("pattern", "crowd"),
    [
        ("a.{0,15}b", 15),
        ("(?:a.{0,9}){60}z", 600),
        ("я[^.]{1,40}ю", 40),
        (r"\bwipe\b.{0,40}map", 0),
        (r"\ba\b.{0,30}\bb\b", 15),
        ("a.*b", 0),
        ("colou?r", 0),
    ],
)
def test_what_may_begin_at_every_character_counts_more(pattern: str, crowd: int) -> None:
    """A text of nothing but beginnings is in all its places at once, and the search follows each."""
    compiled = compile_regex(pattern)

    assert compiled.crowd == crowd
    assert compiled.effort(10_000) >= crowd * 500
