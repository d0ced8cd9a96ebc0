"""Texts → hashed n-grams: characters 2 to 5 and words 1 to 2, in numpy, linear in the length of the text."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

#: Identifies what is computed here; weights fitted on other features do not fit.
FEATURES: Final = "ngrams-1"
#: Lengths of character n-grams.
CHARACTER_ORDERS: Final = (2, 3, 4, 5)
#: Texts of more words than that are read again, in windows.
LONG_WORDS: Final = 75
#: A window holds so many words, and begins in the middle of the last.
WINDOW_WORDS: Final = 12

_LONGEST_WINDOW: Final = 1000
_SPACE: Final = 32
_RUN_KEPT: Final = 3
_MULTIPLIER: Final = np.uint32(0x9E3779B1)
_STEP: Final = np.uint32(0x01000193)
_WORD_STEP: Final = np.uint32(0x85EBCA6B)
_PAIR_STEP: Final = np.uint32(0xC2B2AE35)
_WORD_KINDS: Final = (101, 102)
_LONGEST_WORD: Final = 40
_POWERS: Final = np.cumprod(np.full(_LONGEST_WORD, _WORD_STEP, dtype=np.uint32), dtype=np.uint32)
_BASE_AND_MARK: Final = re.compile(r"[^\W\d_][\u0300-\u036f]")
_READ_TOGETHER: Final = re.compile(rf"{_BASE_AND_MARK.pattern}|.", re.DOTALL)


class _Folding(dict[int, str]):
    """Code point → how it is read: compatibility forms and case folded, marks and invisible characters dropped.

    Character by character, so that no run of marks makes normalising quadratic (Unicode 16, UAX 15, section 11).
    """

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code)).lower()
        if len(folded) > 4:  # U+FDFA is one character as typed and eighteen as read.
            folded = chr(code)
        kept = "".join(c for c in folded if unicodedata.category(c) not in {"Mn", "Me", "Cf", "Cs"})
        self[code] = kept
        return kept


_FOLDING: Final = _Folding({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x0130: "i"})
_IS_SPACE: Final = np.array([chr(c).isspace() or c < 32 for c in range(0x3001)] + [False], dtype=np.bool_)
_IS_WORD: Final = np.array([chr(c).isalnum() or c == 39 for c in range(0x2000)] + [True], dtype=np.bool_)


@dataclass(frozen=True, slots=True)
class Grams:
    """N-grams of several texts, one entry per occurrence.

    Attributes:
        buckets: uint32 array of shape (n_grams,), the bucket of each n-gram.
        texts: intp array of shape (n_grams,), the text it stands in.
        starts: intp array of shape (n_grams,), its first code point, counted over all texts' codes.
        ends: intp array of shape (n_grams,), one after its last.
    """

    buckets: NDArray[np.uint32]
    texts: NDArray[np.intp]
    starts: NDArray[np.intp]
    ends: NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each bucket occurs in each text, ordered by text.

    Attributes:
        buckets: intp array of shape (n_entries,).
        counts: float32 array of shape (n_entries,).
        bounds: intp array of shape (n_texts + 1,): `bounds[i]:bounds[i + 1]` are the entries of text `i`.
    """

    buckets: NDArray[np.intp]
    counts: NDArray[np.float32]
    bounds: NDArray[np.intp]


def fold(text: str) -> str:
    """Fold case, compatibility forms, marks and invisible characters."""
    if text.isascii():
        return text.lower()
    if _BASE_AND_MARK.search(text):
        text = _BASE_AND_MARK.sub(lambda pair: unicodedata.normalize("NFC", pair[0]), text)
    return text.translate(_FOLDING)


def codes_of(text: str) -> NDArray[np.uint32]:
    """Read a text as code points: folded, white space and long runs shortened, a space at both ends."""
    return _codes(fold(text))[0]


def traced_codes_of(text: str) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
    """Read a text as `codes_of` does, and tell from which typed character each code was read."""
    together = list(_READ_TOGETHER.finditer(text))
    pieces = [fold(found[0]) for found in together]
    starts = np.array([found.start() for found in together], dtype=np.intp)
    typed = np.repeat(starts, [len(piece) for piece in pieces])
    codes, kept = _codes("".join(pieces))
    return codes, np.concatenate([[0], typed, [max(len(text) - 1, 0)]])[kept].astype(np.intp)


