"""How much of what evaders do is read through: families of disguise, on every word, alone and in a sentence."""

import base64
from collections.abc import Callable

import pytest

from moderation.domain.disguise import readings, unhumped
from moderation.domain.matching import Entry, Lexicon
from moderation.domain.text import normalise
from moderation.domain.view import as_typed

_WORDS = tuple(
    str.split(
        "idiot moron stupid bastard asshole bitch fuck shit cunt whore retard scumbag dickhead wanker slut"
        " imbecile cretin pervert traitor bullshit"
    )
)
_RUSSIAN = ("идиот", "дурак", "мудак", "придурок", "мразь", "скотина")
_ARMENIAN = ("հիմար", "ապուշ", "տականք", "դավաճան")
_TURKISH = ("salak", "aptal", "şerefsiz", "gerizekalı", "ahmak")
_LEXICON = Lexicon(
    [Entry("en", word, "hard") for word in _WORDS]
    + [Entry("ru", word, "hard") for word in _RUSSIAN]
    + [Entry("hy", word, "hard") for word in _ARMENIAN]
    + [Entry("tr", word, "hard") for word in _TURKISH]
)
_SENTENCES = ("{}", "You are such a {} , honestly.", "I think the mayor is a {} and everybody knows it")
_VOWELS = "aeiouаеиоуыюяաեիոէ"

Trick = Callable[[str], str]


def _each(change: Callable[[str], str]) -> Trick:
    return lambda word: "".join(map(change, word))


def _instead(letters: str, others: str) -> Trick:
    return lambda word: word.translate(str.maketrans(letters, others))


def _from(first: int) -> Trick:
    return _each(lambda letter: chr(first + ord(letter) - ord("a")))


def _inside(what: str) -> Trick:
    return lambda word: word[: len(word) // 2] + what + word[len(word) // 2 :]


def _first_vowel(mask: str) -> Trick:
    def trick(word: str) -> str:
        at = next(index for index, letter in enumerate(word) if index and letter in _VOWELS)
        return word[:at] + mask + word[at + 1 :]

    return trick


def _swapped(word: str) -> str:
    middle = len(word) // 2
    return word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]


