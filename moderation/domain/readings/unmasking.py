"""What a word that censors itself may stand for: f**k, sh-t, k*ll you."""

import re
from collections.abc import Container, Iterable, Iterator
from itertools import islice

from moderation.domain.readings.disguise import chunks
from moderation.domain.readings.gluing import EVERYDAY
from moderation.domain.readings.masks import ANY_LETTER, ANY_VOWEL, COMMONLY_CENSORED
from moderation.domain.readings.view import Edit, View, renamed, rewrite

_VOWELS = frozenset("aeiouyаеёиоуыэюяաեէըիոօ")
_MOST_MASKED = 40
_LONGEST_MASKED = 30
_LONGEST_CHUNK = 200
_MOST_WAYS = 3
_SHORTEST_STEM = 4
#: One letter and stars that mean one word to everybody.
_COMMONPLACE = frozenset(
    word.replace("*", ANY_LETTER)
    for word in ("f***", "s***", "c***", "b****", "i****", "m****", "n*****", "f*****", "f******", "a******")
)
_NOTORIOUS = frozenset(COMMONLY_CENSORED)
_EVERYDAY: dict[tuple[str, int], list[str]] = {}
for _word in sorted(EVERYDAY):
    _EVERYDAY.setdefault((_word[0], len(_word)), []).append(_word)
del _word
#: With no more letters than these a word may be nearly any, and so many stars stand for one letter at most.
_HARDLY_ANY, _MOST_STARS = 2, 2
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
MASK = re.compile(f"[{ANY_LETTER}{ANY_VOWEL}]")
_MASKS = re.compile(f"[{ANY_LETTER}{ANY_VOWEL}]+")
_MASKED_WORD = re.compile(rf"[^\W_]*[{ANY_LETTER}{ANY_VOWEL}][\w{ANY_LETTER}{ANY_VOWEL}]*")

#: Where a masked word begins, and what it is.
Masked = tuple[int, str]


class Unmasking:
    """The words of lists, by their first letter and their length."""

    def __init__(
        self,
        words: Iterable[str],
        phrases: Iterable[str],
        *,
        stems: Iterable[str] = (),
        bare: Container[str] | None = None,
    ) -> None:
        """Index words that stand alone, the words of phrases, and stems that take any ending, folded.

        Words that are not in `bare` have an ending that was put to a listed one.
        """
        words = list(words)
        self._bare = frozenset(words) if bare is None else bare
        self._stems = _by_initial(stem for stem in stems if len(stem) >= _SHORTEST_STEM)
        self._words = _by_initial(word for word in words if len(word) > 2)
        self._all = [word for some in self._words.values() for word in some]
        #: Those that everybody thinks of.
        self._notorious = [word for word in self._all if word in _NOTORIOUS]
        #: All of them by length as well, which is that of the mask where each sign stands for a letter.
        self._by_length: dict[tuple[str, int], list[str]] = {}
        for word in self._all:
            for initial in (word[0], ""):
                self._by_length.setdefault((initial, len(word)), []).append(word)
        self._of_phrases: dict[tuple[str, int], list[str]] = {}
        for word in dict.fromkeys(word for phrase in phrases for word in phrase.split() if len(word) > 1):
            self._of_phrases.setdefault((word[0], len(word)), []).append(word)

    def words(self, masked: Iterable[Masked]) -> Iterator[tuple[str, int, int]]:
        """Yield `(word, start, end)` for each word that a masked one may stand for."""
        for start, token in masked:
            for word in self._meanings(token):
                yield word, start, start + len(token)

    def phrases(self, view: View, masked: Iterable[Masked]) -> list[View]:
        """The view with its masked words read as words of phrases, each way that the first few fit."""
        fits = [(start, token, self._of_a_phrase(token)) for start, token in masked]
        ways = max((len(words) for _, _, words in fits), default=0)
        return [renamed(rewrite(view, _edits(fits, way)), "joined") for way in range(ways)]

    def _of_a_phrase(self, token: str) -> list[str]:
        token = _STRETCHED.sub(r"\1", token)
        some = self._of_phrases.get((token[0], len(token)), ()) if len(token) <= _LONGEST_MASKED else ()
        fits = list(islice(_fitting(some, token), _MOST_WAYS))
        if not fits and ANY_LETTER * 2 in token:
            return self._of_a_phrase(token.replace(ANY_LETTER * 2, ANY_LETTER))
        return fits

    def _meanings(self, token: str) -> list[str]:
        """The words that a masked word may stand for; the one that everybody thinks of, where there is one."""
        token = _STRETCHED.sub(r"\1", token)
        if len(token) > _LONGEST_MASKED:
            return []
        initial = token[0] if token[0].isalpha() else ""
        visible = sum(map(str.isalpha, token))
        if visible < 2 and token not in _COMMONPLACE:
            return []
        fits = list(_fitting(self._by_length.get((initial, len(token)), ()), token))
        if not fits:
            fits = [stem for stem in self._stems.get(token[0], ()) if _begins(token, stem)]
        if not fits and ANY_LETTER in token and visible > 1:
            is_sure = ANY_LETTER * 2 in token and visible > 2
            some = self._words.get(initial, []) if initial else self._all
            loose = _loosely(some if is_sure else self._notorious, token)
            fits = [word for word in loose if self._is_likely(word)]
        if visible <= _HARDLY_ANY:
            fits = [word for word in fits if self._is_likely(word) and len(word) <= len(token) + 1]
        common = next((word for word in COMMONLY_CENSORED if word in fits), None)
        return fits if common is None else [common]

    def _is_likely(self, word: str) -> bool:
        """Whether somebody would think of a word at once: it is listed as it is, or notorious."""
        return word in self._bare or _is_notorious(word)


