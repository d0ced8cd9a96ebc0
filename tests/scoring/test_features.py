"""N-grams: the same for the scorer and for training, whatever is typed."""

import time
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.scoring.features import (
    codes_of,
    counts_of,
    fold,
    grams_of,
    traced_codes_of,
    windows_of,
)

_HOSTILE = {
    "marks": "a" + "\u0301" * 20_000,
    "mixed marks": "a" + "\u0316\u0301" * 10_000,
    "ligature": "\ufdfa" * 10_000,
    "letters": "a" * 20_000,
    "no spaces": "ab" * 10_000,
    "spaces": " " * 20_000,
    "emoji": "👍🏽" * 10_000,
    "zero width": "a\u200b" * 10_000,
    "nul": "\x00" * 20_000,
    "surrogates": "\ud800" * 20_000,
    "overrides": "\u202e\u2066" * 10_000,
}


def _entries(text: str, bits: int = 16) -> dict[int, float]:
    counts = counts_of(grams_of([codes_of(text)], bits=bits), texts=1)
    return dict(zip(counts.buckets.tolist(), counts.counts.tolist(), strict=True))


@pytest.mark.parametrize("text", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_hostile_text_is_read_in_time(text: str) -> None:
    """A comment that stalls the scorer stalls every comment behind it."""
    started = time.process_time()

    counts_of(grams_of([codes_of(text)], bits=20), texts=1)

    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("IDIOT", "idiot"),
        ("Ｉｄｉｏｔ", "idiot"),
        ("i\u0301diot", "\u00eddiot"),
        ("id\u200biot", "idiot"),
        ("don’t", "don't"),
        ("İstanbul", "istanbul"),
        ("и\u0306ог", "йог"),
        ("a\u0301\u0301\u0301", "á"),
    ],
)
def test_spellings_of_one_word_are_read_alike(typed: str, read: str) -> None:
    """Case, width and invisible characters are the cheapest disguises."""
    assert fold(typed) == read


@pytest.mark.parametrize(("typed", "read"), [("fuuuuuck", "fuuuck"), ("no!!!!!!!", "no!!!"), ("a  \n\t b", "a b")])
def test_long_runs_are_shortened(typed: str, read: str) -> None:
    """A word drawn out is the same word, however long it is drawn."""
    assert codes_of(typed).tolist() == codes_of(read).tolist()


@given(st.lists(st.text(max_size=60), min_size=1, max_size=6))
def test_text_counts_the_same_alone_and_in_a_batch(texts: list[str]) -> None:
    """What stands beside a comment in a batch must not change its score."""
    codes = [codes_of(text) for text in texts]

    counts = counts_of(grams_of(codes, bits=16), texts=len(texts))

    for place, text in enumerate(texts):
        entries = slice(*counts.bounds[place : place + 2].tolist())
        alone = dict(zip(counts.buckets[entries].tolist(), counts.counts[entries].tolist(), strict=True))
        assert alone == _entries(text)


@given(st.text(max_size=80))
def test_every_gram_lies_inside_the_text(text: str) -> None:
    """Explanations cut the text where its n-grams begin and end."""
    codes = codes_of(text)
    grams = grams_of([codes], bits=16)

    assert ((grams.starts >= 0) & (grams.starts < grams.ends) & (grams.ends <= codes.size)).all()
    assert (grams.buckets < 1 << 16).all()


@given(st.text(max_size=80))
def test_tracing_reads_what_scoring_reads(text: str) -> None:
    """An explanation of another text than the one that was scored explains nothing."""
    codes, typed = traced_codes_of(text)

    assert typed.size == codes.size
    assert (np.diff(typed) >= 0).all()
    assert typed[-1] <= max(len(text) - 1, 0)


def test_trace_points_to_the_typed_character() -> None:
    """Reasons mark the words as the writer typed them, and wide or doubled characters shift them."""
    codes, typed = traced_codes_of("so\u200b  \ufb01ne")  # a ligature is read as two letters

    assert "".join(map(chr, codes)) == " so fine "
    assert typed.tolist() == [0, 0, 1, 3, 5, 5, 6, 7, 7]


def test_short_text_has_no_windows() -> None:
    """Most comments are short, and must not be read twice."""
    assert windows_of(codes_of("word " * 75)) == []


@given(st.integers(76, 2_000))
def test_windows_cover_a_long_text(words: int) -> None:
    """An attack hides at the end, at the beginning, or between two windows."""
    codes = codes_of("word " * words)
    windows = windows_of(codes)

    assert windows[0][0] == 0
    assert windows[-1][1] == codes.size
    assert all(later[0] < earlier[1] for earlier, later in pairwise(windows))


def test_words_and_characters_fall_into_different_halves() -> None:
    """Each has a length of its own, so the scorer must tell them apart by the bucket alone."""
    grams = grams_of([codes_of("one two")], bits=16)

    is_word = np.isin(grams.starts, [1, 5]) & np.isin(grams.ends, [4, 8])
    assert (grams.buckets[is_word] >= 1 << 15).sum() == 3
    assert (grams.buckets >= 1 << 15).sum() == 3
