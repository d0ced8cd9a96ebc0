"""Words and phrases to be found in a tokenised text, in one pass."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

#: Words, and marks that end a clause or a sentence.
TOKEN: Final = re.compile(r"@?[^\W_]+(?:['’][^\W_]+)*|[.!?…;:,\n]")
MARKS: Final = frozenset(".!?…;:,\n")
_STEM = 3


@dataclass(frozen=True, slots=True)
class Terms:
    """Words and phrases, found in one pass; a `*` at the end of a word stands for any ending."""

    words: frozenset[str] = frozenset()
    #: Stems of at least three letters, by their first three.
    stems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: Phrases by their first word, and then by their second.
    phrases: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[str]) -> "Terms":
        """Prepare entries: words or phrases, of which a word may end in `*`.

        >>> sorted(Terms.of(["turk", "armenian*", "black people"]).phrases)
        ['black']
        """
        words, stems = set[str](), dict[str, list[str]]()
        phrases: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
        for entry in entries:
            tokens = tuple(t for t in TOKEN.findall(entry.casefold()) if t not in MARKS)
            if len(tokens) > 1:
                seconds = phrases.setdefault(tokens[0], {})
                seconds[tokens[1]] = (*seconds.get(tokens[1], ()), tokens)
            elif tokens and entry.endswith("*"):
                stems.setdefault(tokens[0][:_STEM], []).append(tokens[0])
            elif tokens:
                words.add(tokens[0])
        return cls(frozenset(words), {k: tuple(v) for k, v in stems.items()}, phrases)

    def find(self, words: Sequence[str], at: Mapping[str, Sequence[int]]) -> list[tuple[int, int]]:
        """Where entries stand, as half-open runs of words; `at` tells where each word stands."""
        places = [(i, i + 1) for word in self.words.intersection(at) for i in at[word]]
        for first in self.phrases.keys() & at.keys():
            seconds = self.phrases[first]
            for i in at[first]:
                for phrase in seconds.get(words[i + 1], ()) if i + 1 < len(words) else ():
                    if tuple(words[i : i + len(phrase)]) == phrase:
                        places.append((i, i + len(phrase)))
        if self.stems:
            places += [(i, i + 1) for word in at if self._is_stemmed(word) for i in at[word]]
        return places

    def _is_stemmed(self, word: str) -> bool:
        some = self.stems.get(word[:_STEM])
        return some is not None and word.startswith(some)


def terms_of(lines: str) -> Terms:
    """Prepare entries that stand in lines, apart by `|`.

    >>> sorted(terms_of("shut up|get lost").phrases)
    ['get', 'shut']
    """
    return Terms.of(entries_of(lines))


def entries_of(lines: str) -> tuple[str, ...]:
    """Take apart entries that stand in lines, apart by `|`, and write them as texts are read."""
    return tuple(_as_read(entry) for line in lines.split("\n") for entry in line.split("|") if entry)


def _as_read(entry: str) -> str:
    """An entry without its accents, as texts are read: "ё" is "е"."""
    return "".join(c for c in unicodedata.normalize("NFD", entry) if not unicodedata.combining(c))
