"""What is left of a text when everything that prints as nothing, or only decorates, is taken away."""

import re
import unicodedata
from functools import lru_cache

from moderation.domain.readings.folding import NOISE_MARKS, READ, SCRIPT_MARKS
from moderation.domain.readings.view import Edit, View, rewrite, translated

_MARKS = re.compile(f"[{NOISE_MARKS}]+")
_MARK = re.compile(f"[{NOISE_MARKS}]")
_SCRIPT_MARK = re.compile(f"[{SCRIPT_MARKS}]")
#: Marks of another script on a Latin letter, and towers of marks that no script builds.
_FOREIGN = re.compile(f"(?<=[A-Za-z])[{SCRIPT_MARKS}]+|(?<=[{SCRIPT_MARKS}]{{6}})[{SCRIPT_MARKS}]+")
_EMOJI = "\u2190-\u2bff\U0001f000-\U0001faff"
#: A joiner that shapes nothing: not after a letter of a script that uses it, nor between emoji.
_JOINED = f"\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc\ufe0f{_EMOJI}"
_JOINER = re.compile(
    f"(?<![{_JOINED}])[\u200c\u200d]+|[\u200c\u200d]+(?![{_JOINED}])|(?<=[\u200c\u200d])[\u200c\u200d]+"
    f"|(?<![\u203c-\u3299{_EMOJI}])\ufe0f+|(?<=\ufe0f)\ufe0f+"
)
#: What stands for nothing by itself; a text with more of them than this is nothing that somebody reads.
_HIDDEN = re.compile(f"[{NOISE_MARKS}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\U0001f1e6-\U0001f1ff]+")
_MOST_HIDDEN = 2_000
#: The same for signs of which a reader sees nothing, or several letters.
_MOST_MOVED = 500
_A_JOINER = re.compile("[\u200c\u200d\ufe0f]")
#: Small letters that are written above others, in the order of their code points from U+0363.
_LETTERS_ABOVE = dict(zip(map(chr, range(0x0363, 0x0370)), "aeioucdhmrtvx", strict=True))
#: One and the same letter above so many others spells nothing.
_ADORNED = 3
_FLAG_LETTERS = re.compile("[\U0001f1e6-\U0001f1ff]+")
#: Emoji by the letter that they are taken for, as tables of such alphabets give them.
_EMOJI_OF = {
    "a": "🔺", "b": "₿", "c": "©☪🌜🌛🌙", "d": "↩", "e": "📧", "f": "🎏", "g": "🌀⛽", "h": "♓", "i": "📍🕴",
    "j": "🗾🎷☔", "k": "🎋", "l": "👢🕒", "m": "♏〽♍", "n": "♑📈", "o": "⚽🌕🍩🔴🟠🟡🔵⚪🏀🎾🌑🌎🌍🌏🔘",
    "p": "🚩", "q": "🔎🔍", "r": "®", "s": "💲⚡💰🐍", "t": "✝🌴☦🎚", "u": "⛎", "v": "✔✅♈", "w": "🔱〰",
    "x": "❎✖⚔", "y": "🍸💹💴", "z": "💤",
}  # fmt: skip
_LETTER_OF_EMOJI = {sign: letter for letter, signs in _EMOJI_OF.items() for sign in signs}
_EMOJI_LETTER = re.compile(f"[{''.join(_LETTER_OF_EMOJI)}]\ufe0f?|\ufe0f")
_EMOJI_WORD = re.compile(f"(?:[^\\W\\d_]\ufe0f?|[{''.join(_LETTER_OF_EMOJI)}]\ufe0f?){{3,40}}")
_AN_EMOJI = re.compile(f"[{_EMOJI}]")
_GAPS_OF_EMOJI = re.compile(rf"(?<![^\W_])(?: ?[{_EMOJI}]\ufe0f?)+ ?|(?: ?[{_EMOJI}]\ufe0f?)+ ?(?![^\W_])")
_WORD_CHARACTER = re.compile(r"[^\W_]")
#: Two-letter regions that have a flag (ISO 3166-1).
_REGIONS = frozenset(
    str.split(
        "AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV"
        " BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CP CR CU CV CW CX CY CZ DE DG DJ DK DM DO DZ EA EC EE EG EH"
        " ER ES ET EU FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU"
        " IC ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU"
        " LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR"
        " NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM"
        " SN SO SR SS ST SV SX SY SZ TA TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM UN US UY UZ VA VC"
        " VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
    )
)


