"""Letters that are set apart one by one, where the words are still told apart: w.h.a.t a f~o-o_l."""

import re
from collections.abc import Iterator

import re2

from moderation.domain.readings.view import View, rewrite

_options = re2.Options()
_options.log_errors = False
_SIGNS = r"(?:[^\w\s]|_)"
#: Letters that are set apart by signs.
_MAYBE = re2.compile(r"\pL ?[^\pL\pN\s]{1,2} ?\pL ?[^\pL\pN\s]|\pL  \pL  \pL", _options)
#: Signs that stand in spaces between single letters, or two spaces; how many of them make a habit.
_WIDE = re.compile(r"(?<![^\W_][^\W_])(?<=[^\W\d_]) ([^\w\s]|_|) (?=[^\W\d_](?![^\W_]))")
_HABIT = 4
#: A word of which each letter stands alone, or the digit for it, or a single one in signs.
_WORD = re.compile(rf"(?<!\S){_SIGNS}{{0,4}}[^\W_](?:{_SIGNS}{{1,4}}[^\W_])*{_SIGNS}{{0,4}}(?!\S)")
_SIGN = re.compile(rf"{_SIGNS}+")
#: What ends a word or a sentence, and is no part of the disguise.
_END = re.compile(r"[.,!?;:]$")
#: One of the words has so many letters, and there are so many: U.S.A. and J.R.R. are no disguise.
_LONG_WORD, _FEWEST_WORDS = 4, 2


def in_words(view: View) -> View:
    """The view with such letters joined to words; the view itself where they are few.

    >>> from moderation.domain.readings.view import as_typed
    >>> in_words(as_typed("W~h-a-t a f*o.o_l i.s h-e")).text
    'What a fool is he'
    """
    if _MAYBE.search(view.text) is None:
        return view
    wide = [(found.start(), found.end(), found[1]) for found in _WIDE.finditer(view.text)]
    view = rewrite(view, wide) if len(wide) >= _HABIT else view
    found = [found for found in _WORD.finditer(view.text) if len(found[0]) > 1 and any(map(str.isalpha, found[0]))]
    words = found if sum(map(_letters, found)) * 2 >= sum(map(str.isalpha, view.text)) else list(_in_rows(found))
    if len(words) < _FEWEST_WORDS or max(map(_letters, words)) < _LONG_WORD:
        return view
    return rewrite(
        view,
        [
            (word.start() + sign.start(), word.start() + sign.end(), "")
            for word in words
            for sign in _SIGN.finditer(word[0])
            if not (sign.end() == len(word[0]) and _END.fullmatch(sign[0]))
        ],
    )


def _letters(word: re.Match[str]) -> int:
    """How many letters a word has, and digits in their place."""
    return sum(map(str.isalnum, word[0]))


def _in_rows(words: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those that stand beside one another, in rows of which one word is long."""
    row: list[re.Match[str]] = []
    for word in words:
        if row and word.string[row[-1].end() : word.start()].strip():
            yield from _kept(row)
            row = []
        row.append(word)
    yield from _kept(row)


def _kept(row: list[re.Match[str]]) -> list[re.Match[str]]:
    return row if len(row) >= _FEWEST_WORDS and max(map(_letters, row)) >= _LONG_WORD else []