def _codes(folded: str) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
    raw = np.frombuffer(f" {folded} ".encode("utf-32-le", "replace"), dtype=np.uint32)
    codes = np.where(_IS_SPACE[np.minimum(raw, _IS_SPACE.size - 1)], np.uint32(_SPACE), raw)
    keep = np.ones(codes.size, dtype=np.bool_)
    same = codes[1:] == codes[:-1]
    keep[1:] = ~(same & (codes[1:] == _SPACE))
    keep[_RUN_KEPT:] &= ~(same[2:] & same[1:-1] & same[:-2])
    kept = np.flatnonzero(keep)
    return codes[kept], kept


def windows_of(codes: NDArray[np.uint32]) -> list[tuple[int, int]]:
    """Where the overlapping windows of a long text begin and end; none if it is not long."""
    spaces = np.flatnonzero(codes == _SPACE)
    words = spaces.size - 1
    if words <= LONG_WORDS and codes.size <= _LONGEST_WINDOW:
        return []
    starts = range(0, max(words - WINDOW_WORDS // 2, 1), WINDOW_WORDS // 2)
    cuts = [(int(spaces[start]), int(spaces[min(start + WINDOW_WORDS, words)]) + 1) for start in starts]
    return [
        (at, min(at + _LONGEST_WINDOW, end)) for start, end in cuts for at in range(start, end, _LONGEST_WINDOW)
    ]


def grams_of(texts: Sequence[NDArray[np.uint32]], *, bits: int) -> Grams:
    """Hash the n-grams of texts, given as `codes_of` reads them, into `2 ** bits` buckets."""
    codes = np.concatenate(texts)
    owner = np.repeat(np.arange(len(texts)), [text.size for text in texts])
    shift = np.uint32(32 - bits)
    mixed = (codes + np.uint32(1)) * _MULTIPLIER
    mixed ^= mixed >> np.uint32(15)
    parts = [*_character_grams(mixed, shift), *_word_grams(codes, mixed, shift)]
    buckets, starts, ends = (np.concatenate(column) for column in zip(*parts, strict=True))
    first, last = owner[starts], owner[ends - 1]
    if len(texts) == 1:
        return Grams(buckets, first, starts, ends)
    whole = first == last
    return Grams(buckets[whole], first[whole], starts[whole], ends[whole])


_Part = tuple[NDArray[np.uint32], NDArray[np.intp], NDArray[np.intp]]


def _character_grams(mixed: NDArray[np.uint32], shift: np.uint32) -> list[_Part]:
    parts: list[_Part] = []
    rolling = mixed
    for order in range(2, CHARACTER_ORDERS[-1] + 1):
        rolling = rolling[:-1] * _STEP + mixed[order - 1 :]
        starts = np.arange(rolling.size)
        parts.append((_bucket(rolling, order, shift), starts, starts + order))
    return parts


def _word_grams(codes: NDArray[np.uint32], mixed: NDArray[np.uint32], shift: np.uint32) -> list[_Part]:
    edges = np.diff(_IS_WORD[np.minimum(codes, _IS_WORD.size - 1)].view(np.int8), prepend=0, append=0)
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    if not starts.size:
        return []
    places = np.arange(codes.size) - np.repeat(np.concatenate([[0], starts]), np.diff([0, *starts, codes.size]))
    terms = mixed * _POWERS[np.minimum(places, _LONGEST_WORD - 1)]
    sums = np.concatenate([[np.uint32(0)], np.cumsum(terms, dtype=np.uint32)])
    words = sums[ends] - sums[starts]
    pairs = words[:-1] * _PAIR_STEP + words[1:]
    return [
        (_bucket(words, 101, shift), starts, ends),
        (_bucket(pairs, 102, shift), starts[:-1], ends[1:]),
    ]


def _bucket(hashes: NDArray[np.uint32], kind: int, shift: np.uint32) -> NDArray[np.uint32]:
    spread = (hashes + np.uint32(kind * 0x27D4EB2F & 0xFFFFFFFF)) * _MULTIPLIER
    spread ^= spread >> np.uint32(16)
    half = np.uint32(0x80000000 if kind in _WORD_KINDS else 0)
    return ((spread * _PAIR_STEP) >> np.uint32(1) | half) >> shift


def counts_of(grams: Grams, *, texts: int) -> Counts:
    """Count the n-grams of each text."""
    keys = (grams.texts.astype(np.uint64) << np.uint64(32)) | grams.buckets
    keys.sort()
    first = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if keys.size else np.empty(0, np.intp)
    distinct = keys[first]
    counts = np.diff(np.concatenate([first, [keys.size]])).astype(np.float32)
    owners = (distinct >> np.uint64(32)).astype(np.intp)
    bounds = np.searchsorted(owners, np.arange(texts + 1))
    return Counts((distinct & np.uint64(0xFFFFFFFF)).astype(np.intp), counts, bounds)
