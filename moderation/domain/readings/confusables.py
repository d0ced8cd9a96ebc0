"""Letters of one script that look like letters of another, and words that mix them to deceive.

A token that mixes scripts is read in the script that its unmistakable letters belong to;
honest words in one script stay as they are (Unicode UTS #39 calls this the resolved script set).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from moderation.domain.readings.far_letters import far_letters
from moderation.domain.readings.view import Edit, View, rewrite

#: Look-alikes that a reader hardly sees, by the Latin letter they pass for; case kept.
_STRONG = {
    "a": "аαɑ",
    "b": "ƅᏏ",
    "c": "сϲςᴄⲥꮯ",
    "d": "ԁꓒᏧ",
    "e": "еёѐєεҽ",
    "f": "քғ",
    "g": "ցԍ",
    "h": "һհᏂн",
    "i": "іїιӏɩꙇ",
    "j": "јϳյ",
    "k": "кκқҝ",
    "l": "ӏլⅼ",
    "m": "м",
    "n": "ոռηп",
    "o": "оοօσөⲟ",
    "p": "рρⲣ",
    "q": "ԛգզ",
    "r": "гꭇ",
    "s": "ѕꮪ",
    "t": "тτ",
    "u": "սυц",
    "v": "νѵ",
    "w": "ԝաωшщѡ",
    "x": "хχҳ×",
    "y": "уүγყ",
    "z": "ᴢꮓ",
    "A": "АΑᎪⲀꓮᗅ",
    "B": "ВΒᏴᗷꓐⲂ",
    "C": "СϹᏟⲤꓚᑕᏣ",
    "D": "ᎠᗞꓓᗪD",
    "E": "ЕΕᎬꓰⲈЁᗴᕮ",
    "F": "ϜᖴꓝᎰᖴ",
    "G": "ᏀԌꓖᏳᘜ",
    "H": "НΗᎻⲎꓧᕼ",
    "I": "ІΙӀꓲᏆⲒᓰ",
    "J": "ЈᎫꓙᒍ",
    "K": "КΚᏦKⲔꓗ",
    "L": "ᏞꓡᒪԼ",
    "M": "МΜᎷⲘꓟᗰ",
    "N": "ΝⲚꓠᑎ",
    "O": "ОΟՕⲞꓳᎤᎾᗝ",
    "P": "РΡᏢⲢꓑᑭ",
    "Q": "ԚႳ",
    "R": "ᎡᏒꓣᖇ",
    "S": "ЅՏᏚꓢᔕ",
    "T": "ТΤᎢⲦꓔ",
    "U": "ՍꓴᑌԱᏌᏜ",
    "V": "ѴᏙꓦᐯ",
    "W": "ԜᎳꓪᗯ",
    "X": "ХΧꓫⲬ᙭",
    "Y": "ҮΥУꓬⲨᎩ",
    "Z": "ΖᏃꓜᘔ",
}
#: Look-alikes that only a reader in the mood of a Latin word takes for one.
_WEAK = {
    "a": "ддค卂ѧムλ",
    "b": "вьъбβծ乃ც๒ҍ",
    "c": "匚сҫ",
    "d": "∂刀ժ๔δり",
    "e": "эзξ乇єз",
    "f": "ф下ƒキֆ",
    "g": "ﻮԳ厶",
    "h": "ђћɦ卄ኪん",
    "i": "เ工ի丨",
    "j": "ן丿ๅ",
    "k": "長ĸҝҜҚ",
    "l": "乚ɭנレ",
    "m": "爪๓ʍ",
    "n": "ийภ几пղռחπ",
    "o": "๏口ס٥өфԾѲの",
    "p": "ק尸թր",
    "q": "ợ",
    "r": "я尺રɾཞ",
    "s": "丂ร",
    "t": "է丅千Շ",
    "u": "μюย凵մひ",
    "v": "שง",
    "w": "ฬ山ѿω",
    "x": "乂אж",
    "y": "ץ丫чψվע",
    "z": "乙չζՀ",
    "R": "ЯГᏡᖆ",
    "N": "ИЙПՈᏁ",
    "U": "ЦЮㄩᑘ",
    "W": "ШЩᘺ",
    "E": "ЭЄΣՁ",
    "A": "ДΛΔᗩ",
    "O": "ФΘㄖᎧ",
    "B": "БЬ",
    "X": "Ж",
    "Y": "Чㄚᖻ",
    "H": "Ђዘ",
    "L": "ႱㄥᏝ",
    "C": "ᑢ",
    "D": "ᗫ",
    "F": "ᖷҒ",
    "G": "Ꮆ",
    "I": "ノ",
    "J": "フ",
    "K": "ズᏥ",
    "M": "ᙏ",
    "P": "卩ᖘ",
    "Q": "ᑫ",
    "S": "ᔑ",
    "T": "ㄒᖶイ",
    "V": "ᐻ",
    "Z": "ᗱ",
}


def _by_form(letters: Mapping[str, str]) -> dict[str, str]:
    return {form: letter for letter, forms in letters.items() for form in forms if form != letter}


def _adorned(letters: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Cyrillic letters that are one of these with a stroke, hook or tail, as their names say."""
    for code in range(0x460, 0x530):
        name, has_more, _ = unicodedata.name(chr(code), "").partition(" WITH ")
        if has_more and (base := letters.get(unicodedata.lookup(name))):
            yield chr(code), base


