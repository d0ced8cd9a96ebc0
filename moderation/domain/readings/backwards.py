"""Text of which each word stands backwards in its place, or all of it: lla fo meht, .meht fo lla."""

import re

from moderation.domain.readings.disguise import BACKWARDS
from moderation.domain.readings.ordinary import ORDINARY
from moderation.domain.readings.view import View, rewrite

_EVERYDAY = re.compile(rf"(?<![^\W_])(?:{BACKWARDS})(?![^\W_])")
#: What stands at the end of a sentence stands before its last word.
_STOPPED = re.compile(r"[.!?։]+[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{2,40}")


def each_turned(view: View) -> View:
    """A folded text with its words the right way round, but for those that make sense as they stand alone.

    It is the view itself where no everyday word is backwards.

    >>> from moderation.domain.readings.view import as_typed
    >>> each_turned(as_typed("llet meht all")).text
    'tell them all'
    """
    if _EVERYDAY.search(view.text) is None:
        return view
    words = (found for found in _WORD.finditer(view.text) if not _makes_sense(found[0]))
    return rewrite(view, [(found.start(), found.end(), found[0][::-1]) for found in words])


def turned_round(view: View) -> View:
    """A folded text the right way round where it begins with the end of a sentence; else the view itself.

    >>> from moderation.domain.readings.view import as_typed
    >>> turned_round(as_typed("!won etov")).text
    'vote now!'
    """
    if _STOPPED.match(view.text) is None:
        return view
    return rewrite(view, [(0, len(view.text), view.text[::-1])])


def _makes_sense(word: str) -> bool:
    return word in ORDINARY and word[::-1] not in ORDINARY
