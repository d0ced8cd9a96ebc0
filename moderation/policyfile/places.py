"""Where the examples of a policy file stand, in the order in which they are run."""

from collections.abc import Iterator
from pathlib import Path

from moderation.policyfile.assemble import read
from moderation.policyfile.examples import Expectation
from moderation.policyfile.source import Node


def example_places(path: Path) -> list[str]:
    """Return `file:line` of each rule's examples, and then of each scenario, as `run_examples` runs them.

    Raises:
        PolicyInvalid: if a file cannot be read.
    """
    root, _ = read(path)
    nodes = [*_of_rules(root), *_items(root.get("scenarios"))]
    return [f"{node.source.name}:{node.place.line + 1}" for node in nodes]


def _of_rules(root: Node) -> Iterator[Node]:
    for rule in _items(root.get("rules")):
        examples = rule.get("examples")
        for kind in (Expectation.HIT, Expectation.MISS, Expectation.KNOWN_FP):
            yield from _items(examples.get(kind) if examples is not None else None)


def _items(node: Node | None) -> list[Node]:
    return node.value if node is not None and isinstance(node.value, list) else []
