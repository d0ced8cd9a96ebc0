"""Which language a text is in: script first, then common words, then py3langid among likely languages."""

import re
import threading
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from py3langid.langid import MODEL_FILE, LanguageIdentifier

#: What a text in Latin letters may be in.
LATIN: Final = (
    "af az ca cs cy da de en es et eu fi fr ga gl hr ht hu id is it lt lv ms mt nl nb pl pt ro sk sl sq sv sw tl tr vi"
).split()
#: What a text in Cyrillic letters may be in.
CYRILLIC: Final = "be bg kk ky mk mn ru sr uk".split()

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

#: Words that hardly any other language in Latin letters uses as often as English does, and what comments are made of.
_ENGLISH: Final = frozenset(
    "about and are aren't been but can can't could did didn't do does doesn't don't for from get go had has have he "
    "her here him his how i'm if is isn't it it's its just know like me my need never no not of off only our people "
    "she should so stop than thank that that's the their them then there these they they're think this those to was "
    "we were what what's when where which who why will with won't would you you're your "
    "an article agree americans asshole bitch comment country dumb fool fuck fucking good great government ignorant "
    "kill liar lies moron must news nice peace please president resign said says shame shit shut stupid sucks thanks "
    "trash ugly war world wrong yes".split()
)
#: Short words that English shares with its neighbours: alone they prove nothing.
_SHARED: Final = frozenset(
    "an can do for get go had has he her him if is me my no of off so to was we were will".split()
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NOISE: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[@#]\w+")
_LONGEST: Final = 400
_FEWEST_LETTERS: Final = 12
_MAJORITY: Final = 0.6
_CERTAIN: Final = 0.9


class Langid:
    """Tells the language of a text; the model is loaded when it is first needed, and shared."""

    _lock = threading.Lock()
    _identifiers: Mapping[str, LanguageIdentifier] = {}

    def detect(self, text: str, *, expected: str) -> str:
        """Return a BCP 47 primary tag; `expected` where the text is too short or too mixed to tell."""
        sample = _NOISE.sub(" ", text[: 4 * _LONGEST])[:_LONGEST]
        script, letters, share = script_of(sample)
        if not script or share < _MAJORITY:
            return expected
        if script not in {"latin", "cyrillic"}:
            return _within_script(script, sample, expected)
        if script == "latin" and speaks_english(sample):
            return "en"
        if letters < _FEWEST_LETTERS:
            return _letters_alone(script, sample, expected)
        return self._most_likely(sample, script, expected)

    def _most_likely(self, sample: str, script: str, expected: str) -> str:
        guess, certainty = self._loaded()[script].classify(sample.lower())
        candidates = LATIN if script == "latin" else CYRILLIC
        if guess == expected or certainty >= _CERTAIN or expected not in candidates:
            return _TAGS.get(guess, guess) if certainty >= 0.5 else _letters_alone(script, sample, expected)
        return _letters_alone(script, sample, expected)

    @classmethod
    def _loaded(cls) -> Mapping[str, LanguageIdentifier]:
        if not cls._identifiers:
            with cls._lock:
                cls._identifiers = cls._identifiers or _load()
        return cls._identifiers


#: py3langid's tag → ours.
_TAGS: Final = {"nb": "no"}


def _load() -> Mapping[str, LanguageIdentifier]:
    identifiers = {}
    whole = LanguageIdentifier.from_model_file(Path(MODEL_FILE), norm_probs=True)
    features, priors, classes = whole.nb_ptc, whole.nb_pc, whole.nb_classes
    for script, tags in (("latin", LATIN), ("cyrillic", CYRILLIC)):
        columns = [i for i, tag in enumerate(classes) if tag in tags]
        identifiers[script] = LanguageIdentifier(
            features[:, columns].copy(),
            priors[columns],
            [classes[i] for i in columns],
            whole.tk_nextmove,
            whole.tk_output,
            norm_probs=True,
            tk_row=whole.tk_row,
        )
    return identifiers


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


def speaks_english(text: str) -> bool:
    """Whether enough of the words are such as hold English together, however foreign the names between them."""
    words = [word.replace("’", "'") for word in _WORD.findall(text.lower())]
    common = [word for word in words if word in _ENGLISH]
    telling = {word for word in common if word not in _SHARED}
    return bool(telling) and len(common) * 5 >= len(words)


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
