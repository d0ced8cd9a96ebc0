"""Everyday words that were torn apart inside: k ill y ou, ki ll."""

import re
from collections.abc import Iterator

import re2

from moderation.domain.readings.gluing import EVERYDAY
from moderation.domain.readings.view import Edit, View, rewrite

_options = re2.Options()
_options.log_errors = False
_CONSONANTS = "bcdfghjklmnpqrstvwxz"
#: A piece that is no word: one letter, or two or three without a vowel.
_A_PIECE = rf"(?:[{_CONSONANTS}]{{1,3}}|y)"
_MAYBE = re2.compile(rf"(?:^|[ \n]){_A_PIECE} [a-z]|[a-z] [{_CONSONANTS}]{{2,3}}(?:[ \n.,!?;:)]|$)", _options)
_PIECE = re.compile(_A_PIECE)
_PAIR = re.compile(r"(?<![^\s(\"'])([a-z]{1,10})( )(?=([a-z]{1,10})(?![^\s.,!?;:)\"']))")
_SHORTEST = 3


def mended(view: View) -> View:
    """A folded text with such words whole; the view itself where no everyday word was torn.

    Where one was, a single consonant belongs to the word behind it, whatever the two make.

    >>> from moderation.domain.readings.view import as_typed
    >>> mended(as_typed("i w ant y our c at")).text
    'i want your cat'
    """
    if _MAYBE.search(view.text) is None:
        return view
    pairs = list(_PAIR.finditer(view.text))
    if not any(map(_is_torn, pairs)):
        return view
    return rewrite(view, _joined(pairs))


def _joined(pairs: list[re.Match[str]]) -> Iterator[Edit]:
    end = -1
    for pair in pairs:
        is_stray = len(pair[1]) == 1 and _PIECE.fullmatch(pair[1]) is not None
        if pair.start() > end and (is_stray or _is_one_word(pair)):
            yield pair.start(2), pair.end(2), ""
            end = pair.end(3)


def _is_torn(pair: re.Match[str]) -> bool:
    """Whether two pieces, one of them without a vowel, are an everyday word together."""
    return _is_one_word(pair) and any(map(_PIECE.fullmatch, (pair[1], pair[3])))


def _is_one_word(pair: re.Match[str]) -> bool:
    """Whether two pieces, one of them no everyday word, are one together."""
    first, second = pair[1], pair[3]
    is_everyday = len(first + second) >= _SHORTEST and first + second in EVERYDAY
    return is_everyday and not (first in EVERYDAY and second in EVERYDAY)
