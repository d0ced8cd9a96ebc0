"""Sets of words, written as running text so that they can be read."""


def set_of(words: str) -> frozenset[str]:
    """Make a set of words that stand apart by spaces or lines.

    >>> sorted(set_of("mr mrs"))
    ['mr', 'mrs']
    """
    return frozenset(words.split())