_UNICODE: dict[str, Trick] = {
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
    "Cyrillic": _instead("aceiopsxyhdwjq", "асеіорѕхуһԁԝјԛ"),
    "Greek": _instead("aeioukTvpn", "αειουκΤνρη"),
    "Armenian": _instead("uonhgq", "սօոհգզ"),
    "Cherokee": lambda word: word.upper().translate(str.maketrans("ABCDEHIJKLMPRSTVWZ", "ᎪᏴᏟᎠᎬᎻᏆᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ")),
    "small capitals": _instead("abcdefghijklmnoprstuvwz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡᴢ"),
    "strokes": _instead("bdhiloutce", "ƀđħɨłøʉŧȼɇ"),
    "superscript": _instead("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"),
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
    "accents": _instead("aeioucstdn", "áëïôüçšťďñ"),
    "rare accents": _instead("abcdefhiklmostuw", "ḁḅḉḑḕḟḩḭḱḻḿṍṩṱṵẉ"),
    "combining": _each(lambda letter: letter + "\u0301"),
    "zalgo": _each(lambda letter: letter + "\u0300\u0316\u0334\u0351\u035c\u0489" * 3),
    "overlay": _each(lambda letter: letter + "\u0336"),
    "enclosing": _each(lambda letter: letter + "\u20dd"),
    "Thai marks": _each(lambda letter: letter + "\u0e47"),
    "turned": _instead("acehikmrtvwy", "ɐɔǝɥᴉʞɯɹʇʌʍʎ"),
}
_WRITTEN: dict[str, Trick] = {
    "light leet": _instead("aeio", "4310"),
    "signs": _instead("aeios", "@3!0$"),
    "currency": _instead("cesluytba", "¢€$£µ¥₮₿₳"),
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
    "brackets": _each(lambda letter: f"[{letter}]"),
    "parentheses": _each(lambda letter: f"({letter})"),
    "quotation marks": _each(lambda letter: f'"{letter}"'),
    "one dot": _inside("."),
    "one hyphen": _inside("-"),
    "tag": lambda word: f"{word[0]}<b>{word[1]}</b>{word[2:]}",
    "code": lambda word: f"{word[0]}[b]{word[1]}[/b]{word[2:]}",
    "comment": _inside("<!-- -->"),
    "emphasis": lambda word: f"**{word}**",
    "struck": lambda word: f"~~{word}~~",
    "long end": lambda word: word + word[-1] * 4,
    "long vowels": _each(lambda letter: letter * 4 if letter in _VOWELS else letter),
    "everything thrice": _each(lambda letter: letter * 3),
    "changing case": lambda word: "".join(c.upper() if i % 2 else c for i, c in enumerate(word)),
    "capitals": str.upper,
    "hashtag": lambda word: f"#{word}",
    "camel case": lambda word: f"You{word.capitalize()}",
    "camel hashtag": lambda word: f"#Such{word.capitalize()}",
    "digits after": lambda word: f"{word}123",
    "decimal entities": _each(lambda letter: f"&#{ord(letter)};"),
    "hexadecimal entities": _each(lambda letter: f"&#x{ord(letter):x};"),
    "entities twice": _each(lambda letter: f"&amp;#{ord(letter)};"),
    "percent": _each(lambda letter: f"%{ord(letter):02x}"),
    "percent twice": _each(lambda letter: f"%25{ord(letter):02x}"),
    "escapes": _each(lambda letter: f"\\u{ord(letter):04x}"),
    "code points": lambda word: " ".join(f"U+{ord(letter):04X}" for letter in word),
    "base64": lambda word: base64.b64encode(f"you {word}".encode()).decode(),
    "code fence": lambda word: f"```\n{word}\n```",
    "link text": lambda word: f"[{word}](http://x.org)",
    "path": lambda word: f"http://x.org/you-{word}",
    "path with underscore": lambda word: f"example.com/you_{word}/",
    "star": _first_vowel("*"),
    "hash sign": _first_vowel("#"),
    "dash": _first_vowel("-"),
    "stars for vowels": lambda word: word[0] + "".join("*" if c in _VOWELS else c for c in word[1:]),
}
_HEURISTIC: dict[str, Trick] = {
    "heavy leet": _instead("aeiostbg", "43105789"),
    "stars inside": lambda word: word[0] + "*" * (len(word) - 2) + word[-1],
    "underscore for a vowel": _first_vowel("_"),
    "at for a vowel": _first_vowel("@"),
    "vowel left out": lambda word: _first_vowel("")(word) if len(word) > 4 else word,
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
    "Cyrillic with dots": lambda word: ".".join(_UNICODE["Cyrillic"](word)),
    "leet with spaces": lambda word: " ".join(_WRITTEN["light leet"](word)),
    "zero-width signs": lambda word: "\u200b".join(_WRITTEN["signs"](word)),
    "fullwidth with hyphens": lambda word: "-".join(_UNICODE["fullwidth"](word)),
    "stretched accents": lambda word: _WRITTEN["long vowels"](_UNICODE["accents"](word)),
    "small capitals with dots": lambda word: ".".join(_UNICODE["small capitals"](word)),
    "stretched leet": lambda word: _WRITTEN["light leet"](word) + word[-1] * 4,
    "spaced bold": lambda word: " ".join(_UNICODE["bold"](word)),
    "signs with dots": lambda word: ".".join(_WRITTEN["signs"](word)),
    "capital stars": lambda word: _first_vowel("*")(word).upper(),
    "shaped by far scripts": _instead("abcehiklmnoprstuw", "卂乃匚乇卄丨Ҝ乚爪几口尸尺丂丅凵山"),
    "zero-width entities": lambda word: "\u200b".join(f"&#{ord(letter)};" for letter in word),
}


def _is_caught(typed: str, language: str = "en") -> bool:
    return language in _LEXICON.find(normalise(typed))


def _share(trick: Trick, words: tuple[str, ...] = _WORDS, language: str = "en") -> float:
    typed = [sentence.format(trick(word)) for word in words for sentence in _SENTENCES]
    return sum(_is_caught(text, language) for text in typed) / len(typed)


@pytest.mark.parametrize("name", [*_UNICODE, *_WRITTEN])
def test_disguise_that_rules_can_undo_is_caught_on_every_word(name: str) -> None:
    """A reader sees the word at once, so a word list that does not is worth nothing."""
    assert _share({**_UNICODE, **_WRITTEN}[name]) >= 0.95


