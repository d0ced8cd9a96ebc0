"""What is clipped by those who write in haste, in full: u, ur, r."""

import re

from moderation.domain.readings.disguise import CLIPPED
from moderation.domain.readings.view import View, rewrite

_IN_FULL = {"ur": "your", "r": "are", "urself": "yourself", "urselves": "yourselves"}
_BEFORE, _AFTER = r"(?<![^\s\"'(])", r"(?=[)\"'.,!?;:]*(?:\s|$))"
_CLIPPED = re.compile(f"{_BEFORE}(?:{CLIPPED}){_AFTER}")
_CLIPPED_OR_ARE = re.compile(f"{_BEFORE}(?:{CLIPPED}|r){_AFTER}")


def in_full(view: View) -> View:
    """A folded text with "you" and "are" in full where they were clipped; the view itself where no "you" was.

    >>> from moderation.domain.readings.view import as_typed
    >>> in_full(as_typed("u r late, like ur brother")).text
    'you are late, like your brother'
    """
    if _CLIPPED.search(view.text) is None:
        return view
    found = _CLIPPED_OR_ARE.finditer(view.text)
    return rewrite(view, [(word.start(), word.end(), _IN_FULL.get(word[0], "you")) for word in found])
