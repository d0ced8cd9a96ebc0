"""The words and short phrases of a text as read."""

import re
from collections.abc import Iterator

_CLAUSE = re.compile(r"[.!?;:,()\[\]\"“”„«»\n…]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_MOST_WORDS = 400
_LONGEST = 3
#: Letters of a stem at the least, and of the endings that it stands for at the most.
_STEM, _ENDING = 6, 3
#: A word of fewer letters stands in a phrase alone.
_LEAST = 3


def phrases_of(text: str) -> frozenset[str]:
    """Return words, stems of words, and pairs and triples that stand side by side, from the beginning of a text.

    >>> sorted(phrases_of("Tea drinkers! Go."))
    ['drinke*', 'drinker*', 'drinkers', 'tea', 'tea drinkers']
    """
    return frozenset(_phrases(text))


def _phrases(text: str) -> Iterator[str]:
    left = _MOST_WORDS
    for part in _CLAUSE.split(_ADDRESS.sub(" . ", text.casefold())):
        words = _WORD.findall(part)[: max(left, 0)]
        left -= len(words)
        for start in range(len(words)):
            for length in range(1, min(_LONGEST, len(words) - start) + 1):
                phrase = words[start : start + length]
                if length > 1 or len(phrase[0]) >= _LEAST:
                    yield " ".join(phrase)
            yield from _stems(words[start])


def _stems(word: str) -> Iterator[str]:
    """Return what a longer word has in common with its other forms, written as rules write it."""
    for end in range(max(_STEM, len(word) - _ENDING), len(word)):
        yield f"{word[:end]}*"