_NEAR = _by_form(_STRONG)
STRONG = {**dict(far_letters(_NEAR)), **_NEAR}
ANY = {**_by_form(_WEAK), **STRONG}
ANY = {**dict(_adorned(ANY)), **ANY}
#: Shapes of far scripts that nobody would put beside Latin text for what they are.
_SHAPED = {**{form: letter for form, letter in ANY.items() if form >= "\u0e00"}, **STRONG}

#: What a Latin letter (or digit) passes for inside a word of another script.
CYRILLIC = dict(
    zip("acekmopxyhtbiusrngjABCEHKMOPTXYIUSNGJ034R6", "асекморхунтьіиѕгпдјАВСЕНКМОРТХУІИЅПДЈоЗЧЯб", strict=True)
)
GREEK = dict(zip("aopvutinkexyhABEZHIKMNOPTYX", "αορνυτινκεχγηΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", strict=True))
ARMENIAN = dict(zip("uonhgqpjfwltzmaieSOUL", "սօոհգզրյֆալէչմաիեՏՕՍԼ", strict=True))
#: Latin letters that have a twin in Cyrillic, so that they do not settle that a word is Latin.
_SAME = frozenset("aceopxyijskmthbuABCEHKMOPTXYIJSu3046")
_OTHER_SCRIPTS = (
    (0x370, 0x3FF, GREEK),
    (0x400, 0x52F, CYRILLIC),
    (0x531, 0x587, ARMENIAN),
)
_RARE = re.compile(
    "[\u04ba\u04bb\u04c0-\u04cf\u0500-\u052f\u13a0-\u13ff\uab70-\uabbf\u1400-\u167f\ua4d0-\ua4ff\u2c80-\u2cff\u0455\u0458\u0405\u0408\u2e80-\u9fff\u1680-\u16ff\u2d30-\u2d7f"
    r"\U00010280-\U0001031f\U00010400-\U0001056f\U000118a0-\U000118ff\U00016f00-\U00016f9f]"
)


