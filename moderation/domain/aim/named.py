"""Where people whose names are known are named, by any spelling, ending and script of the surname."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from moderation.domain.aim import addressing
from moderation.domain.aim.names import fold_name, spelling_key, surname
from moderation.domain.aim.reading import Reading
from moderation.domain.readings.sounds import SOUNDS

_TO_LATIN: Final = str.maketrans(SOUNDS)
#: Endings that a name takes in a sentence, the longest first.
_CYRILLIC: Final = (
    "ского",
    "скому",
    "ским",
    "ого",
    "ому",
    "ым",
    "ом",
    "ой",
    "ей",
    "ем",
    "ою",
    "а",
    "у",
    "е",
    "ы",
    "я",
    "ю",
)
_ARMENIAN: Final = ("ականները", "ենք", "ներին", "ներ", "ից", "ով", "ին", "ում", "ը", "ն", "ի")
_LATIN: Final = (
    "nin",
    "nun",
    "den",
    "dan",
    "tan",
    "ten",
    "in",
    "un",
    "yi",
    "yu",
    "ye",
    "ya",
    "s",
    "e",
    "i",
    "u",
    "a",
)
#: A name that loses an ending keeps so many letters.
_STEM: Final = 4


@lru_cache(maxsize=512)
def _index(people: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Spelling keys of surnames, and the surnames that are safe to know without a capital."""
    surnames = [surname(_latin(part)) for part in people]
    keys = frozenset(spelling_key(last) for name in surnames for last in (name, name.split("-")[-1]))
    return keys, frozenset(fold_name(name) for name in surnames) - addressing.ALSO_WORDS


def named_in(reading: Reading, people: Sequence[str]) -> list[tuple[int, int]]:
    """Where people are named, as half-open runs of words."""
    if not people:
        return []
    keys, plain = _index(tuple(people))
    runs = []
    for word, places in reading.at.items():
        name = word.partition("'")[0] if "'" in word else word
        if name in plain:
            runs += [(i, i + 1) for i in places]
        elif len(word) > 2 and any(spelling_key(form) in keys for form in _forms(name)):
            runs += [(i, i + 1) for i in places if reading.is_capital(i)]
    return runs


@lru_cache(maxsize=8192)
def _forms(word: str) -> tuple[str, ...]:
    """A word, and what it may be without the ending that its sentence gives it, in Latin letters."""
    stems = list(_stems(word))
    return tuple(dict.fromkeys(_latin(form) for form in (*stems, *(stem.replace("х", "h") for stem in stems))))


def _stems(word: str) -> Iterator[str]:
    yield word
    endings = _LATIN if word.isascii() else _CYRILLIC if "а" <= word[:1] <= "я" else _ARMENIAN
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            yield word[: -len(ending)]


def _latin(word: str) -> str:
    """A word in Latin letters, by sound."""
    return word if word.isascii() else word.casefold().replace("ու", "u").translate(_TO_LATIN)
