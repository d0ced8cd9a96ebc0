"""Disguises as other people would write them: kinds that were invented before it was looked at what is read.

A kind that differs from one in `kinds` or `unseen_kinds` by its table alone is here on purpose: everybody who
types leet or copies a fancy alphabet has a table of his own.
"""

import random
import re
from collections.abc import Callable
from typing import Final

from moderation.testing.disguises import VOWELS, Trick, each, first_vowel

_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz"


def _table(letters: str, forms: str) -> Trick:
    """Put forms of one character or more, apart by spaces, in the place of letters."""
    meant = dict(zip(letters, forms.split(), strict=True))
    return each(lambda letter: meant.get(letter, letter))


def _scattered(pool: str, most: int) -> Trick:
    """Put up to so many characters of a pool behind every letter, the same for the same word."""

    def trick(word: str) -> str:
        chance = random.Random(f"{word}{pool}")
        return "".join(c + "".join(chance.choices(pool, k=chance.randint(1, most))) for c in word)

    return trick


def _one_of(*tricks: Trick) -> Trick:
    """Change one letter after another by one trick after another."""
    return lambda word: "".join(tricks[i % len(tricks)](c) for i, c in enumerate(word))


def _every_vowel(mask: str) -> Trick:
    return lambda word: word[0] + "".join(mask if c in VOWELS else c for c in word[1:])


def _spelt(*pairs: tuple[str, str]) -> Trick:
    """Spell by sound: each pattern and what is written instead."""

    def trick(word: str) -> str:
        for heard, written in pairs:
            word = re.sub(heard, written, word)
        return word

    return trick


def _put(what: str, share: float = 0.5) -> Trick:
    def trick(word: str) -> str:
        at = max(1, min(len(word) - 1, round(len(word) * share)))
        return word[:at] + what + word[at:]

    return trick


def _changed(word: str, change: Callable[[str, int], str]) -> str:
    """Change something inside a word of five letters or more, somewhere that depends on the word."""
    return change(word, random.Random(word).randrange(1, len(word) - 2)) if len(word) > 4 else word


def _numbered(word: str) -> str:
    return " ".join(f"{i}.{c}" for i, c in enumerate(word, 1))


def _pairs(gap: str) -> Trick:
    return lambda word: gap.join(word[i : i + 2] for i in range(0, len(word), 2))


def _words_joined(gap: str) -> Trick:
    return lambda word: gap.join(word.split())


def _then(first: Trick, second: Trick) -> Trick:
    return lambda word: second(first(word))


_CYRILLIC: Final = _table("abcehikmnoprstuxy", "а Ь с е һ і к м п о р г ѕ т у х у")
_GREEK: Final = _table("abehikmnoprtuvxyzw", "α β ε η ι κ м η ο ρ г τ υ ν χ γ ζ ω")
_LEET: Final = _table("aeiostbg", "4 3 1 0 5 7 8 9")
_VOWELS_ONLY: Final = _table("aeio", "4 3 1 0")
_SIGNS: Final = _table("aeisot", "@ € ! $ 0 +")
_ACCENTS: Final = _table("aeioucsntgrdl", "ã ę ī ő ū č ś ň ţ ğ ř ď ł")
_SMALL: Final = _table(_ALPHABET, "ᴀ ʙ ᴄ ᴅ ᴇ ꜰ ɢ ʜ ɪ ᴊ ᴋ ʟ ᴍ ɴ ᴏ ᴘ ǫ ʀ ꜱ ᴛ ᴜ ᴠ ᴡ x ʏ ᴢ")

