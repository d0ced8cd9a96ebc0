"""Words that are told apart by capitals, by numbers or by their alphabets alone: YouAll2024."""

import re

import re2

from moderation.domain.readings.view import View, rewrite

_options = re2.Options()
_options.log_errors = False
#: Where letters of two alphabets meet that are none of each other's look-alikes.
_BORDER = r"\p{Cyrillic}\p{Latin}|\p{Latin}\p{Cyrillic}|\p{Armenian}\p{Latin}|\p{Latin}\p{Armenian}"
#: Where capitals, digits or another alphabet stand inside a word.
HUMP = re2.compile(rf"\p{{Ll}}\p{{Lu}}|\p{{Lu}}{{2}}\p{{Ll}}|\pL{{3}}\d|\d\pL{{3}}|_|\pL\+\pL|{_BORDER}", _options)
_HUMPS = re.compile(
    r"(?<=[a-zа-яա-ֆ])(?=[A-ZА-ЯԱ-Ֆ])|(?<=[A-ZА-Я])(?=[A-ZА-Я][a-zа-я])|(?<=[^\W\d_]{3})\d+(?![^\W_])"
    r"|(?<=[^\W\d_]{3})(?=\d)|(?<![^\W_])\d+(?=[^\W\d_]{3})|(?<=\d)(?=[^\W\d_]{3})|_+|(?<=[^\W\d_])\+(?=[^\W\d_])"
    r"|(?<=[a-zA-Z])(?=[а-яёА-ЯЁա-ևԱ-Ֆ])|(?<=[а-яёА-ЯЁա-ևԱ-Ֆ])(?=[a-zA-Z])"
)


def has_humps(text: str) -> bool:
    """Whether capitals or digits stand inside words."""
    return HUMP.search(text) is not None


def unhumped(view: View) -> View:
    """Split camel case, and take away numbers that were glued to words."""
    return rewrite(view, [(found.start(), found.end(), " ") for found in _HUMPS.finditer(view.text)])
