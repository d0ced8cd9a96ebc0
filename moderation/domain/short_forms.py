"""What is written in few letters, in full: u, ur, r."""

import re

import re2

from moderation.domain.view import View, rewrite

_options = re2.Options()
_options.log_errors = False
_IN_FULL = {"u": "you", "ur": "your", "r": "are", "urself": "yourself", "urselves": "yourselves", "ppl": "people"}
_FORMS = "|".join(sorted(_IN_FULL, key=len, reverse=True))
_FORM = re.compile(rf"(?<![^\s\"'(*])(?:{_FORMS})(?![^\s\"')*.,!?;:]|\.\w)")
#: Without one of these nobody writes like that: "R" alone is a letter.
_MAYBE = re2.compile(r"(?:^|[\s\"'(*])(?:u|ur|urself|urselves|ppl)(?:[\s\"')*.,!?;:]|$)", _options)


def in_full(view: View) -> View:
    """A folded text with the short forms of "you" and the like in full; the view itself where it has none.

    >>> from moderation.domain.view import as_typed
    >>> in_full(as_typed("u r late, like ur brother")).text
    'you are late, like your brother'
    """
    if _MAYBE.search(view.text) is None:
        return view
    return rewrite(view, [(found.start(), found.end(), _IN_FULL[found[0]]) for found in _FORM.finditer(view.text)])
