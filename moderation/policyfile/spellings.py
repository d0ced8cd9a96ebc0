"""Other spellings that mean one thing only, put into those of the rule language as a file is read."""

from collections.abc import Callable, Mapping
from typing import Final

from moderation.policyfile.source import Node

#: Returns what stands for a key in our spelling; `None` where the value is not what one would expect.
_Reader = Callable[[Node], dict[str, Node] | None]


def respell(root: Node) -> None:
    """Put the keys of a policy that are called otherwise under their names; what is unclear stays as it is."""
    for part in ("settings", "rules", "ladder", "scenarios"):
        node = root.get(part)
        if node is not None:
            _respell(node, part)


def _respell(node: Node, place: str) -> None:
    """Go through a value; `place` is the nearest key above it."""
    if isinstance(node.value, list):
        for each in node.value:
            _respell(each, place)
    if isinstance(node.value, dict):
        for key, read in _OTHERS.get(place, {}).items():
            given = node.value.get(key)
            ours = read(given) if given is not None else None
            if ours is not None and not ours.keys() & node.value.keys():
                del node.value[key]
                node.value.update(ours)
        for key, each in node.value.items():
            _respell(each, key)


def _like(node: Node, value: object) -> Node:
    """Make a value that stands where another does."""
    return Node(value, node.source, node.place, node.key)  # type: ignore[arg-type]


def _as(key: str, words: Mapping[str, str] | None = None) -> _Reader:
    """Take a key for another, and words of its value for others."""

    def read(node: Node) -> dict[str, Node]:
        ours = (words or {}).get(node.value) if isinstance(node.value, str) else None
        return {key: _like(node, ours) if ours else node}

    return read


def _under(key: str, *names: str) -> _Reader:
    """Take a value for one under another key."""
    return lambda node: {key: _like(node, dict.fromkeys(names, node))}


def _same(expected: object, ours: Mapping[str, object]) -> _Reader:
    """Take one value for what it says; where that holds anyway, for nothing."""

    def read(node: Node) -> dict[str, Node] | None:
        if node.plain() != expected:
            return None
        return {key: _like(node, value) for key, value in ours.items()}

    return read


_EXAMPLE: Final[Mapping[str, _Reader]] = {
    "model": _same("unavailable", {"unknown": "score"}),
    "near_duplicate": _under("similarity", "any", "author"),
    "thread_authors": _under("thread", "authors"),
}
#: By the key that they stand under.
_OTHERS: Final[Mapping[str, Mapping[str, _Reader]]] = {
    "settings": {
        "on_model_unavailable": _as("on_degraded"),
        "precedence": _same(["block", "flag", "allow"], {}),
        "two_person": _same(["block"], {"second_editor": True}),
    },
    "ladder": {"count": _same("confirmed", {})},
    "steps": {
        "appeal": _same(True, {}),
        "do": _as(
            "standing", {"warn": "good", "premoderate": "limited", "suspend": "suspended", "block": "blocked"}
        ),
    },
    "author": {"status": _as("standing", {"ok": "good", "premoderated": "limited"})},
    "then": {"nudge": _as("advice")},
    **dict.fromkeys(("hit", "miss", "known_fp", "scenarios"), _EXAMPLE),
}