_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff"
_RUSSIAN = "А-Яа-яЁё"
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
#: Scripts of which nobody writes two in one word.
_APART = ("\u0370-\u03ff", "\u0400-\u052f", "\u0531-\u0587", "\u05d0-\u05ea", "\u0e01-\u0e30")
_TWO_SCRIPTS = "|".join(
    f"[{script}][{''.join(other for other in _APART if other != script)}]" for script in _APART
)
_FOREIGN = rf"[^\W\d_{_LATIN}]"
#: What makes a token worth a look: a change of script, a rare look-alike, a digit inside a Cyrillic word.
_FOREIGN_LETTER = re.compile(_FOREIGN)
_AS_STRONG = {ord(form): letter for form, letter in STRONG.items() if _FOREIGN_LETTER.match(form)}
_AS_ANY = {ord(form): letter for form, letter in ANY.items() if _FOREIGN_LETTER.match(form)}
#: Letters that pass for another Latin one as often.
_OTHER_LOOKS = {"и": "u", "И": "U", "ς": "s", "տ": "s", "ム": "g"}
_AS_OTHER_LOOKS = _AS_ANY | {ord(form): letter for form, letter in _OTHER_LOOKS.items()}
_FOREIGN_WORD = re.compile(rf"[^\W_]*{_FOREIGN}[^\W_]*")
#: Fewer words that mix scripts may be a slip.
_FEWEST_MIXED = 2
#: So many doubtful letters of another script come on one that is surely Latin.
_FIRM = 3
_ODD = re.compile(
    rf"[{_LATIN}]\d*{_FOREIGN}|{_FOREIGN}\d*[{_LATIN}]|[{_RUSSIAN}][036][{_RUSSIAN}]"
    rf"|(?<!\w)[036][{_RUSSIAN}]{{3}}|{_TWO_SCRIPTS}|{_RARE.pattern}"
)
_REST = re.compile(r"[^\W_]+")
_SKELETON = {ord(form): letter.lower() for form, letter in _SHAPED.items()}
_SHAPES = re.escape("".join(_SHAPED))
_PASSING = re.compile(rf"(?<![^\W_])[{_LATIN}\d{_SHAPES}]{{3,}}+(?![^\W_])")


def is_latin(character: str) -> bool:
    """Whether a letter is Latin, accented or not."""
    return character < "\u0250" or "\u1e00" <= character <= "\u1eff"


def odd_tokens(text: str) -> list[tuple[int, str]]:
    """Return where tokens begin that mix scripts or hold rare letters, and what they are."""
    return [] if text.isascii() else list(_odd_tokens(text))


def mixed(tokens: Sequence[tuple[int, str]]) -> int:
    """Count the odd tokens that hold a Latin letter; an honest text may have many others, in Chinese."""
    return sum(_LATIN_LETTER.search(token) is not None for _, token in tokens)


def unmask(view: View) -> View:
    """Read each token that mixes scripts in the one script it was meant in."""
    return unmasked(view, odd_tokens(view.text))


def unmasked(view: View, tokens: Sequence[tuple[int, str]]) -> View:
    """The same where the odd tokens are known."""
    if not tokens:
        return view
    odd = "".join(token for _, token in tokens)
    latin = len(_LATIN_LETTER.findall(view.text)) - len(_LATIN_LETTER.findall(odd))
    letters = _FOREIGN_LETTER.findall(view.text)
    if all(letter in STRONG for letter in letters) and latin + len(_LATIN_LETTER.findall(odd)) > 1:
        return View(view.text.translate(_AS_STRONG), view.origin, view.ends, view.name)
    if _is_all_latin(view.text, letters, mixed(tokens)):
        return View(view.text.translate(_AS_ANY), view.origin, view.ends, view.name)
    foreign = len(letters) - len(_FOREIGN_LETTER.findall(odd))
    edits: list[Edit] = []
    for start, token in tokens:
        meant = _meant(token, in_latin_text=latin >= foreign)
        # Tokens may share a letter, which is exchanged once; the next round sees the rest.
        if meant != token and (not edits or start >= edits[-1][1]):
            edits.append((start, start + len(token), meant))
    return rewrite(view, edits)


def _is_all_latin(text: str, foreign: Sequence[str], mixed_words: int) -> bool:
    """Whether every letter of another script passes for a Latin one, in a text that is plainly Latin.

    It is where a good part of the letters are of no other script, and most words with others mix the two.
    """
    if mixed_words < _FEWEST_MIXED or not all(letter in ANY for letter in foreign):
        return False
    doubtful = sum(letter not in STRONG for letter in foreign)
    firm = sum(letter not in _SAME for letter in _LATIN_LETTER.findall(text))
    return firm * _FIRM >= doubtful and mixed_words * 2 >= len(_FOREIGN_WORD.findall(text))


