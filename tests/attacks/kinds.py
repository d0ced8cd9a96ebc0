"""Kinds of disguise that the rules were not written from: each a function from a word to what is typed instead.

They stand beside `moderation.testing.disguises` and share no definition with it, so that a family is measured by
more than the one way in which it was built.
"""

import base64
import random
from typing import Final

from moderation.testing.disguises import VOWELS, Trick, each, first_vowel, instead

_SANS, _SANS_BOLD, _ITALIC, _BOLD_ITALIC = 0x1D5BA, 0x1D5EE, 0x1D44E, 0x1D482
_BOLD_SCRIPT_CAPITALS, _FULLWIDTH_CAPITALS = 0x1D4D0, 0xFF21


def _latin(word: str, first: int) -> str:
    """Move `a` to `z` to where another alphabet begins."""
    return "".join(chr(first + ord(c) - ord("a")) if "a" <= c <= "z" else c for c in word)


def _from(first: int) -> Trick:
    return lambda word: _latin(word.lower(), first)


def _inside(what: str) -> Trick:
    return lambda word: word[: len(word) // 2] + what + word[len(word) // 2 :]


def _around(before: str, after: str) -> Trick:
    return lambda word: before + word + after


def _between(gap: str) -> Trick:
    return lambda word: gap.join(word.replace(" ", ""))


def _chaotic(pool: str, most: int) -> Trick:
    """Scatter marks from a pool over the letters, the same for the same word."""

    def trick(word: str) -> str:
        chance = random.Random(word)
        return "".join(c + "".join(chance.choices(pool, k=chance.randint(1, most))) for c in word)

    return trick


def _mixed_gaps(word: str) -> str:
    gaps = (".", "-", " ", "_", "*")
    return "".join(c + gaps[i % len(gaps)] for i, c in enumerate(word[:-1])) + word[-1]


def _masked(word: str, mask: str) -> str:
    return "".join(mask if c in VOWELS and i else c for i, c in enumerate(word))


def _all_but_ends(mask: str) -> Trick:
    return lambda word: word[0] + mask * (len(word) - 2) + word[-1]


def _swapped_late(word: str) -> str:
    return word[:-3] + word[-2] + word[-3] + word[-1] if len(word) > 4 else word[0] + word[2] + word[1] + word[3:]


def _one_look_alike(word: str) -> str:
    """Only the first letter that has a Cyrillic twin."""
    twins = dict(zip("aceopxyi", "асеорхуі", strict=True))
    at = next((i for i, c in enumerate(word) if c in twins), None)
    return word if at is None else word[:at] + twins[word[at]] + word[at + 1 :]


INVISIBLE: Final[dict[str, Trick]] = {
    "invisible separators": "\u2063".join,
    "function application": "\u2061".join,
    "Mongolian vowel separators": "\u180e".join,
    "Khmer vowels that print as nothing": "\u17b4".join,
    "half-width filler": _inside("\uffa0"),
    "supplementary variation selectors": "\U000e0101".join,
    "direction marks": "\u200e".join,
    "Arabic letter marks": _inside("\u061c"),
    "deprecated format characters": _inside("\u206b"),
    "annotation anchors": _inside("\ufffa"),
    "C1 controls": _inside("\x84"),
    "delete characters": _inside("\x7f"),
    "backspaces": _inside("\b"),
    "musical beams": _inside("\U0001d173"),
    "shorthand controls": _inside("\U0001bca1"),
    "several invisibles": "\u200b\u2060\ufeff".join,
    "non-characters": _inside("\ufdd0"),
    "private use": _inside("\ue000"),
    "object replacement": _inside("\ufffc"),
}
DIRECTIONS: Final[dict[str, Trick]] = {
    "override in an isolate": lambda word: f"\u2067\u202e{word[::-1]}\u202c\u2069",
    "left-to-right override": lambda word: f"\u202d{word}\u202c",
    "embedding": lambda word: f"\u202b{word}\u202c",
    "first strong isolate": lambda word: f"\u2068{word}\u2069",
    "override in the middle": lambda word: f"{word[:2]}\u202e{word[:1:-1]}\u202c",
}
LOOK_ALIKES: Final[dict[str, Trick]] = {
    "one Cyrillic letter": _one_look_alike,
    "Cyrillic and Greek in turn": lambda word: "".join(
        dict(zip("aeioc", "аεіοс", strict=True)).get(c, c) for c in word
    ),
    "Cherokee small": instead("abcdeghijklmoprstvwz", "ꭺꮟꮯꭰꭼꮐꮋꭵꭻꮶꮮꮇꭴꮲꮢꮪꭲꮩꮃꮓ"),
    "Coptic": instead("acehikmnoprtxyz", "ⲁⲥⲉⲏⲓⲕⲙⲛⲟⲣⲅⲧⲭⲩⲍ"),
    "Lisu": lambda word: word.upper().translate(
        str.maketrans("ABCDEFGHIJKLMNOPRSTUVWXYZ", "ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ")
    ),
    "syllabics": lambda word: word.upper().translate(str.maketrans("ABCDHJKLMNPRSTUVWX", "ᗅᗷᑕᗞᕼᒍᏦᒪᗰᑎᑭᖇᔕTᑌᐯᗯ᙭")),
    "Roman numerals": instead("cdilmvx", "ⅽⅾⅰⅼⅿⅴⅹ"),
    "phonetic letters": instead("agiouvy", "ɑɡɩɵʊʋʏ"),
    "hooked letters": instead("bcdfghkmnpqrstvyz", "ɓƈɗƒɠɦƙɱɲƥʠɼʂƭʋƴʐ"),
    "script-style g and a": instead("ga", "ɡα"),
    "dotless i": instead("ij", "ıȷ"),
    "Greek capitals": lambda word: word.upper().translate(str.maketrans("ABEHIKMNOPTXYZ", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖ")),
    "Cyrillic capitals": lambda word: word.upper().translate(str.maketrans("ABCEHIKMOPSTXY", "АВСЕНІКМОРЅТХУ")),
}
FORMS: Final[dict[str, Trick]] = {
    "sans": _from(_SANS),
    "bold sans": _from(_SANS_BOLD),
    "italic": lambda word: _latin(word.lower(), _ITALIC).replace(chr(0x1D455), "ℎ"),
    "bold italic": _from(_BOLD_ITALIC),
    "bold script capitals": lambda word: _latin(word.lower(), _BOLD_SCRIPT_CAPITALS),
    "fullwidth capitals": lambda word: _latin(word.lower(), _FULLWIDTH_CAPITALS),
    "letterlike": instead("eghilo", "ℯℊℎℹℓℴ"),
    "subscript": instead("aehijklmnoprstuvx", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"),
    "ligatures": lambda word: word.replace("ff", "ﬀ").replace("fi", "ﬁ").replace("st", "ﬆ"),
    "circled digits for letters": instead("ieost", "①③⓪⑤⑦"),
    "fullwidth leet": instead("aeios", "４３１０５"),
    "flags apart": lambda word: "\u200b".join(_latin(word.lower(), 0x1F1E6)),
    "two alphabets in turn": lambda word: "".join(
        _latin(c, _SANS_BOLD if i % 2 else 0x24D0) for i, c in enumerate(word.lower())
    ),
}
MARKS: Final[dict[str, Trick]] = {
    "scattered marks": _chaotic("\u0301\u0308\u0323\u0330\u033e\u0353\u0357", 4),
    "deep marks": _chaotic("\u0300\u0301\u0302\u0315\u031b\u0321\u0334\u0337\u0489", 9),
    "underlines": each(lambda letter: letter + "\u0332"),
    "slashes over": each(lambda letter: letter + "\u0338"),
    "boxes": each(lambda letter: letter + "\u20de"),
    "double accents": instead("aeiou", "ȁȅȉȍȕ"),
    "Vietnamese letters": instead("aeiouy", "ạẹịọụỵ"),
    "letters above": each(lambda letter: letter + "\u0363"),
    "Cyrillic titlo": each(lambda letter: letter + "\u0483"),
}
LEET: Final[dict[str, Trick]] = {
    "one digit": first_vowel("1"),
    "sevens and fives": instead("stb", "578"),
    "plus and dollar": instead("st", "$+"),
    "inverted exclamation": instead("i", "¡"),
    "drawn k and d": lambda word: word.replace("k", "|<").replace("d", "|)"),
    "drawn n, m and w": lambda word: word.replace("m", "|\\/|").replace("n", "|\\|").replace("w", "\\/\\/"),
    "parenthesis for c": instead("c", "("),
    "euro and cent": instead("ec", "€¢"),
    "leet in capitals": lambda word: instead("AEIOS", "4310$")(word.upper()),
    "vertical bars": instead("il", "||"),
}
MASKS: Final[dict[str, Trick]] = {
    "percent": first_vowel("%"),
    "question mark": first_vowel("?"),
    "caret": first_vowel("^"),
    "plus": first_vowel("+"),
    "block": first_vowel("█"),
    "bullet": first_vowel("•"),
    "two signs": lambda word: _masked(word, "#"),
    "escaped stars": first_vowel("\\*"),
    "dots inside": _all_but_ends("."),
    "dashes inside": _all_but_ends("-"),
    "underscores inside": _all_but_ends("_"),
    "grawlix inside": lambda word: word[0] + ("@#%&" * len(word))[: len(word) - 2] + word[-1],
    "bracketed vowel": lambda word: "".join(f"({c})" if c in VOWELS else c for c in word),
    "emoji for the vowel": first_vowel("🍑"),
    "ellipsis": first_vowel("…"),
    "apostrophe": first_vowel("'"),
}
GAPS: Final[dict[str, Trick]] = {
    "thin spaces": _between("\u2009"),
    "tabs": _between("\t"),
    "carriage returns": _between("\r\n"),
    "spaced dots": _between(" . "),
    "dots and spaces": _between(". "),
    "comma and space": _between(", "),
    "colons": _between(":"),
    "semicolons": _between(";"),
    "equals": _between("="),
    "plus signs": _between("+"),
    "carets": _between("^"),
    "hashes": _between("#"),
    "ampersands": _between("&"),
    "em dashes": _between("—"),
    "middle dots": _between("·"),
    "arrows": _between("→"),
    "hearts": _between("❤️"),
    "backslashes": _between("\\"),
    "ideographic stops": _between("。"),
    "mixed gaps": _mixed_gaps,
    "braces": each(lambda letter: f"{{{letter}}}"),
    "angle brackets": each(lambda letter: f"<{letter}>"),
    "one space late": lambda word: f"{word[:-2]} {word[-2:]}",
    "two spaces": lambda word: (
        f"{word[:2]} {word[2:-2]} {word[-2:]}" if len(word) > 5 else f"{word[:2]} {word[2:]}"
    ),
    "one underscore": _inside("_"),
    "one slash": _inside("/"),
    "one emoji": _inside("😂"),
    "three dots inside": _inside("..."),
    "one line end": _inside("\n"),
    "hyphen and line end": _inside("-\n"),
    "emphasised middle": lambda word: f"{word[0]}**{word[1:-1]}**{word[-1]}",
    "italic half": lambda word: f"<i>{word[: len(word) // 2]}</i>{word[len(word) // 2 :]}",
    "empty tags": _inside("<span></span>"),
    "soft hyphen entity": _inside("&shy;"),
    "zero-width entity": _inside("&#8203;"),
    "named joiner": _inside("&zwnj;"),
    "word break": _inside("<wbr>"),
}
SHAPES: Final[dict[str, Trick]] = {
    "first letter stretched": lambda word: word[0] * 4 + word[1:],
    "middle stretched": lambda word: (
        word[: len(word) // 2] + word[len(word) // 2] * 5 + word[len(word) // 2 + 1 :]
    ),
    "last two doubled": lambda word: word[:-2] + word[-2] * 2 + word[-1] * 2,
    "everything twice": each(lambda letter: letter * 2),
    "random capitals": lambda word: "".join(c.upper() if (i * 7) % 3 else c for i, c in enumerate(word)),
    "late exchange": _swapped_late,
    "joined hashtag": lambda word: f"#youare{word.replace(' ', '')}",
    "camel tail": lambda word: f"{word.capitalize()}OfTheYear",
    "glued number": lambda word: f"{word}2024",
    "glued before with capital": lambda word: f"super{word.capitalize()}",
    "signs around": _around("~~>", "<~~"),
    "mention": lambda word: f"@{word.replace(' ', '')}",
    "ending in z": lambda word: word[:-1] + "z" if word.endswith("s") else word + "z",
    "v for u": instead("u", "v"),
    "k for c": lambda word: word.replace("ck", "k").replace("c", "k"),
    "x for ck": lambda word: word.replace("ck", "x").replace("cks", "x"),
    "y for i": instead("i", "y"),
    "1337 and case": lambda word: instead("aeio", "4310")(word.title()),
}
ENCODINGS: Final[dict[str, Trick]] = {
    "entities without end": lambda word: "".join(f"&#{ord(c)}" for c in word) + ";",
    "padded entities": each(lambda letter: f"&#000{ord(letter)};"),
    "capital hexadecimal entities": each(lambda letter: f"&#X{ord(letter):04X};"),
    "one entity": lambda word: f"{word[0]}&#{ord(word[1])};{word[2:]}",
    "capital percent": lambda word: "".join(f"%{byte:02X}" for byte in word.encode()),
    "one percent": lambda word: f"{word[0]}%{ord(word[1]):02x}{word[2:]}" if word.isascii() else word,
    "hexadecimal escapes": each(lambda letter: f"\\x{ord(letter):02x}" if letter < "\xff" else letter),
    "long escapes": each(lambda letter: f"\\U{ord(letter):08x}"),
    "braced escapes": each(lambda letter: f"\\u{{{ord(letter):x}}}"),
    "base64 of the word": lambda word: base64.b64encode(word.encode()).decode(),
    "base64 of a sentence": lambda word: base64.b64encode(f"you are a {word}!!".encode()).decode(),
    "base64 without padding": lambda word: base64.b64encode(f"you are a {word}".encode()).decode().rstrip("="),
}
PLACES: Final[dict[str, Trick]] = {
    "inline code": _around("`", "`"),
    "double quotes of code": _around("``", "``"),
    "image": lambda word: f"![{word}](http://x.org/a.png)",
    "query": lambda word: f"https://example.org/?q={word.replace(' ', '+')}",
    "fragment": lambda word: f"https://example.org/#{word.replace(' ', '-')}",
    "path of a link": lambda word: f"https://example.org/{word.replace(' ', '-')}/page.html",
    "list": lambda word: f"\n- {word}\n- and so on\n",
    "table": lambda word: f"| {word} |",
    "heading": lambda word: f"\n# {word}\n",
    "spoiler": _around("||", "||"),
    "spoiler of another kind": _around(">!", "!<"),
    "parentheses": _around("(", ")"),
    "square brackets": _around("[", "]"),
    "title of a tag": lambda word: f'<a href="http://x.org" title="{word}">here</a>',
    "bold tag": _around("<b>", "</b>"),
    "underscores around": _around("_", "_"),
    "emoji around": _around("🔥", "🔥"),
}
_RU_LATIN = {"sh": "ш", "ch": "ч", "ck": "к", "ph": "ф", "th": "т", "oo": "у", "ee": "и", "qu": "кв"}
_RU_LETTER = dict(zip("abcdefghijklmnopqrstuvwxyz", "абкдефгхижклмнопкрстувwxyz", strict=True)) | {
    "w": "в", "x": "кс", "y": "и", "z": "з"}  # fmt: skip
_HY_LETTER = dict(zip("abcdefghijklmnopqrstuvwxyz", "աբկդեֆգհիջկլմնօպքրստuվwxyz", strict=True)) | {
    "u": "ու", "w": "վ", "x": "քս", "y": "ի", "z": "զ"}  # fmt: skip


def _spelt(word: str, pairs: dict[str, str], letters: dict[str, str]) -> str:
    for pair, letter in pairs.items():
        word = word.replace(pair, letter)
    return "".join(letters.get(c, c) for c in word)


SCRIPTS: Final[dict[str, Trick]] = {
    "English in Cyrillic": lambda word: _spelt(word, _RU_LATIN, _RU_LETTER),
    "English in Armenian": lambda word: _spelt(word, {"sh": "շ", "ch": "չ", "ck": "կ"}, _HY_LETTER),
}


def _then(first: Trick, second: Trick) -> Trick:
    return lambda word: second(first(word))


COMBINED: Final[dict[str, Trick]] = {
    "look-alikes with zero width": _then(_one_look_alike, "\u200b".join),
    "look-alikes with hyphens": _then(LOOK_ALIKES["Cyrillic and Greek in turn"], "-".join),
    "leet with marks": _then(LEET["sevens and fives"], MARKS["underlines"]),
    "leet in fullwidth": _then(instead("aeo", "430"), lambda word: _latin(word, 0xFF41)),
    "bold with soft hyphens": _then(_from(0x1D41A), "\u00ad".join),
    "circled with spaces": _then(_from(0x24D0), " ".join),
    "marks with dots": _then(MARKS["scattered marks"], lambda word: word.replace("\u0301", "\u0301.")),
    "stretched look-alikes": _then(_one_look_alike, lambda word: word + word[-1] * 3),
    "stretched and starred": _then(first_vowel("*"), lambda word: word[0] * 3 + word[1:]),
    "capital spaces": _then(str.upper, " ".join),
    "capital leet dots": _then(lambda word: instead("AEIOS", "4310$")(word.upper()), ".".join),
    "entities with leet": _then(instead("aeio", "4310"), ENCODINGS["padded entities"]),
    "percent of look-alikes": _then(_one_look_alike, ENCODINGS["capital percent"]),
    "backwards with zero width": _then(lambda word: word[::-1], "\u200b".join),
    "override of leet": _then(LEET["sevens and fives"], lambda word: f"\u202e{word[::-1]}\u202c"),
    "camel leet": _then(instead("aeio", "4310"), lambda word: f"You{word.capitalize()}"),
    "hashtag of look-alikes": _then(_one_look_alike, lambda word: f"#{word}"),
    "spaces and emoji": _then(" ".join, lambda word: word.replace(" ", " 😂 ", 1)),
    "small capitals in bold marks": _then(instead("abcdegiklmnoprtu", "ᴀʙᴄᴅᴇɢɪᴋʟᴍɴᴏᴘʀᴛᴜ"), MARKS["slashes over"]),
    "tag and leet": _then(instead("aeio", "4310"), lambda word: f"{word[0]}<b>{word[1:]}</b>"),
    "link text of fullwidth": _then(_from(0xFF41), lambda word: f"[{word}](http://x.org)"),
    "base64 of leet": _then(
        instead("aeio", "4310"), lambda word: base64.b64encode(f"you {word}".encode()).decode()
    ),
}
FAMILIES: Final[dict[str, dict[str, Trick]]] = {
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
    "transliteration": SCRIPTS,
    "two at once": COMBINED,
}