def visible(view: View) -> View:
    """Drop what prints as nothing, undo compatibility forms, and take noise off the letters."""
    view = translated(view, READ)
    if view.text.isascii():
        return view
    view = _unadorned(view)
    rows = list(_FLAG_LETTERS.finditer(view.text))
    is_text = any(len(row[0]) % 2 for row in rows)
    return rewrite(view, [edit for found in rows for edit in _letters(found, is_text=is_text)])


def is_hidden(text: str) -> bool:
    """Whether a text has more marks, joiners and flags, or signs for no letter or several, than anybody writes."""
    if text.isascii():
        return False
    if sum(map(len, _HIDDEN.findall(text))) > _MOST_HIDDEN:
        return True
    moved = {sign for sign, new in READ.changes(text).items() if len(new) != 1}
    return sum(map(moved.__contains__, text)) > _MOST_MOVED


def _unadorned(view: View) -> View:
    """Without joiners that shape nothing and marks that no language needs."""
    if _A_JOINER.search(view.text) is not None:
        view = rewrite(view, [(found.start(), found.end(), "") for found in _JOINER.finditer(view.text)])
    if _MARK.search(view.text) is not None:
        marks = _MARK.findall(view.text)
        if _LETTERS_ABOVE.keys() >= set(marks) and (len(marks) < _ADORNED or len(set(marks)) > 1):
            view = rewrite(view, [(m.start(), m.end(), _LETTERS_ABOVE[m[0]]) for m in _MARK.finditer(view.text)])
        view = rewrite(view, map(_composed, _MARKS.finditer(view.text)))
    if _SCRIPT_MARK.search(view.text) is None:
        return view
    return rewrite(view, [(found.start(), found.end(), "") for found in _FOREIGN.finditer(view.text)])


def spelt_by_emoji(view: View) -> View:
    """Words that are made of emoji for letters, with letters among them or not, in lower case."""
    if _EMOJI_LETTER.search(view.text) is None:
        return view
    return rewrite(
        view,
        [
            (found.start() + sign.start(), found.start() + sign.end(), _LETTER_OF_EMOJI.get(sign[0][0], ""))
            for found in _EMOJI_WORD.finditer(view.text)
            for sign in _EMOJI_LETTER.finditer(found[0])
        ],
    )


def without_emoji(view: View) -> View:
    """The words alone, where emoji stand between them or against them: kill 🔥 yourself, 🔥hang🔥 yourself."""
    gaps = _GAPS_OF_EMOJI.finditer(view.text) if _AN_EMOJI.search(view.text) is not None else ()
    return rewrite(view, [(found.start(), found.end(), " ") for found in gaps])


def spelt_by_flags(view: View) -> View:
    """Rows of flags read as the letters that they are made of, in lower case."""
    return rewrite(
        view,
        [
            (at, at + 1, chr(ord(view.text[at]) - 0x1F1E6 + ord("a")))
            for found in _FLAG_LETTERS.finditer(view.text)
            if found.end() - found.start() > 2
            for at in range(found.start(), found.end())
        ],
    )


def _composed(found: re.Match[str]) -> Edit:
    """The character before some marks with the accents that a language writes on it, or the bare one."""
    marks, start = found[0], max(found.start() - 1, 0)
    base = found.string[start : found.start()]
    composed = unicodedata.normalize("NFC", base + marks) if base and len(marks) <= 3 else ""
    return start, found.end(), composed if len(composed) == 1 else base


def _letters(found: re.Match[str], *, is_text: bool) -> list[Edit]:
    """Regional indicators that spell a word and not a row of flags; in a text of such, all of them do."""
    text, (start, end) = found.string, found.span()
    beside = text[max(start - 1, 0) : start] + text[end : end + 1]
    letters = _spelt(found[0], is_in_word=_WORD_CHARACTER.search(beside) is not None, is_text=is_text)
    return [(start + index, start + index + 1, letter) for index, letter in enumerate(letters)]


@lru_cache(maxsize=4_096)
def _spelt(signs: str, *, is_in_word: bool, is_text: bool) -> str:
    """The letters that a row of regional indicators spells; none where it is a row of flags."""
    letters = "".join(chr(ord(sign) - 0x1F1E6 + ord("A")) for sign in signs)
    pairs = {letters[index : index + 2] for index in range(0, len(letters), 2)}
    return "" if pairs <= _REGIONS and not (is_text or (len(pairs) > 1 and is_in_word)) else letters
