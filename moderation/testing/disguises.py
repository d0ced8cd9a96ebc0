"""What evaders do to a word: families of disguise, each a function from a word to what is typed."""

import base64
from collections.abc import Callable
from typing import Final

#: Letters that are masked first.
VOWELS: Final = "aeiouаеиоуыюяաեիոէ"

Trick = Callable[[str], str]


def each(change: Callable[[str], str]) -> Trick:
    """Change every letter."""
    return lambda word: "".join(map(change, word))


def instead(letters: str, others: str) -> Trick:
    """Put other letters in the place of some."""
    return lambda word: word.translate(str.maketrans(letters, others))


def _from(first: int) -> Trick:
    return each(lambda letter: chr(first + ord(letter) - ord("a")))


def _inside(what: str) -> Trick:
    return lambda word: word[: len(word) // 2] + what + word[len(word) // 2 :]


def first_vowel(mask: str) -> Trick:
    """Put a mask in the place of the first vowel that does not begin the word."""

    def trick(word: str) -> str:
        at = next((index for index, letter in enumerate(word) if index and letter in VOWELS), len(word) // 2)
        return word[:at] + mask + word[at + 1 :]

    return trick


def _swapped(word: str) -> str:
    middle = len(word) // 2
    return word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]


#: What Unicode offers: invisible characters, look-alikes, styled letters, directions.
UNICODE: Final[dict[str, Trick]] = {
    "zero-width space": "\u200b".join,
    "joiners": "\u200d".join,
    "soft hyphens": "\u00ad".join,
    "variation selectors": "\ufe0f".join,
    "word joiners": "\u2060".join,
    "grapheme joiners": "\u034f".join,
    "byte order marks": "\ufeff".join,
    "hangul fillers": "\u115f".join,
    "tag letter": _inside("\U000e0061"),
    "filler": _inside("\u3164"),
    "control": _inside("\x07"),
    "nul": _inside("\0"),
    "right-to-left override": lambda word: f"\u202e{word[::-1]}\u202c",
    "override without end": lambda word: f"\u202e{word[::-1]}\u202c",
    "override of a part": lambda word: f"{word[0]}\u202e{word[:0:-1]}\u202c",
    "isolate": lambda word: f"\u2066{word}\u2069",
    "Cyrillic": instead("aceiopsxyhdwjq", "асеіорѕхуһԁԝјԛ"),
    "Greek": instead("aeioukTvpn", "αειουκΤνρη"),
    "Armenian": instead("uonhgq", "սօոհգզ"),
    "Cherokee": lambda word: word.upper().translate(str.maketrans("ABCDEHIJKLMPRSTVWZ", "ᎪᏴᏟᎠᎬᎻᏆᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ")),
    "small capitals": instead("abcdefghijklmnoprstuvwz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡᴢ"),
    "strokes": instead("bdhiloutce", "ƀđħɨłøʉŧȼɇ"),
    "superscript": instead("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"),
    "fullwidth": _from(0xFF41),
    "bold": _from(0x1D41A),
    "fraktur": _from(0x1D586),
    "script": _from(0x1D4EA),
    "typewriter": _from(0x1D68A),
    "double-struck": _from(0x1D552),
    "circled": _from(0x24D0),
    "negative circled": _from(0x1F150),
    "squared": _from(0x1F130),
    "negative squared": _from(0x1F170),
    "parenthesised": _from(0x249C),
    "flags": _from(0x1F1E6),
    "accents": instead("aeioucstdn", "áëïôüçšťďñ"),
    "rare accents": instead("abcdefhiklmostuw", "ḁḅḉḑḕḟḩḭḱḻḿṍṩṱṵẉ"),
    "combining": each(lambda letter: letter + "\u0301"),
    "zalgo": each(lambda letter: letter + "\u0300\u0316\u0334\u0351\u035c\u0489" * 3),
    "overlay": each(lambda letter: letter + "\u0336"),
    "enclosing": each(lambda letter: letter + "\u20dd"),
    "Thai marks": each(lambda letter: letter + "\u0e47"),
    "turned": instead("acehikmrtvwy", "ɐɔǝɥᴉʞɯɹʇʌʍʎ"),
}
#: What a keyboard offers: signs, separators, repetition, mark-up, encodings.
WRITTEN: Final[dict[str, Trick]] = {
    "light leet": instead("aeio", "4310"),
    "signs": instead("aeios", "@3!0$"),
    "currency": instead("cesluytba", "¢€$£µ¥₮₿₳"),
    "spaces": " ".join,
    "double spaces": "  ".join,
    "wide spaces": "\u2003".join,
    "braille blanks": "\u2800".join,
    "dots": ".".join,
    "hyphens": "-".join,
    "underscores": "_".join,
    "slashes": "/".join,
    "bullets": "•".join,
    "bars": "|".join,
    "stars between": "*".join,
    "tildes": "~".join,
    "commas": ",".join,
    "apostrophes": "'".join,
    "lines": "\n".join,
    "emoji between": "🔥".join,
    "emoji and spaces": " 😀 ".join,
    "brackets": each(lambda letter: f"[{letter}]"),
    "parentheses": each(lambda letter: f"({letter})"),
    "quotation marks": each(lambda letter: f'"{letter}"'),
    "one dot": _inside("."),
    "one hyphen": _inside("-"),
    "tag": lambda word: f"{word[0]}<b>{word[1:2]}</b>{word[2:]}",
    "code": lambda word: f"{word[0]}[b]{word[1:2]}[/b]{word[2:]}",
    "comment": _inside("<!-- -->"),
    "emphasis": lambda word: f"**{word}**",
    "struck": lambda word: f"~~{word}~~",
    "long end": lambda word: word + word[-1] * 4,
    "long vowels": each(lambda letter: letter * 4 if letter in VOWELS else letter),
    "everything thrice": each(lambda letter: letter * 3),
    "changing case": lambda word: "".join(c.upper() if i % 2 else c for i, c in enumerate(word)),
    "capitals": str.upper,
    "hashtag": lambda word: f"#{word}",
    "camel case": lambda word: f"You{word.capitalize()}",
    "camel hashtag": lambda word: f"#Such{word.capitalize()}",
    "digits after": lambda word: f"{word}123",
    "decimal entities": each(lambda letter: f"&#{ord(letter)};"),
    "hexadecimal entities": each(lambda letter: f"&#x{ord(letter):x};"),
    "entities twice": each(lambda letter: f"&amp;#{ord(letter)};"),
    "percent": each(lambda letter: f"%{ord(letter):02x}"),
    "percent twice": each(lambda letter: f"%25{ord(letter):02x}"),
    "escapes": each(lambda letter: f"\\u{ord(letter):04x}"),
    "code points": lambda word: " ".join(f"U+{ord(letter):04X}" for letter in word),
    "base64": lambda word: base64.b64encode(f"you {word}".encode()).decode(),
    "code fence": lambda word: f"```\n{word}\n```",
    "link text": lambda word: f"[{word}](http://x.org)",
    "path": lambda word: f"http://x.org/you-{word}",
    "path with underscore": lambda word: f"example.com/you_{word}/",
    "star": first_vowel("*"),
    "hash sign": first_vowel("#"),
    "dash": first_vowel("-"),
    "stars for vowels": lambda word: word[0] + "".join("*" if c in VOWELS else c for c in word[1:]),
}
#: What takes guessing to undo, two tricks at once among them.
HEURISTIC: Final[dict[str, Trick]] = {
    "heavy leet": instead("aeiostbg", "43105789"),
    "stars inside": lambda word: word[0] + "*" * (len(word) - 2) + word[-1],
    "underscore for a vowel": first_vowel("_"),
    "at for a vowel": first_vowel("@"),
    "vowel left out": lambda word: first_vowel("")(word) if len(word) > 4 else word,
    "one space": _inside(" "),
    "one space early": lambda word: f"{word[:2]} {word[2:]}",
    "backwards": lambda word: word[::-1],
    "exchanged": _swapped,
    "letter left out": lambda word: word[: len(word) // 2] + word[len(word) // 2 + 1 :] if len(word) > 5 else word,
    "glued before": lambda word: f"you{word}",
    "glued after": lambda word: f"{word}you",
    "doubled": lambda word: word[:2] + word[1:],
    "two letters for w": lambda word: word.replace("w", "vv").replace("u", "v"),
    "drawn letters": lambda word: (
        word.replace("a", "/\\").replace("u", "|_|").replace("o", "()").replace("h", "|-|")
    ),
    "by sound": lambda word: word.replace("f", "ph").replace("ck", "k"),
    "Cyrillic with dots": lambda word: ".".join(UNICODE["Cyrillic"](word)),
    "leet with spaces": lambda word: " ".join(WRITTEN["light leet"](word)),
    "zero-width signs": lambda word: "\u200b".join(WRITTEN["signs"](word)),
    "fullwidth with hyphens": lambda word: "-".join(UNICODE["fullwidth"](word)),
    "stretched accents": lambda word: WRITTEN["long vowels"](UNICODE["accents"](word)),
    "small capitals with dots": lambda word: ".".join(UNICODE["small capitals"](word)),
    "stretched leet": lambda word: WRITTEN["light leet"](word) + word[-1] * 4,
    "spaced bold": lambda word: " ".join(UNICODE["bold"](word)),
    "signs with dots": lambda word: ".".join(WRITTEN["signs"](word)),
    "capital stars": lambda word: first_vowel("*")(word).upper(),
    "shaped by far scripts": instead("abcehiklmnoprstuw", "卂乃匚乇卄丨Ҝ乚爪几口尸尺丂丅凵山"),
    "zero-width entities": lambda word: "\u200b".join(f"&#{ord(letter)};" for letter in word),
}
