"""Letters that are taken for others of the same alphabet: l for i, rn for m, vv for w."""

import re

_GLYPHS = {"rn": "m", "vv": "w", "l": "i"}
_LOOKS = re.compile("|".join(_GLYPHS))


def look_of(word: str) -> str:
    """How a word looks at a glance: `klll` and `kill` alike.

    >>> look_of("verrnin") == look_of("vermin")
    True
    """
    return _LOOKS.sub(lambda found: _GLYPHS[found[0]], word)
