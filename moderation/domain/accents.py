"""Whether a word typed with accents is the listed one: they make another word of it, or decorate."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from moderation.domain.readings.folding import COMPARED
from moderation.domain.readings.wordset import set_of
from moderation.domain.spelt import Written, accented
from moderation.domain.text import NormalisedText
from moderation.domain.verdict import Span

#: In words of so many letters accents may decorate.
_ACCENTED = 4
_ACCENT = re.compile("[\u00c0-\u017f]")
#: A sentence with one of these, folded, is English, so that accents in it decorate.
_ENGLISH = set_of(
    "you your youre yourself the and are this that what with they them those not have off of from he him she is"
    " should would will to who people shut"
)
_WORD = re.compile(r"[a-z]+")


def letters_by_list(terms: Iterable[Written]) -> Mapping[str, frozenset[str]]:
    """The accented Latin letters in the words of each list: letters of its language, not decoration."""
    letters: dict[str, set[str]] = {}
    for term in terms:
        if not term.word.isascii():
            letters.setdefault(term.list, set()).update(c for c in term.word if "\x7f" < c < "\u0250")
    return {name: frozenset(found) for name, found in letters.items() if found}


def is_meant(
    term: Written, text: NormalisedText, *, span: Span, letters: Mapping[str, frozenset[str]], is_guess: bool
) -> bool:
    """Whether accents allow that a term is meant: göt is not got, şık is not sik, but fück is what it says.

    `letters` are those with accents that each list's language has; `is_guess` where another word was typed.
    """
    of_list = letters.get(term.list, frozenset())
    said = accented(text.typed[span.start : span.end])
    foreign = set(_ACCENT.findall(said)).difference(accented(term.listed_as))
    if is_guess and foreign:
        return _is_adorned(said)
    if term.is_variant:
        return not foreign or said.translate(COMPARED) != term.folded
    if not of_list or said == term.word:
        return True
    if term.needs_accents:
        return False
    if len(said) != len(term.word) or said.translate(COMPARED) != term.folded:
        return True  # disguised some other way, so its accents tell nothing
    if not any(a != b and a in of_list for a, b in zip(said, term.word, strict=True)):
        return True
    if not term.word.isascii() or len(term.word) < _ACCENTED:
        return False
    return _is_adorned(said) or _decorates(text, span, of_list)


def _is_adorned(said: str) -> bool:
    """Whether a word has more accents than languages write."""
    return len(_ACCENT.findall(said)) * 2 >= sum(map(str.isalpha, said))


def _decorates(text: NormalisedText, span: Span, letters: frozenset[str]) -> bool:
    """Whether the accents of a word are foreign to the text around it."""
    if _is_english(text.soft.text):
        return True
    around = accented(text.typed[max(span.start - 100, 0) : span.start] + text.typed[span.end : span.end + 100])
    return any("a" <= c <= "z" for c in around) and letters.isdisjoint(around)


@lru_cache(maxsize=1)
def _is_english(text: str) -> bool:
    """Whether a folded text has a word that shows its language; asked of one text again and again."""
    return not _ENGLISH.isdisjoint(_WORD.findall(text))
