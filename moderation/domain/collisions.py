"""What a word would catch that it should not, and which disguises of it would escape: asked before it is saved."""

import base64
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from moderation.domain.matching import Entry, Lexicon
from moderation.domain.readings.innocent import INNOCENT
from moderation.domain.readings.innocent_sounds import INNOCENT_SOUNDS
from moderation.domain.readings.ordinary import ORDINARY
from moderation.domain.text import normalise

_VOWELS = "aeiouаеиоуыэюяաեիոէ"
#: So many of each kind show what is wrong.
MOST_SHOWN: Final = 20


def _masked(word: str, mask: str) -> str:
    at = next((index for index, letter in enumerate(word) if index and letter in _VOWELS), len(word) // 2)
    return word[:at] + mask + word[at + 1 :]


#: The commonest disguises, by name, one for each way of reading a text.
DISGUISES: Final[Mapping[str, Callable[[str], str]]] = {
    "capitals": str.upper,
    "invisible characters": "\u200b".join,
    "look-alikes": lambda word: word.translate(str.maketrans("aceopxyi", "асеорхуі")),
    "accents": lambda word: "".join(letter + "\u0301" for letter in word),
    "strokes through it": lambda word: "".join(letter + "\u0336" for letter in word),
    "full width": lambda word: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in word),
    "entities": lambda word: "".join(f"&#{ord(letter)};" for letter in word),
    "base64": lambda word: base64.b64encode(f"such {word}".encode()).decode(),
    "digits": lambda word: word.translate(str.maketrans("aeios", "43105")),
    "a star": lambda word: _masked(word, "*"),
    "spaces": " ".join,
    "dots": ".".join,
    "one hyphen": lambda word: f"{word[: len(word) // 2]}-{word[len(word) // 2 :]}",
    "one space": lambda word: f"{word[: len(word) // 2]} {word[len(word) // 2 :]}",
    "stretched": lambda word: word + word[-1:] * 4,
    "doubled": lambda word: "".join(letter * 2 for letter in word),
    "backwards": lambda word: word[::-1],
    "letters exchanged": lambda word: word[:1] + word[2:3] + word[1:2] + word[3:],
    "by sound": lambda word: word.replace("f", "ph").replace("ck", "k").replace("i", "y").replace("u", "v"),
    "glued to others": lambda word: f"youare{word}",
    "hashtag": lambda word: f"#{word}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Collisions:
    """What a new word would do, before it is saved."""

    word: str
    fold: str
    #: Disguises under which it would not be found, by name.
    escapes: tuple[str, ...]
    #: Ordinary words that it would catch, beside itself.
    words: tuple[str, ...]
    #: Past comments that it would catch, the first of them, and how many in all.
    comments: tuple[str, ...]
    comments_caught: int
    #: Names of commenters that it would catch.
    names: tuple[str, ...]
    #: How many comments and names were looked at.
    comments_checked: int
    names_checked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What words are tried on."""

    #: Ordinary words, beside those that ship.
    dictionary: Iterable[str] = ()
    #: Texts of past comments.
    comments: Iterable[str] = ()
    #: Names of people who comment.
    names: Iterable[str] = ()


def collisions_of(entry: Entry, trial: Trial) -> Collisions:
    """Tell what a word or phrase of a list would catch and miss; `*` at its end stands for any ending."""
    [(_, told)] = collisions_among([entry], trial)
    return told


def collisions_among(entries: Sequence[Entry], trial: Trial) -> Iterator[tuple[Entry, Collisions]]:
    """Tell what each of many entries would catch and miss, in their order; every text is read once for all."""
    lexicon = Lexicon(entries)
    dictionary = {word.strip().lower() for word in trial.dictionary} - {""}
    texts, people = list(trial.comments), sorted(set(trial.names))
    words = _caught(lexicon, sorted(ORDINARY | INNOCENT | INNOCENT_SOUNDS | dictionary))
    comments, names = _caught(lexicon, texts), _caught(lexicon, people)
    for entry in entries:
        key = _key(entry.list, entry.word)
        yield (
            entry,
            Collisions(
                word=entry.word,
                fold=entry.fold,
                escapes=_escapes(lexicon, key),
                words=tuple(islice((word for word in words.get(key, ()) if word != key[1]), MOST_SHOWN)),
                comments=tuple(comments.get(key, [])[:MOST_SHOWN]),
                comments_caught=len(comments.get(key, ())),
                names=tuple(names.get(key, [])[:MOST_SHOWN]),
                comments_checked=len(texts),
                names_checked=len(people),
            ),
        )


#: A list and a word of it, without the star.
_Key = tuple[str, str]


def _escapes(lexicon: Lexicon, key: _Key) -> tuple[str, ...]:
    """The disguises in which a word is not found."""
    return tuple(name for name, trick in DISGUISES.items() if key not in _keys(lexicon, trick(key[1])))


def _caught(lexicon: Lexicon, texts: Iterable[str]) -> Mapping[_Key, list[str]]:
    """The texts by the words that stand in them."""
    caught: dict[_Key, list[str]] = {}
    for text in texts:
        for key in _keys(lexicon, text):
            caught.setdefault(key, []).append(text)
    return caught


def _keys(lexicon: Lexicon, text: str) -> set[_Key]:
    found = lexicon.find(normalise(text))
    return {_key(name, hit.word) for name, hits in found.items() for hit in hits}


def _key(list: str, word: str) -> _Key:
    """One name for an entry, whether it is written with a star, with capitals or with `İ`."""
    bare = word.strip().strip("*").strip().replace("İ", "i").lower()
    return list, unicodedata.normalize("NFC", bare)
