"""The rules of a policy's files as nodes, each with the file that it stands in."""

from collections.abc import Iterator, Mapping

from moderation.policyfile.source import Node, parse


def items(files: Mapping[str, str]) -> Iterator[tuple[str, str, Node]]:
    """Yield file, id and node of every rule, those of the main file before those of what it extends."""
    for name, content in files.items():
        if not name.endswith((".yaml", ".yml")):
            continue
        rules = parse(content, name=name).get("rules")
        for node in rules.value if rules is not None and isinstance(rules.value, list) else ():
            id = node.get("id")
            if id is not None:
                yield name, str(id.value), node