@pytest.mark.parametrize("name", _HEURISTIC)
def test_disguise_that_takes_guessing_is_caught_on_most_words(name: str) -> None:
    """These are read by likelihood; a family that escapes becomes a fashion within a day."""
    assert _share(_HEURISTIC[name]) >= 0.8


def test_ninety_nine_of_a_hundred_plain_disguises_are_caught() -> None:
    """The bar for what Unicode, decoding and joining undo."""
    shares = [_share(trick) for trick in (*_UNICODE.values(), *_WRITTEN.values())]

    assert sum(shares) / len(shares) >= 0.99


def test_nine_of_ten_harder_disguises_are_caught() -> None:
    """The bar for what takes heuristics, two tricks at once included."""
    shares = [_share(trick) for trick in _HEURISTIC.values()]

    assert sum(shares) / len(shares) >= 0.9


_ANY_SCRIPT = (
    "\u200b".join,
    " ".join,
    ".".join,
    "\n".join,
    "-".join,
    str.upper,
    _each(lambda letter: letter * 3),
    _each(lambda letter: letter + "\u0336"),
    _first_vowel("*"),
    lambda word: "".join(f"&#{ord(letter)};" for letter in word),
    lambda word: f"#{word}",
    lambda word: f"\u202e{word[::-1]}\u202c",
)


@pytest.mark.parametrize("trick", _ANY_SCRIPT, ids=lambda _: "")
@pytest.mark.parametrize(
    ("words", "language"), [(_RUSSIAN, "ru"), (_ARMENIAN, "hy"), (_TURKISH, "tr")], ids=["ru", "hy", "tr"]
)
def test_other_languages_are_read_as_well(trick: Trick, words: tuple[str, ...], language: str) -> None:
    """Readers of a paper in Yerevan or Istanbul hide their words with the same means."""
    assert _share(trick, words, language) >= 0.9


@pytest.mark.parametrize(
    "typed",
    [
        "мyдak",
        "дypak",
        "пpидypoк",
        "м y д a к",
        "mudak",
        "durak",
        "pridurok",
        "MPA3b",
        "д у р а к",
        "идиooот",
    ],
)
def test_russian_in_latin_letters_is_read(typed: str) -> None:
    """Half of Russian abuse is typed on another keyboard, or with letters that look the same."""
    assert _is_caught(typed, "ru")


@pytest.mark.parametrize("typed", ["himar", "himar es du", "apush", "takanq", "davachan", "հiմար", "ապnւշ"])
def test_armenian_in_latin_letters_is_read(typed: str) -> None:
    """Armenian is written in Latin letters wherever a keyboard lacks its own."""
    assert _is_caught(typed, "hy")


@pytest.mark.parametrize(
    "typed", ["serefsiz", "ŞEREFSİZ", "gerizekali", "s a l a k", "SALAK", "s@lak", "ş3refs1z"]
)
def test_turkish_without_its_letters_is_read(typed: str) -> None:
    """Dots and cedillas are the first thing to go on a foreign keyboard."""
    assert _is_caught(typed, "tr")


def test_attack_deep_in_a_long_text_is_found() -> None:
    """Seven hundred civil words before it do not make an insult civil."""
    typed = "The council met on Tuesday and talked about parking. " * 90 + "You 1d10t." + " All the best." * 90

    spans = [typed[hit.span.start : hit.span.end] for hit in _LEXICON.find(normalise(typed))["en"]]

    assert "1d10t" in spans


def test_ordinary_text_has_no_hard_reading() -> None:
    """What nobody disguised costs nothing to read."""
    assert normalise("The council met on Tuesday. It was a long and rather dull affair.").hard == ()


def test_readings_differ_from_the_text_and_from_each_other() -> None:
    """Looking at the same reading twice finds nothing new."""
    texts = [view.text for view in readings(as_typed("f u c k y0u sh1iiit"))]

    assert len(set(texts)) == len(texts)


def test_camel_case_and_digits_are_split() -> None:
    """A hashtag is several words to whoever reads it."""
    assert unhumped(as_typed("YouIdiot2024go")).text == "You Idiot 2024go"
