"""Two changes of the same text put together, line by line, where they do not touch the same lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True, order=True)
class _Hunk:
    """Lines of the text before, half-open, and what takes their place."""

    first: int
    last: int
    lines: tuple[str, ...]

    def touches(self, other: "_Hunk") -> bool:
        """Whether both change the same lines, or one adds where the other changes; what both add has room."""
        if self.first == self.last == other.first == other.last:
            return False
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Files in which both changes stand, and what could not be put together."""

    files: Mapping[str, str]
    #: Files that both changed at the same place, with the line of the text before.
    clashes: tuple[tuple[str, int], ...]


def merged(before: Mapping[str, str], mine: Mapping[str, str], theirs: Mapping[str, str]) -> Merged:
    """Put two changes of the same files together, as `diff3` does.

    What both add at one place stands one below the other. The files come in their order, and those that only I
    have follow.
    """
    files, clashes = dict[str, str](), list[tuple[str, int]]()
    for name in dict.fromkeys([*theirs, *mine]):
        old, one, other = before.get(name), mine.get(name), theirs.get(name)
        kept = other if one == old else one if other in (old, one) else None
        if one not in (old, other) and other != old:
            found = _lines(old or "", one, other)
            kept = found if isinstance(found, str) else None
            if not isinstance(found, str):
                clashes.append((name, found))
        if kept is not None:
            files[name] = kept
    return Merged(files=files, clashes=tuple(clashes))


def _lines(before: str, one: str | None, other: str | None) -> str | int:
    """Return the text with both changes, or the line from 1 at which they clash."""
    if one is None or other is None:
        return 1  # one changed what the other took out
    old = before.split("\n")
    mine, theirs = _hunks(old, one.split("\n")), _hunks(old, other.split("\n"))
    for hunk in mine:
        clash = next((each for each in theirs if each != hunk and hunk.touches(each)), None)
        if clash is not None:
            return max(hunk.first, clash.first) + 1
    text, at = list[str](), 0
    for hunk in sorted([*theirs, *(each for each in mine if each not in theirs)], key=lambda each: each.first):
        text += [*old[at : hunk.first], *hunk.lines]
        at = hunk.last
    return "\n".join([*text, *old[at:]])


def _hunks(old: Sequence[str], new: Sequence[str]) -> list[_Hunk]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        _Hunk(first, last, tuple(new[start:end]))
        for kind, first, last, start, end in matcher.get_opcodes()
        if kind != "equal"
    ]
