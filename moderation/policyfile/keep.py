"""Keeps a text as an example of a rule, by a change of one place in a policy's files; all else stays."""

import json
from collections.abc import Mapping
from dataclasses import replace

from moderation.domain.errors import Invalid, NotFound
from moderation.domain.example import KeptExample
from moderation.domain.site import PolicyFiles
from moderation.policyfile.files import load
from moderation.policyfile.items import items
from moderation.policyfile.source import Node, Place


def with_example(policy: PolicyFiles, kept: KeptExample) -> PolicyFiles:
    """Return the same policy with one example more.

    Raises:
        NotFound: if the policy has no such rule.
        PolicyInvalid: if the policy may not have it, as a rule that blocks may accept no false positive.
        Invalid: if the file is written in a way that only a person can change.
    """
    name, item = _place_of(policy.files, kept.rule)
    example = _example(kept)
    files = {**policy.files, name: _written(policy.files[name], item, kept.kind, example)}
    rules = {each.id: each for each in load(policy.name, files).rules}
    if kept.text not in [each.text for each in getattr(rules[kept.rule].examples, kept.kind)]:
        raise Invalid(
            f"{name} cannot be changed here; write the example into rule '{kept.rule}' yourself: {example}"
        )
    return replace(policy, files=files)


def _place_of(files: Mapping[str, str], rule: str) -> tuple[str, Node]:
    """Return the file that gives a rule its examples, or else the file that makes it, the main one first."""
    found = [(name, item) for name, id, item in items(files) if id == rule]
    if not found:
        raise NotFound(f"The policy has no rule '{rule}'.")
    with_examples = [each for each in found if each[1].get("examples") is not None]
    return (with_examples or [each for each in found if each[1].get("when") is not None] or found)[0]


def _example(kept: KeptExample) -> str:
    parts = [f"text: {_quoted(kept.text)}"]
    if kept.reply_to:
        parts.append(f"parent: {{author: {_quoted(kept.reply_to)}}}")
    if kept.section:
        parts.append(f"article: {{section: {_quoted(kept.section)}}}")
    if kept.scores:
        told = ", ".join(f"{attribute}: {score:g}" for attribute, score in kept.scores.items())
        parts.append(f"scores: {{{told}}}")
    return f"{{{', '.join([*parts, f'note: {_quoted(kept.note)}'])}}}"


def _written(text: str, item: Node, kind: str, example: str) -> str:
    examples = item.get("examples")
    listed = examples.get(kind) if examples is not None else None
    if listed is not None and isinstance(listed.value, list):
        return _into_list(text, listed, example)
    if examples is not None and isinstance(examples.value, dict):
        return _beside(text, examples, f"{kind}: [{example}]")
    return _beside(text, item, f"examples: {{{kind}: [{example}]}}", last=True)


def _into_list(text: str, listed: Node, example: str) -> str:
    """Write an item before the first one of a list."""
    lines, place = text.splitlines(keepends=True), listed.place
    line = lines[place.line]
    if line[place.column : place.column + 1] == "[":
        comma = ", " if listed.value else ""
        lines[place.line] = f"{line[: place.column + 1]}{example}{comma}{line[place.column + 1 :]}"
    else:
        indent = line[: len(line) - len(line.lstrip())]
        lines.insert(place.line, f"{indent}- {example}\n")
    return "".join(lines)


def _beside(text: str, mapping: Node, entry: str, *, last: bool = False) -> str:
    """Write an entry into a mapping: before its first key, or (`last`) on the line after its `id`."""
    children = mapping.value if isinstance(mapping.value, dict) else {}
    key = next((child.key for child in children.values() if child.key is not None), None)
    if key is None:  # written as `{}`
        return text
    lines = text.splitlines(keepends=True)
    line = lines[key.line]
    if "{" in line[: key.column]:
        lines[key.line] = f"{line[: key.column]}{entry}, {line[key.column :]}"
    elif last:
        own = _id_of(children, key)
        lines.insert(own.line + 1, f"{' ' * own.column}{entry}\n")
    else:
        lines.insert(key.line, f"{' ' * key.column}{entry}\n")
    return "".join(lines)


def _id_of(children: Mapping[str, Node], otherwise: Place) -> Place:
    id = children.get("id")
    return id.key if id is not None and id.key is not None else otherwise


def _quoted(text: str) -> str:
    """Write a text so that YAML reads the same, whatever is in it."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in written)
