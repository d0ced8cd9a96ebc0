"""Which language a text is in: script first, then common words, then n-grams among likely languages."""

import re
import threading
from collections import Counter
from collections.abc import Mapping
from typing import Final

from moderation.scoring.identifier import Identifier, load

_LATIN_TAGS: Final = """
    af az ca cs cy da de en es et eu fi fr ga gl hr ht hu id is it lt lv ms mt nl nb pl pt ro sk sl sq sv sw tl tr
    vi
"""
_CYRILLIC_TAGS: Final = "be bg kk ky mk mn ru sr uk"
#: What a text in Latin letters may be in.
LATIN: Final = frozenset(_LATIN_TAGS.split())
#: What a text in Cyrillic letters may be in.
CYRILLIC: Final = frozenset(_CYRILLIC_TAGS.split())

#: First and last code point of a script's letters, and the language or script they speak for.
_RANGES: Final = (
    (0x0041, 0x024F, "latin"),
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x052F, "cyrillic"),
    (0x0530, 0x058F, "hy"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "ar"),
    (0x0750, 0x077F, "ar"),
    (0x0900, 0x097F, "hi"),
    (0x0980, 0x09FF, "bn"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0E00, 0x0E7F, "th"),
    (0x1000, 0x109F, "my"),
    (0x10A0, 0x10FF, "ka"),
    (0x1200, 0x137F, "am"),
    (0x1780, 0x17FF, "km"),
    (0x1E00, 0x1EFF, "latin"),
    (0x3040, 0x30FF, "ja"),
    (0x4E00, 0x9FFF, "zh"),
    (0xAC00, 0xD7AF, "ko"),
    (0xFB13, 0xFB17, "hy"),
)
_BELOW: Final = 0x10000
_SCRIPTS: Final = ("", *sorted({name for _, _, name in _RANGES}))
_SCRIPT_OF: Final = bytearray(_BELOW)
for _first, _last, _name in _RANGES:
    _SCRIPT_OF[_first : _last + 1] = bytes([_SCRIPTS.index(_name)]) * (_last - _first + 1)

_ENGLISH_WORDS: Final = """
    about agree americans and are aren't article asshole been bitch but comment could country did didn't does
    doesn't don't dumb fool from fuck fucking good government great have her here his how i'm ignorant isn't
    it it's its just kill know liar lies like moron must need never news nice not only our peace people please
    president resign said says shame she shit should shut stop stupid sucks than thank thanks that that's the
    their them then there these they they're think this those trash ugly what what's when where which who why
    with won't world would wrong yes you you're your
"""
_SHARED_WORDS: Final = """
    a an can do for get go had has he him if is me my no of off so to war was we were will
"""
#: Words that other languages in Latin letters use far less than English comments do.
_ENGLISH: Final = frozenset(_ENGLISH_WORDS.split())
#: Short words that English shares with its neighbours: they count beside others, or where it is expected.
_SHARED: Final = frozenset(_SHARED_WORDS.split())
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NOISE: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[@#]\w+")
_LONGEST: Final = 400
_FEWEST_LETTERS: Final = 12
_MAJORITY: Final = 0.6
_CERTAIN: Final = 0.9


class Langid:
    """Tells the language of a text; the model is loaded when it is first needed, and shared."""

    _lock = threading.Lock()
    _identifiers: Mapping[str, Identifier] = {}

    def detect(self, text: str, *, expected: str) -> str:
        """Return a BCP 47 primary tag; `expected` where the text is too short or too mixed to tell."""
        sample = _NOISE.sub(" ", text[: 4 * _LONGEST])[:_LONGEST]
        script, letters, share = script_of(sample)
        if not script or share < _MAJORITY:
            return expected
        if script not in {"latin", "cyrillic"}:
            return _within_script(script, sample, expected)
        if script == "latin" and speaks_english(sample, expected=expected == "en"):
            return "en"
        if letters < _FEWEST_LETTERS:
            return _letters_alone(script, sample, expected)
        return self._most_likely(sample, script, expected)

    def prepare(self) -> None:
        """Load the model, unless it is loaded."""
        self._loaded()

    def _most_likely(self, sample: str, script: str, expected: str) -> str:
        guess, certainty = self._loaded()[script].classify(sample.lower())
        candidates = LATIN if script == "latin" else CYRILLIC
        if guess == expected or certainty >= _CERTAIN or expected not in candidates:
            return _TAGS.get(guess, guess) if certainty >= 0.5 else _letters_alone(script, sample, expected)
        return _letters_alone(script, sample, expected)

    @classmethod
    def _loaded(cls) -> Mapping[str, Identifier]:
        if not cls._identifiers:
            with cls._lock:
                cls._identifiers = cls._identifiers or load({"latin": LATIN, "cyrillic": CYRILLIC})
        return cls._identifiers


#: py3langid's tag → ours.
_TAGS: Final = {"nb": "no"}


def script_of(text: str) -> tuple[str, int, float]:
    """Return the script most letters are in (a language's tag where only it uses it), their number and share."""
    if text.isascii():
        letters = sum(map(str.isalpha, text))
        return ("latin", letters, 1.0) if letters else ("", 0, 0.0)
    found = Counter(_SCRIPT_OF[ord(c)] for c in text if c.isalpha() and ord(c) < _BELOW)
    found.pop(0, None)
    if not found:
        return "", 0, 0.0
    script, letters = found.most_common(1)[0]
    return _SCRIPTS[script], letters, letters / found.total()


def speaks_english(text: str, *, expected: bool = False) -> bool:
    """Whether enough of the words are such as hold English together, however foreign the names between them."""
    words = [word.replace("’", "'") for word in _WORD.findall(text.lower())]
    telling = sum(word in _ENGLISH for word in words)
    shared = len({word for word in words if word in _SHARED})
    return (telling > 0 or (expected and shared > 1)) and (telling + shared) * 5 >= len(words)


def _within_script(script: str, text: str, expected: str) -> str:
    if script == "ar":
        if expected in {"ar", "fa", "ur"}:
            return expected
        return "ur" if re.search("[ٹڈڑے]", text) else "fa" if re.search("[پچژگ]", text) else "ar"
    if script == "zh" and re.search("[\u3040-\u30ff]", text):
        return "ja"
    return script


#: Letters that tell a language even in a short text.
_TELLING_LETTERS: Final = (
    ("latin", "ə", "az"),
    ("latin", "ğış", "tr"),
    ("latin", "ß", "de"),
    ("latin", "ñ", "es"),
    ("latin", "łąę", "pl"),
    ("cyrillic", "їєґ", "uk"),
    ("cyrillic", "ў", "be"),
    ("cyrillic", "ђћџ", "sr"),
    ("cyrillic", "ѓќѕ", "mk"),
    ("cyrillic", "қғұ", "kk"),
    ("cyrillic", "ыэё", "ru"),
    ("cyrillic", "і", "uk"),
)


def _letters_alone(script: str, text: str, expected: str) -> str:
    lowered = text.lower()
    for where, letters, tag in _TELLING_LETTERS:
        if where == script and any(letter in lowered for letter in letters):
            return tag
    if script == "cyrillic" and expected not in CYRILLIC:
        return "ru"
    return expected
