"""Faults that the models cannot see: conditions that make no sense where they stand, one check a function."""

from collections.abc import Callable, Iterator
from typing import Final

from moderation.domain.errors import Fault
from moderation.policyfile.source import Node

Path = tuple[str | int, ...]


def check(root: Node) -> list[Fault]:
    """Return the faults that each check finds in the rules."""
    rules = root.get("rules")
    items = rules.value if rules is not None and isinstance(rules.value, list) else []
    return [fault for rule in items for each in CHECKS for fault in each(rule)]


def within_sentence_has_company(rule: Node) -> Iterator[Fault]:
    """Refuse `within_sentence` where nothing stands beside the word."""
    for path, node in _walk(rule, ()):
        if path[-2:] == ("word", "within_sentence") and node.value is True and not _has_company(path[:-2]):
            hint = "it binds words directly under `all` or `unless`; elsewhere write `same_sentence:`"
            yield node.fault("within_sentence has nothing to be beside", hint, at_key=True)


def _has_company(path: Path) -> bool:
    """Whether a condition stands beside others that all have to hold, or excuses a match."""
    names = [step for step in path if isinstance(step, str)]
    if names and names[0] == "unless":
        return set(names[1:]) <= {"any", "all"} and names.count("all") <= 1
    return (
        bool(path)
        and isinstance(path[-1], int)
        and (names[-1] in ("all", "same_sentence") or path[:-1] == ("when",))
    )


def quoted_has_words(rule: Node) -> Iterator[Fault]:
    """Refuse `quoted` in a rule that looks for no words: there is nothing that could be quoted."""
    places = [(path, node) for path, node in _walk(rule, ()) if path[0] in ("when", "unless")]
    if any(path[-1] in ("word", "near", "regex", "pii") for path, _ in places):
        return
    for path, node in places:
        if path[-1] == "quoted":
            yield node.fault(
                "quoted, in a rule that looks for no words", "add a `word`, `near` or `regex`", at_key=True
            )


#: What is checked of every rule.
CHECKS: Final[tuple[Callable[[Node], Iterator[Fault]], ...]] = (within_sentence_has_company, quoted_has_words)


def _walk(node: Node, path: Path) -> Iterator[tuple[Path, Node]]:
    if path:
        yield path, node
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from _walk(child, (*path, key))
    elif isinstance(node.value, list):
        for index, child in enumerate(node.value):
            yield from _walk(child, (*path, index))