def _edits(fits: Iterable[tuple[int, str, list[str]]], way: int) -> Iterator[Edit]:
    for start, token, words in fits:
        if words:
            yield start, start + len(token), words[min(way, len(words) - 1)]


def _loosely(candidates: list[str], token: str) -> list[str]:
    """The words in which a mask stands for more or fewer letters than it has signs."""
    loose = re.compile(re.sub(f"{ANY_LETTER}+", r"[^\\W\\d_]{1,5}", token))
    head, tail = _MASKS.split(token)[0], _MASKS.split(token)[-1]
    fits = [word for word in candidates if word.startswith(head) and word.endswith(tail) and loose.fullmatch(word)]
    if ANY_LETTER * 2 not in token:
        fits = [] if _is_everyday(token) else fits
        return [word for word in fits if len(word) <= len(token) + 1]
    shown = len(token) - token.count(ANY_LETTER)
    return [word for word in fits if len(token) - shown <= _MOST_STARS * (len(word) - shown)]


def masked_in(view: View) -> Iterator[Masked]:
    """Yield the masked words of a view."""
    for start, chunk in islice(chunks(view.text, MASK), _MOST_MASKED):
        for found in _MASKED_WORD.finditer(chunk[:_LONGEST_CHUNK]):
            yield start + found.start(), found[0]


def _is_notorious(word: str) -> bool:
    return word in _NOTORIOUS or word.removesuffix("s") in _NOTORIOUS


def _is_everyday(token: str) -> bool:
    """Whether an everyday word may be masked as well as a listed one."""
    return any(_fitting(_EVERYDAY.get((token[0], len(token)), ()), token))


def _by_initial(words: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        found.setdefault(word[0], []).append(word)
    return found


def _begins(token: str, stem: str) -> bool:
    """Whether a token begins with a stem, in which all its masks are."""
    head, rest = token[: len(stem)], token[len(stem) :]
    is_sure = len(stem) > _SHORTEST_STEM or stem.isascii()
    return (
        is_sure and len(rest) > 1 and _fits(stem, head) and len(MASK.findall(token)) == 1 and not MASK.search(rest)
    )


def _fitting(words: Iterable[str], token: str) -> Iterator[str]:
    """The words of a token's length that it may stand for; the last letter that shows rules most of them out."""
    at = max((at for at, sign in enumerate(token) if sign not in (ANY_LETTER, ANY_VOWEL)), default=None)
    return (word for word in words if (at is None or word[at] == token[at]) and _fits(word, token))


def _fits(word: str, token: str) -> bool:
    if len(word) != len(token):
        return False
    return all(
        a == b or b == ANY_LETTER or (b == ANY_VOWEL and a in _VOWELS) for a, b in zip(word, token, strict=True)
    )
