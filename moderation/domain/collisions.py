"""What a word would catch that it should not, and which disguises of it would escape: asked before it is saved."""

import base64
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from moderation.domain.innocent import INNOCENT
from moderation.domain.innocent_sounds import INNOCENT_SOUNDS
from moderation.domain.matching import Entry, Lexicon
from moderation.domain.ordinary import ORDINARY
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
    #: Past comments that it would catch, the first of them; none that is given was looked at twice.
    comments: tuple[str, ...]
    #: Names of commenters that it would catch.
    names: tuple[str, ...]
    #: How many comments and names were looked at.
    comments_checked: int
    names_checked: int


def collisions_of(
    entry: Entry, *, dictionary: Iterable[str] = (), comments: Iterable[str] = (), names: Iterable[str] = ()
) -> Collisions:
    """Tell what a word or phrase of a list would catch and miss.

    Args:
        entry: the word, `*` at its end for any ending, and how it is folded.
        dictionary: ordinary words to try, beside those that ship.
        comments: texts of past comments.
        names: names of people who comment.
    """
    lexicon = Lexicon([entry])
    bare = entry.word.strip().strip("*").strip().lower()
    known = sorted(ORDINARY | INNOCENT | INNOCENT_SOUNDS | {word.strip().lower() for word in dictionary} - {""})
    texts, people = list(comments), sorted(set(names))
    return Collisions(
        word=entry.word,
        fold=entry.fold,
        escapes=tuple(name for name, trick in DISGUISES.items() if not _is_caught(lexicon, trick(bare))),
        words=_caught(lexicon, (word for word in known if word != bare)),
        comments=_caught(lexicon, texts),
        names=_caught(lexicon, people),
        comments_checked=len(texts),
        names_checked=len(people),
    )


def _caught(lexicon: Lexicon, texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(islice((text for text in texts if _is_caught(lexicon, text)), MOST_SHOWN))


def _is_caught(lexicon: Lexicon, text: str) -> bool:
    return bool(lexicon.find(normalise(text)))
