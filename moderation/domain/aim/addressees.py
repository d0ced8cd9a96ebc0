"""Whom a comment speaks to that is not a reader: somebody in office, somebody in the article, its author."""

from collections.abc import Sequence
from dataclasses import dataclass

from moderation.domain.aim import addressing
from moderation.domain.aim.names import fold_name
from moderation.domain.aim.reading import Reading
from moderation.domain.readings.wordset import set_of

#: So many words may stand in a form of address: "Dear Mr. Foreign Minister Varga".
_LONGEST = 5
#: Words for "you" right behind a name that say that the name is spoken to.
_YOU_NEXT = set_of("you your you're youre you've u вы ты ваш ваши duq դուք դու ձեր siz sen sizin vous sie usted")
_AFTER = frozenset(",:!?;.\n…")
_BEFORE = addressing.ADDRESS | {"."}
_PARTS = addressing.ADDRESS | addressing.OFFICES | addressing.WRITERS
#: Where a form of address may be, if no name is known.
_ANCHORS = addressing.ADDRESSED | addressing.WRITERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """A form of address, as a half-open run of words, and whose "you" it claims."""

    start: int
    end: int
    #: The word from which "you" is said to them.
    since: int
    is_writer: bool


def addressees_of(
    reading: Reading,
    *,
    named: Sequence[tuple[int, int]],
    writer: Sequence[tuple[int, int]],
    readers: frozenset[str],
) -> list[Addressee]:
    """Find who is spoken to: "Mr. President, you …", "… , Senator!", "Dear editor, …".

    Args:
        reading: the comment.
        named: where people of the article are named.
        writer: where the author of the article is named.
        readers: folded parts of the names of those who write in the thread; they are no officials.
    """
    writers = {start for start, _ in writer}
    starts = writers.union((start for start, _ in named), reading.where(_ANCHORS))
    found: list[Addressee] = []
    for i in sorted(starts):
        if (found and i < found[-1].end) or readers & {fold_name(word) for word in reading.words[i : i + 3]}:
            continue
        run = _run(reading, i)
        if run and (_opens(reading, *run) or _closes(reading, *run)):
            since = reading.sentence(run[0])[0]
            is_writer = _is_writer(reading, run, writers)
            found.append(Addressee(start=run[0], end=run[1], since=since, is_writer=is_writer))
    return found


def _run(reading: Reading, i: int) -> tuple[int, int] | None:
    """The whole form of address around word `i`, if it is one."""
    words, start, end = reading.words, i, i
    while start and words[start - 1] in _BEFORE and not reading.ends_sentence(start - 1):
        start -= 1
    while end < len(words) and end < i + _LONGEST and _is_part(reading, end):
        end += 1
    is_lone_writer = words[i] in addressing.WRITERS and start == i
    return None if is_lone_writer or start == end else (start, end)


def _is_part(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    if word == ".":
        return not reading.ends_sentence(i)
    if word in _PARTS:
        return True
    return word not in _AFTER and word not in _YOU_NEXT and reading.is_capital(i) and len(word) > 1


def _opens(reading: Reading, start: int, end: int) -> bool:
    """Whether it opens a sentence or stands behind a comma, and a comma or a "you" follows."""
    words = reading.words
    if start and words[start - 1] != "," and not reading.ends_sentence(start - 1):
        return False
    behind = words[end] if end < len(words) else ""
    if behind in _YOU_NEXT:
        return True
    if start and words[start - 1] == ",":
        return behind == "," and _speaks(reading, start, end)
    return behind in (",", ":") or (behind in ("!", "\n") and end + 1 < len(words))


def _closes(reading: Reading, start: int, end: int) -> bool:
    """Whether it ends what is said, as in "You lied, Mr. President"."""
    words = reading.words
    if not start or (end < len(words) and words[end] not in _AFTER):
        return False
    if words[start - 1] == ",":
        return _speaks(reading, start, end)
    return words[start - 1] == "you" and words[start] in addressing.ADDRESS


def _speaks(reading: Reading, start: int, end: int) -> bool:
    """Whether the words around a call speak to somebody: a title, a "you", or a short command."""
    first, last = reading.sentence(start)
    around = reading.words[first:start] + reading.words[end:last]
    if not addressing.YOU.isdisjoint(around):
        return True
    return reading.words[start] in addressing.ADDRESS and start - first <= _LONGEST


def _is_writer(reading: Reading, run: tuple[int, int], writers: set[int]) -> bool:
    return any(i in writers or reading.words[i] in addressing.WRITERS for i in range(*run))
