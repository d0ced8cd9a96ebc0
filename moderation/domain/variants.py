"""How one word may be written by somebody who does not want it found: the spellings a word list is matched by.

Only tricks that change the order or the number of letters are here; signs, gaps and runs are undone in the text
(see `disguise`). What would be an ordinary word is left out.
"""

from collections.abc import Iterator
from itertools import product

from moderation.domain.confusables import CYRILLIC
from moderation.domain.ordinary import INNOCENT, ORDINARY

_VOWELS = "aeiou"
_LONG_ENOUGH = 4
#: Short forms without their vowel that stand for nothing else.
_CLIPPED = frozenset({"fck", "fcks", "fckn", "sht", "btch"})
#: What gets glued to an insult: "fuckyou", "youidiot", and what is left of a sentence typed letter by letter.
_BEFORE = ("you", "u", "your", "youre", "ur", "youarea", "youarean", "youa", "youare", "stupid", "dumb", "fucking", "such")
_AFTER = ("you", "u", "off", "your", "ur", "yourself", "youall", "yall", "idiot")
_CYRILLIC_SOUNDS = {
    "а": ("a",), "б": ("b",), "в": ("v",), "г": ("g",), "д": ("d",), "е": ("e",), "ё": ("e", "yo"), "ж": ("zh", "j"),
    "з": ("z",), "и": ("i",), "й": ("y", "i", "j"), "к": ("k",), "л": ("l",), "м": ("m",), "н": ("n",), "о": ("o",),
    "п": ("p",), "р": ("r",), "с": ("s",), "т": ("t",), "у": ("u",), "ф": ("f",), "х": ("h", "kh", "x"),
    "ц": ("ts", "c"), "ч": ("ch",), "ш": ("sh",), "щ": ("sh", "sch", "shch"), "ъ": ("",), "ы": ("y", "i"),
    "ь": ("",), "э": ("e",), "ю": ("yu", "u", "ju"), "я": ("ya", "ia", "ja"),
}  # fmt: skip
_ARMENIAN_SOUNDS = {
    "ա": ("a",), "բ": ("b",), "գ": ("g",), "դ": ("d",), "ե": ("e",), "զ": ("z",), "է": ("e",), "ը": ("y", "@", ""),
    "թ": ("t", "th"), "ժ": ("zh", "j"), "ի": ("i",), "լ": ("l",), "խ": ("kh", "x"), "ծ": ("ts", "c"), "կ": ("k",),
    "հ": ("h",), "ձ": ("dz",), "ղ": ("gh", "x"), "ճ": ("ch",), "մ": ("m",), "յ": ("y", "h"), "ն": ("n",), "շ": ("sh",),
    "ո": ("o", "vo"), "չ": ("ch",), "պ": ("p",), "ջ": ("j",), "ռ": ("r",), "ս": ("s",), "վ": ("v",), "տ": ("t",),
    "ր": ("r",), "ց": ("c", "ts"), "ւ": ("v",), "փ": ("p", "ph"), "ք": ("q", "k"), "օ": ("o",), "ֆ": ("f",),
    "ու": ("u",), "և": ("ev",),
}  # fmt: skip
_MOST_ROMANISED = 24
_LOOKS = {cyrillic: latin for latin, cyrillic in CYRILLIC.items() if latin.islower() or latin.isdigit()}
_LOOKS |= {"в": "b", "н": "h", "р": "p", "с": "c", "х": "x", "з": "3", "ч": "4", "б": "6"}


def spellings(word: str, *, is_open: bool) -> Iterator[str]:
    """Yield other spellings of a folded word or phrase; `is_open` where any ending may follow."""
    latin = word.isascii()
    yield from _unless_ordinary(word, _romanised(word) if not latin else ())
    if len(word) < _LONG_ENOUGH or not word.isalpha():
        if " " in word:
            yield word[::-1]
            yield word.replace(" ", "")
        return
    yield from _unless_ordinary(word, _torn(word))
    yield from _unless_ordinary(word, _reordered(word, is_open=is_open))
    if latin:
        yield from _unless_ordinary(word, _respelt(word))
        yield from (before + word for before in _BEFORE if len(before) > 1)
        if not is_open:
            yield from (word + after for after in _AFTER if len(after) > 1)


def _unless_ordinary(word: str, spelt: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    return (other for other in spelt if other != word and other not in ORDINARY and other not in INNOCENT)


def _torn(word: str) -> Iterator[str]:
    """One space inside, unless the parts are words of their own: "fu ck", but not "pen is"."""
    for cut in range(1, len(word)):
        first, second = word[:cut], word[cut:]
        shortest = min(len(first), len(second))
        if shortest == 1 and (len(word) < _LONG_ENOUGH or second in ORDINARY or first in ORDINARY):
            continue
        if not (first in ORDINARY and second in ORDINARY):
            yield f"{first} {second}"


def _reordered(word: str, *, is_open: bool) -> Iterator[str]:
    """Backwards, and with two inner letters exchanged."""
    if not is_open:
        yield word[::-1]
    if len(word) > _LONG_ENOUGH or word.isascii():
        for at in range(1, len(word) - 2):
            if word[at] != word[at + 1]:
                yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _respelt(word: str) -> Iterator[str]:
    """By sound, or with a letter left out."""
    if word.startswith("f"):
        yield "ph" + word[1:]
    if "ck" in word:
        yield from (word.replace("ck", other) for other in ("k", "q", "kk", "cc", "xx"))
    if "u" in word:
        yield word.replace("u", "v", 1)
    if word.startswith("c") and word[1] in "aou":
        yield "k" + word[1:]
    if "i" in word:
        yield word.replace("i", "y", 1)
    if word.endswith("s") and len(word) > _LONG_ENOUGH:
        yield word[:-1] + "z"
    if word.endswith("er") and len(word) > _LONG_ENOUGH:
        yield word[:-2] + "a"
    vowel = next((at for at, letter in enumerate(word) if at and letter in _VOWELS), 0)
    clipped = word[:vowel] + word[vowel + 1 :] if vowel else word
    if clipped in _CLIPPED or (len(clipped) > _LONG_ENOUGH and vowel < len(word) - 1):
        yield clipped
    if len(word) >= _LONG_ENOUGH + 2:
        yield from (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))


def _romanised(word: str) -> Iterator[str]:
    """A Russian or Armenian word in Latin letters, by sound and by shape."""
    sounds = _CYRILLIC_SOUNDS if any(letter in _CYRILLIC_SOUNDS for letter in word) else _ARMENIAN_SOUNDS
    parts = _syllables(word, sounds)
    count = 0
    for spelt in product(*parts):
        other = "".join(spelt)
        if sum(map(str.isalpha, other)) >= _LONG_ENOUGH:
            yield other
        count += 1
        if count == _MOST_ROMANISED:
            break
    if sounds is _CYRILLIC_SOUNDS and len(word) > 2 and all(letter in _LOOKS or letter == " " for letter in word):
        yield from {"".join({**_LOOKS, "у": u}.get(letter, letter) for letter in word) for u in "yu"}


def _syllables(word: str, sounds: dict[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    parts: list[tuple[str, ...]] = []
    at = 0
    while at < len(word):
        width = 2 if word[at : at + 2] in sounds else 1
        piece = word[at : at + width]
        parts.append(sounds.get(piece, (piece,)))
        at += width
    return parts
