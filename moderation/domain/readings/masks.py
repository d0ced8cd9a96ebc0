"""Words that censor themselves: f**k, sh-t, b!tch."""

import re
from collections.abc import Iterator

import re2

from moderation.domain.readings.disguise import CONTRACTION
from moderation.domain.readings.innocent import INNOCENT
from moderation.domain.readings.ordinary import ORDINARY
from moderation.domain.readings.view import Edit, View, renamed, rewrite

#: Stands for a masked letter in the `masked` view: any letter, or a vowel where the mask is a common sign.
#: Neither occurs in another view.
ANY_LETTER, ANY_VOWEL = "\u2217", "\u25cc"

_options = re2.Options()
_options.log_errors = False
_EMOJI = "\u2600-\u27bf\U0001f300-\U0001faff"
_MAYBE = re2.compile(
    rf"\pL[-_.',/\\:;·x\d{_EMOJI}]\x{{fe0f}}?\pL|\pL[\pL\d]*(?:[*#%&?!^~=█▓■●×·@$+…]|--|__|\.\.)|(?:^|\s)\*\pL",
    _options,
)
#: What `_MASKED` and `_COMMON_MASK` cannot do without, for RE2.
_MAYBE_MASKED = re2.compile(
    r"[\pL\pN](?:[*#%&?!^~=█▓■●_×·@$+…]+[\pL\pN]|--|\.\.|…|[*█▓■●×])|(?:^|[^\pL\pN])\*\pL", _options
)
_MAYBE_COMMON = re2.compile(rf"\pL(?:[-_.',/\\:;x·\p{{Nd}}]|[{_EMOJI}]\x{{fe0f}}?)\pL", _options)
_MASKED = re.compile(
    r"(?<![^\W_])(?<![*~])[^\W\d_][^\W_]*(?:(?:[*#%&?!^@$+]|[*#%&?!^~=█▓■●_×·@$+]{2,}|-{2,}|\.{2,}|…)(?=[^\W_])|\*+"
    r"|[█▓■●×]+)"
    r"(?:[^\W_]|[*#%&?!^~=█▓■●_×·@$+](?=[^\W_*#%&?!^@$])|[*█▓■])*(?:(?<=\w)[@#%&$]+(?=[\s.,!?;:]|$))?"
    r"|(?<!\S)\*[^\W\d_]{3,}(?![\w*])|(?<!\S)\*[^\W\d_]++\*[\w*]*\w"
)
#: R&D and S&P are names.
_SHORTEST_WITH_AND = 4
_MASK = re.compile(r"[*#%&?!^~=█▓■●_×$@·+…]|-|\.")
_COMMON_MASK = re.compile(
    rf"(?<![^\s(\"'])([^\W\d_]{{1,5}})([-_.',/\\:;x·\d]|[{_EMOJI}]\ufe0f?)([^\W\d_]{{1,10}})(?![^\s.,!?;:)\"'])"
)
#: Letters that dots set apart, and do not stand for: i...d...i...o...t.
_SET_APART = re.compile(r"(?<![^\W_])[^\W\d_](?:(?:\.{2,}|…)[^\W\d_](?![^\W_])){2,}")
#: Every vowel of a word masked by the same sign: m-th-rf-ck-r, v–rm–n.
_CONSONANTS = "[b-df-hj-np-tv-xzбвгджзйклмнпрстфхцчшщբգդզթժլխծկհձղճմյնշչպջռսվտրցփքֆ]"
_ALL_VOWELS = re.compile(
    rf"(?<![^\s(\"'])[aeiou]?(?={_CONSONANTS}+([-_.',/:;~]|[{_EMOJI}]\ufe0f?))(?:{_CONSONANTS}+\1{{1,2}}){{2,}}"
    rf"{_CONSONANTS}*(?![^\s.,!?;:)\"'])|(?<![^\s(\"']){_CONSONANTS}+([-_~]){_CONSONANTS}{{2,}}\2(?![^\s.,!?;:)\"'])"
)
#: What readers see in words that censor themselves: the commonest first.
COMMONLY_CENSORED = tuple(
    str.split(
        "fuck fucking fucked fucker fuckers motherfucker motherfuckers motherfucking shit shits shitty bullshit"
        " bitch bitches cunt cunts ass asshole assholes dick dicks cock bastard bastards nigger niggers nigga"
        " faggot faggots whore whores slut sluts piss pussy damn retard retarded twat wanker idiot moron stupid"
        " bloody hell"
    )
)
_LOOKS_LIKE = dict(zip("013457", "oieast", strict=True))
_STARRED = re.compile(r"(?<![^\W_])[^\W\d_][^\W_]*\*[\w*]*")