INVISIBLE: Final[dict[str, Trick]] = {
    "braille blanks": "\u2800".join,
    "Mongolian variations": _scattered("\u180b\u180c", 1),
    "many at once": _scattered("\u200b\u200c\u2060\ufeff\u00ad", 3),
    "format marks in turn": _scattered("\u200e\u200f\u061c", 1),
    "tags behind letters": _scattered("\U000e0061\U000e0062\U000e007f", 1),
    "spaces that join": _put("\u2060\u202f\u2060"),
}
DIRECTIONS: Final[dict[str, Trick]] = {
    "element that turns": lambda w: f'<bdo dir="rtl">{w[::-1]}</bdo>',
    "override never closed": lambda w: f"\u202e{w[::-1]}\u2069\u202c",
    "each letter in an override": "\u202d\u202c".join,
}
LOOK_ALIKES: Final[dict[str, Trick]] = {
    "Cyrillic throughout": _CYRILLIC,
    "Greek throughout": _GREEK,
    "two scripts in turn": _one_of(_CYRILLIC, _GREEK),
    "Cherokee throughout": _table("abcdeghijklmnoprstvwyz", "Ꭺ Ᏼ Ꮯ Ꭰ Ꭼ Ꮐ Ꮋ Ꮖ Ꭻ Ꮶ Ꮮ Ꮇ Ꮑ Ꭴ Ꮲ Ꮢ Ꮪ Ꭲ Ꮩ Ꮃ Ꭹ Ꮓ"),
    "barred letters": _table("abcdeghijklmnoprstuyz", "ⱥ ƀ ȼ đ ɇ ǥ ħ ɨ ɉ ꝁ ł ɱ ƞ ø ᵽ ɍ ꞩ ŧ ʉ ɏ ƶ"),
    "currency alphabet": _table(_ALPHABET, "₳ ฿ ₵ Đ Ɇ ₣ ₲ Ⱨ ł J ₭ Ⱡ ₥ ₦ Ø ₱ Q Ɽ ₴ ₮ Ʉ V ₩ Ӿ Ɏ Ⱬ"),
    "syllabic alphabet": _table(_ALPHABET, "ᗩ ᗷ ᑕ ᗪ E ᖴ G ᕼ I ᒍ K ᒪ ᗰ ᑎ O ᑭ ᑫ ᖇ ᔕ T ᑌ ᐯ ᗯ ᙭ Y ᘔ"),
    "Chinese alphabet": _table(
        _ALPHABET, "卂 乃 匚 ᗪ 乇 千 Ꮆ 卄 丨 ﾌ Ҝ ㄥ 爪 几 ㄖ 卩 Ɋ 尺 丂 ㄒ ㄩ ᐯ 山 乂 ㄚ 乙"
    ),
    "Thai alphabet": _table(_ALPHABET, "ค ๒ ς ๔ є Ŧ ﻮ ђ เ ן к ɭ ๓ ภ ๏ ק ợ г ร Շ ย ש ฬ א ץ չ"),
    "mixed alphabet": _table(_ALPHABET, "α в ¢ ∂ є ƒ g н ι נ к ℓ м η σ ρ q я ѕ т υ ν ω χ у z"),
    "Armenian alphabet": _table(_ALPHABET, "ą ҍ ç ժ ҽ ƒ ց հ ì ʝ ҟ Ӏ ʍ ղ օ ք զ ɾ ʂ է մ ѵ ա × վ Հ"),
    "hooks throughout": _table("abcdefghiklnoprstuvyz", "ɑ ɓ ƈ ɗ ɛ ƒ ɠ ɦ ɩ ƙ ɭ ŋ ɵ ƥ ʀ ʂ ƭ ʋ ѵ ƴ ʐ"),
    "l for i": lambda w: w.replace("i", "l"),
    "rn for m": lambda w: w.replace("m", "rn"),
}
FORMS: Final[dict[str, Trick]] = {
    "parenthesised": each(lambda c: chr(0x249C + ord(c) - 97) if c in _ALPHABET else c),
    "emoji alphabet": _table(_ALPHABET, "🅰 🅱 © ↩ 📧 🎏 ⛽ ♓ ℹ 🗾 🎋 👢 Ⓜ ♑ ⭕ 🅿 🔎 ® 💲 ✝ ⛎ ✅ 🔱 ❌ 💹 💤"),
    "negative squares as emoji": each(lambda c: chr(0x1F170 + ord(c) - 97) + "\ufe0f" if c in _ALPHABET else c),
    "four alphabets in turn": _one_of(
        *(
            _table(_ALPHABET, " ".join(chr(first + n) for n in range(26)))
            for first in (0x1D41A, 0xFF41, 0x24D0, 0x1D68A)
        )
    ),
    "raised": _table("abcdefghijklmnoprstuvwxyz", "ᵃ ᵇ ᶜ ᵈ ᵉ ᶠ ᵍ ʰ ⁱ ʲ ᵏ ˡ ᵐ ⁿ ᵒ ᵖ ʳ ˢ ᵗ ᵘ ᵛ ʷ ˣ ʸ ᶻ"),
    "raised digits": _table("aeiost", "⁴ ³ ¹ ⁰ ⁵ ⁷"),
    "emoji letters": _table("abcimopstx", "🅰️ 🅱️ ©️ ℹ️ Ⓜ️ 🅾️ 🅿️ 💲 ✝️ ❌"),
    "circles for o": lambda w: w.replace("o", "🔴").replace("s", "💲"),
    "keycaps": _table("aeiostbg", "4️⃣ 3️⃣ 1️⃣ 0️⃣ 5️⃣ 7️⃣ 8️⃣ 9️⃣"),
}
MARKS: Final[dict[str, Trick]] = {
    "accents everywhere": _ACCENTS,
    "marks at will": _scattered("".join(map(chr, range(0x300, 0x315))), 1),
    "towers": _scattered("".join(map(chr, range(0x300, 0x363))), 13),
    "marks of other scripts": _scattered("\u064b\u064e\u0650\u0591\u05b0\u0e38\u0e49", 1),
    "enclosing marks": _scattered("\u20dd\u20de\u20df\u20e3\u20e0", 1),
    "small capitals with marks": _then(_SMALL, _scattered("\u0301\u0308\u0323", 1)),
}
LEET: Final[dict[str, Trick]] = {
    "signs": _SIGNS,
    "signs, digits and v": _table("aeioustcl", "@ 3 ! 0 v $ 7 ( 1"),
    "drawn": _table(
        _ALPHABET,
        "/\\ |3 ( |) 3 |= 6 |-| | _| |< |_ |\\/| |\\| () |> 0_ |2 5 7 |_| \\/ \\/\\/ >< `/ 2",
    ),
    "every second letter": _one_of(_LEET, lambda letter: letter),
    "capitals": lambda w: _LEET(w).upper(),
    "v for u, bang for i": lambda w: w.replace("u", "v").replace("i", "!"),
}
MASKS: Final[dict[str, Trick]] = {
    **{f"every vowel {name}": _every_vowel(mask) for name, mask in (
        ("starred", "*"), ("hashed", "#"), ("dashed", "-"), ("a long dash", "–"), ("a block", "█"),
        ("dotted", "."), ("underscored", "_"),
    )},
    **{f"first vowel {name}": first_vowel(mask) for name, mask in (
        ("a cross", "×"), ("a long dash", "—"), ("a flower", "✱"), ("an angry face", "🤬"), ("a bang", "!"),
        ("two escaped stars", "\\*\\*"),
    )},
    "all but two in front and one behind": lambda w: w[:2] + "*" * (len(w) - 3) + w[-1] if len(w) > 4 else w,
    "last third": lambda w: w[: max(2, len(w) * 2 // 3)] + "*" * (len(w) - max(2, len(w) * 2 // 3)),
    "star between": _put("*"),
    "star and a long end": lambda w: first_vowel("#")(w) + w[-1] * 4,
}  # fmt: skip
GAPS: Final[dict[str, Trick]] = {
    **{f"between letters: {gap!r}": gap.join for gap in (
        "~", "|", "!", " • ", "; ", "...", " - ", "`", '"', "**", "@", "\n\n", "\r\n", "\u3000", "&nbsp;", "<br>",
        "<!-- x -->", "</b><b>", "<wbr>", "👨\u200d👩\u200d👧",
    )},
    "numbered letters": _numbered,
    "quoted letters": lambda w: " ".join(f"'{c}'" for c in w),
    "letters in parentheses": each(lambda c: f"({c})"),
    "emphasised letters": lambda w: "".join(f"*{c}*" if i % 2 else c for i, c in enumerate(w)),
    "tagged letters": each(lambda c: f"<i>{c}</i>"),
    "two and two": _pairs(" "),
    "two-two": _pairs("-"),
    "half in bold": lambda w: f"{w[: len(w) // 2]}[b]{w[len(w) // 2 :]}[/b]",
    "tag of no browser": _put("<x/>"),
    "half a link": lambda w: f"{w[: len(w) // 2]}[{w[len(w) // 2 :]}](https://example.org/a)",
    "a letter an item": lambda w: "\n" + "\n".join(f"- {c}" for c in w) + "\n",
    "a capital a line": lambda w: "\n" + "\n".join(w.upper()) + "\n",
}  # fmt: skip
SHAPES: Final[dict[str, Trick]] = {
    "vowels stretched": each(lambda c: c * 5 if c in VOWELS else c),
    "letters stretched at will": lambda w: "".join(
        c * random.Random(w + str(i)).randint(1, 4) for i, c in enumerate(w)
    ),
    "prefix and number": lambda w: f"mega{w}88",
    "between crosses": lambda w: f"xX{w}Xx",
    "one vowel another": lambda w: (
        w[0] + re.sub("[aeiou]", lambda v: "ouaei"["aeiou".index(v[0])], w[1:], count=1)
    ),
    "one letter too many": lambda w: _changed(w, lambda word, at: word[:at] + "x" + word[at:]),
    "one letter wrong": lambda w: _changed(w, lambda word, at: word[:at] + "q" + word[at + 1 :]),
    "two letters exchanged": lambda w: _changed(w, lambda x, at: x[:at] + x[at + 1] + x[at] + x[at + 2 :]),
    "last two letters exchanged": lambda w: w[:-2] + w[-1] + w[-2] if len(w) > 4 else w,
    "without its first vowel": first_vowel(""),
    "stuttered": lambda w: f"{w[0]}-{w[0]}-{w}",
    "word a line": _words_joined("\n"),
    "dots for spaces": _words_joined("."),
    "dashes for spaces": _words_joined("-"),
    "camel case": lambda w: "".join(part[:1].upper() + part[1:] for part in w.split()),
    "ph and k": _spelt(("f", "ph"), ("ck", "k"), ("c(?=[aou])", "k")),
    "oo and ee": _spelt(("u", "oo"), ("i(?!n)", "ee")),
    "a for er": _spelt(("er(s?)$", r"a\1"), ("ing$", "in")),
    "kk": _spelt(("ck", "kk"), ("x", "ks")),
    "aw and ea": _spelt(("o", "aw"), ("ee", "ea")),
    "h behind vowels": _spelt(("u", "uh"), ("a", "ah")),
    "emoji around": lambda w: f"🔥{w}🔥",
}
ENCODINGS: Final[dict[str, Trick]] = {
    "quoted-printable": lambda w: "".join(f"={byte:02X}" for byte in w.encode()),
    "style sheet escapes": each(lambda c: f"\\{ord(c):06x}"),
    "octal": lambda w: "".join(f"\\{ord(c):03o}" for c in w) if w.isascii() else w,
    "percent of percent": lambda w: "".join(f"%25{byte:02x}" for byte in w.encode()),
    "named accents": _table("aiou", "&aacute; &iota; &omicron; &uuml;"),
    "numbers of letters": lambda w: " ".join(map(str, w.encode())) if w.isascii() else w,
    "numbers in base two": lambda w: " ".join(f"{byte:08b}" for byte in w.encode()) if w.isascii() else w,
    "numbers in base sixteen": lambda w: w.encode().hex(" ") if w.isascii() else w,
    "code points": lambda w: " ".join(f"U+{ord(c):04X}" for c in w),
}
PLACES: Final[dict[str, Trick]] = {
    "title of a link": lambda w: f'[here](https://example.org "{w}")',
    "title of an element": lambda w: f'<span title="{w}">here</span>',
    "path of an address": lambda w: f"https://example.org/{w.replace(' ', '%20')}",
    "question of an address": lambda w: f"https://example.org/?q={w.replace(' ', '+')}",
    "fragment of an address": lambda w: f"www.example.com/page#{w.replace(' ', '_')}",
    "details": lambda w: f"<details><summary>more</summary>{w}</details>",
    "struck out": lambda w: f"~~{w}~~",
    "a word an item": lambda w: "\n- " + "\n- ".join(w.split()) + "\n",
    "name of a file": lambda w: w.replace(" ", "_") + ".jpg",
}
TRANSLITERATION: Final[dict[str, Trick]] = {
    "Greek letter by letter": _table(_ALPHABET, "α β κ δ ε φ γ χ ι τζ κ λ μ ν ο π κ ρ σ τ ου β ου ξ υ ζ"),
    "Armenian letter by letter": _table(_ALPHABET, "ա բ կ դ ե ֆ գ հ ի ջ կ լ մ ն ո պ ք ր ս տ ու վ վ քս յ զ"),
}
COMBINED: Final[dict[str, Trick]] = {
    "leet apart": _then(_VOWELS_ONLY, " ".join),
    "leet and dots": _then(_LEET, ".".join),
    "stretched signs": _then(SHAPES["vowels stretched"], _SIGNS),
    "one digit, one look-alike": _one_of(_LEET, _CYRILLIC),
    "backwards in leet": lambda w: _VOWELS_ONLY(w[::-1]),
    "hyphens in capitals": lambda w: "-".join(w.upper()),
    "accents and leet": _one_of(_ACCENTS, _LEET),
    "ph, k and digits": _then(SHAPES["ph and k"], _VOWELS_ONLY),
    "stretched and hyphens": _then(SHAPES["letters stretched at will"], "-".join),
    "one space and digits": _then(_VOWELS_ONLY, _put(" ")),
    "affixes and digits": _then(_VOWELS_ONLY, lambda w: f"super{w}"),
    "override and zero width": lambda w: "\u202e" + "\u200b".join(w[::-1]) + "\u202c",
    "struck through, apart": lambda w: " ".join(f"{c}\u0336" for c in w),
    "in code, in signs": lambda w: f"`{_SIGNS(w)}`",
    "exchanged, in digits": _then(SHAPES["two letters exchanged"], _VOWELS_ONLY),
}
OUTSIDE: Final[dict[str, dict[str, Trick]]] = {
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
    "transliteration": TRANSLITERATION,
    "two at once": COMBINED,
}
