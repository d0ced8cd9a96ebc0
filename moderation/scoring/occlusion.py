"""Which words carry a score: hide them, and see how far it falls (Zeiler and Fergus 2014, section 4.2)."""

import math
from collections.abc import Callable, Sequence
from typing import Final

#: Into how many stretches a text is cut first.
_STRETCHES: Final = 8
#: A stretch is searched word by word where its absence matters at least so much beside the most telling one's.
_TELLING: Final = 0.5
_SEARCHED: Final = 2


def falls(words: int, *, whole: float, without: Callable[[Sequence[int]], float]) -> list[tuple[int, float]]:
    """Return the words whose absence lowers a score, with how far it falls, heaviest first.

    `without` tells the score of the text without some of its `words`, given by their places.
    Stretches are hidden first and then the words of those that matter: a comment of 60 words costs some
    20 looks instead of 60.
    """
    size = math.ceil(words / _STRETCHES) or 1
    stretches = [range(at, min(at + size, words)) for at in range(0, words, size)]
    by_stretch = sorted(((whole - without(stretch), stretch) for stretch in stretches), key=lambda pair: -pair[0])
    if size == 1:
        found = [(stretch[0], fall) for fall, stretch in by_stretch]
    else:
        telling = [each for fall, each in by_stretch[:_SEARCHED] if fall >= _TELLING * by_stretch[0][0] > 0]
        found = [(word, whole - without([word])) for stretch in telling for word in stretch]
    return sorted((pair for pair in found if pair[1] > 0), key=lambda pair: -pair[1])