def masked(view: View) -> View:
    """Words that censor themselves, with a wildcard for each letter that is masked: f**k, sh-t, b!tch."""
    if _MAYBE.search(view.text) is None:
        return view
    if _MAYBE_MASKED.search(view.text) is not None:
        apart = {at for row in _SET_APART.finditer(view.text) for at in range(*row.span())}
        words = (found for found in _MASKED.finditer(view.text) if found.start() not in apart)
        view = rewrite(view, [edit for found in words for edit in _masks(found)])
    if _MAYBE_COMMON.search(view.text) is None:
        return renamed(view, "masked")
    view = rewrite(view, [edit for found in _ALL_VOWELS.finditer(view.text) for edit in _vowels(found)])
    vowels = (found for found in _COMMON_MASK.finditer(view.text) if not _is_compound(found))
    edits = [(found.start(2), found.end(2), _meaning(found[2])) for found in vowels]
    return renamed(rewrite(view, edits), "masked")


def _meaning(sign: str) -> str:
    """Which letters a sign hides: an emoji stands in no word otherwise, so that it may hide any."""
    return ANY_LETTER if sign == "_" or sign[0] > "\u25ff" else ANY_VOWEL


def _is_compound(found: re.Match[str]) -> bool:
    """Whether the sign joins two words, or is an apostrophe where one belongs."""
    first, second = found[1], found[3]
    return (
        len(first + second) < 3
        or _is_number_for_letter(found)
        or any(part in ORDINARY and len(part) > 2 for part in (first, second))
        or (first in ORDINARY and second in ORDINARY)
        or CONTRACTION.fullmatch(found[0]) is not None
    )


def _is_number_for_letter(found: re.Match[str]) -> bool:
    """Whether a digit between letters is the letter that it looks like: sh0t."""
    word = found[1] + _LOOKS_LIKE.get(found[2], "") + found[3]
    return found[2].isdigit() and (word in ORDINARY or word in INNOCENT)


def _vowels(found: re.Match[str]) -> Iterator[Edit]:
    """The signs of a word whose every vowel is masked."""
    sign = found[1] or found[2]
    parts = found[0].split(sign)
    at = found.start()
    for part in parts[:-1]:
        at += len(part)
        yield at, at + len(sign), ANY_VOWEL
        at += len(sign)


def _masks(found: re.Match[str]) -> Iterator[Edit]:
    token = found[0]
    if ("&" in token and len(token) < _SHORTEST_WITH_AND) or (token[-1] == "*" and token[:-1] in ORDINARY):
        return
    for mask in _MASK.finditer(found[0]):
        yield found.start() + mask.start(), found.start() + mask.end(), ANY_LETTER


def uncensored(view: View) -> View:
    """The commonest censored words in full."""
    if "*" not in view.text:
        return view
    return rewrite(view, [edit for found in _STARRED.finditer(view.text) for edit in _uncensored(found)])


def _uncensored(found: re.Match[str]) -> Iterator[Edit]:
    token = found[0].rstrip("*") if found[0].count("*") > 1 and len(found[0].strip("*")) > 3 else found[0]
    said = token.casefold()
    for word in COMMONLY_CENSORED:
        if len(word) == len(said) and all(sign in ("*", letter) for sign, letter in zip(said, word, strict=True)):
            yield found.start(), found.start() + len(token), word.upper() if found[0].isupper() else word
            return
