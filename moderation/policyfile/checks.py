"""Faults that the models cannot see: conditions that make no sense where they stand, one check a function."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from moderation.domain.errors import Fault
from moderation.policyfile.source import Node

Path = tuple[str | int, ...]
#: A rule may rest on so many others, each counted as often as something rests on it.
_MOST_RESTING: Final = 100


def check(root: Node) -> list[Fault]:
    """Return the faults that each check finds in the rules."""
    rules = root.get("rules")
    items = rules.value if rules is not None and isinstance(rules.value, list) else []
    return [*(fault for rule in items for each in CHECKS for fault in each(rule)), *resting(items)]


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


def resting(rules: Sequence[Node]) -> Iterator[Fault]:
    """Refuse rules that rest on each other in a circle, and those that rest on more than can be asked."""
    rests: dict[str, list[Node]] = {}
    for rule in rules:
        nodes = [node for path, node in _walk(rule, ()) if _is_resting(path)]
        rests.setdefault(str(_value(rule.get("id"))), []).extend(nodes)
    known = {id: [node for node in nodes if str(node.value) in rests] for id, nodes in rests.items()}
    counts: dict[str, int] = {}
    for id, nodes in known.items():
        circle = _circle(id, known)
        if circle and id == min(_names(circle)):
            yield _in_a_circle(id, circle)
        elif not circle and nodes and _count(id, known, counts) > _MOST_RESTING:
            hint = "each is counted as often as something rests on it; name fewer"
            yield nodes[0].fault(f"rule '{id}' rests on more than {_MOST_RESTING} others", hint)


def _is_resting(path: Path) -> bool:
    return path[0] in ("when", "unless") and path[-1] == "rule"


def _value(node: Node | None) -> object:
    return node.value if node is not None else None


def _circle(id: str, known: Mapping[str, Sequence[Node]]) -> list[Node]:
    """Return the places by which a rule comes to rest on itself, by the shortest way; none where it does not."""
    seen: set[str] = set()
    ways: list[list[Node]] = [[node] for node in known[id]]
    while ways:
        way = ways.pop(0)
        end = str(way[-1].value)
        if end == id:
            return way
        if end not in seen:
            seen.add(end)
            ways += [[*way, node] for node in known[end]]
    return []


def _names(circle: Sequence[Node]) -> list[str]:
    return [str(node.value) for node in circle]


def _in_a_circle(id: str, circle: Sequence[Node]) -> Fault:
    steps = " → ".join(f"'{node.value}' (line {node.place.line + 1})" for node in circle)
    message = f"rule '{id}' rests on itself" if len(circle) == 1 else f"rules rest on each other: '{id}' → {steps}"
    return circle[0].fault(message, "take one `rule:` out, or write its condition here")


def _count(id: str, known: Mapping[str, Sequence[Node]], counts: dict[str, int]) -> int:
    """Count what a rule rests on, each as often as it is named."""
    if id not in counts:
        counts[id] = _MOST_RESTING + 1  # stands while it is counted: what is in a circle is too much
        counts[id] = sum(1 + _count(str(node.value), known, counts) for node in known[id])
    return counts[id]


def _walk(node: Node, path: Path) -> Iterator[tuple[Path, Node]]:
    if path:
        yield path, node
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from _walk(child, (*path, key))
    elif isinstance(node.value, list):
        for index, child in enumerate(node.value):
            yield from _walk(child, (*path, index))
