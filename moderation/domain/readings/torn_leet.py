"""Words of letters and digits that are torn in two: b1 tch, re t4rd."""

import re
from collections.abc import Iterator

import re2

from moderation.domain.readings.view import View, rewrite

_options = re2.Options()
_options.log_errors = False
#: Letters with digits or signs for letters among them.
_HALF = r"(?:[^\W\d_]+(?:[013457@$][^\W_]{0,8}|![^\W_]{1,8})|[013457@$!][^\W\d_]{1,10})"
#: What is no half of a word.
_NO_HALF = r"(?!(?:an?|the|you|your|is|are|am|was|be|of|in|it|to|and|or|at|on|me|my|this|that|all|for|by|as) )"
#: What both have in common, for RE2.
_MAYBE = re2.compile(r"\pL(?:[013457@$]|!\pL)|[013457@$!]\pL", _options)
#: Such a half before another, and behind one.
_TORN = (
    re.compile(rf"(?<![^\s(\"']){_HALF}( ){_NO_HALF}(?=[^\W_]{{2,10}}(?![^\s.,!?;:)\"']))"),
    re.compile(rf"(?<![^\s(\"']){_NO_HALF}[^\W\d_]{{1,10}}( )(?={_HALF}(?![^\s.,!?;:)\"']))"),
)


def rejoined(view: View) -> Iterator[View]:
    """Yield the view with such words whole, torn behind their digits or before them.

    >>> from moderation.domain.readings.view import as_typed
    >>> [whole.text for whole in rejoined(as_typed("no d0 gs and c4ts"))]
    ['no d0gs and c4ts', 'nod0 gs and c4ts']
    """
    for pattern in _TORN if _MAYBE.search(view.text) is not None else ():
        if edits := [(found.start(1), found.end(1), "") for found in pattern.finditer(view.text)]:
            yield rewrite(view, edits)
