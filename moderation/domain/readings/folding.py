"""What one character is read as: compatibility forms, accents, invisible characters, typography.

Everything here looks at a single code point; what depends on the neighbours is in `confusables` and `disguise`.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from string import ascii_lowercase

#: A character that would be read as more than this many stays as it is (U+FDFA would be eighteen).
MAX_EXPANSION = 4

#: Characters that print as nothing: Unicode's Default_Ignorable_Code_Point, soft hyphen and fillers included.
_IGNORABLE = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xE000, 0xF8FF),  # private use: nothing that a reader could know
    (0xFDD0, 0xFDEF),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFC),
    (0x13430, 0x1345F),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)

#: Marks that Latin, Cyrillic, Greek, Armenian, Hebrew and Arabic readers can do without.
#: The marks of Indic, Thai and other scripts are vowels and stay.
_DROPPED_MARKS = (
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x0591, 0x05BD),
    (0x05BF, 0x05BF),
    (0x05C1, 0x05C2),
    (0x05C4, 0x05C5),
    (0x05C7, 0x05C7),
    (0x0610, 0x061A),
    (0x0640, 0x0640),  # tatweel, which only stretches
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E4),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0x2DE0, 0x2DFF),
    (0xA66F, 0xA67D),
    (0xFE20, 0xFE2F),
)


def _inside(ranges: tuple[tuple[int, int], ...]) -> Callable[[int], bool]:
    starts = [first for first, _ in ranges]
    return lambda code: code >= starts[0] and code <= ranges[bisect_right(starts, code) - 1][1]


is_ignorable = _inside(_IGNORABLE)
is_dropped_mark = _inside(_DROPPED_MARKS)

#: Regular-expression classes: the marks that may be dropped; those of them that belong to no script, so that
#: a run of them is noise; and the marks of scripts that need them.
DROPPED_MARKS = "".join(f"{chr(first)}-{chr(last)}" for first, last in _DROPPED_MARKS if first != 0x0640)
NOISE_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
SCRIPT_MARKS = "".join(
    chr(code)
    for code in (*range(0x0591, 0x1200), *range(0x1700, 0x1C80), *range(0xA800, 0xABF0))
    if unicodedata.category(chr(code)) in ("Mn", "Mc")
)

_SPACES = dict.fromkeys((*b"\t\v\f", 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x2800, 0x3000), " ")
_NEWLINES = dict.fromkeys((0x0A, 0x0D, 0x85, 0x2028, 0x2029), "\n")
#: Zero-width non-joiner, joiner and emoji style: Persian, Indic scripts and emoji need them, see `visible`.
_JOINERS = (0x200C, 0x200D, 0xFE0F)
#: What punctuation is read as when words are compared.
_TYPOGRAPHY = {
    **dict.fromkeys(map(ord, "’‘‛ʼʹʻʽˈ′`´＇՚ʾʿ"), "'"),
    **dict.fromkeys(map(ord, "“”„‟«»″＂"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－⁃"), "-"),
    **dict.fromkeys(map(ord, "՛՜՝՞՟"), ""),  # Armenian stress, tone and pause, written inside a word or a phrase
    **dict.fromkeys(map(ord, "•∙·․‧・●◦⋅˙"), "·"),
    **dict.fromkeys(map(ord, "∗⁎﹡＊✱✲✳✴✻✽⚹★☆"), "*"),
}

#: Letters whose shape no decomposition or name gives.
_SHAPES: dict[int, str] = {}
for _letter, _forms in {
    "a": "ɐɑαᶏ∂⍺ᴂ",
    "b": "ƀƃƅɃƄЬ",
    "c": "ɔϲƈȼ",
    "d": "ðƌđɖ",
    "e": "əǝɘɛɜ℮ƏƎƐɞ",
    "f": "ɟƒʄ",
    "g": "ɡɢƃɠǥ",
    "h": "ɥħɦɧ",
    "i": "ıɩɪᴉ",
    "j": "ȷʝ",
    "k": "ʞƙĸ",
    "l": "łƚɫɭʟƖ",
    "m": "ɯɱ",
    "n": "ŋƞɲɳ",
    "o": "øɵɷ",
    "p": "þƿƥ",
    "q": "ʠɋ",
    "r": "ɹɼɽɍʀɾ",
    "s": "ʂȿƨƽʃ",
    "t": "ʇŧƫƭʈŦɬ",
    "u": "ʉʊμµ",
    "v": "ʌʋ",
    "w": "ʍɰ",
    "y": "ʎɣƴʏ",
    "z": "ʐʑƶȥʒ",
}.items():
    for _form in _forms:
        if "LATIN" in unicodedata.name(_form) or _form in "∂⍺℮µ":
            _SHAPES[ord(_form)] = _letter
_SHAPES |= {
    ord("Ð"): "D",
    ord("Đ"): "D",
    ord("Ø"): "O",
    ord("Ł"): "L",
    ord("Ħ"): "H",
    ord("Þ"): "P",
    ord("Ŋ"): "N",
}
_SHAPES |= {
    ord("Ə"): "E",
    ord("Ǝ"): "E",
    ord("Ɛ"): "E",
    ord("Ɔ"): "C",
    ord("Ɵ"): "O",
    ord("Ʊ"): "U",
    ord("Ʋ"): "V",
}
_SHAPES |= {ord("æ"): "ae", ord("Æ"): "AE", ord("œ"): "oe", ord("Œ"): "OE", ord("ẞ"): "SS", ord("ß"): "ss"}
_SHAPES |= {
    0x1F18E: "AB",
    0x2B55: "O",
    0x1F534: "O",
    0x1F315: "O",
    0x1F4B2: "$",
    0x274C: "X",
    0x2757: "!",
    0x2755: "!",
    0x2753: "?",
    0x1F4AF: "100",
    0x1FAF5: "you",
    0x01C0: "l",
    0x0E4F: "o",
    0x2118: "p",
}
#: The letters of Braille, of which the sign for capitals is no letter.
_SHAPES |= dict(zip(map(ord, "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵"), ascii_lowercase, strict=True)) | {ord("⠠"): ""}
del _letter, _forms, _form

_NAMED = re.compile(
    r"(?P<style>.*?)LATIN (?P<case>CAPITAL |SMALL |)(?:LETTER|LIGATURE) (?P<small>SMALL CAPITAL "
    r"|)(?P<letter>[A-Z])"
    r"(?: WITH .*)?"
)
#: Signs that NFKC would glue to the word before them.
_KEPT_WHOLE = frozenset("և™®©℠ªº…‥¨¯´¸˘˙˚˛˜˝½¼¾⅓⅔№℃℉")


def _letters_of(character: str) -> str:
    """The plain letters that a character is a form of, case kept, accents kept; itself where it is none."""
    if character in _KEPT_WHOLE or "가" <= character <= "힣":
        return character
    plain = unicodedata.normalize("NFKC", character)
    if plain == character or len(plain) > MAX_EXPANSION or not any(part.isalnum() for part in plain):
        plain = character
    named = _NAMED.fullmatch(unicodedata.name(character, ""))
    if named and (named["style"] or named["small"] or plain == character):
        if named["style"].strip() in ("", "MODIFIER LETTER", "FULLWIDTH") and named["case"] and plain != character:
            return plain
        letter: str = named["letter"]
        if " WITH " in named[0] and not named["style"] and _is_accented(character):
            return character
        return letter.lower() if named["case"] == "SMALL " or named["small"] else letter
    return plain


def _is_accented(character: str) -> bool:
    """Whether the character is a base letter and accents, as languages write them."""
    parts = unicodedata.normalize("NFD", character)
    return len(parts) > 1 and all(is_dropped_mark(ord(part)) for part in parts[1:])


#: Letters of living orthographies that are more than a base and accents.
_LANGUAGE_LETTERS = frozenset("ðđøæœþßıħłŋəÐĐØÆŒÞẞĦŁŊƏŧŦµ")
#: Accented letters that a living orthography uses; rarer ones are read as their base.
_LIVING = frozenset(map(chr, range(0xC0, 0x180))) | frozenset(
    "ƠơƯưǍǎǏǐǑǒǓǔǦǧǨǩȘșȚțẀẁẂẃẄẅḌḍḤḥḶḷṀṁṂṃṄṅṆṇṚṛṠṡṢṣṬṭẒẓḪḫṪṫḂḃĊċḊḋḞḟĠġṖṗẎẏ"
)
_VIETNAMESE = range(0x1EA0, 0x1EFA)


def read_as(code: int) -> str:
    """What a person reads: case and living accents kept, compatibility forms and invisible characters undone."""
    if code < 0x80:
        return chr(code) if (code >= 0x20 and code != 0x7F) or code in b"\t\n\r" else ""
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if code in _JOINERS:
        return chr(code)
    if is_ignorable(code) or (0x80 <= code <= 0x9F and code != 0x85):
        return ""
    character = chr(code)
    if character in _LANGUAGE_LETTERS:
        return character
    if code in _SHAPES:
        return _SHAPES[code]
    if 0x1F1E6 <= code <= 0x1F1FF or unicodedata.category(character) in ("Mn", "Me", "Mc"):
        return character
    letters = _letters_of(character)
    if letters == character or 0x1E00 <= code <= 0x1EFF:
        letters = _plain_rarity(character) if 0x180 <= code < 0x250 or 0x1E00 <= code <= 0x1EFF else character
    if letters == character:
        return character
    return "".join(read_as(ord(letter)) for letter in letters)[:MAX_EXPANSION]


def _plain_rarity(character: str) -> str:
    if character in _LIVING or ord(character) in _VIETNAMESE or not _is_accented(character):
        return character
    return unicodedata.normalize("NFD", character)[0]


def compared_as(code: int) -> str:
    """What words are compared by: lower case, no accents, plain spaces, quotes and dashes."""
    if code < 0x80:
        return _SPACES.get(code) or (
            "\n" if code == 0x0D else chr(code).lower() if code >= 0x20 or code == 0x0A else ""
        )
    for table in (_SPACES, _NEWLINES, _TYPOGRAPHY):
        if code in table:
            return table[code]
    if is_ignorable(code):
        return ""
    shown = read_as(code)
    return shown if shown == "\ufffd" else "".join(map(_bare, shown))[:MAX_EXPANSION]


def _bare(character: str) -> str:
    if ord(character) in _TYPOGRAPHY:
        return _TYPOGRAPHY[ord(character)]
    if ord(character) in _SHAPES:
        return _SHAPES[ord(character)].lower()
    if len(small := character.lower()) == 1 and ord(small) in _SHAPES:
        return _SHAPES[ord(small)]
    if "가" <= character <= "힣":
        return character
    parts = unicodedata.normalize("NFD", character)
    base = "".join(part for part in parts if not is_dropped_mark(ord(part)))
    return "".join("" if is_dropped_mark(ord(c)) else c for c in unicodedata.normalize("NFD", base.casefold()))


#: Ideographs, syllables and signs that have no other form, and what Unicode has left free: read as they are.
ONE_FORM = re.compile(
    "[\u3400-\ua63f\uac00-\ud7a3\U00011940-\U0001342f\U00013460-\U00016e3f\U00016e60-\U0001bc9f"
    "\U00020000-\U0002f7ff\U0002fa20-\U000dffff\U000e1000-\U0010ffff]+"
)
#: Of so many different characters with other forms the first are folded: no language has as many.
MOST_FOLDED = 500
_FEW = 40


class FoldTable(dict[int, str]):
    """What each character is read as, worked out once."""

    def __init__(self, fold: Callable[[int], str]) -> None:
        """Fold characters by `fold`, on demand."""
        super().__init__()
        self._fold = fold

    def __missing__(self, code: int) -> str:
        if ONE_FORM.match(chr(code)):
            return chr(code)
        folded = self[code] = self._fold(code)
        return folded

    def changes(self, text: str) -> dict[str, str]:
        """Return what is read otherwise in a text, by character: nothing, one character or several."""
        return {character: new for character in _folded(text) if (new := self[ord(character)]) != character}

    def fold(self, text: str) -> str:
        """Return the text as it is read."""
        return exchanged(text, self.changes(text))


def is_motley(text: str) -> bool:
    """Whether a text has more different characters than are folded."""
    return len(distinct := set(text)) > MOST_FOLDED and len(_changeable(distinct)) > MOST_FOLDED


def _folded(text: str) -> Iterable[str]:
    distinct = set(text)
    return distinct if len(distinct) <= MOST_FOLDED else _changeable(distinct)[:MOST_FOLDED]


def _changeable(characters: Iterable[str]) -> list[str]:
    """Those that may be a form of another character, in Unicode's order."""
    return sorted(ONE_FORM.sub("", "".join(characters)))


def exchanged(text: str, changes: Mapping[str, str]) -> str:
    """Put one text for each of some characters; a few are replaced faster one by one, if none becomes another."""
    if len(changes) > _FEW or not changes.keys().isdisjoint("".join(changes.values())):
        return text.translate({ord(character): changes.get(character, character) for character in set(text)})
    for character, new in changes.items():
        text = text.replace(character, new)
    return text


#: Text as a person reads it.
READ = FoldTable(read_as)
#: Text as word lists compare it.
COMPARED = FoldTable(compared_as)


def _plainly(code: int) -> str:
    """A character with its typography undone; compatibility forms stay, since they are a disguise."""
    if code in _JOINERS or 0xFE00 <= code <= 0xFE0F or code in (0xAD, 0xFEFF):
        return ""
    if code in _SPACES or code in _NEWLINES:
        return " "
    return _TYPOGRAPHY.get(code) or unicodedata.normalize("NFD", chr(code))


#: Text by which a disguise is told from typography.
PLAIN = FoldTable(_plainly)
