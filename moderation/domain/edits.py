"""What an edit changed in a text, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

#: A word with the spaces that follow it, or the spaces that a text begins with.
_WORDS = re.compile(r"\S+\s*|\s+")

#: So many pairs of words are compared at most; a longer change is told as one that replaces the whole.
MOST_PAIRS = 250_000


class Change(StrEnum):
    """What became of a run of words."""

    #: It stands as it stood.
    KEPT = "kept"
    #: It is gone.
    REMOVED = "removed"
    #: It is new.
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row to which the same happened."""

    change: Change
    text: str


def edits(before: str, after: str) -> tuple[Run, ...]:
    """Return both texts in one: what was kept, removed and added, in the order of reading.

    >>> [(run.change.value, run.text) for run in edits("You are a fool, sir.", "You are a wise man, sir.")]
    [('kept', 'You are a '), ('removed', 'fool, '), ('added', 'wise man, '), ('kept', 'sir.')]
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    changed = _compared(old[start : len(old) - end], new[start : len(new) - end])
    steps = [(Change.KEPT, word) for word in new[:start]]
    steps += changed + [(Change.KEPT, word) for word in new[len(new) - end :]]
    return _joined(steps)


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many words both begin with."""
    shorter = min(len(old), len(new))
    return next((n for n in range(shorter) if old[n] != new[n]), shorter)


def _compared(old: list[str], new: list[str]) -> list[tuple[Change, str]]:
    if len(old) * len(new) > MOST_PAIRS:
        return [(Change.REMOVED, word) for word in old] + [(Change.ADDED, word) for word in new]
    steps: list[tuple[Change, str]] = []
    for what, start, end, from_, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            steps += [(Change.KEPT, word) for word in new[from_:to]]
        else:
            steps += [(Change.REMOVED, word) for word in old[start:end]]
            steps += [(Change.ADDED, word) for word in new[from_:to]]
    return steps


def _joined(steps: Sequence[tuple[Change, str]]) -> tuple[Run, ...]:
    """Join what happened to words in a row."""
    runs: list[Run] = []
    for change, word in steps:
        if runs and runs[-1].change is change:
            runs[-1] = Run(change, runs[-1].text + word)
        else:
            runs.append(Run(change, word))
    return tuple(runs)
