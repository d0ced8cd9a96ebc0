"""Further kinds of disguise, written before it was looked at what is caught; see `kinds` for the earlier."""

import base64
import random
from typing import Final

from moderation.testing.disguises import VOWELS, Trick, each, first_vowel, instead


def _at(word: str, share: float) -> int:
    return max(1, min(len(word) - 1, round(len(word) * share)))


def _put(what: str, share: float = 0.5) -> Trick:
    return lambda word: word[: _at(word, share)] + what + word[_at(word, share) :]


def _last_vowel(mask: str) -> Trick:
    """Put a mask in the place of the last vowel that is not the first letter."""

    def trick(word: str) -> str:
        at = next((i for i in range(len(word) - 1, 0, -1) if word[i] in VOWELS), len(word) // 2)
        return word[:at] + mask + word[at + 1 :]

    return trick


def _second_letter(mask: str) -> Trick:
    return lambda word: word[0] + mask + word[2:]


def _keep_first(mask: str) -> Trick:
    return lambda word: word[0] + mask * (len(word) - 1)


def _middle_two(mask: str) -> Trick:
    return lambda word: (
        word[: len(word) // 2 - 1] + mask * 2 + word[len(word) // 2 + 1 :] if len(word) > 3 else word
    )


def _scattered(pool: str, share: float) -> Trick:
    """Put something from a pool behind some letters, the same for the same word."""

    def trick(word: str) -> str:
        chance = random.Random(word + pool)
        return "".join(c + (chance.choice(pool) if chance.random() < share else "") for c in word[:-1]) + word[-1]

    return trick


def _mixed(letters: str, others: str) -> Trick:
    """Put other letters in the place of every second that can be changed."""
    table = dict(zip(letters, others, strict=True))

    def trick(word: str) -> str:
        turn, found = 0, []
        for c in word:
            turn += c in table
            found.append(table[c] if c in table and turn % 2 else c)
        return "".join(found)

    return trick


def _exchanged_early(word: str) -> str:
    return word[0] + word[2] + word[1] + word[3:] if len(word) > 3 else word


def _letter_added(word: str) -> str:
    return word[: len(word) // 2] + word[len(word) // 2] + word[len(word) // 2 :]


def _dropped_late(word: str) -> str:
    return word[:-2] + word[-1] if len(word) > 5 else word


def _then(first: Trick, second: Trick) -> Trick:
    return lambda word: second(first(word))


_LOOKS: Final = _mixed("aceopxyi", "асеорхуі")
_LIGHT: Final = instead("aeio", "4310")
_BOLD_SERIF: Final = each(lambda c: chr(0x1D400 + ord(c) - 97 + 26) if "a" <= c <= "z" else c)
_MONO: Final = each(lambda c: chr(0x1D670 + ord(c) - 97 + 26) if "a" <= c <= "z" else c)
_WIDE: Final = each(lambda c: chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c)

INVISIBLE: Final[dict[str, Trick]] = {
    "zero width here and there": _scattered("\u200b\u200c\u200d\ufeff", 0.5),
    "one zero-width space": _put("\u200b"),
    "one soft hyphen": _put("\u00ad", 0.3),
    "invisible plus": "\u2064".join,
    "hangul in the middle": _put("\u1160"),
    "variation selector sixteen": _put("\ufe0f", 0.4),
    "tag spaces": _put("\U000e0020"),
}
DIRECTIONS: Final[dict[str, Trick]] = {
    "backwards in an override": lambda w: "\u202e" + w[::-1],
    "pop alone": _put("\u202c"),
    "right-to-left isolate": lambda w: f"\u2067{w}\u2069",
}
LOOK_ALIKES: Final[dict[str, Trick]] = {
    "every second in Cyrillic": _LOOKS,
    "Greek vowels": instead("aoiuev", "αοιυεν"),
    "long s and dotless": instead("si", "ſı"),
    "open e and turned": instead("eo", "ɛɔ"),
    "Armenian o and u": instead("ouhn", "օսհո"),
    "Latin extensions": instead("abcdehiklnoptuyz", "ąƃćďęħįķłńøþťųÿż"),
    "mathematical Greek": instead("aoiv", "𝛼𝜊𝜄𝜈"),
    "Cyrillic both cases": instead("kmthbnuw", "кмтһьпцш"),
}
FORMS: Final[dict[str, Trick]] = {
    "bold serif": _BOLD_SERIF,
    "monospace": _MONO,
    "fullwidth lower": _WIDE,
    "circled then plain": lambda w: "".join(
        chr(0x24D0 + ord(c) - 97) if i % 2 == 0 and "a" <= c <= "z" else c for i, c in enumerate(w)
    ),
    "negative squared first": lambda w: chr(0x1F170 + ord(w[0]) - 97) + w[1:] if "a" <= w[0] <= "z" else w,
    "regional letters apart": lambda w: " ".join(chr(0x1F1E6 + ord(c) - 97) if "a" <= c <= "z" else c for c in w),
}
MARKS: Final[dict[str, Trick]] = {
    "umlauts": instead("aeiouy", "äëïöüÿ"),
    "grave and hook": instead("aeiou", "ảẻỉỏủ"),
    "strike through": each(lambda c: c + "\u0336"),
    "rings and dots": _scattered("\u030a\u0307\u0323\u0325", 0.9),
    "heavy stack": each(lambda c: c + "\u0310\u0352\u0357\u0303\u0327\u0331" * 2),
    "cedillas": instead("ceghklnrst", "çȩģḩķļņŗşţ"),
}
LEET: Final[dict[str, Trick]] = {
    "one for i": instead("i", "1"),
    "zero for o": instead("o", "0"),
    "three for e": instead("e", "3"),
    "four for a": instead("a", "4"),
    "at for a": instead("a", "@"),
    "dollar for s": instead("s", "$"),
    "bang for i": instead("i", "!"),
    "five for s and seven for t": instead("st", "57"),
    "nine for g and six for b": instead("gb", "96"),
    "every second in leet": _mixed("aeiost", "431057"),
    "all in leet": instead("aeiostbgl", "431057891"),
    "eight for b and v for u": instead("bu", "8v"),
}
MASKS: Final[dict[str, Trick]] = {
    "first vowel starred": first_vowel("*"),
    "last vowel starred": _last_vowel("*"),
    "second letter starred": _second_letter("*"),
    "second letter at": _second_letter("@"),
    "two stars in the middle": _middle_two("*"),
    "first letter and stars": _keep_first("*"),
    "hash for a vowel": _last_vowel("#"),
    "dash for a vowel": _last_vowel("-"),
    "dot for a vowel": first_vowel("."),
    "two dots": first_vowel(".."),
    "underscore for the second": _second_letter("_"),
    "grawlix in the middle": lambda w: w[0] + "#@!&"[: max(1, len(w) - 2)] + w[-1],
    "ends kept with stars": lambda w: w[0] + "*" * (len(w) - 2) + w[-1],
    "x for a vowel": first_vowel("x"),
}
GAPS: Final[dict[str, Trick]] = {
    "spaces between": " ".join,
    "dots between": ".".join,
    "hyphens between": "-".join,
    "underscores between": "_".join,
    "stars between": "*".join,
    "commas and spaces": ", ".join,
    "slashes and spaces": " / ".join,
    "one space": _put(" "),
    "one dot": _put("."),
    "one star": _put("*"),
    "one apostrophe": _put("'"),
    "one comma": _put(","),
    "one bracket": _put("("),
    "quotes around the middle": lambda w: f'{w[0]}"{w[1:-1]}"{w[-1]}',
    "a letter a line": "\n".join,
    "smileys between": "🙂".join,
    "spaces but for the last two": lambda w: " ".join(w[:-2]) + " " + w[-2:] if len(w) > 4 else " ".join(w),
    "bold tag inside": lambda w: f"{w[:2]}<strong>{w[2:]}</strong>",
}
SHAPES: Final[dict[str, Trick]] = {
    "first doubled": lambda w: w[0] * 2 + w[1:],
    "vowels doubled": each(lambda c: c * 2 if c in VOWELS else c),
    "last letter six times": lambda w: w + w[-1] * 5,
    "every letter thrice": each(lambda c: c * 3),
    "upper and lower": lambda w: "".join(c.lower() if i % 2 else c.upper() for i, c in enumerate(w)),
    "letters exchanged early": _exchanged_early,
    "letter added": _letter_added,
    "letter dropped late": _dropped_late,
    "hashtag with a tail": lambda w: f"#{w}forever",
    "glued you": lambda w: f"you{w}",
    "numbers behind": lambda w: f"{w}99",
    "k and z": lambda w: w.replace("c", "k").replace("s", "z"),
    "ph for f": lambda w: w.replace("f", "ph"),
    "ee for i": lambda w: w.replace("i", "ee"),
    "written backwards": lambda w: w[::-1],
    "oo for u": lambda w: w.replace("u", "oo"),
}
ENCODINGS: Final[dict[str, Trick]] = {
    "entity in the middle": lambda w: f"{w[:2]}&#x{ord(w[2]):x};{w[3:]}" if len(w) > 2 else w,
    "percent throughout": lambda w: "".join(f"%{b:02X}" for b in w.encode()),
    "escaped middle": lambda w: f"{w[0]}\\u{ord(w[1]):04x}{w[2:]}",
    "base64 in a sentence": lambda w: base64.b64encode(f"hey {w} hey".encode()).decode(),
    "entities three times": each(lambda c: f"&amp;amp;#{ord(c)};"),
}
PLACES: Final[dict[str, Trick]] = {
    "in code": lambda w: f"`{w}`",
    "quoted line": lambda w: f"{w}\n> as somebody said",
    "link text": lambda w: f"[{w}](https://example.org)",
    "path": lambda w: f"https://example.org/{w.replace(' ', '_')}",
    "alt text": lambda w: f'<img src="a.png" alt="{w}">',
    "after a long text": lambda w: ("The council met on Monday and spoke about the bridge at length. " * 30) + w,
    "single quotes": lambda w: f"‘{w}’",
    "between slashes": lambda w: f"/{w}/",
}
COMBINED: Final[dict[str, Trick]] = {
    "leet and spaces": _then(_LIGHT, " ".join),
    "leet and dots": _then(_LIGHT, ".".join),
    "leet and capitals": lambda w: _LIGHT(w).upper(),
    "leet and a long end": lambda w: _LIGHT(w) + w[-1] * 3,
    "star and long end": lambda w: first_vowel("*")(w) + w[-1] * 3,
    "star and capitals": lambda w: first_vowel("*")(w).upper(),
    "look-alikes and leet": _then(_mixed("ceopxy", "сеорху"), instead("ai", "41")),
    "look-alikes and spaces": _then(_LOOKS, " ".join),
    "accents and spaces": _then(instead("aeiou", "áéíóú"), " ".join),
    "accents and zero width": _then(instead("aeiou", "áéíóú"), "\u200b".join),
    "fullwidth and spaces": _then(_WIDE, " ".join),
    "bold and strike": _then(_BOLD_SERIF, each(lambda c: c + "\u0336")),
    "swapped and capitals": lambda w: _exchanged_early(w).upper(),
    "hyphens and marks": _then("-".join, MARKS["rings and dots"]),
    "entities and look-alikes": _then(_LOOKS, each(lambda c: f"&#{ord(c)};")),
    "hashtag and leet": lambda w: "#" + _LIGHT(w),
}
UNSEEN: Final[dict[str, dict[str, Trick]]] = {
    "invisible characters": INVISIBLE,
    "directions": DIRECTIONS,
    "look-alikes": LOOK_ALIKES,
    "compatibility forms": FORMS,
    "marks": MARKS,
    "leet": LEET,
    "self-censoring": MASKS,
    "separators": GAPS,
    "shape": SHAPES,
    "encodings": ENCODINGS,
    "placement": PLACES,
    "two at once": COMBINED,
}
