"""The words and short phrases of a text as read."""

import re
from functools import lru_cache

_CLAUSE = re.compile(r"[.!?;:,()\[\]\"“”„«»\n…]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_MOST_WORDS = 400
#: Letters of a stem at the least, and of the endings that it stands for at the most.
_STEM, _ENDING = 6, 3
#: A word of fewer letters stands in a phrase alone.
_LEAST = 3


def phrases_of(text: str) -> frozenset[str]:
    """Return words, stems of words, and pairs and triples that stand side by side, from the beginning of a text.

    >>> sorted(phrases_of("Tea drinkers! Go."))
    ['drinke*', 'drinker*', 'drinkers', 'tea', 'tea drinkers']
    """
    found: set[str] = set()
    left = _MOST_WORDS
    for part in _CLAUSE.split(_ADDRESS.sub(" . ", text.casefold())):
        words = _WORD.findall(part)[: max(left, 0)]
        left -= len(words)
        seconds, thirds = words[1:], words[2:]
        found.update(word for word in words if len(word) >= _LEAST)
        found.update(f"{one} {two}" for one, two in zip(words, seconds, strict=False))
        found.update(f"{one} {two} {three}" for one, two, three in zip(words, seconds, thirds, strict=False))
        found.update(stem for word in words if len(word) > _STEM for stem in _stems(word))
    return frozenset(found)


@lru_cache(maxsize=8_192)
def _stems(word: str) -> tuple[str, ...]:
    """Return what a longer word has in common with its other forms, written as rules write it."""
    return tuple(f"{word[:end]}*" for end in range(max(_STEM, len(word) - _ENDING), len(word)))
