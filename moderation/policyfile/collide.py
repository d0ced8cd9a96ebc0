"""The words of a policy file that catch what they should not, each with its place and the way out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from moderation.domain.asked_words import Use, asked_words
from moderation.domain.collisions import Collisions
from moderation.domain.errors import Fault
from moderation.domain.matching import Entry
from moderation.policyfile.assemble import read
from moderation.policyfile.load import to_sound_policy
from moderation.policyfile.source import Node, WrittenFloat, WrittenInt

#: So many of what a word catches are named in a finding.
_NAMED: Final = 5
#: A word with one of these behind it is the same word.
_ENDINGS: Final = ("s", "es", "d", "ed", "ing", "ly", "y")


@dataclass(frozen=True, slots=True)
class Placed:
    """A word that can stop a comment, how rules use it, and where it is written."""

    entry: Entry
    use: Use
    node: Node


def placed_words(path: Path) -> list[Placed]:
    """Return the words by which a policy file can stop a comment, with their places.

    Raises:
        PolicyInvalid: where the file has faults.
    """
    root, faults = read(path)
    policy = to_sound_policy(root, faults, name=path.stem)
    places = _places(root)
    return [Placed(entry, use, places[entry.list, entry.word]) for entry, use in asked_words(policy).items()]


def finding(placed: Placed, told: Collisions) -> Fault | None:
    """Say what is wrong with a word, if it catches anything innocent.

    What it catches beside others only, such as a verb near a people, is told where it is an ordinary word;
    names and published comments are told where the word alone stops them.
    """
    caught = [("ordinary words", _innocent(told.words, placed))]
    if placed.use.alone:
        caught += [("names of commenters", list(told.names))]
    said = [f"{what} ({_some(texts)})" for what, texts in caught if texts]
    if placed.use.alone and told.comments_caught:
        counted = f"{told.comments_caught} of {told.comments_checked:,}"
        said.append(f"{counted} published comments ({_some([t[:60] for t in told.comments], most=2)})")
    if not said:
        return None
    fix = "write its endings out instead of `*`, or " if placed.entry.word.endswith("*") else ""
    return placed.node.fault(
        f"'{told.word}' of {_where(placed.entry)} catches {', '.join(said)}",
        f"{fix}name what is innocent in `unless_words`",
    )


def escaping(placed: Placed, told: Collisions) -> Fault | None:
    """Say in which disguises a word is not found."""
    if not told.escapes:
        return None
    hint = "`fold: hard` sees through most" if told.fold == "soft" else "write these spellings beside it"
    return placed.node.fault(
        f"'{told.word}' of {_where(placed.entry)} is not found behind: {', '.join(told.escapes)}", hint
    )


def _innocent(words: tuple[str, ...], placed: Placed) -> list[str]:
    """The ordinary words that are neither another form of it nor taken for innocent by every rule."""
    bare = placed.entry.word.strip("*").lower()
    forms = {bare + ending for ending in _ENDINGS}
    excused = [phrase.strip("*").lower() for phrase in placed.use.innocent]
    return [word for word in words if word not in forms and not any(each in word for each in excused)]


def _some(texts: list[str], *, most: int = _NAMED) -> str:
    more = f" and {len(texts) - most} more" if len(texts) > most else ""
    return ", ".join(" ".join(text.split()) for text in texts[:most]) + more


def _where(entry: Entry) -> str:
    return entry.list if entry.list.startswith("rule ") else f"the list '{entry.list}'"


def _places(root: Node) -> Mapping[tuple[str, str], Node]:
    """Where each word of a list, and of a rule, is written first."""
    places: dict[tuple[str, str], Node] = {}
    lists = root.get("lists")
    for name, each in lists.value.items() if lists is not None and isinstance(lists.value, dict) else ():
        for word in _items(each.get("words")):
            places.setdefault((name, _text(word)), word)
    for rule in _items(root.get("rules")):
        id = rule.get("id")
        for word in _inline(rule.get("when")):
            places.setdefault((f"rule {id.value if id else ''}", _text(word)), word)
    return places


def _inline(node: Node | None) -> Iterator[Node]:
    """The words that a condition names itself."""
    if node is None:
        return
    if isinstance(node.value, list):
        for each in node.value:
            yield from _inline(each)
    elif isinstance(node.value, dict):
        for key, each in node.value.items():
            yield from _items(each) if key == "words" else _inline(each)


def _items(node: Node | None) -> list[Node]:
    if node is None:
        return []
    return node.value if isinstance(node.value, list) else [node]


def _text(node: Node) -> str:
    value = (node.get("word") or node).value
    return value.written if isinstance(value, (WrittenInt, WrittenFloat)) else str(value)
