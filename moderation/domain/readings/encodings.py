"""Text that hides behind an encoding: percent signs, backslash escapes, base64, and reversed runs."""

import base64
import binascii
import re

import re2

from moderation.domain.readings.folding import DROPPED_MARKS
from moderation.domain.readings.view import Edit, View, rewrite

_PERCENT = re.compile(r"(?:%(?:25)*+[0-9a-fA-F]{2})++")
_ESCAPE = re.compile(
    r"\\+(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|U([0-9a-fA-F]{8}))"
    r"|(?<!\w)U\+([0-9a-fA-F]{4,6})(?!\w)"
)
#: One notation three times in a row: quoted-printable, style sheets, octal.
_BYTES = re.compile(r"(?:=[0-9a-fA-F]{2}){3,}+")
#: Letters of other scripts take several bytes each.
_BYTE_ESCAPES = re.compile(r"(?:\\+x[0-9a-fA-F]{2}){2,}+")
_NUMBERS = re.compile(r"(?:\\0*+[0-9a-fA-F]{2,6}+(?![0-9a-fA-F]) ?){3,}+|(?:\\[0-7]{3}){3,}+")
_NUMBER = re.compile(r"\\([0-9a-fA-F]+)")
_BASE64 = re.compile(r"(?<![\w+/=-])[A-Za-z0-9+/_-]{6,}+={0,2}+(?![\w+/=-])")
#: So short, and without a sign at its end, it may be a word in mixed letters.
_SHORT = 12
#: Letters by their numbers, in base ten, two or sixteen; a row of such may be a telephone number as well.
_SMALL_LETTER = r"(?:0x)?(?:6[1-9a-fA-F]|7[0-9aA])"
_LETTER_CODE = r"(?:3[2-9]|[4-9]\d|1[01]\d|12[0-2])"
_NUMBERED = (
    # Small letters in base sixteen first: most of their numbers would be capitals in base ten.
    (
        16,
        re.compile(
            rf"(?<!\w){_SMALL_LETTER}(?:[ ,:]?(?:20|27|2[dD]|{_SMALL_LETTER})){{2,40}}+(?!\w|[ ,:;-]{{1,2}}\d)"
        ),
    ),
    (10, re.compile(rf"(?<![\w.,]){_LETTER_CODE}(?:[ ,;-]{{1,2}}{_LETTER_CODE}){{2,40}}+(?!\w)")),
    (2, re.compile(r"(?<!\w)(?=[01])(?:[ ,]?(?:[01]{7,8}(?![01])|[01]{8})){3,40}+(?!\w)")),
    (16, re.compile(r"(?<!\w)(?:0x)?[2-7][0-9a-fA-F](?:[ ,:]?(?:0x)?[2-7][0-9a-fA-F]){2,40}+(?!\w)")),
)
_MAYBE_NUMBERED = re2.compile(
    r"[01]{7}|\d\d[ ,;-]{1,2}\d{2,3}[ ,;-]{1,2}\d\d|(?:[2-7][0-9a-fA-F][ ,:]?(?:0x)?){3}",
)
_CODE = re.compile(r"0x|[^0-9a-fA-F]+")
#: Words are written in one case, names with a capital in front; base64 mixes them.
_MIXED = re.compile(r"[a-z][A-Z]|[A-Za-z][0-9][A-Za-z]|[A-Z]{2}[a-z]|[0-9][A-Za-z]*[A-Z]")
_MAYBE_MIXED = re2.compile(_MIXED.pattern)
#: A backslash before a sign that markup gives a meaning: "\*" is shown as *.
_ESCAPED = re.compile(r"\\([*_~`#|])")
_options = re2.Options()
_options.log_errors = False
#: Cheap test for whether any of the above may occur.
_ENCODED = re2.compile(
    r"%[0-9a-fA-F]{2}|\\+[uxU]|U\+|=[0-9a-fA-F]{2}=|\\[0-9a-fA-F]{2}|[A-Za-z0-9+/]{5}=|[A-Za-z0-9+/_-]{7}|\\[*_~`#|]",
    _options,
)
#: U+202D and U+202E show what follows in one direction, to the end of the paragraph at most.
_OVERRIDE = re.compile("[\u202d\u202e]([^\u202c\n\r\u2028\u2029]*)\u202c?")
#: The same as a tag.
_TURNED_TAG = re.compile(r"(?i)<bdo\s[^<>]{0,40}\brtl\b[^<>]{0,40}>([^<>]*)</bdo>")
#: Letters that were turned upside down with their line, by what they are; some are only other letters.
_UPSIDE_DOWN = str.maketrans("ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎzıƖ", "abcdefghijklmnopqrstuvwxyzil")
#: Tag letters that spell something by themselves, and are no flag of a region.
_TAGS = re.compile(r"(?<![^\W_])(?<!\U0001f3f4)[\U000e0020-\U000e007e]{3,}+(?![\w\U000e007f])")
_TAGGED = {0xE0000 + code: code for code in range(0x20, 0x7F)}
_TURNED = "ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ"
_MAYBE_TURNED = re.compile(f"[{_TURNED}]")
#: Words of turned letters and of letters either way, the first and the last with one that shows it.
_EITHER_WAY = "a-zƖı'’"
_TURNED_WORD = rf"(?=[{_EITHER_WAY}]*+[{_TURNED}])[{_EITHER_WAY}{_TURNED}]++(?![^\W_])"
_TURNED_WORDS = re.compile(
    rf"(?<![^\W_]){_TURNED_WORD}(?:(?:[ ,]++[{_EITHER_WAY}]++(?![^\W_]))*+[ ,]++{_TURNED_WORD})*+"
)
_NEVER_TURNED = re.compile("[acefghjkmrtvwy]")
_CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_CLUSTER = re.compile(f"[^{DROPPED_MARKS}][{DROPPED_MARKS}]*|[{DROPPED_MARKS}]+")
_LEFT_TO_RIGHT = re.compile("[A-Za-z\u00c0-\u058f\u10a0-\u10ff\uff21-\uff5a\U0001d400-\U0001d7ff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def decoded(view: View) -> View:
    """Read percent signs, escapes and base64 as what they stand for, where that is letters."""
    if _ENCODED.search(view.text) is None:
        return view
    for sign, pattern in (("%", _PERCENT), ("=", _BYTES), ("\\x", _BYTE_ESCAPES)):
        if sign in view.text:
            view = rewrite(view, filter(None, map(_of_bytes, pattern.finditer(view.text))))
    if "\\" in view.text or "U+" in view.text:
        view = rewrite(view, filter(None, map(_of_numbers, _NUMBERS.finditer(view.text))))
        view = rewrite(view, filter(None, map(_of_escape, _ESCAPE.finditer(view.text))))
        view = rewrite(view, [(found.start(), found.end(), found[1]) for found in _ESCAPED.finditer(view.text)])
    codes = _BASE64.finditer(view.text) if _MAYBE_MIXED.search(view.text) is not None else ()
    return rewrite(view, filter(None, map(_of_base64, codes)))


def numbered(view: View) -> View:
    """Read rows of numbers as the letters of those numbers; the view itself where nobody writes like that."""
    if _MAYBE_NUMBERED.search(view.text) is None:
        return view
    before = view
    for base, pattern in _NUMBERED:
        edits = [edit for found in pattern.finditer(view.text) if (edit := _of_codes(found, base)) is not None]
        view = rewrite(view, edits)
    return view if view.text != before.text else before


def turned(view: View) -> View:
    """Read what stands under a bidirectional override in the order in which it is shown."""
    if "</bdo>" in view.text:
        turned_tags = _TURNED_TAG.finditer(view.text)
        view = rewrite(view, [(found.start(), found.end(), f"\u202e{found[1]}\u202c") for found in turned_tags])
    if _TAGS.search(view.text) is not None:
        tags = _TAGS.finditer(view.text)
        view = rewrite(view, [(found.start(), found.end(), found[0].translate(_TAGGED)) for found in tags])
    if not view.text.isascii() and _MAYBE_TURNED.search(view.text) is not None:
        rows = _TURNED_WORDS.finditer(view.text)
        view = rewrite(view, [(found.start(), found.end(), _turned_up(found[0])) for found in rows])
    if "\u202e" not in view.text and "\u202d" not in view.text:
        return view
    edits: list[Edit] = []
    for found in _OVERRIDE.finditer(view.text):
        backwards = _LEFT_TO_RIGHT if found[0][0] == "\u202e" else _RIGHT_TO_LEFT
        content = _CONTROLS.sub("", found[1])
        if backwards.search(content) is not None:
            content = "".join(reversed(_CLUSTER.findall(content)))
        (start, end), (first, last) = found.span(1), found.span()
        edits += ((first, start, ""), (start, end, content), (end, last, ""))
    return rewrite(view, edits)


def _turned_up(row: str) -> str:
    """Words the right way up, if all of them were turned and not only some of their letters."""
    if len(row.split()) < 2 or _NEVER_TURNED.search(row) is not None:
        return row
    return row.translate(_UPSIDE_DOWN)[::-1]


def _of_bytes(found: re.Match[str]) -> Edit | None:
    codes = re.sub(r"%(?:25)*|=|\\+x", "", found[0])
    try:
        meant = bytes.fromhex(codes).decode()
    except ValueError:
        return None
    text, start, end = found.string, found.start(), found.end()
    beside_letter = text[end : end + 1].isalpha() or text[max(start - 1, 0) : start].isalpha()
    if not meant.isprintable() or (len(meant) == 1 and not (beside_letter and (meant.isalpha() or meant == " "))):
        return None
    return start, end, meant


def _of_numbers(found: re.Match[str]) -> Edit | None:
    """Escapes as style sheets write them, in base sixteen, or in base eight where each has three digits."""
    codes = _NUMBER.findall(found[0])
    for base in (8, 16) if all(len(code) == 3 for code in codes) else (16,):
        try:
            meant = "".join(chr(int(code, base)) for code in codes)
        except ValueError:
            continue
        if all(letter.isalpha() or letter in " ,.!?'" for letter in meant):
            return found.start(), found.end(), meant
    return None


def _of_codes(found: re.Match[str], base: int) -> Edit | None:
    """A row of numbers as a word or words, where it is one."""
    row = found[0].rstrip(" ,;:-")
    if base == 10:
        codes = re.findall(r"\d+", row)
    else:
        digits = _CODE.sub("", row)
        width = 2 if base == 16 else 8 if len(digits) % 8 == 0 else 7
        codes = [digits[at : at + width] for at in range(0, len(digits), width)]
    meant = "".join(chr(int(code, base)) for code in codes)
    if not all(letter.isalpha() or letter in " '-" for letter in meant) or sum(map(str.isalpha, meant)) < 3:
        return None
    return found.start(), found.start() + len(row), meant


def _of_escape(found: re.Match[str]) -> Edit | None:
    code = int(next(filter(None, found.groups())), 16)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF or not chr(code).isprintable():
        return None
    return found.start(), found.end(), chr(code)


def _of_base64(found: re.Match[str]) -> Edit | None:
    """Only what decodes to words; most words of four, eight … letters decode to rubbish."""
    code = found[0].rstrip("=")
    if (len(code) < _SHORT and code == found[0] and len(code) % 4 == 0) or not _MIXED.search(code):
        return None
    try:
        meant = base64.b64decode(
            code + "=" * (-len(code) % 4), altchars=b"-_" if "-" in code or "_" in code else None, validate=True
        ).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
    if len(code) < _SHORT and code == found[0] and not meant[:1].isalpha():
        return None
    wordy = sum(character.isalpha() or character in " ,.!?'-" for character in meant)
    if len(meant) < 4 or wordy * 4 < len(meant) * 3 or not meant.isprintable():
        return None
    return found.start(), found.end(), meant