def _odd_tokens(text: str) -> Iterator[tuple[int, str]]:
    end = 0
    while found := _ODD.search(text, end):
        low, (start, end) = end, found.span()
        while start > low and text[start - 1].isalnum():
            start -= 1
        if rest := _REST.match(text, end):
            end = rest.end()
        yield start, text[start:end]


def otherwise(view: View) -> View:
    """Read all letters as Latin, doubtful ones in their other way: и for u, ς for s.

    It is the view itself where a letter passes for none, or no word mixes scripts.

    >>> from moderation.domain.readings.view import as_typed
    >>> otherwise(as_typed("fип апԁ gаmеѕ")).text
    'fun and games'
    """
    letters = set(view.text)
    if letters.isdisjoint(_OTHER_LOOKS) or not odd_tokens(view.text):
        return view
    if not all(letter in ANY or letter in _OTHER_LOOKS for letter in letters if _FOREIGN_LETTER.match(letter)):
        return view
    return View(view.text.translate(_AS_OTHER_LOOKS), view.origin, view.ends, view.name)


def skeleton(view: View) -> View:
    """Read every token whose letters all pass for Latin ones as Latin, honest or not."""
    text = _PASSING.sub(lambda found: found[0].translate(_SKELETON), view.text)
    return View(text, view.origin, view.ends, view.name)


#: A text is looked at several times, and most of its tokens are the same each time.
@lru_cache(maxsize=8_192)
def _meant(token: str, *, in_latin_text: bool) -> str:
    latin = [character for character in token if character.isalpha() and is_latin(character)]
    other = [character for character in token if character.isalpha() and not is_latin(character)]
    if not latin:
        passes = all(character in STRONG for character in other)
        if _table_of(other) is None and all(character in ANY for character in other):
            return _as_latin(token)
        rare = in_latin_text and passes and len(other) > 1 and _RARE.search(token) is not None
        return _as_latin(token) if rare else _within(token, other)
    table = _table_of(other)
    if in_latin_text and all(character in ANY for character in other):
        seen = sum(character not in _SAME for character in latin)
        if (table is ARMENIAN and len(latin) > len(other)) or seen >= sum(
            character not in STRONG for character in other
        ) > 0:
            return _as_latin(token)
    firm_latin = sum(1 for character in latin if table is None or character not in table)
    firm_other = sum(1 for character in other if character not in STRONG)
    is_latin_word = firm_latin or (in_latin_text and any(character not in _SAME for character in latin))
    if table is None or (is_latin_word and not firm_other):
        return _as_latin(token)
    if in_latin_text and firm_latin >= firm_other and all(character in ANY for character in other):
        return _as_latin(token)
    if firm_other and not firm_latin:
        return _as_other(token, table)
    if not firm_other and _RARE.search(token) is not None:
        return _as_latin(token)
    if len(latin) == len(other):
        return _as_latin(token) if in_latin_text else _as_other(token, table)
    return _as_latin(token) if len(latin) > len(other) else _as_other(token, table)


def _within(token: str, other: list[str]) -> str:
    """Digits that stand for letters inside a Cyrillic word: х0р0шо."""
    if len(other) < 3 or len(other) == len(token) or not token[-1].isalpha() or token[:2].isdigit():
        return token
    if _table_of(other) is not CYRILLIC:
        return token
    return token.replace("0", "о").replace("3", "з").replace("6", "б")


def _as_latin(token: str) -> str:
    return "".join(character if is_latin(character) else ANY.get(character, character) for character in token)


def _as_other(token: str, table: Mapping[str, str]) -> str:
    return "".join(table.get(character, character) if is_latin(character) else character for character in token)


def _table_of(other: list[str]) -> Mapping[str, str] | None:
    """What Latin letters pass for in the script of these letters; `None` where that is rare or not one."""
    for low, high, table in _OTHER_SCRIPTS:
        if all(low <= ord(character) <= high for character in other):
            return table
    return None
