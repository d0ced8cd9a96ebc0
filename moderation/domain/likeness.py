"""Words that sound or look like listed ones, or are glued to everyday ones: what no table of spellings can hold.

A token is looked up by how it sounds, by a letter left out or exchanged, and by the words that it is glued from.
What is an ordinary word is none of these (see `innocent`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from moderation.domain.innocent import INNOCENT
from moderation.domain.innocent_sounds import INNOCENT_SOUNDS
from moderation.domain.ordinary import ORDINARY
from moderation.domain.view import Edit, View, renamed, rewrite
from moderation.domain.wordset import set_of

_LONG_ENOUGH = 4
_SOUNDS_LIKE = 3
_ONE_LESS = 6
_LONGEST = 40
_KNOWN_AT_MOST = 200_000
_TOKEN = re.compile(r"(?<![^\W_])[^\W\d_]{4,40}(?![^\W_])")
_DOUBLE = re.compile(r"(.)\1+")
_SOUNDS = re.compile("tch|ch|kh|ck|ph|vv|wh|zh")
_AS_HEARD = {"tch": "C", "ch": "C", "kh": "C", "ck": "k", "ph": "f", "vv": "w", "wh": "w", "zh": "Z"}
_LETTERS = str.maketrans("cqxyvz", "kkkius")
#: What a listed word is glued to: what stands before and after it when somebody speaks.
_GLUE = set_of(
    "a an the u ur you your youre are is am such what how total totally complete super mega ultra giant big"
    " little old fat damn stupid dumb fucking dirty filthy all they he she we i my me him her his them this that"
    " these those of off so very really and or to go get just its dont do not no lol man boy girl face head hole"
    " yourself must should will shall can be been being everybody everyone somebody nobody im pure real true"
)
_MOST_GLUED = 7
_ORDINARY = ORDINARY | INNOCENT | INNOCENT_SOUNDS
#: Words beside which another may begin or end.
_BESIDE = frozenset(word for word in ORDINARY if len(word) > 1) | _GLUE
_JOINED = re.compile(r"(?<![^\W_])[a-z]{8,200}(?![^\W_])")
#: How many characters were typed for each letter, at least, where letters stand apart.
_APART = 1.8


class Likeness:
    """The listed words by what may stand for them."""

    def __init__(self, words: Iterable[str], phrases: Iterable[str]) -> None:
        """Index words that are listed alone, and phrases, folded; only letters count."""
        phrases = list(phrases)
        #: What may be glued to other words: not the words of phrases, which are everyday ones.
        self._whole = frozenset(filter(_is_plain, (*words, *(phrase.replace(" ", "") for phrase in phrases))))
        self._words = self._whole.union(*(filter(_is_plain, phrase.split()) for phrase in phrases))
        self._by_form: dict[str, str] = {}
        # The last one counts: rather a word that is listed alone than one of a phrase, and rather a short one.
        for word in sorted(self._words, key=lambda word: (word in self._whole, -len(word), word)):
            self._by_form |= dict.fromkeys(_misspellings(word), word)
        self._by_sound: dict[str, str] = {}
        for word in sorted(sorted(self._words, reverse=True), key=self._whole.__contains__):
            for spelt in (word, word + "s"):
                if len(sound := sound_of(spelt)) >= _SOUNDS_LIKE:
                    self._by_sound[sound] = word
        #: Pieces of text that were looked at and stand for nothing.
        self._known: set[str] = set()
        #: Those of which not even a part may.
        self._clear: set[str] = set()
        #: And those that stand for something, with what each token of them does.
        self._telling: dict[str, dict[str, str]] = {}

    def read(self, view: View) -> View:
        """The view with each likeness replaced by the listed word; the view itself where there is none."""
        meanings = self._meanings(view.text)
        edits = set(_edits(view.text, meanings)) if meanings else set()
        edits |= {(start, end, said) for start, end, said in self._spelt_out(view) if said}
        return renamed(rewrite(view, sorted(edits)), "spelling") if edits else view

    def may_read(self, text: str) -> bool:
        """Whether a listed word may be in a folded text, and be it between other letters."""
        if len(self._clear) > _KNOWN_AT_MOST:
            self._clear.clear()
        fresh = set(text.split()) - self._clear
        clear = {piece for piece in fresh if not self._may_hold(piece)}
        self._clear |= {piece for piece in clear if len(piece) <= _LONGEST}
        return len(clear) < len(fresh)

    def _may_hold(self, piece: str) -> bool:
        return any(map(self.meant, _TOKEN.findall(piece))) or any(map(self._inside, _JOINED.findall(piece)))

    def is_in(self, text: str) -> bool:
        """Whether any token of a folded text stands for a listed word."""
        return bool(self._meanings(text))

    def _meanings(self, text: str) -> dict[str, str]:
        """What the tokens of a folded text stand for, those that stand for something."""
        meanings: dict[str, str] = {}
        if len(self._known) + len(self._telling) > _KNOWN_AT_MOST:
            self._known.clear()
            self._telling.clear()
        for piece in set(text.split()) - self._known:
            told = self._telling.get(piece)
            if told is None:
                told = {token: meant for token in _TOKEN.findall(piece) if (meant := self.meant(token))}
                if len(piece) <= _LONGEST:
                    if told:
                        self._telling[piece] = told
                    else:
                        self._known.add(piece)
            meanings |= told
        return meanings

    def meant(self, token: str) -> str | None:
        """The listed words, apart by spaces, that a token stands for; `None` for what is one itself, or none."""
        if token in self._words or token in _ORDINARY:
            return None
        if found := self._by_form.get(token) or self._by_sound.get(sound_of(token)):
            return None if token == found + "s" else found  # a plural that a list leaves out is no disguise
        return self._unglued(token) if len(token) >= _LONG_ENOUGH + 2 else None

    def _spelt_out(self, view: View) -> Iterator[tuple[int, int, str | None]]:
        """What stands between other words where all letters were typed apart."""
        if isinstance(view.origin, range):  # each letter as it was typed, none apart
            return
        for found in _JOINED.finditer(view.text):
            start, end = found.span()
            if view.origin[end - 1] - view.origin[start] >= _APART * (end - start - 1) and not self.meant(
                found[0]
            ):
                yield start, end, self._inside(found[0])

    def _inside(self, token: str) -> str | None:
        """A run of words in which a listed one stands between others, as words; `None` where none does."""
        if token in self._words or token in _ORDINARY:
            return None
        for length in range(min(len(token), 24), _LONG_ENOUGH - 1, -1):
            for start in range(len(token) - length + 1):
                word, before, after = token[start : start + length], token[:start], token[start + length :]
                if word in self._whole and _ends_in_word(before) and _begins_with_word(after):
                    return " ".join(filter(None, (_glued(before) or before, word, after)))
        return None

    def _unglued(self, token: str) -> str | None:
        """The token as words, where a listed one begins or ends it and the rest is glue."""
        for length in range(min(len(token) - 1, 24), _LONG_ENOUGH - 1, -1):
            head, tail = token[:length], token[-length:]
            if tail in self._whole and (before := _glued(token[:-length])) is not None:
                return f"{before} {tail}"
            if head in self._whole and (after := _glued(token[length:])) is not None:
                return f"{head} {after}"
        return None


def _edits(text: str, meanings: Mapping[str, str]) -> Iterator[Edit]:
    for found in _TOKEN.finditer(text):
        if meant := meanings.get(found[0]):
            yield found.start(), found.end(), meant


def sound_of(word: str) -> str:
    """How a word sounds, roughly: `phuk`, `fvck` and `fuuck` alike.

    >>> sound_of("phuq") == sound_of("fuck") == sound_of("fvckk")
    True
    """
    heard = _SOUNDS.sub(lambda found: _AS_HEARD[found[0]], word).translate(_LETTERS)
    return _DOUBLE.sub(r"\1", heard)


def _is_plain(word: str) -> bool:
    return len(word) >= _LONG_ENOUGH and word.isalpha()


def _misspellings(word: str) -> Iterator[str]:
    """With two inner letters exchanged, backwards, or one letter left out of a long word."""
    yield word[::-1]
    for at in range(1, len(word) - 2):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if len(word) >= _ONE_LESS:
        yield from (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))


def _ends_in_word(text: str) -> bool:
    return not text or any(text[-length:] in _BESIDE for length in (1, 2, 3, 4) if length <= len(text))


def _begins_with_word(text: str) -> bool:
    return not text or any(text[:length] in _BESIDE for length in (1, 2, 3, 4) if length <= len(text))


def _glued(rest: str, most: int = _MOST_GLUED) -> str | None:
    """The rest of a token as everyday words by spaces, or `None`."""
    if rest in _GLUE:
        return rest
    if most == 0:
        return None
    for length in range(min(len(rest) - 1, 9), 0, -1):
        if rest[:length] in _GLUE and (tail := _glued(rest[length:], most - 1)) is not None:
            return f"{rest[:length]} {tail}"
    return None
